using System.Globalization;
using System.Text.RegularExpressions;
using RocketComs.Core.Tests.Sandbox.Server.Wire;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Server.Faults;

public sealed class DropFaultTests
{
    private const string Login = "/v1/auth/login";

    [Fact]
    public async Task Drop_before_body_resets_a_client_that_still_waits_to_be_told_to_go_on()
    {
        using SandboxHost host = new();
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.DropBeforeBody));
        using RawClient client = await RawClient.ConnectAsync(host.Server.BaseUri);

        await client.SendAsync($"POST {Login} HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 10\r\n\r\n");

        Assert.Equal((string.Empty, true), await client.ReadToEndAsync());
        RcSandboxRequest request = Assert.Single(host.Server.Requests);
        Assert.Equal((Login, 0, RcSandboxFaultKind.DropBeforeBody, 0), (request.Path, request.StatusCode, request.Fault, request.Body.Length));
        Assert.Equal("10", request.Headers["Content-Length"]);
    }

    [Fact]
    public async Task Drop_before_body_does_not_record_a_body_that_was_sent_with_the_head()
    {
        using SandboxHost host = new();
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.DropBeforeBody));
        using RawClient client = await RawClient.ConnectAsync(host.Server.BaseUri);

        await client.SendAsync(host.Raw("POST", Login, "0123456789"));

        Assert.Equal((string.Empty, true), await client.ReadToEndAsync());
        Assert.Empty(Assert.Single(host.Server.Requests).Body);
    }

    [Fact]
    public async Task Drop_after_body_resets_when_all_was_read_and_does_nothing()
    {
        using SandboxHost host = new();
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.DropAfterBody));

        await Assert.ThrowsAsync<HttpRequestException>(() => host.CreateAsync());

        RcSandboxRequest request = Assert.Single(host.Server.Requests);
        Assert.Equal((0, RcSandboxFaultKind.DropAfterBody), (request.StatusCode, request.Fault));
        Assert.Equal(SandboxHost.GoodCsv, request.Parts[0].Text);
        Assert.Equal(0, (int?)(await host.GetAsync("/v1/batches"))["result"]!["total"]);
    }

    [Fact]
    public async Task Drop_after_body_waits_for_the_last_byte()
    {
        using SandboxHost host = new();
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.DropAfterBody));
        using RawClient client = await RawClient.ConnectAsync(host.Server.BaseUri);

        await client.SendAsync($"POST {Login} HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
        Assert.Equal("HTTP/1.1 100 Continue\r\n\r\n", await client.ReadHeadAsync());
        await client.SendAsync("body");

        Assert.Equal((string.Empty, true), await client.ReadToEndAsync());
        Assert.Equal("body"u8.ToArray(), host.Server.Requests[0].Body);
    }

    [Fact]
    public async Task Drop_answer_does_what_was_asked_and_says_nothing()
    {
        using SandboxHost host = new();
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.DropAnswer));

        await Assert.ThrowsAsync<HttpRequestException>(() => host.CreateAsync());

        RcSandboxRequest request = Assert.Single(host.Server.Requests);
        Assert.Equal((0, RcSandboxFaultKind.DropAnswer), (request.StatusCode, request.Fault));
        Assert.Equal(1, (int?)(await host.GetAsync("/v1/batches"))["result"]!["total"]);
    }

    [Fact]
    public async Task Drop_answer_brings_no_byte()
    {
        using SandboxHost host = new();
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.DropAnswer));
        using RawClient client = await RawClient.ConnectAsync(host.Server.BaseUri);

        await client.SendAsync(host.Raw("GET", "/v1/batches"));

        Assert.Equal((string.Empty, true), await client.ReadToEndAsync());
    }

    [Fact]
    public async Task Drop_in_answer_brings_half_of_what_it_promised()
    {
        using SandboxHost host = new();
        string whole = (await host.GetAsync("/v1/message-templates")).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.DropInAnswer));
        using RawClient client = await RawClient.ConnectAsync(host.Server.BaseUri);

        await client.SendAsync(host.Raw("GET", "/v1/message-templates"));
        string head = await client.ReadHeadAsync();
        int promised = int.Parse(Regex.Match(head, "Content-Length: ([0-9]+)").Groups[1].Value, CultureInfo.InvariantCulture);
        (string half, bool wasReset) = await client.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 200 OK\r\n", head, StringComparison.Ordinal);
        Assert.Equal(promised, System.Text.Encoding.UTF8.GetByteCount(whole));
        Assert.Equal((whole[..(promised / 2)], true), (half, wasReset));
        Assert.Equal((200, RcSandboxFaultKind.DropInAnswer), (host.Server.Requests[^1].StatusCode, host.Server.Requests[^1].Fault));
    }

    [Fact]
    public async Task Drop_takes_its_connection_only()
    {
        using SandboxHost host = new();
        using RawClient other = await RawClient.ConnectAsync(host.Server.BaseUri);
        await other.SendAsync(host.Raw("GET", "/v1/batches"));
        await other.ReadAnswerAsync();
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.DropAnswer));
        using RawClient client = await RawClient.ConnectAsync(host.Server.BaseUri);
        await client.SendAsync(host.Raw("GET", "/v1/batches"));
        await client.ReadToEndAsync();

        await other.SendAsync(host.Raw("GET", "/v1/batches"));

        Assert.Equal("HTTP/1.1 200 OK", (await other.ReadAnswerAsync()).Status);
        Assert.Equal([1, 2, 1], host.Server.Requests.Select(request => request.ConnectionId));
        Assert.Equal((2, 2), (host.Server.ConnectionCount, host.Server.MostOpenConnections));
        await Until.TrueAsync(() => host.Server.OpenConnectionCount == 1);
    }
}
