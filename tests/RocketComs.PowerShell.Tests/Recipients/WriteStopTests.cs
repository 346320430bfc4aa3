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

    [Fact]
    public void Stop_between_changes_names_what_was_done_what_was_not_and_what_is_not_known()
    {
        const string First = TestSandbox.TemplateId;
        const string Second = "a9e1e4ce-0d9e-4298-8059-178e17d31c11";
        TestHost host = new();
        using AccountSession session = new(host);
        const string Third = "00000000-0000-4000-8000-000000000000";
        session.Sandbox.AddFault(new Hashtable { ["Kind"] = "Delay", ["Path"] = "/v1/message-templates/" + Second, ["Method"] = "PATCH" });
        using Engine engine = Engine.Create(session.Runspace);
        engine.AddScript($"'{First}', '{Second}', '{First}', '{Third}' | Set-RcMessageTemplate -Status ACTIVE");

        IAsyncResult running = engine.BeginInvoke();
        Assert.True(SpinWait.SpinUntil(() => session.Sandbox.Writes.Count == 2, s_patience));
        engine.Stop();

        Assert.True(running.AsyncWaitHandle.WaitOne(s_patience));
        Assert.Equal(
            $"Stopped. Done: message template {First}. Not done: message template {Third}. Not known, whether it was done: message template {Second}. "
                + $"Check its UpdatedAt with 'Get-RcMessageTemplate {Second}'. Nothing else was changed.",
            Assert.Single(host.Lines));
    }

    [Theory]
    [InlineData("Set-RcMessageTemplate -Status ACTIVE", 401, "/v1/message-templates/*", "message template {0}")]
    [InlineData("Set-RcMessageTemplate -Status ACTIVE -ErrorAction Stop", 400, "/v1/message-templates/*", "message template {0}")]
    [InlineData("Remove-RcBatch -Force", 401, "/v1/batches/*", "the removal of batch {0}")]
    public void End_at_the_first_change_names_those_that_were_not_made(string script, int status, string path, string name)
    {
        const string Other = "00000000-0000-4000-8000-000000000000";
        using AccountSession session = new();
        session.Sandbox.AddFault(new Hashtable { ["Status"] = status, ["Path"] = path, ["Times"] = 0 });

        CommandResult result = session.Script($"'{TestSandbox.ListId}', '{Other}' | {script}");

        Assert.Equal($"Ended early. Not done: {Of(name, TestSandbox.ListId)}, {Of(name, Other)}. Nothing was changed on the platform.", Assert.Single(result.Warnings));
    }

    private static string Of(string text, string id) => string.Format(null, text, id);
}
