using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Faults;

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

    [Fact]
    public async Task First_fault_that_matches_wins_and_is_gone_when_it_has_been_met()
    {
        using SandboxHost host = new();
        host.Server.AddFault(new RcSandboxFault(500) { Method = "delete" });
        host.Server.AddFault(new RcSandboxFault(501) { Path = "/v1/batches/*" });
        host.Server.AddFault(new RcSandboxFault(502) { Path = "/v1/batche?", Skip = 1, Times = 0 });
        host.Server.AddFault(new RcSandboxFault(503));

        int[] statuses = await StatusesAsync(host, "GET /v1/batches", "GET /v1/batches", "GET /v1/batches/x", "DELETE /v1/batches", "GET /v1/batches", "GET /v1/message-templates");
        Assert.Equal([503, 502, 501, 500, 502, 200], statuses);

        RcSandboxFault left = Assert.Single(host.Server.Faults);
        Assert.Equal((502, 2, 0), (left.Status, left.Hits, left.Times));
        host.Server.ClearFaults();
        Assert.Empty(host.Server.Faults);
        Assert.Equal(200, Assert.Single(await StatusesAsync(host, "GET /v1/batches")));
    }

    [Theory]
    [InlineData("/v1/batches", true)]
    [InlineData("/v1/*", true)]
    [InlineData("*es", true)]
    [InlineData("/v?/batches", true)]
    [InlineData("", true)]
    [InlineData("/V1/batches", false)]
    [InlineData("/v1/batches?", false)]
    [InlineData("/v1/batches/*", false)]
    [InlineData("/v1.batches", false)]
    [InlineData("/v1/b[a]tches", false)]
    public async Task Path_matches_as_a_whole_with_wildcards(string path, bool isMet)
    {
        using SandboxHost host = new();
        host.Server.AddFault(new RcSandboxFault(503) { Path = path });

        int[] statuses = await StatusesAsync(host, "GET /v1/batches?externalId=1");
        Assert.Equal([isMet ? 503 : 200], statuses);
    }

    [Fact]
    public async Task Fault_that_was_added_is_a_copy()
    {
        using SandboxHost host = new();
        string[] parameters = ["startDate"];
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.IgnoredParameters) { Parameters = parameters, Hits = 7 });
        parameters[0] = "no such thing";

        Assert.Equal("startDate", host.Server.Faults[0].Parameters[0]);
        Assert.Equal(0, host.Server.Faults[0].Hits);
        JsonNode batch = await host.CreateAsync();
        Assert.Equal("CREATED", (string?)batch["status"]);
    }

    [Fact]
    public async Task Header_orders_a_fault_for_its_own_request_and_goes_before_the_others()
    {
        using SandboxHost host = new();
        host.Server.AddFault(new RcSandboxFault(500));

        int[] statuses = await StatusesAsync(host, "GET /v1/batches 418*5", "GET /v1/batches", "GET /v1/batches");
        Assert.Equal([418, 500, 200], statuses);
        Assert.Equal("418*5", host.Server.Requests[0].Headers["x-sandbox-fault"]);
        Assert.Equal(RcSandboxFaultKind.Status, host.Server.Requests[0].Fault);
    }

    [Theory]
    [InlineData("Nonsense", "DropAnswer")]
    [InlineData("100", "Status must be from 200 to 599")]
    public async Task Header_that_names_no_fault_is_answered_with_400(string text, string expected)
    {
        using SandboxHost host = new();
        host.Client.DefaultRequestHeaders.Add("X-Sandbox-Fault", text);

        string message = await host.RefusedAsync(HttpStatusCode.BadRequest, "GET", "/v1/batches");

        Assert.StartsWith("X-Sandbox-Fault: ", message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.Null(host.Server.Requests[0].Fault);
    }

    private static async Task<int[]> StatusesAsync(SandboxHost host, params string[] requests)
    {
        List<int> statuses = [];
        foreach (string[] words in requests.Select(request => request.Split(' ')))
        {
            using HttpRequestMessage request = new(new HttpMethod(words[0]), words[1]);
            if (words.Length > 2)
            {
                request.Headers.Add("X-Sandbox-Fault", words[2]);
            }

            using HttpResponseMessage answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
            statuses.Add((int)answer.StatusCode);
        }

        return [.. statuses];
    }
}
