using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Server.Faults;

public sealed class StatusFaultTests
{
    [Fact]
    public async Task Status_is_answered_as_often_as_ordered_and_nothing_is_done()
    {
        using SandboxHost host = new();
        host.Server.AddFault(new RcSandboxFault { Status = 503, Times = 2 });

        for (int i = 0; i < 2; i++)
        {
            string message = await host.RefusedAsync(HttpStatusCode.ServiceUnavailable, "POST", "/v1/batches?" + SandboxHost.RequiredScalars, SandboxHost.FileForm(SandboxHost.GoodCsv));
            Assert.Equal("The sandbox was told to answer 503", message);
        }

        Assert.Equal(0, (int?)(await host.GetAsync("/v1/batches"))["result"]!["total"]);
        Assert.Equal([503, 503, 200], host.Server.Requests.Select(request => request.StatusCode));
        Assert.Equal([RcSandboxFaultKind.Status, RcSandboxFaultKind.Status, null], host.Server.Requests.Select(request => request.Fault));
        Assert.Equal(SandboxHost.GoodCsv, host.Server.Requests[0].Parts[0].Text);
    }

    [Fact]
    public async Task Status_brings_its_headers_and_body()
    {
        using SandboxHost host = new();
        host.Server.AddFault(new RcSandboxFault(429) { RetryAfter = "Fri, 15 Jan 2027 12:00:05 GMT" });
        host.Server.AddFault(new RcSandboxFault(502) { Body = "<html>Bad Gateway</html>", RetryAfter = "1" });
        host.Server.AddFault(new RcSandboxFault(302) { Location = "/elsewhere", Body = "moved", ContentType = "text/x-moved" });
        host.Server.AddFault(new RcSandboxFault(200) { Body = string.Empty, ContentType = string.Empty });
        host.Server.AddFault(new RcSandboxFault(204));
        using HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Server.BaseUri };

        List<(int Status, string? RetryAfter, string? Location, string? Type, string Body)> answers = [];
        for (int i = 0; i < 5; i++)
        {
            using HttpResponseMessage answer = await client.GetAsync("/v1/batches", TestContext.Current.CancellationToken);
            answers.Add((
                (int)answer.StatusCode,
                answer.Headers.RetryAfter?.ToString(),
                answer.Headers.Location?.ToString(),
                answer.Content.Headers.ContentType?.ToString(),
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        }

        Assert.Equal((429, "Fri, 15 Jan 2027 12:00:05 GMT", null, "application/json"), (answers[0].Status, answers[0].RetryAfter, answers[0].Location, answers[0].Type));
        Assert.Equal("0429", (string?)JsonNode.Parse(answers[0].Body)!["status"]);
        Assert.Equal((502, "1", null, "text/html", "<html>Bad Gateway</html>"), answers[1]);
        Assert.Equal((302, null, "/elsewhere", "text/x-moved", "moved"), answers[2]);
        Assert.Equal((200, null, null, null, string.Empty), answers[3]);
        Assert.Equal((204, string.Empty), (answers[4].Status, answers[4].Body));
    }
}
