using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Csv;

/// <summary>-OptOutNumber and -CheckOptOut of the commands that need no batch.</summary>
public sealed class OptOutNumberTests
{
    private const string Rows = "2025550101,Hi\n(202) 555-0104,Hi\n+12025550199,Hi\n2025550102,Hi\n";

    [Theory]
    [InlineData("2025550101.0")]
    [InlineData("2025550101 x12")]
    [InlineData("2025550101,2026-01-31")]
    [InlineData("555-0123")]
    [InlineData("")]
    public void Entry_that_is_no_number_ends_the_command_and_is_named(string entry)
    {
        using TestSession session = new();
        session.WriteFile("a.csv", Rows);

        ErrorRecord checking = session.Run("Test-RcBatchCsv", ("Path", "a.csv"), ("OptOutNumber", (string[])["2025550104", entry])).Ended("RcInvalidParameter");
        CommandResult repairing = session.Run("Repair-RcBatchCsv", ("Path", "a.csv"), ("Destination", "out.csv"), ("OptOutNumber", (string[])["2025550104", entry]));

        Assert.Equal(entry, checking.TargetObject);
        Assert.Contains($"'{entry}'", checking.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Equal(entry, repairing.Ended("RcInvalidParameter").TargetObject);
        Assert.Empty(repairing.Output);
        Assert.False(File.Exists(session.PathOf("out.csv")));
    }

    [Theory]
    [InlineData("0612345678", "+33612345678", "FR", "RC012")]
    [InlineData("+33612345678", "0612345678", "FR", "RC012")]
    [InlineData("0612345678", "+33612345678", "US", "")]
    [InlineData("2025550101", "+442025550101", "US", "")]
    public void Numbers_are_those_of_the_region(string optedOut, string number, string region, string fired)
    {
        using TestSession session = new();
        session.WriteFile("a.csv", number + ",Hi\n");

        CommandResult issues = session.Run("Test-RcBatchCsv", ("Path", "a.csv"), ("OptOutNumber", optedOut), ("DefaultRegion", region), ("AsIssue", true)).NoErrors();

        Assert.Equal(fired, string.Join(' ', issues.Output.Where(issue => issue.Text("Severity") == "Error").Select(issue => issue.Get<string>("RuleId"))));
    }

    [Fact]
    public void Repair_sets_aside_who_opted_out()
    {
        using TestSession session = new();
        session.WriteFile("a.csv", Rows);

        PSObject repair = session.Run(
            "Repair-RcBatchCsv", ("Path", "a.csv"), ("Destination", "out.csv"), ("RejectedPath", "rest.csv"), ("OptOutNumber", (string[])["1 202 555 0104", "2025550199"])).Single();

        Assert.Equal("2025550101,Hi\n2025550102,Hi\n", File.ReadAllText(session.PathOf("out.csv")));
        Assert.Equal("(202) 555-0104,Hi\n+12025550199,Hi\n", File.ReadAllText(session.PathOf("rest.csv")));
        Assert.Equal(
            [("RC012", 2L, "Remove the row."), ("RC012", 3L, "Remove the row.")],
            repair.Get<object[]>("Rejected")!.Select(issue => (issue.Get<string>("RuleId")!, issue.Get<long>("Line"), issue.Get<string>("Suggestion")!)));
        Assert.Empty(session.Run("Repair-RcBatchCsv", ("Path", "out.csv"), ("Destination", "again.csv"), ("OptOutNumber", null)).Single().Get<object[]>("Rejected")!);
    }

    [Fact]
    public void Repair_asks_the_platform_once_whom_the_campaign_has_lost()
    {
        using AccountSession session = new();
        session.WriteFile("a.csv", Rows);

        PSObject repair = session.Run(
            "Repair-RcBatchCsv", ("Path", "a.csv"), ("Destination", "out.csv"), ("CheckOptOut", true), ("CampaignId", TestSandbox.CampaignId), ("OptOutNumber", "2025550102")).Single();

        Assert.Equal("2025550101,Hi\n", File.ReadAllText(session.PathOf("out.csv")));
        Assert.Equal(3L, repair.Get<long>("RowsRejected"));
        Assert.Single(session.Sandbox.Requests, request => request.Path.EndsWith("/optouts", StringComparison.Ordinal));
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Repair_takes_the_campaign_from_an_object_and_the_connection_from_a_parameter()
    {
        using AccountSession session = new();
        session.WriteFile("a.csv", Rows);

        CommandResult result = session.Script(
            "$c = Get-RcConnection; Repair-RcBatchCsv a.csv -Destination out.csv -CheckOptOut -Campaign (Get-RcCampaign -Id " + TestSandbox.CampaignId + ") -Connection $c");

        Assert.Equal(2L, result.Single().Get<long>("RowsRejected"));
    }

    [Theory]
    [InlineData("-CheckOptOut", "RcInvalidParameter")]
    [InlineData("-CampaignId 05ee2300-51cd-4021-b28d-11597cf9a175", "RcInvalidParameter")]
    [InlineData("-CheckOptOut -CampaignId '42'", "RcInvalidParameter")]
    [InlineData("-CheckOptOut -CampaignId 05ee2300-51cd-4021-b28d-11597cf9a175", "RcNotConnected")]
    public void Opt_outs_that_cannot_be_asked_for_end_the_repair(string arguments, string id)
    {
        using TestSession session = new();
        session.WriteFile("a.csv", Rows);

        session.Script("Repair-RcBatchCsv a.csv -Destination out.csv " + arguments).Error(id);

        Assert.False(File.Exists(session.PathOf("out.csv")));
    }

    [Theory]
    [InlineData("""[{"destination":"5550104"}]""")]
    [InlineData("""[{"destination":"2025550104"},{"destination":"2025550102 x4"}]""")]
    public void Opt_out_of_the_platform_that_cannot_be_read_keeps_the_repair_back(string answer)
    {
        using AccountSession session = new();
        session.WriteFile("a.csv", Rows);
        session.Sandbox.AddFault(new System.Collections.Hashtable { ["Kind"] = "Status", ["Status"] = 200, ["Path"] = "*/optouts", ["Body"] = answer });

        session.Run("Repair-RcBatchCsv", ("Path", "a.csv"), ("Destination", "out.csv"), ("CheckOptOut", true), ("CampaignId", TestSandbox.CampaignId)).Ended("RcUnexpectedResponse");

        Assert.False(File.Exists(session.PathOf("out.csv")));
    }

    [Theory]
    [InlineData("@() | Repair-RcBatchCsv -Destination out.csv")]
    [InlineData("1 | ForEach-Object { } | Repair-RcBatchCsv -Destination out.csv")]
    [InlineData("@() | Import-RcBatchCsv")]
    [InlineData("@() | Test-RcBatchCsv")]
    [InlineData("@() | Export-RcBatchCsv out.csv")]
    public void Pipeline_that_brings_nothing_is_an_error(string script)
    {
        using TestSession session = new();

        session.Script(script).Error("RcInvalidParameter");
    }
}
