using System.Management.Automation;
using System.Management.Automation.Host;
using RocketComs.PowerShell.Errors;

namespace RocketComs.PowerShell.Sending;

/// <summary>Asks before something that costs money, and refuses where nobody can answer: silence is never a yes, nor is a bare Enter.</summary>
internal sealed class Confirmation
{
    private readonly PSCmdlet _cmdlet;
    private bool _yesToAll;
    private bool _noToAll;

    /// <summary>Initializes the questions of one command.</summary>
    /// <param name="cmdlet">The command; its confirm impact must be high.</param>
    public Confirmation(PSCmdlet cmdlet) => _cmdlet = cmdlet;

    /// <summary>Gets whether somebody has been asked.</summary>
    public bool WasAsked { get; private set; }

    /// <summary>Gets whether -WhatIf or -Confirm asks for the description of something that is not risky.</summary>
    public bool IsAskedFor => IsWhatIf || IsSet("Confirm") == true;

    private bool IsWhatIf => IsSet("WhatIf") ?? LanguagePrimitives.IsTrue(_cmdlet.GetVariableValue("WhatIfPreference"));

    private bool WouldPrompt => !IsWhatIf && (IsSet("Confirm") ?? !string.Equals(
        _cmdlet.GetVariableValue("ConfirmPreference")?.ToString(), nameof(ConfirmImpact.None), StringComparison.OrdinalIgnoreCase));

    /// <summary>Asks.</summary>
    /// <param name="description">What will be done, for the question, -WhatIf and -Verbose.</param>
    /// <param name="isRisky">Whether it must be confirmed; otherwise only an explicit -Confirm asks.</param>
    /// <returns>Whether to do it.</returns>
    /// <exception cref="ConfirmationRequiredException">It must be confirmed, and nobody can answer.</exception>
    public bool Ask(string description, bool isRisky)
    {
        if (isRisky || IsAskedFor)
        {
            WasAsked = WouldPrompt;
            return WasAsked ? Question(description) : _cmdlet.ShouldProcess(description, description, "Confirm");
        }

        _cmdlet.WriteVerbose(description);
        return true;
    }

    /// <summary>Whether a question failed because the host has nobody who could answer.</summary>
    public static bool IsUnanswerable(Exception exception) => exception is HostException or PSInvalidOperationException or NotImplementedException or NotSupportedException;

    private bool Question(string description)
    {
        if (_cmdlet.Host.Name == "ConsoleHost" && Console.IsInputRedirected)
        {
            // The console reads the end of a redirected input as an empty answer.
            throw new ConfirmationRequiredException(description, null);
        }

        try
        {
            // Not ShouldProcess: its default answer is yes, and this one must not be given by a stray Enter.
            return _cmdlet.ShouldContinue(description + "\nContinue?", "Confirm", hasSecurityImpact: true, ref _yesToAll, ref _noToAll);
        }
        catch (Exception exception) when (IsUnanswerable(exception))
        {
            throw new ConfirmationRequiredException(description, exception);
        }
    }

    private bool? IsSet(string name) =>
        _cmdlet.MyInvocation.BoundParameters.TryGetValue(name, out object? value) ? LanguagePrimitives.IsTrue(value) : null;
}
