using System;
using System.Management.Automation;
using System.Management.Automation.Host;
using RocketComs.PowerShell.Errors;

namespace RocketComs.PowerShell.Sending;

/// <summary>Asks before something that costs money, and refuses where nobody can answer: silence is never a yes.</summary>
internal static class Confirmation
{
    /// <summary>Asks.</summary>
    /// <param name="cmdlet">The command; its confirm impact must be high.</param>
    /// <param name="description">What will be done, for -WhatIf and -Verbose.</param>
    /// <param name="isRisky">Whether it must be confirmed; otherwise only an explicit -Confirm asks.</param>
    /// <returns>Whether to do it.</returns>
    /// <exception cref="ConfirmationRequiredException">It must be confirmed, and nobody can answer.</exception>
    public static bool Ask(PSCmdlet cmdlet, string description, bool isRisky)
    {
        if (isRisky || IsAskedFor(cmdlet))
        {
            return AskHost(cmdlet, description);
        }

        cmdlet.WriteVerbose(description);
        return true;
    }

    /// <summary>Whether -WhatIf or -Confirm asks for the description of something that is not risky.</summary>
    public static bool IsAskedFor(PSCmdlet cmdlet) => IsWhatIf(cmdlet) || IsSet(cmdlet, "Confirm") == true;

    private static bool AskHost(PSCmdlet cmdlet, string description)
    {
        if (WouldPrompt(cmdlet) && cmdlet.Host.Name == "ConsoleHost" && Console.IsInputRedirected)
        {
            // The console reads the end of a redirected input as an empty answer, which means yes.
            throw new ConfirmationRequiredException(description, null);
        }

        try
        {
            return cmdlet.ShouldProcess(description, description + "\nContinue?", "Confirm");
        }
        catch (Exception exception) when (exception is HostException or PSInvalidOperationException or NotImplementedException or NotSupportedException)
        {
            throw new ConfirmationRequiredException(description, exception);
        }
    }

    private static bool WouldPrompt(PSCmdlet cmdlet) =>
        !IsWhatIf(cmdlet)
        && IsSet(cmdlet, "Confirm") != false
        && !string.Equals(cmdlet.GetVariableValue("ConfirmPreference")?.ToString(), nameof(ConfirmImpact.None), StringComparison.OrdinalIgnoreCase);

    private static bool IsWhatIf(PSCmdlet cmdlet) =>
        IsSet(cmdlet, "WhatIf") ?? LanguagePrimitives.IsTrue(cmdlet.GetVariableValue("WhatIfPreference"));

    private static bool? IsSet(PSCmdlet cmdlet, string name) =>
        cmdlet.MyInvocation.BoundParameters.TryGetValue(name, out object? value) ? LanguagePrimitives.IsTrue(value) : null;
}
