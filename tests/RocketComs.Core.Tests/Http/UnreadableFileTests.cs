using System.Runtime.CompilerServices;
using System.Text;
using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Content;
using RocketComs.Core.Tests.Api;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>A file whose disk fails, and one that must be counted before it is sent.</summary>
public class UnreadableFileTests
{
    private const string Row = "2025554444,Hello\n";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Disk_that_fails_in_the_middle_is_the_file_s_fault_and_nothing_complete_was_sent(bool isUtf16)
    {
        // It is read once, and UTF-16 once more to be counted.
        BrokenSource source = new(Bytes(isUtf16), soundReadings: isUtf16 ? 1 : 0);
        using LoopbackServer server = new(WireAnswer.Of(200, TestClient.Batch));
        using TestClient client = new(server.BaseUri);
        BatchFileException exception = await Assert.ThrowsAsync<BatchFileException>(() => client.UpdateAsync(new BatchDraft { File = source }));
        Assert.Equal(
            ("/data/batch.csv", "'/data/batch.csv' cannot be read to its end: The disk has failed. The upload was cut off: the platform received nothing complete."),
            (exception.Path, exception.Message));
        Assert.IsType<IOException>(exception.InnerException);
        await server.GoneAsync();
        Assert.Empty(server.Requests);
        Assert.Equal(1, server.Connections);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300_000)]
    public async Task Disk_that_fails_before_the_sending_is_the_file_s_fault_and_nothing_was_sent(int goodBytes)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, TestClient.Batch));
        using TestClient client = new(server.BaseUri);
        BatchFileException exception = await Assert.ThrowsAsync<BatchFileException>(
            () => client.UpdateAsync(new BatchDraft { File = new BrokenSource(Bytes(isUtf16: true), soundReadings: 0, goodBytes) }));
        Assert.EndsWith("The disk has failed. Nothing was sent.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task Utf16_is_counted_once_for_all_tries()
    {
        BrokenSource source = new(Bytes(isUtf16: true), soundReadings: int.MaxValue);
        using LoopbackServer server = new(WireAnswer.Of(429), WireAnswer.Of(429), WireAnswer.Of(200, TestClient.Batch));
        using TestClient client = new(server.BaseUri);
        await client.UpdateAsync(new BatchDraft { File = source });
        Assert.Equal(3, server.Requests.Length);
        Assert.All(server.Requests, request => Assert.Equal(Text(), Encoding.UTF8.GetString(Multipart.OnlyPart(request))));

        // Counted once, and read to its end once for each try.
        Assert.Equal(1 + 3, source.Ends);
    }

    [Fact]
    public async Task Counting_is_stopped_and_the_file_closed()
    {
        using CancellationTokenSource stop = new();
        BrokenSource source = new(Bytes(isUtf16: true), soundReadings: int.MaxValue);
        using (FileContent content = FileContent.Batch(source, _ => { }))
        {
            source.Read = stop.Cancel;
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => content.MeasureAsync(stop.Token));
        }

        Assert.Equal((0, 0), (source.Ends, source.Held));
    }

    [Fact]
    public async Task Network_and_disk_that_fail_together_leave_no_error_unseen()
    {
        int unseen = 0;
        void Note(object? sender, UnobservedTaskExceptionEventArgs e) => unseen += e.Exception.ToString().Contains("The disk has failed", StringComparison.Ordinal) ? 1 : 0;
        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            await FailBothAsync();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Assert.Equal(0, unseen);
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }
    }

    // Of its own, so that no local of the test keeps the tasks alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task FailBothAsync()
    {
        using FileContent content = FileContent.Batch(new BrokenSource(Bytes(isUtf16: false), soundReadings: 0, goodBytes: 600_000), _ => { });
        using FullStream target = new();
        await Assert.ThrowsAsync<HttpRequestException>(() => content.CopyToAsync(target, TestClient.Stop));
    }

    private static string Text() => string.Concat(Enumerable.Repeat(Row, 60_000));

    private static byte[] Bytes(bool isUtf16) => isUtf16 ? [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Text())] : Encoding.UTF8.GetBytes(Text());

    private sealed class FullStream : MemoryStream
    {
        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => throw new IOException("The network has failed.");
    }

    /// <summary>A file that can be read to its end so many times, and then fails some way into it.</summary>
    private sealed class BrokenSource(byte[] bytes, int soundReadings, int goodBytes = 300_000) : BatchSource
    {
        private int _readings;

        public override string? Path => "/data/batch.csv";

        public override string FileName => "batch.csv";

        /// <summary>Gets how often it was read to its end.</summary>
        public int Ends { get; private set; }

        /// <summary>Gets how many streams are open.</summary>
        public int Held { get; private set; }

        /// <summary>Gets or sets what happens at each read.</summary>
        public Action Read { get; set; } = () => { };

        public override Stream Open()
        {
            Held++;
            return new BrokenStream(this, bytes);
        }

        private int NextGoodBytes() => _readings++ < soundReadings ? int.MaxValue : goodBytes;

        private sealed class BrokenStream(BrokenSource source, byte[] bytes) : MemoryStream(bytes, writable: false)
        {
            private int _goodBytes = source.NextGoodBytes();
            private bool _isClosed;
            private bool _isRead;

            public override long Position
            {
                get => base.Position;
                set
                {
                    // What was read to its end begins again.
                    _goodBytes = _isRead ? source.NextGoodBytes() : _goodBytes;
                    _isRead = false;
                    base.Position = value;
                }
            }

            public override int Read(byte[] buffer, int offset, int count)
            {
                source.Read();
                int read = Position < _goodBytes ? base.Read(buffer, offset, Math.Min(count, 64 * 1024)) : throw new IOException("The disk has failed.");
                source.Ends += read == 0 && !_isRead ? 1 : 0;
                _isRead |= read == 0;
                return read;
            }

            public override int Read(Span<byte> buffer)
            {
                byte[] piece = new byte[buffer.Length];
                int read = Read(piece, 0, piece.Length);
                piece.AsSpan(0, read).CopyTo(buffer);
                return read;
            }

            public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            {
                await Task.Yield();
                return Read(buffer, offset, count);
            }

            public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            {
                await Task.Yield();
                return Read(buffer.Span);
            }

            protected override void Dispose(bool disposing)
            {
                source.Held -= _isClosed ? 0 : 1;
                _isClosed = true;
                base.Dispose(disposing);
            }
        }
    }
}
