using System.Collections;
using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;
using Engine = System.Management.Automation.PowerShell;

namespace RocketComs.PowerShell.Tests.Connections;

public sealed class ProbeStopTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("POST", "the probe batch")]
    [InlineData("PATCH", "the update of the probe batch")]
    public void Probe_is_removed_after_a_stop_too(string method, string unknown)
    {
        TestHost host = new();
        using ProbedAccount account = new(host: host);
        account.Sandbox.AddFault(new Hashtable { ["Kind"] = "Delay", ["Method"] = method });
        using Engine engine = Engine.Create(account.Session.Runspace);
        engine.AddCommand("Test-RcAccount").AddParameter("ProbeCampaign", TestSandbox.CampaignId).AddParameter("ProbeNumber", ProbedAccount.Number).AddParameter("Force");

        IAsyncResult running = engine.BeginInvoke();
        Assert.True(SpinWait.SpinUntil(() => account.Sandbox.Writes.Any(request => request.Method == method), s_patience));
        engine.Stop();

        Assert.True(running.AsyncWaitHandle.WaitOne(s_patience));
        Assert.Equal(PSInvocationState.Stopped, engine.InvocationStateInfo.State);
        Assert.Single(account.Sandbox.Writes, request => request.Method == "DELETE");
        Assert.Empty(account.Left());
        string line = Assert.Single(host.Lines);
        Assert.StartsWith("Stopped. Done: ", line, StringComparison.Ordinal);
        Assert.Contains("the removal of the probe batch", line, StringComparison.Ordinal);
        Assert.Contains($"Not known, whether it was done: {unknown}.", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Probe_that_is_left_after_a_stop_is_named()
    {
        TestHost host = new();
        using ProbedAccount account = new(host: host);
        account.Sandbox.AddFault(new Hashtable { ["Kind"] = "Delay", ["Method"] = "PATCH" });
        account.Sandbox.AddFault(new Hashtable { ["Status"] = 400, ["Method"] = "DELETE" });
        using Engine engine = Engine.Create(account.Session.Runspace);
        engine.AddCommand("Test-RcAccount").AddParameter("ProbeCampaign", TestSandbox.CampaignId).AddParameter("ProbeNumber", ProbedAccount.Number).AddParameter("Force");

        IAsyncResult running = engine.BeginInvoke();
        Assert.True(SpinWait.SpinUntil(() => account.Sandbox.Writes.Any(request => request.Method == "PATCH"), s_patience));
        engine.Stop();

        Assert.True(running.AsyncWaitHandle.WaitOne(s_patience));
        Assert.Contains($"remove it with 'Remove-RcBatch {Assert.Single(account.Left())}'", Assert.Single(host.Lines), StringComparison.Ordinal);
    }
}
