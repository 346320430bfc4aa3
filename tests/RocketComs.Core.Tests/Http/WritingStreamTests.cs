#if !NETSTANDARD_LAYOUT
using System.Text;
using RocketComs.Core.Http.Streams;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>A connection for a write listens while it sends: after a refusal, and only then, the rest is dropped.</summary>
public class WritingStreamTests
{
    [Theory]
    [InlineData("HTTP/1.1 300", true)]
    [InlineData("HTTP/1.1 413 Too large\r\n", true)]
    [InlineData("HTTP/1.0 500 X", true)]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 401 X", true)]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\nA: b\r\n\r\nHTTP/1.1 503", true)]
    [InlineData("HTTP/1.1 200", false)]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 X", false)]
    [InlineData("HTTP/2.0 413 X", false)]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n", false)]
    [InlineData("SSH-2.0-O413 X", false)]
    [InlineData("SSH-2.0-O100 X", false)]
    [InlineData("HTTP/1.|1 413 X", true)]
    [InlineData("HTTP|/1.1 4|13 X", true)]
    [InlineData("HTTP/1.1 100| Continue\r\n\r\nHTTP/1.1 413 X", true)]
    [InlineData("HTTP/1.1 100 Continue\r\nA: |b\r\n\r\nHTTP/1.1 413 X", true)]
    public async Task Rest_of_a_body_is_dropped_after_a_refusal_and_no_other_answer(string heard, bool isDropped)
    {
        Wire wire = new();
        await using WritingStream stream = new(wire);
        await stream.WriteAsync("one"u8.ToArray(), TestClient.Stop);
        foreach (string piece in heard.Split('|'))
        {
            wire.Says(piece);
        }

        Assert.Equal(heard[..4], await ReadAsync(stream, 4));

        await stream.WriteAsync("two"u8.ToArray(), TestClient.Stop);
        await stream.FlushAsync(TestClient.Stop);
        Assert.Equal((isDropped ? "one" : "onetwo", isDropped ? 0 : 1), (wire.Written, wire.Flushes));
    }

    [Fact]
    public async Task Answer_is_given_in_the_pieces_that_are_asked_for_and_the_next_one_after_it()
    {
        Wire wire = new();
        await using WritingStream stream = new(wire);
        wire.Says("HTTP/1.1 100 C\r\n\r\n");
        wire.Says("HTTP/1.1 20");
        wire.Says("0 OK\r\n\r\n");
        wire.Says("body");
        await stream.WriteAsync("one"u8.ToArray(), TestClient.Stop);
        Assert.Equal(["HTTP/1.1 100 ", "C\r\n\r\nHTTP/1.1 200 OK\r\n\r\n", "body"], [await ReadAsync(stream, 13), await ReadAsync(stream, 400), await ReadAsync(stream, 400)]);
    }

    [Fact]
    public async Task Connection_that_nothing_was_written_to_is_read_as_it_is()
    {
        Wire wire = new();
        await using WritingStream stream = new(wire);
        wire.Says("early");
        Assert.Equal("early", await ReadAsync(stream, 400));
    }

    [Fact]
    public async Task Connection_that_ends_without_an_answer_has_ended_for_every_read()
    {
        Wire wire = new();
        await using WritingStream stream = new(wire);
        wire.Says(string.Empty);
        wire.Breaks(new IOException("read past the end"));
        await stream.WriteAsync("one"u8.ToArray(), TestClient.Stop);
        Assert.Equal(["", ""], [await ReadAsync(stream, 400), await ReadAsync(stream, 400)]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 2")]
    public async Task Connection_that_breaks_off_gives_what_was_heard_before(string heard)
    {
        Wire wire = new();
        await using WritingStream stream = new(wire);
        if (heard.Length > 0)
        {
            wire.Says(heard);
        }

        IOException cause = new("reset");
        wire.Breaks(cause);
        await stream.WriteAsync("one"u8.ToArray(), TestClient.Stop);
        Assert.Equal(heard, heard.Length > 0 ? await ReadAsync(stream, 400) : string.Empty);
        Assert.Same(cause, await Assert.ThrowsAsync<IOException>(() => ReadAsync(stream, 400)));
    }

    [Theory]
    [InlineData("HTTP/1.1 413 X", true)]
    [InlineData("HTTP/1.1 200 X", false)]
    [InlineData("", false)]
    public async Task Write_that_fails_is_heard_out_and_fails_unless_it_was_refused(string heard, bool isRefused)
    {
        IOException cause = new("broken pipe");
        Wire wire = new() { Fault = cause };
        await using WritingStream stream = new(wire);
        Task write = stream.WriteAsync("one"u8.ToArray(), TestClient.Stop).AsTask();
        if (heard.Length > 0)
        {
            wire.Says(heard);
        }

        wire.Breaks(new IOException("reset"));
        Assert.Same(isRefused ? null : cause, await Record.ExceptionAsync(() => write));
    }

    private static async Task<string> ReadAsync(Stream stream, int most)
    {
        byte[] buffer = new byte[most];
        return Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer, TestClient.Stop));
    }

    /// <summary>A connection whose other end says what the test says, piece by piece.</summary>
    private sealed class Wire : MemoryStream
    {
        private readonly System.Threading.Channels.Channel<string> _said = System.Threading.Channels.Channel.CreateUnbounded<string>();

        public int Flushes { get; private set; }

        public string Written => Encoding.ASCII.GetString(ToArray());

        public Exception? Fault { get; init; }

        public void Breaks(IOException cause) => _said.Writer.Complete(cause);

        public void Says(string text) => Assert.True(_said.Writer.TryWrite(text));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (await _said.Reader.WaitToReadAsync(cancellationToken) && _said.Reader.TryRead(out string? text))
            {
                return Encoding.ASCII.GetBytes(text, buffer.Span);
            }

            throw new InvalidOperationException("Nothing breaks this connection.");
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            Fault is null ? base.WriteAsync(buffer, cancellationToken) : ValueTask.FromException(Fault);

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            Flushes++;
            return Task.CompletedTask;
        }
    }
}
#endif
