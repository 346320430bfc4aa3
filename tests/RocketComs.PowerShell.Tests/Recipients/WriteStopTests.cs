using System.Collections;
using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;
using Engine = System.Management.Automation.PowerShell;

namespace RocketComs.PowerShell.Tests.Recipients;

/// <summary>Who stops a write that is under way reads what is not known, and how to find out.</summary>
public sealed class WriteStopTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("New-RcMessageTemplate Summer Hot", "Not known, whether it was done: message template 'Summer'.")]
    [InlineData("Set-RcMessageTemplate " + TestSandbox.TemplateId + " -Name x", "Check its UpdatedAt with 'Get-RcMessageTemplate " + TestSandbox.TemplateId + "'.")]
    [InlineData("New-RcRecipientList VIP", "Not known, whether it was done: recipient list 'VIP'.")]
    [InlineData("Rename-RcRecipientList " + TestSandbox.ListId + " x", "Check its Name with 'Get-RcRecipientList " + TestSandbox.ListId + "'.")]
    [InlineData("Add-RcRecipientListMember " + TestSandbox.ListId + " " + TestSandbox.RecipientId, "Check its UpdatedAt and RecipientsAmount with 'Get-RcRecipientList " + TestSandbox.ListId + "'.")]
    [InlineData("Import-RcRecipient p.csv -RecipientListName VIP", "List the recipient lists with Get-RcRecipientList")]
    public void Stop_while_the_answer_is_awaited_says_what_is_not_known_and_sends_nothing_again(string script, string said)
    {
        TestHost host = new();
        using AccountSession session = new(host);
        session.WriteFile("p.csv", "Number\n+12025550150\n");
        session.Sandbox.AddFault(new Hashtable { ["Kind"] = "Delay" });
        using Engine engine = Engine.Create(session.Runspace);
        engine.AddScript(script);

        IAsyncResult running = engine.BeginInvoke();
        Assert.True(SpinWait.SpinUntil(() => session.Sandbox.Writes.Any(), s_patience));
        engine.Stop();

        Assert.True(running.AsyncWaitHandle.WaitOne(s_patience));
        Assert.Equal(PSInvocationState.Stopped, engine.InvocationStateInfo.State);
        Assert.Contains(said, Assert.Single(host.Lines), StringComparison.Ordinal);
        Assert.Single(session.Sandbox.Writes);
    }
}
