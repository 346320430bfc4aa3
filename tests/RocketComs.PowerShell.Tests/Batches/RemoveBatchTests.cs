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

        Assert.Empty(session.Run("Remove-RcBatch", ("Id", id)).NoErrors().Output);

        Assert.Equal(["DELETE /v1/batches/" + id], session.WritePaths());
        session.Run("Get-RcBatch", ("Id", id)).Error("RcNotFound");
    }

    [Fact]
    public void Piped_batches_are_removed()
    {
        using AccountSession session = new();
        string one = session.NewBatch("one");
        string two = session.NewBatch("two");

        session.Script("Get-RcBatch | Remove-RcBatch").NoErrors();

        Assert.Equal(new[] { one, two }.Order(StringComparer.Ordinal), session.Sandbox.Writes.Select(request => request.Path.Split('/')[^1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void List_of_several_pages_is_read_to_its_end_before_the_first_goes()
    {
        using AccountSession session = new();
        string[] ids = [session.NewBatch("1"), session.NewBatch("2"), session.NewBatch("3"), session.NewBatch("4"), session.NewBatch("5")];
        session.Sandbox.AddFault("PageSizeCapped=2*0");

        session.Script("Get-RcBatch | Remove-RcBatch").NoErrors();

        Assert.Equal(ids.Order(StringComparer.Ordinal), session.Sandbox.Writes.Select(request => request.Path.Split('/')[^1]).Order(StringComparer.Ordinal));
        Assert.Empty(session.Script("Get-RcBatch").NoErrors().Output);
    }

    [Fact]
    public void Batch_that_is_given_twice_is_removed_once()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        session.Pipe([id, id.ToUpperInvariant()], "Remove-RcBatch").NoErrors();

        Assert.Single(session.Sandbox.Writes);
    }

    [Fact]
    public void Scheduled_batch_is_refused_and_the_others_go_on()
    {
        using AccountSession session = new();
        string scheduled = session.ScheduledBatch();
        string created = session.NewBatch("created");

        ErrorRecord error = session.Pipe([scheduled, created], "Remove-RcBatch").Error("RcBatchNotUpdatable");

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
    public void Id_that_is_no_uuid_is_refused_before_any_request()
    {
        using AccountSession session = new();

        Assert.Equal("42", session.Run("Remove-RcBatch", ("Id", "42")).Ended("RcInvalidParameter").TargetObject);

        Assert.Empty(session.Sandbox.Requests);
    }
}
