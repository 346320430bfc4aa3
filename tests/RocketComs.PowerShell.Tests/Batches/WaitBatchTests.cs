using System.Collections;
using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;
using Engine = System.Management.Automation.PowerShell;

namespace RocketComs.PowerShell.Tests.Batches;

public sealed class WaitBatchTests
{
    private static readonly string[] s_either = ["COMPLETED", "PENDING"];
    private static readonly string[] s_odd = ["DELIVERED", "created"];
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void Batch_that_is_there_already_comes_at_once()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        PSObject batch = session.Run("Wait-RcBatch", ("Id", id)).Single();

        Assert.Equal((id, "CREATED"), (batch.Get<string>("Id"), batch.Get<string>("Status")));
        Assert.Single(session.Sandbox.Requests);
    }

    [Fact]
    public void Scheduled_batch_comes_when_it_is_completed()
    {
        using AccountSession session = new();
        PSObject batch = session.Run("Get-RcBatch", ("Id", session.ScheduledBatch())).Single();
        session.Sandbox.Advance(TimeSpan.FromHours(1));

        PSObject waited = session.Pipe([batch], "Wait-RcBatch").Single();

        Assert.Equal(("RocketComs.RcBatch", "COMPLETED"), (waited.TypeNames[0], waited.Get<string>("Status")));
        Assert.NotNull(waited.Get<DateTimeOffset?>("FinishedAt"));
    }

    [Fact]
    public void Batch_that_begins_later_than_is_waited_is_named_with_its_day()
    {
        using AccountSession session = new();
        string path = session.WriteFile("sale.csv", AccountSession.GoodCsv);
        string id = session.Run("New-RcBatch", ("CampaignId", TestSandbox.CampaignId), ("Path", path), ("ExternalId", "later"), ("StartDate", "2127-01-31"), ("StartTime", "09:00"), ("Force", true)).Single().Get<string>("Id")!;

        CommandResult waited = session.Run("Wait-RcBatch", ("Id", id), ("Status", "COMPLETED"), ("TimeoutSec", 0));

        Assert.Contains("2127-01-31 at 09:00", Assert.Single(waited.Warnings), StringComparison.Ordinal);
        Assert.Contains("2127-01-31 at 09:00", waited.Error("RcWaitTimeout").ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_pause_that_the_platform_asks_for_is_told()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        session.Sandbox.AddFault(new System.Collections.Hashtable { ["Status"] = 429, ["RetryAfter"] = "60" });
        using Engine engine = Engine.Create(session.Runspace);
        engine.AddCommand("Get-RcBatch").AddParameter("Id", id);

        IAsyncResult running = engine.BeginInvoke();

        Assert.True(SpinWait.SpinUntil(() => engine.Streams.Warning.Count > 0, s_patience));
        Assert.Equal($"GET /v1/batches/{id} was answered with HTTP 429, and is sent again in 60 seconds.", engine.Streams.Warning[0].Message);
        engine.Stop();
        Assert.ThrowsAny<Exception>(() => engine.EndInvoke(running));
    }

    [Fact]
    public void Status_is_asked_for_until_it_is_reached()
    {
        using AccountSession session = new();
        string id = session.ScheduledBatch();
        using Engine engine = Engine.Create(session.Runspace);
        engine.AddCommand("Wait-RcBatch").AddParameter("Id", id).AddParameter("Status", "completed").AddParameter("IntervalSec", 0.1);
        int before = session.Sandbox.Requests.Count;
        IAsyncResult running = engine.BeginInvoke();
        Assert.True(SpinWait.SpinUntil(() => session.Sandbox.Requests.Count > before, s_patience));

        session.Sandbox.Advance(TimeSpan.FromHours(1));

        Assert.True(running.AsyncWaitHandle.WaitOne(s_patience));
        Assert.Equal("COMPLETED", Assert.Single(engine.EndInvoke(running)).Get<string>("Status"));
        Assert.All(session.Sandbox.Requests, request => Assert.Contains(request.Path, (string[])["/v1/batches/" + id, "/v1/insights/campaigns/" + id]));
    }

    [Fact]
    public void Time_that_runs_out_is_an_error_about_the_batch()
    {
        using AccountSession session = new();
        string id = session.ScheduledBatch();

        ErrorRecord error = session.Run("Wait-RcBatch", ("Id", id), ("Status", "COMPLETED"), ("TimeoutSec", 0)).Error("RcWaitTimeout");

        Assert.Equal(("RocketComs.RcBatch", id), (PSObject.AsPSObject(error.TargetObject).TypeNames[0], error.TargetObject.Get<string>("Id")));
        Assert.Equal(ErrorCategory.OperationTimeout, error.CategoryInfo.Category);
        Assert.Single(session.Sandbox.Requests);
    }

    [Fact]
    public void Final_status_that_was_not_asked_for_is_an_error()
    {
        using AccountSession session = new();
        string id = session.ScheduledBatch("abc,Hi\n");

        ErrorRecord error = session.Run("Wait-RcBatch", ("Id", id), ("Status", "COMPLETED")).Error("RcUnexpectedStatus");

        Assert.Equal(("RocketComs.RcBatch", id), (PSObject.AsPSObject(error.TargetObject).TypeNames[0], error.TargetObject.Get<string>("Id")));
        Assert.Contains("ERROR", error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Error_is_one_of_the_statuses_waited_for_by_default()
    {
        using AccountSession session = new();

        Assert.Equal("ERROR", session.Run("Wait-RcBatch", ("Id", session.ScheduledBatch("abc,Hi\n"))).Single().Get<string>("Status"));
    }

    [Fact]
    public void One_of_several_statuses_is_enough()
    {
        using AccountSession session = new();

        Assert.Equal("PENDING", session.Run("Wait-RcBatch", ("Id", session.ScheduledBatch()), ("Status", s_either)).Single().Get<string>("Status"));
    }

    [Fact]
    public void Unknown_batch_does_not_stop_the_next()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        CommandResult result = session.Run("Wait-RcBatch", ("Id", new[] { Guid.NewGuid().ToString(), id }));

        result.Error("RcNotFound");
        Assert.Equal([id], result.Values<string>("Id"));
    }

    [Fact]
    public void Time_that_runs_out_before_any_look_is_an_error_about_the_id()
    {
        using AccountSession session = new();
        string id = session.ScheduledBatch();
        session.Sandbox.AddFault(new System.Collections.Hashtable { ["Status"] = 429, ["RetryAfter"] = "20" });

        Assert.Equal(id, session.Run("Wait-RcBatch", ("Id", id), ("TimeoutSec", 1)).Error("RcWaitTimeout").TargetObject);
    }

    [Fact]
    public void Statuses_that_are_not_documented_are_warned_of_once()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        CommandResult result = session.Run("Wait-RcBatch", ("Id", new[] { id, id }), ("Status", s_odd)).NoErrors();

        Assert.Equal(2, result.Output.Count);
        Assert.Contains("no batch status DELIVERED:", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Batch_that_is_not_scheduled_is_warned_of()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        // Without a day, of which there would be more to say while it is to come.
        session.Sandbox.AddFault(new Hashtable { ["Kind"] = "ContentType", ["Method"] = "GET", ["ContentType"] = "application/json", ["Body"] = $$"""{"id":"{{id}}","status":"CREATED"}""" });
        CommandResult result = session.Run("Wait-RcBatch", ("Id", id), ("Status", "COMPLETED"), ("TimeoutSec", 0));

        result.Error("RcWaitTimeout");
        Assert.Contains("until it is scheduled", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Statuses_complete()
    {
        using AccountSession session = new();

        Assert.Equal(
            ["CREATED", "COMPLETED"],
            session.Script("(TabExpansion2 'Wait-RcBatch -Status c' 22).CompletionMatches.CompletionText").NoErrors().Output.Select(text => text.ToString()));
    }

    [Fact]
    public void Stop_ends_a_wait_promptly()
    {
        using AccountSession session = new();
        string id = session.ScheduledBatch();
        using Engine engine = Engine.Create(session.Runspace);
        engine.AddCommand("Wait-RcBatch").AddParameter("Id", id).AddParameter("Status", "COMPLETED").AddParameter("IntervalSec", 3600);
        IAsyncResult running = engine.BeginInvoke();
        Assert.True(SpinWait.SpinUntil(() => session.Sandbox.Requests.Any(), s_patience));

        IAsyncResult stopping = engine.BeginStop(null, null);

        Assert.True(stopping.AsyncWaitHandle.WaitOne(s_patience));
        Assert.True(running.AsyncWaitHandle.WaitOne(s_patience));
        Assert.Equal(PSInvocationState.Stopped, engine.InvocationStateInfo.State);
        Assert.Empty(engine.Streams.Error);
        Assert.Single(session.Sandbox.Requests, request => request.Path == "/v1/batches/" + id);
    }
}
