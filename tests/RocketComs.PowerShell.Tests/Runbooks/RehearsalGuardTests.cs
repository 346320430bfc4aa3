using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Runbooks;

/// <summary>What a rehearsal leaves as it is: the session's connection to the platform, and the machine when it fails.</summary>
public sealed class RehearsalGuardTests
{
    [Theory]
    [InlineData("nightly-correction.ps1")]
    [InlineData("scheduled-campaign.ps1")]
    [InlineData("delivery-report.ps1")]
    public void Connection_to_the_platform_is_not_replaced(string name)
    {
        using TestSession session = new();
        session.Run("Connect-RcAccount", ("BaseUri", new Uri("https://api.example.com")), ("AccessToken", AccountSession.Secret("token"))).NoErrors();

        CommandResult result = Runbook.Try(session, name);

        Assert.StartsWith("A rehearsal would take the place of the connection to https://api.example.com/.", result.Terminating?.Exception.Message);
        Assert.Empty(result.Output);
        Assert.Equal("https://api.example.com/", session.Run("Get-RcConnection").Single().Text("BaseUri"));
    }

    [Fact]
    public void Connection_to_a_sandbox_is_replaced_and_said_to_be_gone()
    {
        using AccountSession session = new();

        CommandResult result = Runbook.Try(session, "delivery-report.ps1").NoErrors();

        Assert.Equal("Rehearsal", result.Output[0].Get<string>("Mode"));
        Assert.Equal([$"The session was connected to {session.Sandbox.BaseUri}, and is not any more: the rehearsal took its place. Connect it again."], result.Warnings);
        Assert.Empty(session.Run("Get-RcConnection").NoErrors().Output);
        Assert.True(session.Sandbox.IsRunning);
    }

    [Theory]
    [InlineData("Connect-RcAccount")]
    [InlineData("New-RcBatch")]
    [InlineData("Get-RcRecipientList")]
    public void Stage_that_fails_half_way_is_taken_down(string command)
    {
        using TestSession session = new();
        StageWatch watch = new(session, command);

        CommandResult result = Runbook.Try(session, "nightly-correction.ps1");

        Assert.Equal("half-way", result.Terminating?.Exception.Message);
        watch.AssertGone(hasFolder: command != "Connect-RcAccount");
    }
}
