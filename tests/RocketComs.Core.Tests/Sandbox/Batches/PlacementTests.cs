using System.Net;
using System.Text.Json.Nodes;
using RocketComs.Sandbox.Server;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Batches;

public sealed class PlacementTests
{
    private const string Path = "/v1/batches?" + SandboxHost.RequiredScalars + "&action=VALIDATE";

    private static readonly (string Name, string Value)[] s_scalars =
        [("campaignId", SandboxData.CampaignId), ("externalId", "a7896"), ("startDate", "2027-01-15"), ("action", "VALIDATE")];

    [Theory]
    [InlineData(null)]
    [InlineData(RcParameterPlacement.Query)]
    public async Task Scalars_in_the_query_are_taken_unless_the_form_is_asked_for(RcParameterPlacement? placement)
    {
        using SandboxHost host = new(placement);

        (HttpStatusCode status, JsonNode json) = await host.SendAsync("POST", Path, SandboxHost.FileForm(SandboxHost.GoodCsv));

        Assert.Equal((HttpStatusCode.OK, "CREATED"), (status, (string?)json["result"]!["status"]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(RcParameterPlacement.Form)]
    public async Task Scalars_in_the_form_are_taken_unless_the_query_is_asked_for(RcParameterPlacement? placement)
    {
        using SandboxHost host = new(placement);

        (HttpStatusCode status, JsonNode json) = await host.SendAsync("POST", "/v1/batches", SandboxHost.FileForm(SandboxHost.GoodCsv, s_scalars));

        Assert.Equal((HttpStatusCode.OK, "CREATED"), (status, (string?)json["result"]!["status"]));
    }

    [Fact]
    public async Task Scalar_in_the_form_is_refused_when_the_query_is_asked_for()
    {
        using SandboxHost host = new(RcParameterPlacement.Query);

        string message = await host.RefusedAsync(HttpStatusCode.BadRequest, "POST", Path, SandboxHost.FileForm(SandboxHost.GoodCsv, ("description", "Spring")));

        Assert.Equal("description must not be in the form", message);
    }

    [Fact]
    public async Task Scalar_in_the_query_is_refused_when_the_form_is_asked_for()
    {
        using SandboxHost host = new(RcParameterPlacement.Form);

        string message = await host.RefusedAsync(
            HttpStatusCode.BadRequest, "POST", "/v1/batches?description=Spring", SandboxHost.FileForm(SandboxHost.GoodCsv, s_scalars));

        Assert.Equal("description must not be in the query string", message);
    }

    [Theory]
    [InlineData("messageTemplateId")]
    [InlineData("namedRecipientsListIds")]
    [InlineData("message")]
    public async Task Body_parameter_in_the_query_is_always_refused(string name)
    {
        using SandboxHost host = new();

        string message = await host.RefusedAsync(HttpStatusCode.BadRequest, "POST", $"{Path}&{name}=x", SandboxHost.FileForm(SandboxHost.GoodCsv));

        Assert.Equal($"{name} must be a part of the body, not a query parameter", message);
    }

    [Fact]
    public async Task Scalar_that_is_the_same_in_both_places_is_taken_and_a_description_from_the_query()
    {
        using SandboxHost host = new();

        (HttpStatusCode status, JsonNode json) = await host.SendAsync(
            "POST", Path + "&description=query", SandboxHost.FileForm(SandboxHost.GoodCsv, ("action", "VALIDATE"), ("description", "form")));

        Assert.Equal((HttpStatusCode.OK, "CREATED", "query"), (status, (string?)json["result"]!["status"], (string?)json["result"]!["description"]));
    }

    [Fact]
    public async Task Scalar_in_both_places_is_refused()
    {
        using SandboxHost host = new();

        string message = await host.RefusedAsync(HttpStatusCode.BadRequest, "POST", Path, SandboxHost.FileForm(SandboxHost.GoodCsv, ("action", "SCHEDULE")));

        Assert.Equal("action must not be given more than once", message);
    }
}
