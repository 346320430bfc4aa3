using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;
using Engine = System.Management.Automation.PowerShell;

namespace RocketComs.PowerShell.Tests.Batches;

public sealed class WaitProgressTests
{
    [Fact]
    public void Status_and_counters_are_shown()
    {
        using AccountSession session = new();
        string id = Later(session, "12025550123,Hello\nabc,Hello\n");

        ProgressRecord[] records = Wait(session, id);

        Assert.Matches("^PENDING, [0-9]+ s$", records[0].StatusDescription);
        Assert.Equal("It begins on " + AccountSession.Tomorrow.ToString("yyyy-MM-dd", null), records[0].CurrentOperation);
        Assert.Matches("^PENDING, [0-9]+ s; submitted 2, sent 0, delivered 0, failed 0$", records[1].StatusDescription);
        Assert.Equal((ProgressRecordType.Completed, $"Waiting for batch {id}"), (records[^1].RecordType, records[^1].Activity));
    }

    [Fact]
    public void Counters_are_not_asked_for_where_nobody_sees_them()
    {
        using AccountSession session = new();
        string id = Later(session);
        session.Set("ProgressPreference", "SilentlyContinue");

        Wait(session, id);

        Assert.DoesNotContain(session.Sandbox.Requests, request => request.Path.Contains("insights", StringComparison.Ordinal));
    }

    [Fact]
    public void Counters_that_cannot_be_had_are_not_asked_for_again()
    {
        using AccountSession session = new();
        string id = Later(session);
        session.Sandbox.AddFault(new System.Collections.Hashtable { ["Status"] = 404, ["Path"] = "/v1/insights/*", ["Times"] = 0 });

        ProgressRecord[] records = Wait(session, id);

        Assert.Single(session.Sandbox.Requests, request => request.Path.Contains("insights", StringComparison.Ordinal));
        Assert.True(session.Sandbox.Requests.Count(request => request.Path == "/v1/batches/" + id) > 1);
        Assert.All(records[..^1], record => Assert.Matches("^PENDING, [0-9]+ s$", record.StatusDescription));
    }

    // Scheduled for a day to come, so that it stays pending.
    private static string Later(AccountSession session, string csv = AccountSession.GoodCsv)
    {
        string id = session.NewBatch(csv: csv);
        session.Run("Update-RcBatch", ("Id", id), ("Path", session.PathOf("seed.csv")), ("StartDate", AccountSession.Tomorrow), ("SkipValidation", true), ("Force", true)).NoErrors();
        session.Sandbox.ClearRequests();
        return id;
    }

    private static ProgressRecord[] Wait(AccountSession session, string id)
    {
        using Engine engine = Engine.Create(session.Runspace);
        engine.AddCommand("Wait-RcBatch").AddParameter("Id", id).AddParameter("Status", "DELIVERED").AddParameter("IntervalSec", 0.1).AddParameter("TimeoutSec", 1);
        engine.Invoke();
        Assert.StartsWith("RcWaitTimeout,", Assert.Single(engine.Streams.Error).FullyQualifiedErrorId, StringComparison.Ordinal);
        return [.. engine.Streams.Progress];
    }
}
