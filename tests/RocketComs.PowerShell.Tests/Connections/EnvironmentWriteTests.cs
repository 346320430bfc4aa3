using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Connections;

/// <summary>The environment changes nothing in a process that holds an account which somebody typed.</summary>
[Collection(SerialTests.Name)]
public sealed class EnvironmentWriteTests : IDisposable
{
    private readonly AccountSession _owner = new();
    private readonly AccountSession _real = new();
    private readonly TestSession _guest = new();
    private readonly EnvironmentVariables _variables;

    public EnvironmentWriteTests()
    {
        _variables = new EnvironmentVariables(_real.Sandbox.BaseUri, _real.Sandbox.ApiKey, _real.Sandbox.ApiSecret);
        _guest.Set("id", _real.NewBatch());
        _real.Run("Disconnect-RcAccount").NoErrors();
    }

    public static TheoryData<string> WritingCommands()
    {
        using TestSession session = new();
        return [.. session.Script("Get-Command -Module RocketComs | Where-Object { $_.Parameters.Keys -contains 'WhatIf' -and $_.Parameters.Keys -contains 'Connection' -and $_.Name -ne 'Repair-RcBatchCsv' } | ForEach-Object Name")
            .Output.Select(name => name.ToString())];
    }

    public void Dispose()
    {
        _variables.Dispose();
        _guest.Dispose();
        _real.Dispose();
        _owner.Dispose();
    }

    [Theory]
    [MemberData(nameof(WritingCommands))]
    public void Every_command_that_changes_something_is_refused_in_every_form(string command)
    {
        CommandInfo info = (CommandInfo)_guest.Run("Get-Command", ("Name", command)).Single().BaseObject;
        Assert.NotEmpty(info.ParameterSets);
        foreach (CommandParameterSetInfo set in info.ParameterSets.Where(set => (command, set.Name) != ("Test-RcAccount", "Read")))
        {
            List<(string, object?)> parameters = [.. set.Parameters.Where(parameter => parameter.IsMandatory).Select(parameter => (parameter.Name, (object?)Guid.NewGuid().ToString()))];
            if (set.Parameters.Any(parameter => parameter.Name == "Method"))
            {
                parameters.Add(("Method", "Post"));
            }

            Refused(_guest.Run(command, [.. parameters]));
            Refused(_guest.Run(command, [.. parameters, ("WhatIf", true)]));
            Refused(_guest.Run(command, [.. parameters, ("Connection", _guest.Run("Get-RcConnection").Single())]));
        }

        Assert.Empty(_real.Sandbox.Requests);
        Assert.Empty(_owner.Sandbox.Requests);
    }

    [Theory]
    [InlineData("Get-RcBatch")]
    [InlineData("Invoke-RcRequest v1/batches")]
    [InlineData("Invoke-RcRequest v1/batches -Method head")]
    public void Reads_go_on(string script)
    {
        // The sandbox has no answer to a HEAD; that it was asked is enough.
        _guest.Script(script);

        Assert.Single(_real.Sandbox.Requests);
    }

    [Theory]
    [InlineData("Disconnect-RcAccount")]
    [InlineData("Get-RcConnection | Disconnect-RcAccount")]
    [InlineData("Connect-RcAccount -Sandbox (Start-RcSandbox); Disconnect-RcAccount")]
    public void Disconnect_ends_it(string script)
    {
        Refused(_guest.Script("Remove-RcBatch $id -Force"));

        _owner.Script(script).NoErrors();

        _guest.Script("Remove-RcBatch $id -Force").NoErrors();
        Assert.Equal("DELETE", _real.Sandbox.Requests[^1].Method);
    }

    [Fact]
    public void Runspace_that_is_closed_holds_nothing()
    {
        _owner.Runspace.Close();

        _guest.Script("Remove-RcBatch $id -Force").NoErrors();
    }

    [Fact]
    public void Connection_that_was_handed_out_counts_after_another_was_made_and_ended()
    {
        _owner.Script("$first = Get-RcConnection; Connect-RcAccount -Sandbox (Start-RcSandbox); Disconnect-RcAccount").NoErrors();
        Refused(_guest.Script("Remove-RcBatch $id -Force"));

        _owner.Script("$first | Disconnect-RcAccount").NoErrors();
        _guest.Script("Remove-RcBatch $id -Force").NoErrors();
    }

    [Fact]
    public void Connect_that_failed_in_another_runspace_counts()
    {
        _owner.Set("s", _owner.Sandbox.Object);
        _owner.Script("Connect-RcAccount -Sandbox $s -MaxCost 1").Error("RcInvalidParameter");

        Assert.Contains(
            "a Connect-RcAccount that failed", _guest.Script("Remove-RcBatch $id -Force").Error("RcNotConnected").ErrorDetails.Message, StringComparison.Ordinal);
        _owner.Script("Disconnect-RcAccount").NoErrors();
        _guest.Script("Remove-RcBatch $id -Force").NoErrors();
    }

    [Fact]
    public void Connection_that_is_given_or_made_serves()
    {
        string id = _owner.NewBatch("given");
        _guest.Run("Remove-RcBatch", ("Id", id), ("Force", true), ("Connection", _owner.Run("Get-RcConnection").Single())).NoErrors();
        _guest.Run("Connect-RcAccount", ("Sandbox", _real.Sandbox.Object)).NoErrors();
        _guest.Script("Remove-RcBatch $id -Force").NoErrors();

        Assert.Equal(["DELETE /v1/batches/" + id], _owner.WritePaths());
        Assert.Equal("DELETE", Assert.Single(_real.Sandbox.Writes).Method);
    }

    [Fact]
    public void Parallel_loop_is_refused_without_a_connection_and_works_with_one()
    {
        string[] ids = [_owner.NewBatch("one"), _owner.NewBatch("two")];
        _owner.Set("ids", ids);
        _owner.Set("module", BuiltModule.Manifest);

        CommandResult refused = _owner.Script("$ids | ForEach-Object -Parallel { Import-Module $using:module; try { Remove-RcBatch $_ -Force } catch { $_.FullyQualifiedErrorId } }");
        CommandResult done = _owner.Script("$c = Get-RcConnection; $ids | ForEach-Object -Parallel { Import-Module $using:module; Remove-RcBatch $_ -Force -Connection $using:c }").NoErrors();

        Assert.Equal(2, refused.Output.Count(id => id.ToString().StartsWith("RcNotConnected,", StringComparison.Ordinal)));
        Assert.Empty(done.Output);
        Assert.Equal(ids.Select(id => "DELETE /v1/batches/" + id).Order(StringComparer.Ordinal), _owner.WritePaths().Order(StringComparer.Ordinal));
        Assert.Empty(_real.Sandbox.Requests);
    }

    private void Refused(CommandResult result)
    {
        // A script goes on behind a statement that has ended.
        ErrorDetails error = (result.Terminating is null ? result.Error("RcNotConnected") : result.Ended("RcNotConnected")).ErrorDetails;
        Assert.Contains(_real.Sandbox.BaseUri.Authority, error.Message, StringComparison.Ordinal);
        Assert.Contains(_owner.Sandbox.BaseUri.Authority, error.Message, StringComparison.Ordinal);
        Assert.Contains("-Connection $using:connection", error.RecommendedAction, StringComparison.Ordinal);
    }
}
