using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using RocketComs.Core.Tests.Sandbox.Server.Faults;
using RocketComs.Sandbox;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Server;

public sealed class MalformedRequestTests
{
    [Theory]
    [InlineData("multipart/form-data", "--b\r\n\r\n--b--\r\n")]
    [InlineData("multipart/form-data; boundary=", "--b\r\n\r\n--b--\r\n")]
    [InlineData("multipart/form-data; boundary=bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", "--b--\r\n")]
    [InlineData("multipart/form-data; boundary=b", "")]
    [InlineData("multipart/form-data; boundary=b", "no boundary at all")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=file\r\n\r\nnever closed")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\n\r\nx\r\n--b--\r\n")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nno colon\r\n\r\nx\r\n--b--\r\n")]
    public async Task Form_that_cannot_be_read_is_answered_with_400_and_kept_as_it_came(string contentType, string body)
    {
        using SandboxHost host = new();
        using StringContent content = new(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        string message = await host.RefusedAsync(HttpStatusCode.BadRequest, "POST", "/v1/batches?" + SandboxHost.RequiredScalars, content);

        Assert.StartsWith("The multipart body cannot be read", message, StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.GetBytes(body), host.Server.Requests[0].Body);
        Assert.Equal(400, host.Server.Requests[0].StatusCode);
    }

    [Fact]
    public async Task Form_with_endless_part_headers_is_answered_with_400()
    {
        using SandboxHost host = new();
        using StringContent content = new($"--b\r\nX-Long: {new string('x', 100_000)}\r\n\r\nx\r\n--b--\r\n");
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");

        await host.RefusedAsync(HttpStatusCode.BadRequest, "POST", "/v1/batches", content);
    }

    [Theory]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("GET /v1/batches HTTP/1.1\r\n\r\n")]
    [InlineData("GET  HTTP/9.9\r\nHost: x\r\n\r\n")]
    [InlineData("GET /%zz?%zz=% HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")]
    [InlineData("POST /v1/batches HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -5\r\n\r\n")]
    [InlineData("\0\0\0\0\r\n\r\n")]
    public async Task Request_that_is_no_http_does_not_stop_the_sandbox(string raw)
    {
        using SandboxHost host = new();

        string answer = await ExchangeAsync(host, raw);

        // Refused or cut off, but in no case taken.
        Assert.DoesNotMatch("^HTTP/1.1 2", answer);
        await host.GetAsync("/v1/batches");
    }

    [Fact]
    public async Task Body_over_the_limit_is_answered_with_413_and_recorded_without_it()
    {
        using SandboxHost host = new(new SandboxOptions { MostBodyBytes = 10, Clock = new FakeTimeProvider(SandboxHost.Noon) });
        using StringContent body = new("0123456789");
        using StringContent longer = new("0123456789a");

        await host.RefusedAsync(HttpStatusCode.BadRequest, "POST", "/v1/auth/login", body);
        string message = await host.RefusedAsync(HttpStatusCode.RequestEntityTooLarge, "POST", "/v1/auth/login", longer);

        Assert.Equal("The body must not be longer than 10 bytes", message);
        Assert.Equal([(400, 10), (413, 0)], host.Server.Requests.Select(request => (request.StatusCode, request.Body.Length)));
    }

    [Fact]
    public async Task Chunk_that_is_broken_is_answered_with_400_and_recorded()
    {
        using SandboxHost host = new();

        string answer = await ExchangeAsync(host, "POST /v1/auth/login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nno size\r\n");

        Assert.Matches("^HTTP/1.1 400 [^{]*Content-Type: application/json\r\n[^{]*{\"status\":\"0400\",", answer);
        Assert.Equal(400, Assert.Single(host.Server.Requests).StatusCode);
    }

    [Fact]
    public async Task Client_that_leaves_in_the_middle_of_its_body_does_not_stop_the_sandbox()
    {
        using SandboxHost host = new();
        using (TcpClient client = new())
        {
            await client.ConnectAsync(IPAddress.Loopback, host.Server.BaseUri.Port, TestContext.Current.CancellationToken);
            await client.GetStream().WriteAsync(UnfinishedUpload(host), TestContext.Current.CancellationToken);
        }

        await host.GetAsync("/v1/batches");
        await Until.TrueAsync(() => host.Server.Requests.Count == 2);
        Assert.Equal([("GET", 200), ("POST", 0)], host.Server.Requests.Select(request => (request.Method, request.StatusCode)).Order());
    }

    [Fact]
    public async Task Dispose_while_a_request_is_served_cuts_it_off()
    {
        using SemaphoreSlim entered = new(0);
        using ManualResetEventSlim leave = new();
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { Clock = new WaitingClock(entered, leave) });
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, server.BaseUri.Port, TestContext.Current.CancellationToken);
        string head = $"GET /v1/batches HTTP/1.1\r\nHost: 127.0.0.1:{server.BaseUri.Port}\r\nAuthorization: Bearer {server.AccessToken}\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
        await entered.WaitAsync(TestContext.Current.CancellationToken);

        server.Dispose();

        Assert.DoesNotMatch("^HTTP/1.1 2", await ReadToEndAsync(client.GetStream()));
        leave.Set();
    }

    private static byte[] UnfinishedUpload(SandboxHost host) =>
        Encoding.ASCII.GetBytes($"POST /v1/batches HTTP/1.1\r\nHost: 127.0.0.1:{host.Server.BaseUri.Port}\r\nContent-Length: 1000\r\n\r\nabc");

    private static async Task<string> ExchangeAsync(SandboxHost host, string raw)
    {
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, host.Server.BaseUri.Port, TestContext.Current.CancellationToken);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(raw), TestContext.Current.CancellationToken);
        try
        {
            client.Client.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // The other side was faster to hang up.
        }

        return await ReadToEndAsync(stream);
    }

    private static async Task<string> ReadToEndAsync(NetworkStream stream)
    {
        StringBuilder answer = new();
        byte[] buffer = new byte[4096];
        try
        {
            int count;
            while ((count = await stream.ReadAsync(buffer, TestContext.Current.CancellationToken)) > 0)
            {
                answer.Append(Encoding.Latin1.GetString(buffer, 0, count));
            }
        }
        catch (IOException)
        {
            // Cut off by a reset: the end as well.
        }

        return answer.ToString();
    }

    /// <summary>Says that it was asked, and answers when it may.</summary>
    private sealed class WaitingClock(SemaphoreSlim entered, ManualResetEventSlim leave) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            entered.Release();
            leave.Wait();
            return SandboxHost.Noon;
        }
    }
}
