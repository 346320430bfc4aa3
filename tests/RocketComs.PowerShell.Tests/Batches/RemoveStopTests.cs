using System.Collections;
using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;
using Engine = System.Management.Automation.PowerShell;

namespace RocketComs.PowerShell.Tests.Batches;

public sealed class RemoveStopTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Stop_of_any_try_says_that_the_outcome_is_not_known(int refusals)
    {
        TestHost host = new();
        using AccountSession session = new(host);
        string id = session.NewBatch();
        for (int i = 0; i < refusals; i++)
        {
            session.Sandbox.AddFault(new Hashtable { ["Status"] = 429, ["RetryAfter"] = "0", ["Method"] = "DELETE" });
        }

        session.Sandbox.AddFault(new Hashtable { ["Kind"] = "Delay", ["Method"] = "DELETE" });
        using Engine engine = Engine.Create(session.Runspace);
        engine.AddCommand("Remove-RcBatch").AddParameter("Id", id).AddParameter("Force");

        IAsyncResult running = engine.BeginInvoke();
        Assert.True(SpinWait.SpinUntil(() => session.Sandbox.Writes.Count == refusals + 1, s_patience));
        engine.Stop();

        Assert.True(running.AsyncWaitHandle.WaitOne(s_patience));
        Assert.Equal(PSInvocationState.Stopped, engine.InvocationStateInfo.State);
        Assert.StartsWith($"Stopped. Not known, whether it was done: the removal of batch {id}. If 'Get-RcBatch {id}' does not find it, it was removed.", Assert.Single(host.Lines), StringComparison.Ordinal);
        Assert.Equal(refusals + 1, session.Sandbox.Writes.Count);
    }

    [Fact]
    public void Stop_between_batches_names_what_was_done_what_was_not_and_what_is_not_known()
    {
        TestHost host = new();
        using AccountSession session = new(host);
        string[] ids = [session.NewBatch("one"), session.NewBatch("two"), session.NewBatch("three")];
        session.Sandbox.AddFault(new Hashtable { ["Kind"] = "Delay", ["Method"] = "DELETE", ["Path"] = "/v1/batches/" + ids[1] });
        using Engine engine = Engine.Create(session.Runspace);
        engine.AddCommand("Remove-RcBatch").AddParameter("Id", ids).AddParameter("Force");

        IAsyncResult running = engine.BeginInvoke();
        Assert.True(SpinWait.SpinUntil(() => session.Sandbox.Writes.Count == 2, s_patience));
        engine.Stop();

        Assert.True(running.AsyncWaitHandle.WaitOne(s_patience));
        Assert.Equal(
            $"Stopped. Done: the removal of batch {ids[0]}. Not done: the removal of batch {ids[2]}. Not known, whether it was done: the removal of batch {ids[1]}."
            + $" If 'Get-RcBatch {ids[1]}' does not find it, it was removed. Nothing else was changed.",
            Assert.Single(host.Lines));
    }
}
