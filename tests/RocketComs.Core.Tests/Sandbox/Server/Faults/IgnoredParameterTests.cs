using System.Text.Json.Nodes;
using RocketComs.Sandbox.Server;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Server.Faults;

public sealed class IgnoredParameterTests
{
    [Theory]
    [InlineData(RcParameterPlacement.Query)]
    [InlineData(RcParameterPlacement.Form)]
    public async Task Ignored_parameters_of_an_update_leave_the_batch_as_it_was(RcParameterPlacement? placement)
    {
        using SandboxHost host = new(placement);
        (string Name, string Value)[] old = [("campaignId", SandboxData.CampaignId), ("externalId", "old"), ("startDate", "2027-01-15"), ("action", "VALIDATE"), ("description", "old")];
        JsonNode batch = (await SendAsync(host, placement, "POST", "/v1/batches", old))["result"]!;
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.IgnoredParameters) { Parameters = ["description", "startDate"] });

        JsonNode updated = (await SendAsync(
            host, placement, "PATCH", SandboxHost.PathOf(batch), ("description", "new"), ("startDate", "2027-02-01"), ("externalId", "new"), ("action", "VALIDATE")))["result"]!;

        Assert.Equal(("old", "2027-01-15", "new", "CREATED"), ((string?)updated["description"], (string?)updated["startDate"], (string?)updated["externalId"], (string?)updated["status"]));
        Assert.Equal(RcSandboxFaultKind.IgnoredParameters, host.Server.Requests[^1].Fault);
        Assert.Contains("new", placement == RcParameterPlacement.Query
            ? host.Server.Requests[^1].Query.Select(pair => pair.Value)
            : host.Server.Requests[^1].Parts.Select(part => part.Text));
    }

    [Fact]
    public async Task Ignored_action_schedules_a_batch_that_was_only_to_be_validated()
    {
        using SandboxHost host = new();
        JsonNode batch = await host.CreateAsync();
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.IgnoredParameters) { Parameters = ["action"] });
        using MultipartFormDataContent form = SandboxHost.FileForm(SandboxHost.GoodCsv);

        (_, JsonNode updated) = await host.SendAsync("PATCH", SandboxHost.PathOf(batch) + "?action=VALIDATE", form);

        Assert.Equal("PENDING", (string?)updated["result"]!["status"]);
    }

    [Fact]
    public async Task Ignored_parameters_of_a_create_are_all_scalars_unless_named()
    {
        using SandboxHost host = new();
        host.Server.AddFault(new RcSandboxFault(RcSandboxFaultKind.IgnoredParameters));

        JsonNode batch = await host.CreateAsync(SandboxHost.GoodCsv, "VALIDATE", "&description=new&endDate=2027-03-01&startTime=09:00&endTime=10:00&operationType=CSV_FILE");

        Assert.Equal(
            (SandboxData.CampaignId, "ignored", "2027-01-15", null, null, null, null, "PENDING"),
            ((string?)batch["campaignId"], (string?)batch["externalId"], (string?)batch["startDate"], (string?)batch["description"],
                (string?)batch["endDate"], (string?)batch["startTime"], (string?)batch["endTime"], (string?)batch["status"]));
    }

    private static async Task<JsonNode> SendAsync(SandboxHost host, RcParameterPlacement? placement, string method, string path, params (string Name, string Value)[] scalars)
    {
        bool isQuery = placement == RcParameterPlacement.Query;
        string query = isQuery ? "?" + string.Join("&", scalars.Select(scalar => $"{scalar.Name}={scalar.Value}")) : string.Empty;
        using MultipartFormDataContent form = SandboxHost.FileForm(SandboxHost.GoodCsv, isQuery ? [] : scalars);
        (_, JsonNode json) = await host.SendAsync(method, path + query, form);
        return json;
    }
}
