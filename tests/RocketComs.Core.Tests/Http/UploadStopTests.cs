using System.Net;
using System.Net.Sockets;
using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Tests.Csv;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>A stopped upload lets go of its connection and of its file.</summary>
public sealed class UploadStopTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TcpListener _server = new(IPAddress.Loopback, 0);

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Stopped_upload_closes_its_connection_and_its_file()
    {
        _server.Start();
        string path = _folder.Write("large.csv", new byte[64 * 1024 * 1024]);
        using TestClient client = new(new Uri($"http://127.0.0.1:{((IPEndPoint)_server.LocalEndpoint).Port}/"));
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestClient.Stop);
        Task<RcBatch> update = client.Batches.UpdateAsync(TestClient.BatchId, new BatchDraft { File = new FileSource(path) }, null, stop.Token);
        using Socket socket = await _server.AcceptSocketAsync(TestClient.Stop);
        byte[] buffer = new byte[1024 * 1024];
        Assert.True(await socket.ReceiveAsync(buffer, TestClient.Stop) > 0);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => update);
        long received = await DrainAsync(socket, buffer).WaitAsync(TimeSpan.FromSeconds(3), TestClient.Stop);
        Assert.InRange(received, 0, 63 * 1024 * 1024);
        Assert.True(SpinWait.SpinUntil(() => IsFree(path), TimeSpan.FromSeconds(3)));
    }

    // What was on its way comes in, then the end or a reset.
    private static async Task<long> DrainAsync(Socket socket, byte[] buffer)
    {
        long received = 0;
        try
        {
            int read;
            while ((read = await socket.ReceiveAsync(buffer, TestClient.Stop)) > 0)
            {
                received += read;
            }
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionReset)
        {
            // Closed with bytes still to be sent.
        }

        return received;
    }

    private static bool IsFree(string path)
    {
        try
        {
            using FileStream alone = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
