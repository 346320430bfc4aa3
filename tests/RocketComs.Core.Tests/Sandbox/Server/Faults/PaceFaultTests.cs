using RocketComs.Core.Tests.Sandbox.Server.Wire;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Server.Faults;

public sealed class PaceFaultTests
{
    private static readonly TimeSpan s_fiveSeconds = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData(RcSandboxFaultKind.Delay, 200)]
    [InlineData(RcSandboxFaultKind.Status, 503)]
    [InlineData(RcSandboxFaultKind.TruncatedJson, 200)]
    public async Task Delay_goes_before_any_answer(RcSandboxFaultKind kind, int expected)
    {
        RecordedWaits waits = new();
        using SandboxHost host = SandboxHost.WithWait(waits.WaitAsync);
        host.Server.AddFault(new RcSandboxFault(kind) { Delay = s_fiveSeconds });

        using HttpResponseMessage answer = await host.Client.GetAsync("/v1/batches", TestContext.Current.CancellationToken);

        Assert.Equal(expected, (int)answer.StatusCode);
        Assert.Equal([s_fiveSeconds], waits.All);
        Assert.Equal((expected, kind), (host.Server.Requests[0].StatusCode, host.Server.Requests[0].Fault));
    }

    [Theory]
    [InlineData(RcSandboxFaultKind.DropBeforeBody)]
    [InlineData(RcSandboxFaultKind.DropAfterBody)]
    [InlineData(RcSandboxFaultKind.DropAnswer)]
    public async Task Delay_goes_before_any_drop(RcSandboxFaultKind kind)
    {
        RecordedWaits waits = new();
        using SandboxHost host = SandboxHost.WithWait(waits.WaitAsync);
        host.Server.AddFault(new RcSandboxFault(kind) { Delay = s_fiveSeconds });

        await Assert.ThrowsAsync<HttpRequestException>(() => host.CreateAsync());

        Assert.Equal([s_fiveSeconds], waits.All);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(-1)]
    [InlineData(5000)]
    public async Task Delay_holds_the_answer_to_what_was_done_until_the_client_hangs_up(int? milliseconds)
    {
        RecordedWaits waits = new(isEndless: true);
        using SandboxHost host = SandboxHost.WithWait(waits.WaitAsync);
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.Delay) { Delay = milliseconds is { } time ? TimeSpan.FromMilliseconds(time) : null });
        using (RawClient client = await RawClient.ConnectAsync(host.Server.BaseUri))
        {
            await client.SendAsync(host.Raw("GET", "/v1/batches"));
            await Until.TrueAsync(() => host.Server.Requests.Count == 1);
            Assert.Equal((1, 0), (host.Server.OpenConnectionCount, client.Available));
        }

        await Until.TrueAsync(() => host.Server.OpenConnectionCount == 0);
        Assert.Equal((0, RcSandboxFaultKind.Delay), (host.Server.Requests[0].StatusCode, host.Server.Requests[0].Fault));
    }

    [Fact]
    public async Task Delay_does_not_hold_up_what_was_asked()
    {
        using SandboxHost host = new();
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.Delay) { Method = "POST" });
        Task held = host.CreateAsync();
        await Until.TrueAsync(() => host.Server.Requests.Count == 1);

        Assert.Equal(1, (int?)(await host.GetAsync("/v1/batches"))["result"]!["total"]);
        host.Server.Dispose();

        await Assert.ThrowsAsync<HttpRequestException>(() => held);
    }

    [Fact]
    public async Task Delay_leaves_requests_sent_in_advance_for_later()
    {
        RecordedWaits waits = new();
        using SandboxHost host = SandboxHost.WithWait(waits.WaitAsync);
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.Delay) { Delay = s_fiveSeconds });
        using RawClient client = await RawClient.ConnectAsync(host.Server.BaseUri);

        await client.SendAsync(host.Raw("GET", "/v1/batches") + host.Raw("GET", "/v1/message-templates"));

        Assert.Equal("HTTP/1.1 200 OK", (await client.ReadAnswerAsync()).Status);
        Assert.StartsWith("{\"content\":", (await client.ReadAnswerAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slow_request_is_read_at_its_rate_and_served()
    {
        RecordedWaits waits = new();
        using SandboxHost host = SandboxHost.WithWait(waits.WaitAsync);
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.SlowRequest) { BytesPerSecond = 100 });
        using RawClient client = await RawClient.ConnectAsync(host.Server.BaseUri);
        string body = new('x', 1005);

        await client.SendAsync(host.Raw("POST", "/v1/auth/login", body));

        Assert.Equal("HTTP/1.1 400 Bad Request", (await client.ReadAnswerAsync()).Status);
        Assert.Equal(TimeSpan.FromSeconds(10.05), waits.Total);
        Assert.Equal(TimeSpan.FromSeconds(0.1), waits.All.Max());
        Assert.Equal((400, RcSandboxFaultKind.SlowRequest, 1005), (host.Server.Requests[0].StatusCode, host.Server.Requests[0].Fault, host.Server.Requests[0].Body.Length));
    }

    [Fact]
    public async Task Slow_request_whose_client_leaves_is_in_the_log_with_what_had_arrived()
    {
        using SandboxHost host = SandboxHost.WithWait(new RecordedWaits().WaitAsync);
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.SlowRequest) { BytesPerSecond = 10 });
        using RawClient client = await RawClient.ConnectAsync(host.Server.BaseUri);

        await client.SendAsync("POST /v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc");
        client.FinishSending();

        Assert.Equal((string.Empty, true), await client.ReadToEndAsync());
        Assert.Equal("abc"u8.ToArray(), host.Server.Requests[0].Body);
        Assert.Equal((0, RcSandboxFaultKind.SlowRequest), (host.Server.Requests[0].StatusCode, host.Server.Requests[0].Fault));
    }

    [Fact]
    public async Task Slow_answer_brings_its_first_bytes_at_once_and_the_rest_not_yet()
    {
        RecordedWaits waits = new(isEndless: true);
        using SandboxHost host = SandboxHost.WithWait(waits.WaitAsync);
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.SlowAnswer) { BytesPerSecond = 100 });
        using (RawClient client = await RawClient.ConnectAsync(host.Server.BaseUri))
        {
            await client.SendAsync(host.Raw("GET", "/v1/message-templates"));

            Assert.StartsWith("HTTP/1.1 200 OK\r\n", await client.ReadHeadAsync(), StringComparison.Ordinal);
            Assert.Equal("{\"content\"", await client.ReadAsync(10));
            await Until.TrueAsync(() => waits.All.Length == 1);
            Assert.Equal(0, client.Available);
        }

        await Until.TrueAsync(() => host.Server.OpenConnectionCount == 0);
        Assert.Equal((200, RcSandboxFaultKind.SlowAnswer), (host.Server.Requests[0].StatusCode, host.Server.Requests[0].Fault));
    }

    [Fact]
    public async Task Slow_answer_comes_whole_in_its_time()
    {
        RecordedWaits waits = new();
        using SandboxHost host = SandboxHost.WithWait(waits.WaitAsync);
        string whole = await host.Client.GetStringAsync("/v1/message-templates", TestContext.Current.CancellationToken);
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.SlowAnswer) { BytesPerSecond = 5 });

        string slow = await host.Client.GetStringAsync("/v1/message-templates", TestContext.Current.CancellationToken);

        Assert.Equal(whole, slow);
        Assert.Equal(TimeSpan.FromSeconds((System.Text.Encoding.UTF8.GetByteCount(whole) - 1) / 5d), waits.Total);
    }
}
