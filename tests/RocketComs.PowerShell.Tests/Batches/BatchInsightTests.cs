using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

public sealed class BatchInsightTests
{
    private const string UnknownId = "32df8770-ee48-46e7-a8c7-9ec478883076";

    [Fact]
    public void Counters_of_a_batch_are_typed()
    {
        using AccountSession session = new();
        string id = session.ScheduledBatch(AccountSession.GoodCsv + "abc,Hi\n");
        session.Sandbox.Advance(TimeSpan.FromHours(1));

        System.Management.Automation.PSObject insight = session.Run("Get-RcBatchInsight", ("Id", id)).Single();

        Assert.Equal(("RocketComs.RcInsight", id), (insight.TypeNames[0], insight.Get<string>("BatchId")));
        string[] counters = ["Submitted", "Processed", "Rejected", "Sent", "Delivered", "Failed", "InProgress"];
        Assert.Equal([3, 3, 1, 2, 2, 0, 0], counters.Select(counter => insight.Get<int?>(counter)!.Value));
        Assert.Equal(["/v1/insights/campaigns/" + id], session.Sandbox.Requests.Select(request => request.Path));
    }

    [Fact]
    public void Unknown_batch_does_not_stop_the_next()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        CommandResult result = session.Run("Get-RcBatchInsight", ("Id", new[] { UnknownId, id }));

        Assert.Equal(UnknownId, result.Error("RcNotFound").TargetObject);
        Assert.Equal([0], result.Values<int>("Submitted"));
    }
}
