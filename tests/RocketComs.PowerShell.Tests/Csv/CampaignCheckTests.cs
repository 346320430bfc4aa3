using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Csv;

/// <summary>The campaign of the sandbox is registered without links, promises an opt-out, and shows nothing of phone numbers and samples.</summary>
public sealed class CampaignCheckTests
{
    private const string Linked = "12025550123,See https://example.com or call 202-555-0100. Reply STOP to end\n12025550124,Hello\n";
    private const string Lookup = "GET /v1/campaigns/" + TestSandbox.CampaignId;

    [Fact]
    public void Id_is_looked_up_once()
    {
        using AccountSession session = new();
        string[] files = [session.WriteFile("a.csv", Linked), session.WriteFile("b.csv", Linked)];
        CommandResult result = session.Run("Test-RcBatchCsv", ("Path", files), ("Campaign", TestSandbox.CampaignId)).NoErrors();
        Assert.All(result.Output, report => Assert.Equal("RC116=1 RC118=1", Fired(report)));
        Assert.Equal([Lookup], session.Sandbox.Requests.Select(request => request.Method + " " + request.Path));
    }

    [Theory]
    [InlineData("$c")]
    [InlineData("([System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($c)))")]
    public void Campaign_needs_no_connection(string campaign)
    {
        using AccountSession session = new();
        session.WriteFile("a.csv", Linked);
        CommandResult result = session.Script($"$c = Get-RcCampaign {TestSandbox.CampaignId}; Disconnect-RcAccount; $given = {campaign}; Test-RcBatchCsv a.csv -Campaign $given").NoErrors();
        Assert.Equal("RC116=1 RC118=1", Fired(result.Single()));
        Assert.Single(session.Sandbox.Requests);
    }

    [Fact]
    public void Another_object_of_the_campaign_is_looked_up()
    {
        using AccountSession session = new();
        session.WriteFile("a.csv", Linked);
        session.Set("id", TestSandbox.CampaignId);
        CommandResult result = session.Script("$given = [pscustomobject]@{ CampaignId = $id }; Test-RcBatchCsv a.csv -Campaign $given").NoErrors();
        Assert.Equal("RC116=1 RC118=1", Fired(result.Single()));
        Assert.Equal(Lookup, session.Sandbox.Requests[^1].Method + " " + session.Sandbox.Requests[^1].Path);
    }

    [Fact]
    public void Id_without_a_connection_is_refused()
    {
        using TestSession session = new();
        session.WriteFile("a.csv", Linked);
        session.Script($"Test-RcBatchCsv a.csv -Campaign {TestSandbox.CampaignId}").Error("RcNotConnected");
    }

    [Theory]
    [InlineData("-Campaign sale", "Campaign")]
    [InlineData("-Connection $c", "Connection")]
    public void What_cannot_be_meant_is_refused(string arguments, string parameter)
    {
        using AccountSession session = new();
        session.WriteFile("a.csv", Linked);
        session.Script("$c = Get-RcConnection");
        Assert.Contains("-" + parameter, session.Script($"$c = Get-RcConnection; Test-RcBatchCsv a.csv {arguments}").Error("RcInvalidParameter").ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_are_held_against_it_too()
    {
        using AccountSession session = new();
        CommandResult result = session.Pipe([AccountSession.Row("12025550123", "See example.com")], "Test-RcBatchCsv", ("Campaign", TestSandbox.CampaignId)).NoErrors();
        Assert.Equal("RC116=1 RC118=1", Fired(result.Single()));
    }

    [Fact]
    public void Scheduling_says_what_the_campaign_is_registered_without_and_asks_for_it_once()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        CommandResult result = session.Run("Update-RcBatch", ("Id", id), ("Path", session.WriteFile("a.csv", Linked)), ("Force", true), ("Verbose", true)).NoErrors();
        Assert.Contains(result.Warnings, warning => warning.Contains("RC116 1", StringComparison.Ordinal));
        Assert.Contains(result.Verbose, line => line.Contains("1 of the 2 texts does not say how to opt out", StringComparison.Ordinal));
        Assert.Single(session.Sandbox.Requests, request => request.Method + " " + request.Path == Lookup);
        Assert.Single(session.Sandbox.Writes);
    }

    [Fact]
    public void Validating_asks_for_no_campaign()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        CommandResult result = session.Run("Update-RcBatch", ("Id", id), ("Path", session.WriteFile("a.csv", Linked)), ("Action", "Validate")).NoErrors();
        Assert.Empty(result.Warnings);
        Assert.DoesNotContain(session.Sandbox.Requests, request => request.Path.StartsWith("/v1/campaigns/", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_for_lists_is_held_against_it()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        CommandResult result = session.Run("Update-RcBatch", ("Id", id), ("Message", "See example.com"), ("RecipientListId", TestSandbox.ListId), ("Force", true)).NoErrors();
        Assert.Single(result.Warnings, warning => warning.Contains("(RC116)", StringComparison.Ordinal));
    }

    private static string Fired(System.Management.Automation.PSObject report) =>
        string.Join(' ', report.Get<IReadOnlyDictionary<string, long>>("IssueSummary")!.Select(rule => $"{rule.Key}={rule.Value}"));
}
