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
}
