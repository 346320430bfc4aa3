using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Authorization;
using RocketComs.Core.Http.Transport;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>An upload to somebody who reads slowly but steadily takes as long as it takes; one to somebody who stops reading is given up.</summary>
public sealed class SlowLinkTests : IDisposable
{
    private const int Piece = 16 * 1024;

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(5);

    private readonly string _file = Path.GetTempFileName();
    private readonly TcpListener _server = new(IPAddress.Loopback, 0);
    private readonly CountingClock _clock = new();
    private readonly RocketComsTransport _transport;

    public SlowLinkTests()
    {
        // What the receiver's system takes off the wire by itself is not what is tested.
        _server.Server.ReceiveBufferSize = 16 * Piece;
        _server.Start();
        File.WriteAllText(_file, string.Concat(Enumerable.Range(0, 120_000).Select(row => $"1202555{row % 10_000:0000},Our spring sale\n")));
        Uri address = new($"http://127.0.0.1:{((IPEndPoint)_server.LocalEndpoint).Port}/");
        _transport = new RocketComsTransport(new ClientOptions(address) { Clock = _clock, Timeout = s_limit, MaximumRetryCount = 0 }, HeaderAuthorization.ApiKey("key", "secret"));
    }

    public void Dispose()
    {
        _transport.Dispose();
        _server.Dispose();
        File.Delete(_file);
    }

    [Fact]
    public async Task Upload_that_goes_on_slowly_succeeds_after_more_than_the_limit()
    {
        Task<RcBatch> upload = UploadAsync();
        using Socket socket = await _server.AcceptSocketAsync(TestClient.Stop);
        long left = new FileInfo(_file).Length;
        DateTimeOffset start = _clock.GetUtcNow();
        byte[] block = new byte[5 * Piece];
        int known = _clock.Changes;
        for (int reads = 1; left > 0; reads++)
        {
            left -= await ReadAsync(socket, block.AsMemory(0, (int)Math.Min(block.Length, left)));
            if (reads % 5 == 0 && left > 40 * Piece)
            {
                // What was read makes room for more, but the system tells of it when there is much; and the end of it has all left the client.
                await _clock.ChangeAsync(known);
                known = _clock.Changes;
            }

            _clock.Advance(TimeSpan.FromSeconds(0.3));
        }

        await socket.SendAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {TestClient.Batch.Length}\r\n\r\n{TestClient.Batch}"), TestClient.Stop);

        Assert.Equal(TestClient.BatchId, (await upload).Id);
        Assert.InRange(_clock.GetUtcNow() - start, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Upload_that_nobody_reads_is_given_up_after_5_seconds()
    {
        Task<RcBatch> upload = UploadAsync();
        using Socket socket = await _server.AcceptSocketAsync(TestClient.Stop);
        await _clock.ChangeAsync(0);
        while (!upload.IsCompleted)
        {
            _clock.Advance(s_limit);
            await Task.Delay(1, TestClient.Stop);
        }

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => upload);
    }

    private static async Task<int> ReadAsync(Socket socket, Memory<byte> block)
    {
        int read = 0;
        int count;
        while (read < block.Length && (count = await socket.ReceiveAsync(block[read..], TestClient.Stop)) > 0)
        {
            read += count;
        }

        return read;
    }

    private Task<RcBatch> UploadAsync() => new BatchesClient(_transport, RcParameterPlacement.Query)
        .UpdateAsync(TestClient.BatchId, new BatchDraft { Operation = BatchOperation.CsvFile, Action = RcBatchAction.Validate, File = new FileSource(_file) }, null, TestClient.Stop);

    /// <summary>A clock that tells when a time limit was set anew.</summary>
    private sealed class CountingClock : FakeTimeProvider
    {
        private int _changes;

        public int Changes => Volatile.Read(ref _changes);

        public async Task ChangeAsync(int known)
        {
            using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestClient.Stop);
            patience.CancelAfter(TimeSpan.FromMinutes(1));
            while (Changes == known)
            {
                await Task.Delay(1, patience.Token);
            }
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            new CountingTimer(base.CreateTimer(callback, state, dueTime, period), () => Interlocked.Increment(ref _changes));
    }

    private sealed class CountingTimer(ITimer timer, Action changed) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            bool isSet = timer.Change(dueTime, period);
            changed();
            return isSet;
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
