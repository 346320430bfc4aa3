using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Runbooks;

/// <summary>Sees what a rehearsal starts in a session, so that a test can tell whether it is gone afterwards.</summary>
internal sealed class StageWatch
{
    private readonly TestSession _session;

    /// <summary>Begins to look: functions take the place of the commands that begin a stage.</summary>
    /// <param name="session">The session.</param>
    /// <param name="failing">A command that is to fail; <see langword="null"/> for none.</param>
    public StageWatch(TestSession session, string? failing = null)
    {
        _session = session;
        session.Script("""
            function global:Start-RcSandbox { $global:started = RocketComs\Start-RcSandbox; $global:started }
            function global:New-RcBatch {
                if ("$($args[1])" -like '*.csv') { $global:file = $args[1] }
                RocketComs\New-RcBatch @args
            }
            """).NoErrors();
        if (failing is not null)
        {
            session.Script($$"""function global:{{failing}} { if ("$($args[1])" -like '*.csv') { $global:file = $args[1] }; throw 'half-way' }""").NoErrors();
        }
    }

    /// <summary>There was a sandbox, and it is gone; so are the connection, and the folder if the stage came that far.</summary>
    /// <param name="hasFolder">Whether a file was written into the folder.</param>
    public void AssertGone(bool hasFolder)
    {
        Assert.Empty(_session.Run("Get-RcConnection").NoErrors().Output);
        Assert.False(Assert.Single(_session.Script("$global:started").Output).Get<bool>("IsRunning"));
        string? file = _session.Script("$global:file").Output.SingleOrDefault()?.ToString();
        Assert.Equal(hasFolder, file is not null);
        Assert.False(Directory.Exists(Path.GetDirectoryName(file)));
    }
}
