using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Recipients;

public sealed class RecipientListWriteTests
{
    [Fact]
    public void Piped_recipients_become_one_list_each_once()
    {
        using AccountSession session = new();

        CommandResult result = session.Pipe(
            [TestSandbox.RecipientId, AccountSession.Record(("Id", TestSandbox.UnlistedRecipientId)), TestSandbox.RecipientId.ToUpperInvariant()], "New-RcRecipientList", ("Name", "VIP")).NoErrors();

        PSObject list = Assert.Single(result.Output);
        Assert.Equal(("RocketComs.RcRecipientList", "VIP", 2), (list.TypeNames[0], list.Get<string>("Name"), list.Get<int?>("RecipientsAmount")!.Value));
        Assert.Equal($$"""{"name":"VIP","recipientIds":["{{TestSandbox.RecipientId}}","{{TestSandbox.UnlistedRecipientId}}"]}""", Assert.Single(session.Sandbox.Requests).Body);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void List_without_recipients_is_made_where_none_were_expected()
    {
        using AccountSession session = new();

        Assert.Equal(0, session.Run("New-RcRecipientList", ("Name", "Later")).Single().Get<int?>("RecipientsAmount"));
        Assert.Equal(0, session.Script("1 | ForEach-Object { New-RcRecipientList Later -RecipientId @() }").Single().Get<int?>("RecipientsAmount"));

        Assert.Equal(2, session.Sandbox.Writes.Count);
        Assert.All(session.Sandbox.Writes, request => Assert.Equal("""{"name":"Later"}""", request.Body));
    }

    [Fact]
    public void List_is_renamed_by_its_id_or_itself()
    {
        using AccountSession session = new();

        CommandResult result = session.Script($"Get-RcRecipientList {TestSandbox.ListId} | Rename-RcRecipientList -Name Regulars").NoErrors();

        Assert.Equal(("Regulars", TestSandbox.ListId), (result.Single().Get<string>("Name"), result.Single().Get<string>("Id")));
        SentRequest request = Assert.Single(session.Sandbox.Writes);
        Assert.Equal(("PATCH", "/v1/recipients/lists/" + TestSandbox.ListId, """{"name":"Regulars"}"""), (request.Method, request.Path, request.Body));
    }

    [Theory]
    [InlineData("New-RcRecipientList ''")]
    [InlineData("New-RcRecipientList x -RecipientId '42'")]
    [InlineData("'42' | New-RcRecipientList x")]
    [InlineData("New-RcRecipientList x -RecipientId $null")]
    [InlineData("New-RcRecipientList x -RecipientId @($null)")]
    [InlineData("New-RcRecipientList x -RecipientId '" + TestSandbox.RecipientId + "', $null")]
    [InlineData("'" + TestSandbox.RecipientId + "', $null | New-RcRecipientList x")]
    [InlineData("@() | New-RcRecipientList x")]
    [InlineData("@() | New-RcRecipientList x -RecipientId '" + TestSandbox.RecipientId + "'")]
    [InlineData("Rename-RcRecipientList '42' x")]
    [InlineData("Rename-RcRecipientList ([guid]::NewGuid()) ' '")]
    public void Wrong_name_or_id_is_refused_before_any_request(string script)
    {
        using AccountSession session = new();

        session.Script(script).Error("RcInvalidParameter");

        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void WhatIf_sends_nothing()
    {
        TestHost host = new();
        using AccountSession session = new(host);

        session.Pipe([TestSandbox.RecipientId], "New-RcRecipientList", ("Name", "VIP"), ("WhatIf", true)).NoErrors();
        session.Run("Rename-RcRecipientList", ("Id", TestSandbox.ListId), ("NewName", "x"), ("WhatIf", true)).NoErrors();

        Assert.Contains("\"Create with 1 recipient\" on target \"recipient list 'VIP' at 127.0.0.1:", host.Lines[0], StringComparison.Ordinal);
        Assert.Contains($"\"Rename to 'x'\" on target \"recipient list {TestSandbox.ListId} at 127.0.0.1:", host.Lines[1], StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Unknown_recipient_and_lost_answer_are_reported_with_the_name()
    {
        using AccountSession session = new();

        Assert.Equal("VIP", session.Run("New-RcRecipientList", ("Name", "VIP"), ("RecipientId", Guid.NewGuid())).Error("RcBadRequest").TargetObject);
        session.Sandbox.AddFault("DropAnswer");
        ErrorRecord lost = session.Run("New-RcRecipientList", ("Name", "VIP")).Error("RcOutcomeUnknown");

        Assert.Contains("look for 'VIP' before", lost.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(2, session.Sandbox.Writes.Count);
    }
}
