using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Errors;

/// <summary>A change that must be confirmed, where nobody can answer.</summary>
internal sealed class ConfirmationRequiredException : RocketComsException
{
    public ConfirmationRequiredException(string question, Exception? innerException)
        : base(
            $"Not done, for nobody can be asked here: {question}",
            "Look at it with -WhatIf, then run it with -Force (or -Confirm:$false) to do it without being asked.",
            innerException)
    {
    }
}
