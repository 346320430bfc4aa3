using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

/// <summary>The rules for the texts of rows hold for texts that go to lists.</summary>
public sealed class TextForListsTests
{
    [Fact]
    public void Doubtful_text_is_warned_of_before_it_goes_out()
    {
        using AccountSession session = new();

        CommandResult result = session.Run(
            "Update-RcBatch", ("Id", session.NewBatch()), ("Message", "Hi {name}, see https://bit.ly/x"), ("RecipientListId", TestSandbox.ListId), ("Force", true)).NoErrors();

        Assert.Equal(["RC112", "RC113", "RC116"], result.Warnings.Select(warning => warning[^7..^2]).Order());
        Assert.All(result.Warnings, warning => Assert.StartsWith("The text contains ", warning, StringComparison.Ordinal));
    }

    [Fact]
    public void Text_of_several_segments_is_warned_of()
    {
        using AccountSession session = new();

        CommandResult result = session.Run(
            "Update-RcBatch", ("Id", session.NewBatch()), ("Message", new string('a', 100) + "\u201Chi\u201D"), ("RecipientListId", TestSandbox.ListId), ("Force", true)).NoErrors();

        Assert.Contains(result.Warnings, warning => warning.Contains("(RC105)", StringComparison.Ordinal));
        Assert.Contains(result.Warnings, warning => warning.Contains("(RC106)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Hi\0there", "RC011")]
    [InlineData("Hi\u0007", "RC011")]
    public void Text_that_cannot_be_sent_is_refused(string text, string rule)
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        ErrorRecord error = session.Run("Update-RcBatch", ("Id", id), ("Message", text), ("RecipientListId", TestSandbox.ListId), ("Force", true)).Error("RcInvalidParameter");

        Assert.Contains(rule, error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Theory]
    [InlineData("Update-RcBatch -Message \"bad$([char]1)text\"", "RC011")]
    [InlineData("Update-RcBatch -MessageTemplateId $archived", "ARCHIVED")]
    public void What_cannot_be_sent_is_refused_for_every_batch_of_a_pipeline(string command, string why)
    {
        using AccountSession session = new();
        session.Set("ids", new[] { session.NewBatch("one"), session.NewBatch("two"), session.NewBatch("three") });
        session.Script("$archived = (New-RcMessageTemplate Old 'Hi' | Set-RcMessageTemplate -Status ARCHIVED).Id").NoErrors();
        int before = session.Sandbox.Writes.Count;

        CommandResult result = session.Script(
            $"$ids | ForEach-Object {{ [pscustomobject]@{{ Id = $_; Action = if ($_ -eq $ids[0]) {{ 'Validate' }} else {{ 'Schedule' }} }} }} | {command} -RecipientListId {TestSandbox.ListId} -Force -AllowRepeat");

        ErrorRecord[] refused = [.. result.Errors.Where(error => error.FullyQualifiedErrorId.StartsWith("RcInvalidParameter,", StringComparison.Ordinal))];
        Assert.Equal(why == "RC011" ? 3 : 2, refused.Length);
        Assert.All(refused, error => Assert.Contains(why, error.ErrorDetails.Message, StringComparison.Ordinal));
        Assert.Equal(before + (why == "RC011" ? 0 : 1), session.Sandbox.Writes.Count);
    }

    [Fact]
    public void Text_of_a_template_is_judged_too()
    {
        using AccountSession session = new();
        session.Set("id", session.NewBatch());

        CommandResult result = session.Script($"""
            $t = New-RcMessageTemplate Greeting 'Hi %name%' -WarningAction Ignore
            Update-RcBatch $id -MessageTemplateId $t -RecipientListId {TestSandbox.ListId} -Force
            """).NoErrors();

        Assert.Contains("(RC113)", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Look_up_that_fails_is_warned_of()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        session.Sandbox.AddFault(new System.Collections.Hashtable { ["Status"] = 403, ["Path"] = "/v1/recipients/lists/*" });

        CommandResult result = session.Run("Update-RcBatch", ("Id", id), ("Message", "Hi"), ("RecipientListId", TestSandbox.ListId), ("Force", true)).NoErrors();

        Assert.Contains($"Recipient list {TestSandbox.ListId} could not be looked up", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Single_message_of_too_many_segments_is_refused_and_numbers_that_come_twice_are_warned_of()
    {
        using AccountSession session = new();

        session.Run("Send-RcMessage", ("CampaignId", TestSandbox.CampaignId), ("Number", "2025550123"), ("Message", new string('a', 50_000)), ("Force", true)).Error("RcInvalidParameter");
        Assert.Empty(session.Sandbox.Writes);

        CommandResult result = session.Pipe(
            [AccountSession.Row("2025550123", "Hi"), AccountSession.Row("+12025550123", "Hi again"), AccountSession.Row("2025550124", "Hi")],
            "Send-RcMessage",
            ("CampaignId", TestSandbox.CampaignId),
            ("Force", true)).NoErrors();
        Assert.Equal("1 of the 3 messages go to a number that gets another of them.", Assert.Single(result.Warnings));
        Assert.Equal(3, session.Sandbox.Writes.Count);
    }
}
