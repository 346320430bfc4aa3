using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

public sealed class RemoveBatchTests
{
    [Fact]
    public void Created_batch_is_removed_and_nothing_is_emitted()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        Assert.Empty(session.Run("Remove-RcBatch", ("Id", id), ("Force", true)).NoErrors().Output);

        Assert.Equal(["DELETE /v1/batches/" + id], session.WritePaths());
        session.Run("Get-RcBatch", ("Id", id)).Error("RcNotFound");
    }

    [Fact]
    public void Piped_batches_are_removed()
    {
        using AccountSession session = new();
        string one = session.NewBatch("one");
        string two = session.NewBatch("two");

        session.Script("Get-RcBatch | Remove-RcBatch -Force").NoErrors();

        Assert.Equal(new[] { one, two }.Order(StringComparer.Ordinal), session.Sandbox.Writes.Select(request => request.Path.Split('/')[^1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void List_of_several_pages_is_read_to_its_end_before_the_first_goes()
    {
        using AccountSession session = new();
        string[] ids = [session.NewBatch("1"), session.NewBatch("2"), session.NewBatch("3"), session.NewBatch("4"), session.NewBatch("5")];
        session.Sandbox.AddFault("PageSizeCapped=2*0");

        session.Script("Get-RcBatch | Remove-RcBatch -Force").NoErrors();

        Assert.Equal(ids.Order(StringComparer.Ordinal), session.Sandbox.Writes.Select(request => request.Path.Split('/')[^1]).Order(StringComparer.Ordinal));
        Assert.Empty(session.Script("Get-RcBatch").NoErrors().Output);
    }

    [Fact]
    public void Batch_that_is_given_twice_is_removed_once()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        session.Pipe([id, id.ToUpperInvariant()], "Remove-RcBatch", ("Force", true)).NoErrors();

        Assert.Single(session.Sandbox.Writes);
    }

    [Fact]
    public void Scheduled_batch_is_refused_and_the_others_go_on()
    {
        using AccountSession session = new();
        string scheduled = session.ScheduledBatch();
        string created = session.NewBatch("created");

        ErrorRecord error = session.Pipe([scheduled, created], "Remove-RcBatch", ("Force", true)).Error("RcBatchNotUpdatable");

        Assert.Equal(scheduled, error.TargetObject);
        Assert.Equal(["DELETE /v1/batches/" + created], session.WritePaths());
    }

    [Fact]
    public void WhatIf_looks_and_removes_nothing()
    {
        TestHost host = new();
        using AccountSession session = new(host);
        string id = session.NewBatch();

        session.Run("Remove-RcBatch", ("Id", id), ("WhatIf", true)).NoErrors();

        Assert.Contains(id, host.WhatIf(), StringComparison.Ordinal);
        Assert.Equal(["GET"], session.Sandbox.Requests.Select(request => request.Method));
    }

    [Fact]
    public void Question_says_which_batch_and_which_of_how_many()
    {
        TestHost host = new("No", "Yes");
        using AccountSession session = new(host);
        string one = session.NewBatch("one");
        string two = session.NewBatch("two");

        session.Pipe([one, two], "Remove-RcBatch").NoErrors();

        string place = $"at {session.Sandbox.BaseUri.Authority}";
        Assert.StartsWith($"Remove batch {one}, ExternalId 'one', campaign '{TestSandbox.CampaignId}' {place} (1 of 2). It cannot be restored.", host.Questions[0], StringComparison.Ordinal);
        Assert.StartsWith($"Remove batch {two}, ExternalId 'two', campaign '{TestSandbox.CampaignId}' {place} (2 of 2). It cannot be restored.", host.Questions[1], StringComparison.Ordinal);
        Assert.Equal(["DELETE /v1/batches/" + two], session.WritePaths());
    }

    [Fact]
    public void Enter_is_no_yes()
    {
        TestHost host = new(TestHost.Enter);
        using AccountSession session = new(host);

        session.Run("Remove-RcBatch", ("Id", session.NewBatch())).NoErrors();

        Assert.DoesNotContain("of 1", Assert.Single(host.Questions), StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Nobody_to_ask_removes_nothing_and_ends_the_command()
    {
        using AccountSession session = new();
        string[] ids = [session.NewBatch("one"), session.NewBatch("two")];

        ErrorRecord error = session.Pipe(ids, "Remove-RcBatch").Ended("RcConfirmationRequired");

        Assert.Contains(ids[0], error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("-Force", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("Remove-RcBatch $id -Confirm:$false")]
    [InlineData("$ConfirmPreference = 'None'; Remove-RcBatch $id")]
    [InlineData("Remove-RcBatch $id -Force")]
    public void Agreed_beforehand_goes_without_a_question(string script)
    {
        TestHost host = new();
        using AccountSession session = new(host);
        session.Set("id", session.NewBatch());

        session.Script(script).NoErrors();

        Assert.Empty(host.Questions);
        Assert.Single(session.Sandbox.Writes);
    }

    [Fact]
    public void Force_with_Confirm_asks_all_the_same()
    {
        TestHost host = new("No");
        using AccountSession session = new(host);
        session.Set("id", session.NewBatch());

        session.Script("Remove-RcBatch $id -Force -Confirm").NoErrors();

        Assert.Single(host.Questions);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Id_that_is_no_uuid_is_refused_before_any_request()
    {
        using AccountSession session = new();

        Assert.Equal("42", session.Run("Remove-RcBatch", ("Id", "42")).Ended("RcInvalidParameter").TargetObject);

        Assert.Empty(session.Sandbox.Requests);
    }
}
