using System.Management.Automation;
using System.Management.Automation.Host;
using RocketComs.Core.Sending;
using RocketComs.PowerShell.Errors;

namespace RocketComs.PowerShell.Cmdlets;

/// <summary>
/// A command as Core's sending sees it. It asks before what costs money, and refuses where nobody can answer: silence is never a yes, nor is
/// a bare Enter.
/// </summary>
/// <param name="command">The command; where it asks, its confirm impact must be high.</param>
internal sealed class CommandHost(ConnectedCmdlet command) : ISendingHost
{
    private bool _yesToAll;
    private bool _noToAll;

    /// <inheritdoc/>
    public string Authority => command.Authority;

    /// <inheritdoc/>
    public bool IsWhatIf => Preference(command, "WhatIf") ?? LanguagePrimitives.IsTrue(command.GetVariableValue("WhatIfPreference"));

    /// <inheritdoc/>
    public bool ShowsBefore(bool isForced) => IsWhatIf || (!_yesToAll && Asks(isForced));

    /// <inheritdoc/>
    public void Warn(string message) => command.WriteWarning(message);

    /// <inheritdoc/>
    public void Verbose(string message) => command.WriteVerbose(message);

    /// <inheritdoc/>
    public void ShowProgress(ProgressState state) => command.ShowProgress(state);

    /// <inheritdoc/>
    public void Emit(object result) => command.WriteObject(result);

    /// <inheritdoc/>
    /// <exception cref="ConfirmationRequiredException">Somebody must agree, and nobody can answer.</exception>
    public RcJournalConsent? Ask(string description, bool isRisky, bool isForced = false)
    {
        RcJournalConsent unasked = isRisky ? RcJournalConsent.Force : RcJournalConsent.NotNeeded;
        if (IsWhatIf)
        {
            return command.ShouldProcess(description, description, "Confirm") ? unasked : null;
        }

        bool asks = Asks(isForced || !isRisky);
        if (asks && !_yesToAll)
        {
            return Question(description) ? RcJournalConsent.Asked : null;
        }

        command.WriteVerbose(description);
        return asks ? RcJournalConsent.Asked : unasked;
    }

    /// <summary>Whether PowerShell asks before a change that is neither charged nor final: with <c>-Confirm</c>, or where the preference wants it.</summary>
    /// <param name="command">The command, of medium confirm impact.</param>
    public static bool AsksBeforeChanges(PSCmdlet command) =>
        Preference(command, "Confirm") ?? ConfirmPreference(command) is ConfirmImpact.Low or ConfirmImpact.Medium;

    /// <summary>Whether a question failed because the host has nobody who could answer.</summary>
    public static bool IsUnanswerable(Exception exception) => exception is HostException or PSInvalidOperationException or NotImplementedException or NotSupportedException;

    private bool Asks(bool isForced) => Preference(command, "Confirm") ?? (!isForced && ConfirmPreference(command) != ConfirmImpact.None);

    private bool Question(string description)
    {
        if (command.Host.Name == "ConsoleHost" && Console.IsInputRedirected)
        {
            // The console reads the end of a redirected input as an empty answer.
            throw new ConfirmationRequiredException(description, null);
        }

        try
        {
            // Not ShouldProcess: its default answer is yes, and this one must not be given by a stray Enter.
            return command.ShouldContinue(description + "\nContinue?", "Confirm", hasSecurityImpact: true, ref _yesToAll, ref _noToAll);
        }
        catch (Exception exception) when (IsUnanswerable(exception))
        {
            throw new ConfirmationRequiredException(description, exception);
        }
    }

    private static bool? Preference(PSCmdlet command, string name) =>
        command.MyInvocation.BoundParameters.TryGetValue(name, out object? value) ? LanguagePrimitives.IsTrue(value) : null;

    private static ConfirmImpact ConfirmPreference(PSCmdlet command) =>
        LanguagePrimitives.TryConvertTo(command.GetVariableValue("ConfirmPreference"), out ConfirmImpact impact) ? impact : ConfirmImpact.High;
}
