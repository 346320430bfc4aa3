using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RocketComs.PowerShell.Tests.Sweep;

/// <summary>Where a connection is cut.</summary>
internal enum CutPlace
{
    BeforeHead,
    InHead,
    InBody,
    BeforeAnswer,
    InAnswer,
}

/// <summary>How a connection ends.</summary>
internal enum CutEnd
{
    Reset,
    Close,
    Hang,
}

/// <summary>A cut.</summary>
/// <param name="Request">Which request it meets, counted from 0.</param>
/// <param name="Place">Where.</param>
/// <param name="Share">After which share of the head, body or answer.</param>
/// <param name="End">How.</param>
internal sealed record Cut(int Request, CutPlace Place, double Share, CutEnd End);

/// <summary>A network between a client and a sandbox that breaks off at any byte. What it has passed on has arrived; what it has not never does.</summary>
internal sealed class CuttingRelay : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _port;
    private Cut? _cut;
    private int _requests;

    public CuttingRelay(Uri target)
    {
        _port = target.Port;
        _listener.Start();
        BaseUri = new Uri(FormattableString.Invariant($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/"));
        _ = AcceptAsync();
    }

    public Uri BaseUri { get; }

    /// <summary>Cuts one of the requests from now on; <see langword="null"/> for none.</summary>
    public void Arm(Cut? cut)
    {
        _requests = 0;
        _cut = cut;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
    }

    private static async Task<byte[]> HeadAsync(Stream stream, CancellationToken stop)
    {
        List<byte> head = new(512);
        byte[] one = new byte[1];
        while (!(head.Count >= 4 && head[^1] == '\n' && head[^2] == '\r' && head[^3] == '\n'))
        {
            if (await stream.ReadAsync(one, stop) == 0)
            {
                return [];
            }

            head.Add(one[0]);
        }

        return [.. head];
    }

    private static async Task<byte[]> BodyAsync(Stream stream, byte[] head, CancellationToken stop)
    {
        string text = Encoding.ASCII.GetString(head);
        const string Name = "Content-Length: ";
        int at = text.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (text.Contains("Transfer-Encoding", StringComparison.OrdinalIgnoreCase))
        {
            throw new NotSupportedException("This relay knows no chunks.");
        }

        string length = at < 0 ? "0" : text[(at + Name.Length)..text.IndexOf('\r', at)];
        byte[] body = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, stop);
        return body;
    }

    // A client that goes while it waits takes the way to the server with it.
    private static async Task<byte[]> AnswerAsync(Stream fromServer, Socket near, CancellationToken stop)
    {
        using CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task<byte[]> answering = WholeAsync();
        Task<int> hearing = near.ReceiveAsync(new byte[1], SocketFlags.Peek, over.Token).AsTask();
        Task first = await Task.WhenAny(answering, hearing);
        await over.CancelAsync();
        return first == answering ? await answering : throw new IOException("The client has gone.");

        async Task<byte[]> WholeAsync()
        {
            byte[] head = await HeadAsync(fromServer, over.Token);
            return [.. head, .. await BodyAsync(fromServer, head, over.Token)];
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptSocketAsync(_stop.Token), _stop.Token);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The run is over.
        }
    }

    private async Task ServeAsync(Socket near, CancellationToken stop)
    {
        using Socket far = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using (near)
        {
            try
            {
                near.NoDelay = true;
                await far.ConnectAsync(IPAddress.Loopback, _port, stop);
                await using NetworkStream client = new(near);
                await using NetworkStream server = new(far);
                using BufferedStream fromClient = new(client, 16 * 1024);
                using BufferedStream fromServer = new(server, 16 * 1024);
                while (await HeadAsync(fromClient, stop) is { Length: > 0 } head)
                {
                    Cut? cut = Interlocked.Increment(ref _requests) - 1 == _cut?.Request ? _cut : null;
                    if (cut?.Place <= CutPlace.InHead)
                    {
                        await server.WriteAsync(cut.Place == CutPlace.BeforeHead ? ReadOnlyMemory<byte>.Empty : Part(head, cut.Share), stop);
                        await EndAsync(cut.End, near, far, client, stop);
                        return;
                    }

                    byte[] body = await BodyAsync(fromClient, head, stop);
                    if (cut?.Place == CutPlace.InBody)
                    {
                        await server.WriteAsync((byte[])[.. head, .. Part(body, cut.Share).Span], stop);
                        await EndAsync(cut.End, near, far, client, stop);
                        return;
                    }

                    await server.WriteAsync((byte[])[.. head, .. body], stop);

                    byte[] answer = await AnswerAsync(fromServer, near, stop);
                    if (cut is not null)
                    {
                        await client.WriteAsync(cut.Place == CutPlace.BeforeAnswer ? ReadOnlyMemory<byte>.Empty : Part(answer, cut.Share), stop);
                        await EndAsync(cut.End, near, far, client, stop);
                        return;
                    }

                    await client.WriteAsync(answer, stop);
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
            {
                // One of the two sides has gone: so does the other.
                near.LingerState = new LingerOption(true, 0);
            }
        }
    }

    // Never all of it: the last byte is what a cut is about.
    private static ReadOnlyMemory<byte> Part(byte[] bytes, double share) => bytes.AsMemory(0, Math.Min((int)(bytes.Length * share), Math.Max(0, bytes.Length - 1)));

    private static async Task EndAsync(CutEnd end, Socket near, Socket far, NetworkStream client, CancellationToken stop)
    {
        far.LingerState = new LingerOption(true, 0);
        if (end == CutEnd.Reset)
        {
            near.LingerState = new LingerOption(true, 0);
        }
        else if (end == CutEnd.Hang)
        {
            while (await client.ReadAsync(new byte[1024], stop) > 0)
            {
                // What still comes is lost on the way.
            }
        }
    }
}
