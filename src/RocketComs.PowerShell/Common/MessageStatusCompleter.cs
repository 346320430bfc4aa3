using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using RocketComs.Core.Messages;

namespace RocketComs.PowerShell.Common;

/// <summary>Completes the documented statuses of a message; others can be typed.</summary>
public sealed class MessageStatusCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string begun = wordToComplete.Trim('\'', '"');
        return MessageStatuses.Documented
            .Where(status => status.StartsWith(begun, StringComparison.OrdinalIgnoreCase))
            .Select(status => new CompletionResult(status));
    }
}
