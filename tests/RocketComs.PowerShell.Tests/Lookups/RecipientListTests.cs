using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Lookups;

public sealed class RecipientListTests
{
    private const string UnknownId = "32df8770-ee48-46e7-a8c7-9ec478883076";

    [Fact]
    public void All_lists_are_typed()
    {
        using AccountSession session = new();

        CommandResult result = session.Run("Get-RcRecipientList").NoErrors();

        Assert.All(result.Output, list => Assert.Equal("RocketComs.RcRecipientList", list.TypeNames[0]));
        Assert.Equal(["Customers", "Staff", "Nobody yet"], result.Values<string>("Name"));
        Assert.Equal([3, 2, 0], result.Values<int?>("RecipientsAmount"));
        Assert.Equal(new DateTimeOffset(2023, 11, 2, 16, 58, 25, 808, TimeSpan.Zero), result.Output[0].Get<DateTimeOffset?>("CreatedAt"));
        Assert.Equal(["page=0&pageSize=100"], session.Sandbox.Requests.Select(request => request.RawQuery));
    }

    [Fact]
    public void Several_ids_go_on_after_one_that_is_unknown()
    {
        using AccountSession session = new();

        CommandResult result = session.Pipe([TestSandbox.SecondListId, UnknownId, TestSandbox.ListId], "Get-RcRecipientList");

        Assert.Equal(UnknownId, result.Error("RcNotFound").TargetObject);
        Assert.Equal([TestSandbox.SecondListId, TestSandbox.ListId], result.Values<string>("Id"));
    }

    [Fact]
    public void Id_that_is_no_uuid_is_refused_before_any_request()
    {
        using AccountSession session = new();

        Assert.Equal("42", session.Run("Get-RcRecipientList", ("Id", "42")).Ended("RcInvalidParameter").TargetObject);

        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Lists_found_by_name_go_into_an_update()
    {
        using AccountSession session = new();
        session.Set("id", session.NewBatch());

        PSObject batch = session.Script(
            "Update-RcBatch $id -Message 'Doors open at nine' -RecipientListId (Get-RcRecipientList | Where-Object Name -match '^(C|S)') -Action Validate").Single();

        Assert.Equal([TestSandbox.ListId, TestSandbox.SecondListId], batch.Get<string[]>("NamedRecipientsListIds")!);
        Assert.Equal(
            [TestSandbox.ListId, TestSandbox.SecondListId],
            Assert.Single(session.Sandbox.Writes).Parts.Where(part => part.Name == "namedRecipientsListIds").Select(part => part.Text));
    }

    [Fact]
    public void Name_that_no_list_has_sends_nothing()
    {
        using AccountSession session = new();
        session.Set("id", session.NewBatch());

        CommandResult result = session.Script(
            "Update-RcBatch $id -Message 'Hi' -RecipientListId (Get-RcRecipientList | Where-Object Name -like 'x*') -Action Validate");

        Assert.StartsWith("ParameterArgumentValidationError,", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }
}
