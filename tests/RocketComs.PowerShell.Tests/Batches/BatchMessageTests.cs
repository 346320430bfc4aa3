using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

public sealed class BatchMessageTests
{
    private const string UnknownId = "32df8770-ee48-46e7-a8c7-9ec478883076";

    [Fact]
    public void Messages_of_a_batch_are_typed()
    {
        using AccountSession session = new();
        string id = session.ScheduledBatch(AccountSession.BadCsv);
        session.Sandbox.Advance(TimeSpan.FromHours(1));

        CommandResult result = session.Run("Get-RcBatchMessage", ("Id", id)).NoErrors();

        Assert.Equal(["DELIVERED", "INVALID-INPUT"], result.Values<string>("Status"));
        Assert.Equal(["12025550123", null], result.Values<string>("DestinationNumber"));
        Assert.All(result.Output, message => Assert.Equal(("RocketComs.RcBatchMessage", id), (message.TypeNames[0], message.Get<string>("BatchId"))));
        Assert.IsType<DateTimeOffset>(result.Output[0].Get<object>("ConfirmedAt"));
        Assert.Null(result.Output[1].Get<object>("ConfirmedAt"));
    }

    [Fact]
    public void Messages_come_lazily_from_all_pages()
    {
        using AccountSession session = new();
        string id = session.ScheduledBatch(string.Concat(Enumerable.Range(0, 250).Select(number => $"12025550{number:000},Hi\n")));

        CommandResult all = session.Pipe([session.Run("Get-RcBatch", ("Id", id)).Single()], "Get-RcBatchMessage", ("SortBy", "DestinationNumber"), ("SortDir", "desc")).NoErrors();

        Assert.Equal(Enumerable.Range(0, 250).Reverse().Select(number => $"12025550{number:000}"), all.Values<string>("DestinationNumber"));
        session.Sandbox.ClearRequests();
        session.Set("id", id);
        session.Script("foreach ($i in 1) { Get-RcBatchMessage $id | ForEach-Object { $_; break } }").Single();
        Assert.Equal(["page=0&pageSize=100"], session.Sandbox.Requests.Select(request => request.RawQuery));
    }

    [Fact]
    public void Unknown_batch_does_not_stop_the_next()
    {
        using AccountSession session = new();
        string id = session.ScheduledBatch();

        CommandResult result = session.Run("Get-RcBatchMessage", ("Id", new[] { UnknownId, id }));

        Assert.Equal(UnknownId, result.Error("RcNotFound").TargetObject);
        Assert.Equal(2, result.Output.Count);
    }
}
