using System.Text;
using Microsoft.Extensions.Time.Testing;
using RocketComs.Core.Tests.Sandbox.Server.Wire;
using RocketComs.Sandbox.Server;
using RocketComs.Sandbox.Server.Dispatch;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Server;

public sealed class RecordingTests
{
    [Fact]
    public async Task Request_with_a_query_is_recorded_as_it_stood_on_the_wire()
    {
        using SandboxHost host = new();

        await host.SendAsync("GET", "/v1/batches?status=PENDING&externalId=a%20b+c%C3%A9&flag&status=ERROR");

        RcSandboxRequest request = Assert.Single(host.Server.Requests);
        Assert.Equal(("GET", "/v1/batches", 400), (request.Method, request.Path, request.StatusCode));
        Assert.Equal("status=PENDING&externalId=a%20b+c%C3%A9&flag&status=ERROR", request.RawQuery);
        Assert.Equal(
            [("status", "PENDING"), ("externalId", "a b c\u00e9"), ("flag", string.Empty), ("status", "ERROR")],
            request.Query.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(host.Client.DefaultRequestHeaders.Authorization!.ToString(), request.Headers["AUTHORIZATION"]);
        Assert.Empty(request.Parts);
        Assert.Empty(request.Body);
    }

    [Fact]
    public async Task Request_with_a_form_is_recorded_with_its_parts_byte_for_byte()
    {
        using SandboxHost host = new();
        byte[] bytes = [0xEF, 0xBB, 0xBF, (byte)'1', 0x00, 0x0D, 0x0A, 0x2D, 0x2D, 0xFF, 0x0A];
        using MultipartFormDataContent form = SandboxHost.FileForm(bytes, ("description", "Gr\u00fc\u00dfe"));

        await host.SendAsync("POST", "/v1/batches", form);

        RcSandboxRequest request = Assert.Single(host.Server.Requests);
        Assert.Equal(["description", "file"], request.Parts.Select(part => part.Name));
        Assert.Equal(("Gr\u00fc\u00dfe", null, "text/plain; charset=utf-8"), (request.Parts[0].Text, request.Parts[0].FileName, request.Parts[0].ContentType));
        Assert.Equal(("batch.csv", "text/csv"), (request.Parts[1].FileName, request.Parts[1].ContentType));
        Assert.Equal(bytes, request.Parts[1].Content);
        Assert.Empty(request.Body);
    }

    [Fact]
    public async Task Request_with_a_non_ascii_file_name_is_recorded_with_the_name()
    {
        using SandboxHost host = new();
        using MultipartFormDataContent form = [];
        form.Add(new ByteArrayContent([1]), "file", "M\u00e4rz.csv");

        await host.SendAsync("POST", "/v1/batches", form);

        Assert.Equal("M\u00e4rz.csv", host.Server.Requests[0].Parts[0].FileName);
    }

    [Theory]
    [InlineData("plain-boundary")]
    [InlineData("\"quoted boundary\"")]
    public async Task Request_with_any_boundary_is_read(string boundary)
    {
        using SandboxHost host = new();
        string bare = boundary.Trim('"');
        string body = $"--{bare}\r\nContent-Disposition: form-data; name=message\r\n\r\nHello\r\n--{bare}--\r\n";
        using StringContent content = new(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={boundary}");

        await host.SendAsync("POST", "/v1/batches", content);

        RcSandboxPart part = Assert.Single(host.Server.Requests[0].Parts);
        Assert.Equal(("message", "Hello"), (part.Name, part.Text));
    }

    [Fact]
    public async Task Request_with_a_part_of_many_megabytes_is_recorded_whole()
    {
        using SandboxHost host = new();
        byte[] bytes = new byte[20 * 1024 * 1024];
        new Random(1).NextBytes(bytes);
        using MultipartFormDataContent form = SandboxHost.FileForm(bytes);
        form.Headers.ContentLength = null;

        await host.SendAsync("POST", "/v1/batches", form);

        Assert.True(bytes.AsSpan().SequenceEqual(host.Server.Requests[0].Parts[0].Content));
    }

    [Fact]
    public async Task Request_with_another_body_is_recorded_with_its_bytes()
    {
        using SandboxHost host = new();
        using StringContent content = new("{\"a\":1}", Encoding.UTF8, "application/json");

        await host.SendAsync("POST", "/v1/auth/login", content);

        Assert.Equal("{\"a\":1}"u8.ToArray(), host.Server.Requests[0].Body);
        Assert.Empty(host.Server.Requests[0].Parts);
    }

    [Fact]
    public async Task Request_without_credentials_is_recorded_with_its_401_and_its_parts()
    {
        using SandboxHost host = new();
        host.Client.DefaultRequestHeaders.Authorization = null;
        using MultipartFormDataContent form = SandboxHost.FileForm(SandboxHost.GoodCsv);

        await host.SendAsync("POST", "/v1/batches", form);

        RcSandboxRequest request = Assert.Single(host.Server.Requests);
        Assert.Equal(401, request.StatusCode);
        Assert.Equal(SandboxHost.GoodCsv, request.Parts[0].Text);
    }

    [Fact]
    public async Task Requests_one_after_the_other_are_in_their_order_until_cleared()
    {
        using SandboxHost host = new();
        await host.GetAsync("/v1/batches");
        await host.GetAsync("/v1/message-templates");

        Assert.Equal(["/v1/batches", "/v1/message-templates"], host.Server.Requests.Select(request => request.Path));
        host.Server.ClearRequests();

        Assert.Empty(host.Server.Requests);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("12345", false)]
    [InlineData("12345", true)]
    public async Task Request_that_breaks_off_in_its_body_is_recorded_with_what_came_of_it(string sent, bool isChunked)
    {
        using SandboxHost host = new();
        using RawClient client = await RawClient.ConnectAsync(host.Server.BaseUri);
        await client.SendAsync($"POST /v1/batches HTTP/1.1\r\nHost: x\r\n{(isChunked ? "Transfer-Encoding: chunked" : "Content-Length: 10")}\r\n\r\n");
        await client.SendAsync(isChunked ? $"a\r\n{sent}" : sent);
        client.FinishSending();
        Assert.Equal(string.Empty, (await client.ReadToEndAsync()).Text);

        RcSandboxRequest request = Assert.Single(host.Server.Requests);
        Assert.Equal(("POST", "/v1/batches", 0, null, sent), (request.Method, request.Path, request.StatusCode, request.Fault, Encoding.UTF8.GetString(request.Body)));
    }

    [Fact]
    public void Fault_that_goes_wrong_itself_is_answered_with_500()
    {
        // No command lets such a fault through; the dispatcher does not rely on it.
        RcSandboxFault fault = new() { Kind = RcSandboxFaultKind.IgnoredParameters, Parameters = null! };
        RcSandboxRequest request = new() { Method = "POST", Path = "/v1/batches", Query = [new("message", "Hello")] };
        Dispatcher dispatcher = new([], _ => { }, new SandboxClock(new FakeTimeProvider(DateTimeOffset.UnixEpoch)));
        Assert.Equal(500, dispatcher.Respond(new IncomingRequest(request, Flaw: null), fault).Status);
    }
}
