using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;
using Engine = System.Management.Automation.PowerShell;

namespace RocketComs.PowerShell.Tests.Messages;

/// <summary>A message costs money: it asks, and what is not known of it is said.</summary>
public sealed class SendConfirmationTests
{
    // For getting to where a test stops the command.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Fact]
    public void Sending_asks_with_number_segments_cost_and_host()
    {
        TestHost host = new("Yes");
        using AccountSession session = new(host);

        Send(session, new string('a', 161), ("PricePerSegment", 0.5m)).NoErrors();

        string question = Assert.Single(host.Questions);
        Assert.StartsWith($"Send a message to 2025550123 ('{new string('a', 60)}…') for campaign {TestSandbox.CampaignId} at {session.Sandbox.BaseUri.Authority}: 1 recipient, 2 segments, cost 1.00 (0.5 a segment)", question, StringComparison.Ordinal);
        Assert.Contains("1 warning (RC105 1", question, StringComparison.Ordinal);
        Assert.Single(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("No")]
    [InlineData(TestHost.Enter)]
    public void No_and_a_bare_Enter_send_nothing(string answer)
    {
        TestHost host = new(answer);
        using AccountSession session = new(host);

        Send(session, "Hello").NoErrors();

        Assert.Single(host.Questions);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Yes_to_all_is_asked_once()
    {
        TestHost host = new("Yes to All");
        using AccountSession session = new(host);

        session.Pipe([AccountSession.Row("2025550101", "Hi"), AccountSession.Row("2025550102", "Hi")], "Send-RcMessage", ("CampaignId", TestSandbox.CampaignId)).NoErrors();

        Assert.Single(host.Questions);
        Assert.Equal(2, session.Sandbox.Writes.Count);
    }

    [Fact]
    public void Where_nobody_can_answer_it_ends_and_sends_nothing()
    {
        using AccountSession session = new();

        ErrorRecord error = session.Pipe([AccountSession.Row("2025550101", "Hi"), AccountSession.Row("2025550102", "Hi")], "Send-RcMessage", ("CampaignId", TestSandbox.CampaignId)).Ended("RcConfirmationRequired");

        Assert.Contains("2025550101", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Placeholder_is_in_the_question_and_without_one_it_is_warned_of()
    {
        TestHost host = new("Yes");
        using AccountSession session = new(host);

        Assert.Empty(Send(session, "Hello {name}").NoErrors().Warnings);
        Assert.Equal(
            ["The message to 2025550123 goes out with 1 warning (RC113 1; Test-RcBatchCsv shows them)."], Send(session, "Hello {name}", ("Force", true)).NoErrors().Warnings);

        Assert.Contains("1 warning (RC113 1", Assert.Single(host.Questions), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_says_it_and_sends_nothing()
    {
        TestHost host = new();
        using AccountSession session = new(host);

        Send(session, "Hello", ("WhatIf", true)).NoErrors();

        Assert.Contains("Send a message to 2025550123", host.WhatIf(), StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Lost_answer_is_told_with_the_way_to_find_out_and_the_message_is_not_repeated()
    {
        using AccountSession session = new();
        session.Sandbox.AddFault("DropAnswer");

        ErrorRecord error = Send(session, "Hello", ("Force", true)).Error("RcOutcomeUnknown");

        Assert.Contains($"Get-RcMessage -CampaignId {TestSandbox.CampaignId} -SingleOnly", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(session.Sandbox.Writes);
        Assert.Equal(["2025550123"], session.Script($"Get-RcMessage -CampaignId {TestSandbox.CampaignId} -SingleOnly").NoErrors().Values<string>("Number"));
    }

    [Fact]
    public void Stop_while_the_answer_is_awaited_says_what_is_not_known()
    {
        TestHost host = new();
        using AccountSession session = new(host);
        session.Sandbox.AddFault("Delay");
        using Engine engine = Engine.Create(session.Runspace);
        engine.AddCommand("Send-RcMessage").AddParameter("CampaignId", TestSandbox.CampaignId).AddParameter("Number", "2025550123").AddParameter("Message", "Hi").AddParameter("Force", true);

        IAsyncResult running = engine.BeginInvoke();
        Assert.True(SpinWait.SpinUntil(() => session.Sandbox.Writes.Any(), s_patience));
        Assert.True(engine.BeginStop(null, null).AsyncWaitHandle.WaitOne(s_patience));
        Assert.True(running.AsyncWaitHandle.WaitOne(s_patience));

        Assert.Equal(
            $"Stopped. Not known, whether it was done: a message to 2025550123. Look with 'Get-RcMessage -CampaignId {TestSandbox.CampaignId} -SingleOnly' for number and text before you send it again. Nothing else was changed.",
            Assert.Single(host.Lines));
        Assert.Single(session.Sandbox.Writes);
    }

    private static CommandResult Send(AccountSession session, string message, params (string Name, object? Value)[] more) =>
        session.Run("Send-RcMessage", [("CampaignId", TestSandbox.CampaignId), ("Number", "2025550123"), ("Message", message), .. more]);
}
