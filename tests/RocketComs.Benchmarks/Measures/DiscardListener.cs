using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RocketComs.Benchmarks.Measures;

/// <summary>A platform that throws away what it is sent, as fast as it can, and answers every request with one batch.</summary>
internal sealed class DiscardListener : IDisposable
{
    /// <summary>The id of the batch.</summary>
    public const string BatchId = "32df8770-1b1f-4b0c-9d5c-3a3a6a0e0b11";

    private const int BufferLength = 1024 * 1024;
    private const string Batch = $$"""{"id":"{{BatchId}}","campaignId":"5e9d0c8a-52fd-4a52-a5b5-7f5d2c5d8a10","status":"CREATED"}""";

    private static readonly byte[] s_headEnd = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] s_continue = "HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray();
    private static readonly byte[] s_answer = Answer(Batch);

    private readonly Func<string, string?> _page;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Lock _gate = new();
    private readonly List<Socket> _open = [];
    private int _requests;
    private int _connections;
    private int _mostOpen;

    /// <summary>Begins to listen.</summary>
    /// <param name="page">The page of a list that the first line of a request asks for; <see langword="null"/> where it asks for none.</param>
    public DiscardListener(Func<string, string?>? page = null)
    {
        _page = page ?? (_ => null);
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Gets the address.</summary>
    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/";

    /// <summary>Gets the requests and the connections so far, and how many connections were open at a time.</summary>
    public (int Requests, int Connections, int MostOpen) Seen => (Volatile.Read(ref _requests), Volatile.Read(ref _connections), Volatile.Read(ref _mostOpen));

    /// <inheritdoc/>
    public void Dispose()
    {
        _listener.Dispose();
        lock (_gate)
        {
            _open.ForEach(socket => socket.Dispose());
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptSocketAsync().ConfigureAwait(false);
                lock (_gate)
                {
                    _open.Add(socket);
                    _connections++;
                    _mostOpen = Math.Max(_mostOpen, _open.Count);
                }

                _ = Task.Run(() => ServeAsync(socket));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The measure is over.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            byte[] buffer = new byte[BufferLength];
            bool stays = true;
            for (int filled = 0; stays && (filled = await ReadHeadAsync(socket, buffer, filled).ConfigureAwait(false)) > 0;)
            {
                int end = buffer.AsSpan(0, filled).IndexOf(s_headEnd) + s_headEnd.Length;
                string head = Encoding.ASCII.GetString(buffer, 0, end);
                long rest = Length(head) - (filled - end);
                if (head.Contains("100-continue", StringComparison.OrdinalIgnoreCase))
                {
                    await socket.SendAsync(s_continue, SocketFlags.None).ConfigureAwait(false);
                }

                int read = 1;
                for (; rest > 0 && read > 0; rest -= read)
                {
                    read = await socket.ReceiveAsync(buffer, SocketFlags.None).ConfigureAwait(false);
                }

                Interlocked.Increment(ref _requests);
                await socket.SendAsync(_page(head[..head.IndexOf('\r')]) is { } page ? Answer(page) : s_answer, SocketFlags.None).ConfigureAwait(false);
                stays = read > 0 && !head.Contains("Connection: close", StringComparison.OrdinalIgnoreCase);
                filled = 0;
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The client has gone.
        }

        lock (_gate)
        {
            _open.Remove(socket);
        }

        socket.Dispose();
    }

    private static byte[] Answer(string body) => Encoding.ASCII.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"));

    private static async Task<int> ReadHeadAsync(Socket socket, byte[] buffer, int filled)
    {
        while (buffer.AsSpan(0, filled).IndexOf(s_headEnd) < 0)
        {
            int read = await socket.ReceiveAsync(buffer.AsMemory(filled), SocketFlags.None).ConfigureAwait(false);
            if (read == 0)
            {
                return 0;
            }

            filled += read;
        }

        return filled;
    }

    private static long Length(string head)
    {
        const string Name = "Content-Length:";
        int start = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        return start < 0 ? 0 : long.Parse(head.AsSpan(start + Name.Length, head.IndexOf('\r', start) - start - Name.Length), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
    }
}
