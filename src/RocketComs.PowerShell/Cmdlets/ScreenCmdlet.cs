using System.Management.Automation;
using System.Management.Automation.Host;
using RocketComs.Core.Errors;
using RocketComs.Core.Sending;

namespace RocketComs.PowerShell.Cmdlets;

/// <summary>
/// The border to the screen: what the platform and files say passes it in warnings, verbose lines, questions and progress, and what would move the
/// cursor or show a secret is made visible or masked.
/// </summary>
/// <remarks>Errors have a border of their own, in <see cref="RocketComsException"/>, and views in ViewText.</remarks>
public abstract class ScreenCmdlet : PSCmdlet
{
    private const int ProgressId = 1;

    private PSHostUserInterface? _screen;

    /// <summary>Warns.</summary>
    /// <param name="text">The warning.</param>
    public new void WriteWarning(string text) => base.WriteWarning(ShownText.Of(text));

    /// <summary>Writes a verbose line.</summary>
    /// <param name="text">The line.</param>
    public new void WriteVerbose(string text) => base.WriteVerbose(ShownText.Of(text));

    /// <summary>Asks, or tells with -WhatIf.</summary>
    /// <param name="target">What is changed.</param>
    /// <param name="action">How.</param>
    public new bool ShouldProcess(string target, string action) => base.ShouldProcess(ShownText.Of(target), action);

    /// <summary>Asks, or tells with -WhatIf.</summary>
    /// <param name="verboseDescription">What is told.</param>
    /// <param name="verboseWarning">What is asked.</param>
    /// <param name="caption">The heading of the question.</param>
    public new bool ShouldProcess(string verboseDescription, string verboseWarning, string caption) =>
        base.ShouldProcess(ShownText.Of(verboseDescription), ShownText.Of(verboseWarning), caption);

    /// <summary>Asks where only a typed yes counts.</summary>
    /// <param name="query">The question.</param>
    /// <param name="caption">Its heading.</param>
    /// <param name="hasSecurityImpact">Whether no is the default.</param>
    /// <param name="yesToAll">Whether all further questions are answered with yes.</param>
    /// <param name="noToAll">Whether all further questions are answered with no.</param>
    public new bool ShouldContinue(string query, string caption, bool hasSecurityImpact, ref bool yesToAll, ref bool noToAll) =>
        base.ShouldContinue(ShownText.Of(query), caption, hasSecurityImpact, ref yesToAll, ref noToAll);

    /// <summary>Finds the screen, at the start: it can no longer be had once the command is being stopped.</summary>
    private protected void FindScreen() => _screen = Host?.UI;

    /// <summary>Shows progress.</summary>
    private protected void WriteProgress(ProgressState state) => WriteProgress(new ProgressRecord(ProgressId, ShownText.Of(state.Activity), ShownText.Of(state.Status))
    {
        CurrentOperation = ShownText.Of(state.Operation ?? string.Empty),
        PercentComplete = state.Percent ?? -1,
        SecondsRemaining = state.Remaining is { } remaining ? (int)Math.Min(int.MaxValue, Math.Ceiling(remaining.TotalSeconds)) : -1,
        RecordType = state.IsDone ? ProgressRecordType.Completed : ProgressRecordType.Processing,
    });

    /// <summary>Shows a warning while the pipeline is being stopped, when no stream takes one any more: on the screen itself.</summary>
    private protected void WarnAtStop(string warning)
    {
        try
        {
            _screen?.WriteWarningLine(ShownText.Of(warning));
        }
        catch (Exception exception) when (exception is HostException or NotImplementedException or PSInvalidOperationException or PipelineStoppedException)
        {
            // A host without a screen: there is nobody to tell.
        }
    }
}
