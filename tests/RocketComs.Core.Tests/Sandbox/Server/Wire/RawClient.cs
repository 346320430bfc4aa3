using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Server.Wire;

/// <summary>A client that writes whatever a test says and shows the bytes that come back. Text is Latin-1, byte for byte.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly TcpClient _client;
    private readonly NetworkStream _stream;

    private RawClient(TcpClient client)
    {
        _client = client;
        _stream = client.GetStream();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<RawClient> ConnectAsync(Uri address)
    {
        TcpClient client = new() { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, address.Port, Cancellation);
        return new RawClient(client);
    }

    public async Task SendAsync(string text) => await _stream.WriteAsync(Encoding.Latin1.GetBytes(text), Cancellation);

    /// <summary>Gets how many bytes have arrived and were not read yet.</summary>
    public int Available => _client.Available;

    /// <summary>Says that nothing more will be sent, and stays to listen.</summary>
    public void FinishSending() => _client.Client.Shutdown(SocketShutdown.Send);

    /// <summary>As many bytes as asked for.</summary>
    /// <exception cref="EndOfStreamException">There are not as many.</exception>
    public async Task<string> ReadAsync(int count)
    {
        byte[] bytes = new byte[count];
        await _stream.ReadExactlyAsync(bytes, Cancellation);
        return Encoding.Latin1.GetString(bytes);
    }

    /// <summary>The head of an answer, with its blank line.</summary>
    public async Task<string> ReadHeadAsync()
    {
        StringBuilder head = new();
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            head.Append(await ReadAsync(1));
        }

        return head.ToString();
    }

    /// <summary>The next answer: its status line, its headers, and a body of Content-Length bytes.</summary>
    public async Task<(string Status, IReadOnlyDictionary<string, string> Headers, string Body)> ReadAnswerAsync(bool hasBody = true)
    {
        string[] lines = (await ReadHeadAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach (string line in lines[1..])
        {
            string[] pair = line.Split(": ", 2);
            headers.Add(pair[0], pair[1]);
        }

        string body = hasBody ? await ReadAsync(int.Parse(headers["Content-Length"], CultureInfo.InvariantCulture)) : string.Empty;
        return (lines[0], headers, body);
    }

    /// <summary>All that still comes, and whether the end was a reset instead of a goodbye.</summary>
    public async Task<(string Text, bool WasReset)> ReadToEndAsync()
    {
        StringBuilder text = new();
        byte[] buffer = new byte[4096];
        try
        {
            int count;
            while ((count = await _stream.ReadAsync(buffer, Cancellation)) > 0)
            {
                text.Append(Encoding.Latin1.GetString(buffer, 0, count));
            }

            return (text.ToString(), false);
        }
        catch (IOException)
        {
            return (text.ToString(), true);
        }
    }

    public void Dispose() => _client.Dispose();
}
