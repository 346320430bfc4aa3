using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Recipients;

public sealed class RenameListTests
{
    [Theory]
    [InlineData("Get-RcRecipientList $id | Rename-RcRecipientList Autumn")]
    [InlineData("$id | Rename-RcRecipientList 'Autumn'")]
    [InlineData("$id | Rename-RcRecipientList -NewName Autumn")]
    [InlineData("[guid] $id | Rename-RcRecipientList -Name Autumn")]
    [InlineData("Rename-RcRecipientList $id Autumn")]
    [InlineData("Rename-RcRecipientList (Get-RcRecipientList $id) Autumn")]
    [InlineData("Rename-RcRecipientList -RecipientListId $id -NewName Autumn")]
    [InlineData("Rename-RcRecipientList -InputObject $id -NewName Autumn")]
    [InlineData("$id | ForEach-Object { Rename-RcRecipientList $_ Autumn }")]
    public void List_and_name_bind_in_every_form(string script)
    {
        using AccountSession session = new();
        session.Set("id", TestSandbox.ListId);

        Assert.Equal(("Autumn", TestSandbox.ListId), (session.Script(script).Single().Get<string>("Name"), session.Sandbox.Writes.Single().Path.Split('/')[^1]));

        Assert.Equal("""{"name":"Autumn"}""", session.Sandbox.Writes.Single().Body);
    }

    [Fact]
    public void Piped_list_that_is_none_is_one_error_and_does_not_keep_the_others_back()
    {
        using AccountSession session = new();

        CommandResult result = session.Script($"'{TestSandbox.ListId}', '42' | Rename-RcRecipientList Autumn");

        Assert.Equal("42", result.Error("RcInvalidParameter").TargetObject);
        Assert.Equal([TestSandbox.ListId], result.Values<string>("Id"));
    }

    [Fact]
    public void One_name_for_several_lists_is_refused()
    {
        using AccountSession session = new();

        Assert.Contains("was given for 2 lists", session.Script($"'{TestSandbox.ListId}', '{TestSandbox.SecondListId}' | Rename-RcRecipientList Autumn").Error("RcInvalidParameter").ErrorDetails.Message, StringComparison.Ordinal);

        Assert.Empty(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("$id | Rename-RcRecipientList $id Autumn")]
    [InlineData("$id | Rename-RcRecipientList $id")]
    [InlineData("$id | Rename-RcRecipientList")]
    [InlineData("$id | Rename-RcRecipientList ''")]
    public void List_that_is_given_twice_or_has_no_new_name_is_refused_before_any_request(string script)
    {
        using AccountSession session = new();
        session.Set("id", TestSandbox.ListId);

        session.Script(script).Error("RcInvalidParameter");

        Assert.Empty(session.Sandbox.Requests);
    }
}
