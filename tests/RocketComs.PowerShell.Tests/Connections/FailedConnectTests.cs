using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;
using Engine = System.Management.Automation.PowerShell;

namespace RocketComs.PowerShell.Tests.Connections;

/// <summary>Who meant another account must not go on with the old one, nor with that of the environment.</summary>
[Collection(SerialTests.Name)]
public sealed class FailedConnectTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly AccountSession _session = new();
    private readonly EnvironmentVariables _variables;

    public FailedConnectTests()
    {
        _variables = new EnvironmentVariables(_session.Sandbox.BaseUri, _session.Sandbox.ApiKey, _session.Sandbox.ApiSecret);
        _session.Set("s", _session.Sandbox.Object);
        _session.Set("uri", _session.Sandbox.BaseUri);
        _session.Set("good", new PSCredential(_session.Sandbox.ApiKey, AccountSession.Secret(_session.Sandbox.ApiSecret)));
        _session.Set("wrong", new PSCredential(TestSandbox.PortalUser, AccountSession.Secret("no")));
        _session.Set("blank", AccountSession.Secret("a b"));
        _session.Set("id", _session.NewBatch());
    }

    public void Dispose()
    {
        _variables.Dispose();
        _session.Dispose();
    }

    [Theory]
    [InlineData("Connect-RcAccount $uri -PortalCredential $wrong")]
    [InlineData("Connect-RcAccount http://127.0.0.1:1 -PortalCredential $wrong -MaximumRetryCount 0")]
    [InlineData("Connect-RcAccount http://example.com -Credential $good")]
    [InlineData("Connect-RcAccount https://u:p@example.com -Credential $good")]
    [InlineData("Connect-RcAccount $uri -AccessToken $blank")]
    [InlineData("Connect-RcAccount $uri -Credential ([pscredential]::new('a:b', $good.Password))")]
    [InlineData("Connect-RcAccount -Sandbox $s -MaxCost 5")]
    [InlineData("Connect-RcAccount -Sandbox $s -Currency dollars")]
    [InlineData("Connect-RcAccount -Sandbox $s -PricePerSegment $null")]
    [InlineData("Connect-RcAccount -Sandbox $s -PricePerSegment '0,0079'")]
    [InlineData("Connect-RcAccount -Sandbox $s -PricePerSegment -1")]
    [InlineData("Connect-RcAccount -Sandbox $s -TimeoutSec 0")]
    [InlineData("Connect-RcAccount -Sandbox $s -ParameterPlacement Nowhere")]
    [InlineData("Connect-RcAccount -TimeoutSec x -Sandbox $s")]
    [InlineData("Connect-RcAccount $nothing -Credential $good")]
    [InlineData("Connect-RcAccount -Credential $nothing -BaseUri $uri")]
    [InlineData("Connect-RcAccount -Credential $nothing")]
    [InlineData("Connect-RcAccount -PortalCredential $nothing -BaseUri $uri")]
    [InlineData("Connect-RcAccount -AccessToken $nothing -BaseUri $uri")]
    [InlineData("Connect-RcAccount -AccessToken plain -BaseUri $uri")]
    [InlineData("Connect-RcAccount -Sandbox $nothing")]
    [InlineData("Connect-RcAccount -Sandbox 7")]
    [InlineData("$nothing | Connect-RcAccount")]
    [InlineData("@() | Connect-RcAccount")]
    [InlineData("$s, $nothing | Connect-RcAccount")]
    [InlineData("& { throw 'x' } | Connect-RcAccount")]
    public void Whatever_fails_leaves_no_account(string script)
    {
        _session.Script($"try {{ {script} }} catch {{ }}");

        Assert.Empty(_session.Run("Get-RcConnection").NoErrors().Output);
        _session.Sandbox.ClearRequests();
        string error = _session.Script("Remove-RcBatch $id -Force").Error("RcNotConnected").ErrorDetails.Message;
        Assert.Contains("the last Connect-RcAccount failed", error, StringComparison.Ordinal);
        _session.Script("Get-RcBatch").Error("RcNotConnected");
        Assert.Empty(_session.Sandbox.Requests);
    }

    [Theory]
    [InlineData("Connect-RcAccount -TimeZone Eur")]
    [InlineData("Connect-RcAccount https://example.com -")]
    [InlineData("if ($s) { Connect-RcAccount -Sandbox $s -TimeZone Eur")]
    public void Line_that_is_only_being_written_changes_nothing(string line)
    {
        _session.Set("line", line);
        string address = _session.Script("Connect-RcAccount -Sandbox $s; (Get-RcConnection).BaseUri").Single().ToString();

        _session.Script("$null = TabExpansion2 $line $line.Length; $null = [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null)").NoErrors();

        Assert.Equal(address, _session.Script("(Get-RcConnection).BaseUri").Single().ToString());
    }

    [Fact]
    public void Looking_at_the_command_changes_nothing()
    {
        _session.Script("Connect-RcAccount -Sandbox $s; $null = Get-Command Connect-RcAccount -ArgumentList https://example.com, $good; $null = Get-Command Connect-RcAccount -Syntax").NoErrors();

        Assert.Single(_session.Script("Get-RcConnection").Output);
    }

    [Fact]
    public void Error_says_why_and_how_to_go_on()
    {
        string why = _session.Script("Connect-RcAccount $uri -PortalCredential $wrong").Error("RcUnauthorized").ErrorDetails.Message;

        ErrorDetails error = _session.Script("Get-RcBatch").Error("RcNotConnected").ErrorDetails;

        Assert.EndsWith(why, error.Message, StringComparison.Ordinal);
        Assert.Contains("Disconnect-RcAccount", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Connect-RcAccount -Sandbox $s")]
    [InlineData("Disconnect-RcAccount")]
    public void Connect_that_succeeds_or_a_disconnect_ends_it(string script)
    {
        _session.Script("Connect-RcAccount $uri -PortalCredential $wrong").Error("RcUnauthorized");

        _session.Script(script).NoErrors();

        _session.Script("Remove-RcBatch $id -Force").NoErrors();
        Assert.Equal("DELETE", _session.Sandbox.Requests[^1].Method);
    }

    [Fact]
    public void Disconnect_of_another_connection_does_not_end_it()
    {
        _session.Script("$old = Connect-RcAccount -Sandbox $s -PassThru").NoErrors();
        _session.Script("Connect-RcAccount -Sandbox $s -MaxCost 1").Error("RcInvalidParameter");

        Assert.Empty(_session.Script("Disconnect-RcAccount $old 3>&1; Disconnect-RcAccount -Connection $old; $old | Disconnect-RcAccount").Output);

        _session.Script("Get-RcBatch").Error("RcNotConnected");
    }

    [Fact]
    public void Connection_that_was_handed_out_before_goes_on()
    {
        _session.Script("$old = Get-RcConnection; Connect-RcAccount -Sandbox $s -MaxCost 1").Error("RcInvalidParameter");

        _session.Script("Remove-RcBatch $id -Force -Connection $old").NoErrors();

        Assert.Single(_session.Sandbox.Writes);
    }

    [Fact]
    public void Stop_during_the_login_leaves_no_account()
    {
        using ManualResetEventSlim arrived = new();
        using ManualResetEventSlim leave = new();
        using CannedServer server = new(_ =>
        {
            arrived.Set();
            leave.Wait();
            return (200, "{}");
        });
        using Engine engine = Engine.Create(_session.Runspace);
        engine.AddCommand("Connect-RcAccount").AddParameter("BaseUri", server.BaseUri).AddParameter("PortalCredential", _session.Runspace.SessionStateProxy.GetVariable("wrong"));

        IAsyncResult running = engine.BeginInvoke();
        Assert.True(arrived.Wait(s_patience, TestContext.Current.CancellationToken));
        engine.Stop();
        leave.Set();

        Assert.True(running.AsyncWaitHandle.WaitOne(s_patience));
        Assert.Equal(PSInvocationState.Stopped, engine.InvocationStateInfo.State);
        Assert.Contains("It was stopped", _session.Script("Get-RcBatch").Error("RcNotConnected").ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Completion_and_help_of_the_command_leave_the_account_alone()
    {
        _session.Script("TabExpansion2 'Connect-RcAccount -BaseUri $uri -ParameterPlacement '; Get-Command Connect-RcAccount -Syntax; Get-Help Connect-RcAccount").NoErrors();

        Assert.Single(_session.Run("Get-RcConnection").NoErrors().Output);
    }
}
