using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Server.Faults;

public sealed class AnswerFaultTests
{
    [Theory]
    [InlineData(RcSandboxFaultKind.TruncatedJson)]
    [InlineData(RcSandboxFaultKind.GarbledJson)]
    public async Task Json_is_broken_while_its_length_is_right_and_the_connection_is_kept(RcSandboxFaultKind kind)
    {
        using SandboxHost host = new();
        string whole = await host.Client.GetStringAsync("/v1/message-templates", TestContext.Current.CancellationToken);
        host.Server.AddFault(new RcSandboxFault(kind));

        using HttpResponseMessage answer = await host.Client.GetAsync("/v1/message-templates", TestContext.Current.CancellationToken);
        string broken = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal((200, "application/json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
        Assert.Equal(kind == RcSandboxFaultKind.TruncatedJson ? whole[..(whole.Length / 2)] : whole[..^1].Replace('"', '\'') + ",", broken);
        Assert.ThrowsAny<JsonException>(() => JsonNode.Parse(broken));
        await host.GetAsync("/v1/message-templates");
        Assert.Equal(1, host.Server.ConnectionCount);
        Assert.Equal([null, kind, null], host.Server.Requests.Select(request => request.Fault));
    }

    [Fact]
    public async Task Broken_json_answers_what_was_done()
    {
        using SandboxHost host = new();
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.TruncatedJson));

        await Assert.ThrowsAnyAsync<JsonException>(() => host.CreateAsync());

        Assert.Equal(1, (int?)(await host.GetAsync("/v1/batches"))["result"]!["total"]);
    }

    [Theory]
    [InlineData(null, null, "text/html")]
    [InlineData("text/plain; charset=utf-8", null, "text/plain; charset=utf-8")]
    [InlineData(null, "<html>Sign in to the hotel's network</html>", "text/html")]
    [InlineData("application/json", "", "application/json")]
    public async Task Content_type_is_another_one(string? type, string? body, string expectedType)
    {
        using SandboxHost host = new();
        string own = await host.Client.GetStringAsync("/v1/message-templates", TestContext.Current.CancellationToken);
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.ContentType) { ContentType = type, Body = body });

        using HttpResponseMessage answer = await host.Client.GetAsync("/v1/message-templates", TestContext.Current.CancellationToken);

        Assert.Equal((200, expectedType), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
        Assert.Equal(body ?? own, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
