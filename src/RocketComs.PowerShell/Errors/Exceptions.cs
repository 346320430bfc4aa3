using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Errors;

/// <summary>A record of a batch file that cannot be read as a row.</summary>
internal sealed class BatchRowException(string path, long line, string fault) : RocketComsException(
    FormattableString.Invariant($"'{path}', line {line}: this is not a row: {fault}. Nothing was read from the file."),
    "Run Test-RcBatchCsv to see what is wrong and how to repair it.");

/// <summary>A change that must be confirmed, where nobody can answer.</summary>
internal sealed class ConfirmationRequiredException(string question, Exception? innerException) : RocketComsException(
    $"Not done, because nobody can be asked here: {question}",
    "Look at it with -WhatIf, then run it with -Force (or -Confirm:$false) to do it without being asked.",
    innerException)
{
    /// <inheritdoc/>
    public override bool EndsCommand => true;
}

/// <summary>A command that needs a connection, without one.</summary>
internal sealed class NotConnectedException(string message, string recommendedAction) : RocketComsException(message, recommendedAction)
{
    public NotConnectedException()
        : this(
            "There is no connection to RocketCOMS in this session.",
            "Run Connect-RcAccount -BaseUri <address> -Credential <key and secret>, or set ROCKETCOMS_BASE_URI with ROCKETCOMS_API_KEY and ROCKETCOMS_API_SECRET, or ROCKETCOMS_ACCESS_TOKEN.")
    {
    }

    /// <inheritdoc/>
    public override bool EndsCommand => true;
}
