using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Connections;

public sealed class ConnectionStateTests
{
    [Fact]
    public void Get_without_a_connection_gives_nothing()
    {
        using TestSession session = new();

        Assert.Empty(session.Run("Get-RcConnection").NoErrors().Output);
    }

    [Theory]
    [InlineData("Get-RcBatch")]
    [InlineData("Get-RcBatchError")]
    [InlineData("Remove-RcBatch")]
    [InlineData("Wait-RcBatch")]
    public void Command_without_a_connection_ends(string command)
    {
        using TestSession session = new();

        ErrorRecord error = session.Run(command, ("Id", Guid.NewGuid())).Ended("RcNotConnected");

        Assert.Equal(ErrorCategory.ConnectionError, error.CategoryInfo.Category);
        Assert.Contains("Connect-RcAccount", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Update_without_a_connection_ends_before_the_first_input()
    {
        using TestSession session = new();

        CommandResult result = session.Pipe([AccountSession.Row("12025550123", "Hi")], "Update-RcBatch", ("Id", Guid.NewGuid()), ("Force", true));

        result.Ended("RcNotConnected");
        Assert.Empty(result.Output);
    }

    [Fact]
    public void Disconnect_forgets_the_connection_and_may_be_repeated()
    {
        using AccountSession session = new();

        session.Run("Disconnect-RcAccount").NoErrors();
        session.Run("Disconnect-RcAccount").NoErrors();

        Assert.Empty(session.Run("Get-RcConnection").NoErrors().Output);
        session.Run("Get-RcBatch").Ended("RcNotConnected");
    }

    [Fact]
    public void Each_runspace_has_its_own_connection()
    {
        using AccountSession one = new();
        using AccountSession other = new();

        one.Run("Get-RcBatch").NoErrors();
        Assert.Single(one.Sandbox.Requests);
        Assert.Empty(other.Sandbox.Requests);

        other.Run("Disconnect-RcAccount").NoErrors();
        one.Run("Get-RcBatch").NoErrors();
        Assert.Equal(2, one.Sandbox.Requests.Count);
    }

    [Fact]
    public void Connection_of_another_runspace_can_be_given()
    {
        using AccountSession owner = new();
        using TestSession guest = new();
        PSObject connection = owner.Run("Get-RcConnection").Single();
        string id = owner.NewBatch();

        PSObject batch = guest.Run("Get-RcBatch", ("Id", id), ("Connection", connection)).Single();

        Assert.Equal(id, batch.Get<string>("Id"));
        Assert.Equal("/v1/batches/" + id, Assert.Single(owner.Sandbox.Requests).Path);
        Assert.Empty(guest.Run("Get-RcConnection").NoErrors().Output);
    }

    [Fact]
    public void Connection_that_was_closed_is_refused()
    {
        using AccountSession session = new();
        PSObject connection = session.Run("Get-RcConnection").Single();
        session.Run("Disconnect-RcAccount").NoErrors();

        session.Run("Get-RcBatch", ("Connection", connection)).Ended("RcNotConnected");

        Assert.Empty(session.Sandbox.Requests);
    }
}
