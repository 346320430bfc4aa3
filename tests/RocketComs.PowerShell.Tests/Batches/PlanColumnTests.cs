using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

/// <summary>Columns that are almost those of the schedule: left out in silence, they would send a batch today.</summary>
public sealed class PlanColumnTests
{
    [Theory]
    [InlineData("Start Date", "2127-03-01")]
    [InlineData("Start_Date", "2127-03-01")]
    [InlineData("StartDate ", "2127-03-01")]
    [InlineData("Action ", "Validate")]
    [InlineData("end-time", "12:00")]
    public void Near_miss_is_refused_in_a_plan(string column, string value)
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        CommandResult result = session.Pipe([AccountSession.Record(("Id", id), ("Path", session.PathOf("seed.csv")), (column, value))], "Update-RcBatch", ("Force", true));

        Assert.StartsWith("RcInvalidParameter,", Assert.Single(result.Errors.Append(result.Terminating).OfType<ErrorRecord>()).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("Update-RcBatch", "MaxCost", "5")]
    [InlineData("Update-RcBatch", "max cost", "5")]
    [InlineData("Update-RcBatch", "CheckOptOut", "true")]
    [InlineData("Update-RcBatch", "MessageTemplateId", "32df8770-ee48-46e7-a8c7-9ec478883076")]
    [InlineData("Update-RcBatch", "Aktion", "Validate")]
    [InlineData("Update-RcBatch", "Mode", " schedule ")]
    [InlineData("Update-RcBatch", "Begin", "2127-03-01")]
    [InlineData("Update-RcBatch", "Beginn", "1.3.2127")]
    [InlineData("Update-RcBatch", "From", "9 AM")]
    [InlineData("New-RcBatch", "Ende", "2127-03-01")]
    public void Column_that_speaks_of_the_sending_and_is_not_read_is_refused(string command, string column, string value)
    {
        using AccountSession session = new();
        PSObject row = command == "Update-RcBatch"
            ? AccountSession.Record(("Id", session.NewBatch()), ("Path", session.PathOf("seed.csv")), (column, value))
            : AccountSession.Record(("CampaignId", TestSandbox.CampaignId), ("ExternalId", "x"), ("StartDate", "2127-01-31"), ("Path", session.PathOf("seed.csv")), (column, value));

        CommandResult result = session.Pipe([row], command, ("Force", true));

        Assert.Equal(value, result.Error("RcInvalidParameter").TargetObject);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Near_miss_is_refused_in_rows()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        session.Pipe([AccountSession.Record(("Number", "2025550123"), ("Message", "Hi"), ("Start Date", "2127-03-01"))], "Update-RcBatch", ("Id", id), ("Force", true)).Ended("RcInvalidParameter");

        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Columns_of_a_plan_that_are_not_read_are_named_once()
    {
        using AccountSession session = new();
        PSObject[] plan =
        [
            .. new[] { session.NewBatch("a"), session.NewBatch("b") }.Select(id =>
                AccountSession.Record(("Id", id), ("Path", session.PathOf("seed.csv")), ("Action", "Validate"), ("Owner", "Ann"), ("SendAt", "2127-03-01"))),
        ];

        CommandResult result = session.Pipe(plan, "Update-RcBatch").NoErrors();

        Assert.Equal("The columns Owner, SendAt of the plan are not read.", Assert.Single(result.Warnings));
        Assert.Equal(2, result.Output.Count);
    }

    [Fact]
    public void Campaign_that_a_plan_of_updates_names_must_be_that_of_the_batch()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        PSObject Line(string campaign) => AccountSession.Record(("Id", id), ("CampaignId", campaign), ("Path", session.PathOf("seed.csv")), ("Action", "Validate"));

        CommandResult other = session.Pipe([Line("7c3f8a52-7a0b-4a57-9d7e-0f8d4f1d2b60")], "Update-RcBatch");

        ErrorRecord error = other.Error("RcInvalidParameter");
        Assert.Equal("7c3f8a52-7a0b-4a57-9d7e-0f8d4f1d2b60", error.TargetObject);
        Assert.StartsWith("A batch stays in its campaign:", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);

        foreach (string same in new[] { TestSandbox.CampaignId, $" {TestSandbox.CampaignId.ToUpperInvariant()} ", " " })
        {
            CommandResult result = session.Pipe([Line(same)], "Update-RcBatch").NoErrors();
            Assert.Empty(result.Warnings);
            Assert.Equal(id, Assert.Single(result.Output).Properties["Id"].Value);
        }
    }
}
