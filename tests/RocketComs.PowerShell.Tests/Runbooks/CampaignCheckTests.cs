using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Runbooks;

/// <summary>What the scheduled campaign checks before it creates anything.</summary>
public sealed class CampaignCheckTests
{
    [Fact]
    public void Over_the_ceiling_nothing_is_created()
    {
        using AccountSession session = new();

        (IReadOnlyList<PSObject> output, int exitCode) = ScheduledCampaignTests.Run(session, ScheduledCampaignTests.Parameters(("CostCeiling", 0.02m)));

        Assert.Equal((3, 0.03m, "Over the ceiling. Nothing was sent."), (exitCode, output[0].Get<decimal>("Cost"), output[0].Get<string>("Outcome")));
        Assert.Empty(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("PricePerSegment", 0)]
    [InlineData("PricePerSegment", -0.01)]
    [InlineData("CostCeiling", 0)]
    public void Price_and_ceiling_are_above_zero(string name, double value)
    {
        using AccountSession session = new();

        CommandResult result = Runbook.Try(session, "scheduled-campaign.ps1", ScheduledCampaignTests.Parameters((name, (decimal)value)));

        Assert.Contains($"'{name}'", result.Terminating?.Exception.Message);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Theory]
    [InlineData("Hello {name}", "RC113")]
    [InlineData("Hello %first%", "RC113")]
    [InlineData("Details: bit.ly/3xYz", "RC112")]
    [InlineData("Doors\\u0007 open", "RC011")]
    public void Text_that_must_not_be_read_stops_it(string text, string rule)
    {
        using AccountSession session = new();
        AnswerTemplate(session, text);

        CommandResult result = Runbook.Try(session, "scheduled-campaign.ps1", ScheduledCampaignTests.Parameters());

        Assert.Contains($": {rule}: ", result.Terminating?.Exception.Message);
        Assert.Empty(result.Output);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Text_of_two_segments_is_in_the_cost_and_reported()
    {
        using AccountSession session = new();
        AnswerTemplate(session, new string('a', 161));

        (IReadOnlyList<PSObject> output, int exitCode) = ScheduledCampaignTests.Run(session, ScheduledCampaignTests.Parameters(("CostCeiling", 0.05m)));

        Assert.Equal((3, "6", 0.06m), (exitCode, output[0].Text("Segments"), output[0].Get<decimal>("Cost")));
        Assert.StartsWith("RC105: ", output[0].Get<string>("TextIssues"));
    }

    [Fact]
    public void List_that_is_named_twice_counts_once()
    {
        using AccountSession session = new();
        string[] lists = [$"{TestSandbox.ListId}, {TestSandbox.SecondListId}", TestSandbox.ListId.ToUpperInvariant()];

        (IReadOnlyList<PSObject> output, int exitCode) = ScheduledCampaignTests.Run(session, ScheduledCampaignTests.Parameters(("RecipientListId", lists)));

        Assert.Equal((0, 5), (exitCode, output[0].Get<int>("Recipients")));
        Assert.Single(session.Sandbox.Writes);
    }

    [Fact]
    public void Text_without_any_list_does_not_mean_all_of_them()
    {
        using AccountSession session = new();

        CommandResult result = Runbook.Try(session, "scheduled-campaign.ps1", ScheduledCampaignTests.Parameters(("RecipientListId", " , ")));

        Assert.Equal("No list is named.", result.Terminating?.Exception.Message);
        Assert.Empty(session.Sandbox.Writes);
    }

    private static void AnswerTemplate(AccountSession session, string text) => Runbook.Answer(
        session,
        "/v1/message-templates*",
        $$"""{ "content": [{ "id": "{{TestSandbox.TemplateId}}", "name": "Spring", "message": "{{text}}", "status": "ACTIVE" }], "page": 0, "total": 1, "pageSize": 10 }""");
}
