using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Server.Faults;

public sealed class FaultMatchingTests
{
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
