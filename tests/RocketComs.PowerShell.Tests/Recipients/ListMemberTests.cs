using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Recipients;

public sealed class ListMemberTests
{
    private const string Members = "POST /v1/recipients/lists/" + TestSandbox.ListId + "/members";

    [Fact]
    public void Piped_recipients_are_added_in_one_request_and_nothing_is_emitted()
    {
        using AccountSession session = new();

        CommandResult result = session.Pipe(
            [TestSandbox.UnlistedRecipientId, TestSandbox.RecipientId, TestSandbox.UnlistedRecipientId], "Add-RcRecipientListMember", ("RecipientListId", TestSandbox.ListId)).NoErrors();

        Assert.Empty(result.Output);
        Assert.Equal([Members], session.WritePaths());
        Assert.Equal($$"""{"recipientsToAdd":["{{TestSandbox.UnlistedRecipientId}}","{{TestSandbox.RecipientId}}"]}""", Assert.Single(session.Sandbox.Requests).Body);
    }

    [Fact]
    public void Recipients_are_removed_and_the_list_is_read_back_with_PassThru()
    {
        using AccountSession session = new();
        session.Set("list", session.Run("Get-RcRecipientList", ("Id", TestSandbox.ListId)).Single());
        session.Sandbox.ClearRequests();

        PSObject list = session.Script($"Remove-RcRecipientListMember $list {TestSandbox.RecipientId}, {TestSandbox.SecondRecipientId} -PassThru").Single();

        Assert.Equal((TestSandbox.ListId, 1), (list.Get<string>("Id"), list.Get<int?>("RecipientsAmount")!.Value));
        Assert.Equal($$"""{"recipientsToRemove":["{{TestSandbox.RecipientId}}","{{TestSandbox.SecondRecipientId}}"]}""", Assert.Single(session.Sandbox.Writes).Body);
        Assert.Equal(["POST", "GET"], session.Sandbox.Requests.Select(request => request.Method));
    }

    [Fact]
    public void Object_without_an_id_keeps_all_back()
    {
        using AccountSession session = new();

        CommandResult result = session.Pipe(
            [TestSandbox.RecipientId, AccountSession.Record(("Name", "x"))], "Remove-RcRecipientListMember", ("RecipientListId", TestSandbox.ListId));

        Assert.Equal("x", result.Ended("RcInvalidParameter").TargetObject.Text("Name"));
        Assert.Empty(session.Sandbox.Requests);
    }

    [Theory]
    [InlineData("Add", "RecipientListId", TestSandbox.SecondListId, "RecipientListId")]
    [InlineData("Remove", "RecipientsListId", TestSandbox.SecondListId, "RecipientListId")]
    [InlineData("Add", "OptOut", "yes", "OptOut")]
    public void Column_that_says_something_else_keeps_all_back(string verb, string column, string value, string parameter)
    {
        using AccountSession session = new();

        CommandResult result = session.Pipe(
            [TestSandbox.UnlistedRecipientId, AccountSession.Record(("RecipientId", TestSandbox.RecipientId), (column, value))], $"{verb}-RcRecipientListMember", ("RecipientListId", TestSandbox.ListId));

        Assert.StartsWith(parameter == "OptOut" ? "The column OptOut" : $"-RecipientListId {TestSandbox.ListId} was given", result.Ended("RcInvalidParameter").ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Rows_that_agree_are_taken_and_who_opted_out_can_be_removed()
    {
        using AccountSession session = new();

        session.Pipe([AccountSession.Record(("RecipientId", TestSandbox.RecipientId), ("RecipientListId", TestSandbox.ListId), ("OptOut", "no"))], "Add-RcRecipientListMember", ("RecipientListId", TestSandbox.ListId)).NoErrors();
        session.Pipe([AccountSession.Record(("RecipientId", TestSandbox.RecipientId), ("OptOut", "yes"))], "Remove-RcRecipientListMember", ("RecipientListId", TestSandbox.ListId)).NoErrors();
        session.Pipe([AccountSession.Record(("RecipientId", TestSandbox.RecipientId), ("Id", TestSandbox.SecondRecipientId))], "Add-RcRecipientListMember", ("RecipientListId", TestSandbox.ListId))
            .Ended("RcInvalidParameter");

        Assert.Equal([$$"""{"recipientsToAdd":["{{TestSandbox.RecipientId}}"]}""", $$"""{"recipientsToRemove":["{{TestSandbox.RecipientId}}"]}"""], session.Sandbox.Writes.Select(write => write.Body));
    }

    [Fact]
    public void Recipients_given_in_two_ways_are_refused()
    {
        using AccountSession session = new();

        session.Pipe([TestSandbox.RecipientId], "Add-RcRecipientListMember", ("RecipientListId", TestSandbox.ListId), ("RecipientId", TestSandbox.UnlistedRecipientId))
            .Ended("RcInvalidParameter");

        Assert.Empty(session.Sandbox.Requests);
    }

    [Theory]
    [InlineData("42", TestSandbox.RecipientId, "-RecipientListId '42' is not a UUID.")]
    [InlineData(TestSandbox.ListId, "42", "-RecipientId '42' is not a UUID.")]
    public void Id_that_is_no_uuid_is_refused_before_any_request(string list, string recipient, string why)
    {
        using AccountSession session = new();

        Assert.Equal(why, session.Run("Add-RcRecipientListMember", ("RecipientListId", list), ("RecipientId", recipient)).Ended("RcInvalidParameter").ErrorDetails.Message);

        Assert.Empty(session.Sandbox.Requests);
    }

    [Theory]
    [InlineData("Add")]
    [InlineData("Remove")]
    public void Empty_pipeline_and_WhatIf_send_nothing(string verb)
    {
        TestHost host = new();
        using AccountSession session = new(host);

        session.Script($"@() | {verb}-RcRecipientListMember {TestSandbox.ListId}").NoErrors();
        session.Run(verb + "-RcRecipientListMember", ("RecipientListId", TestSandbox.ListId), ("RecipientId", TestSandbox.RecipientId), ("WhatIf", true)).NoErrors();

        Assert.Contains($"\"{verb} 1 recipient\" on target \"recipient list {TestSandbox.ListId} at 127.0.0.1:", host.WhatIf(), StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Unknown_list_and_lost_answer_are_reported_with_the_list()
    {
        using AccountSession session = new();
        string unknown = Guid.NewGuid().ToString();

        Assert.Equal(unknown, session.Run("Add-RcRecipientListMember", ("RecipientListId", unknown), ("RecipientId", TestSandbox.RecipientId)).Error("RcNotFound").TargetObject);
        session.Sandbox.AddFault("DropAnswer");
        ErrorRecord lost = session.Run("Add-RcRecipientListMember", ("RecipientListId", TestSandbox.ListId), ("RecipientId", TestSandbox.RecipientId)).Error("RcOutcomeUnknown");

        Assert.Equal($"Run 'Get-RcRecipientList {TestSandbox.ListId}': UpdatedAt and RecipientsAmount tell whether the members were changed.", lost.ErrorDetails.RecommendedAction);
        Assert.Equal(2, session.Sandbox.Writes.Count);
    }
}
