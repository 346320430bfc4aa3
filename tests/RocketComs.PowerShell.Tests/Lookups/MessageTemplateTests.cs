using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Lookups;

public sealed class MessageTemplateTests
{
    private const string ArchivedId = "a9e1e4ce-0d9e-4298-8059-178e17d31c11";
    private const string UnknownId = "32df8770-ee48-46e7-a8c7-9ec478883076";

    [Fact]
    public void All_templates_are_typed()
    {
        using AccountSession session = new();

        CommandResult result = session.Run("Get-RcMessageTemplate").NoErrors();

        Assert.All(result.Output, template => Assert.Equal("RocketComs.RcMessageTemplate", template.TypeNames[0]));
        Assert.Equal(["ACTIVE", "ARCHIVED"], result.Values<string>("Status"));
        Assert.Equal(["Our spring sale starts tomorrow!", "Our winter sale ends today!"], result.Values<string>("Message"));
    }

    [Fact]
    public void Several_ids_are_looked_up_in_one_list_and_go_on_after_one_that_is_unknown()
    {
        using AccountSession session = new();

        CommandResult result = session.Pipe([ArchivedId, UnknownId, TestSandbox.TemplateId.ToUpperInvariant()], "Get-RcMessageTemplate");

        Assert.Equal(UnknownId, result.Error("RcNotFound").TargetObject);
        Assert.Equal([ArchivedId, TestSandbox.TemplateId], result.Values<string>("Id"));
        Assert.Equal("/v1/message-templates", Assert.Single(session.Sandbox.Requests).Path);
    }

    [Fact]
    public void Id_that_is_no_uuid_is_refused_before_any_request()
    {
        using AccountSession session = new();

        Assert.Equal("42", session.Run("Get-RcMessageTemplate", ("Id", "42")).Ended("RcInvalidParameter").TargetObject);

        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Template_and_lists_found_by_name_go_into_an_update()
    {
        using AccountSession session = new();
        session.Set("id", session.NewBatch());

        PSObject batch = session.Script("""
            $template = Get-RcMessageTemplate | Where-Object Name -like 'Spring*'
            Update-RcBatch $id -MessageTemplateId $template -RecipientListId (Get-RcRecipientList | Where-Object Name -like 'Cust*') -Action Validate
            """).Single();

        Assert.Equal((TestSandbox.TemplateId, "MESSAGE_TEMPLATE"), (batch.Get<string>("MessageTemplateId"), batch.Get<string>("OperationType")));
        Assert.Equal(
            [TestSandbox.TemplateId, TestSandbox.ListId],
            Assert.Single(session.Sandbox.Writes).Parts.Where(part => part.Name is "messageTemplateId" or "namedRecipientsListIds").OrderBy(part => part.Name).Select(part => part.Text));
    }
}
