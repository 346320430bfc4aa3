using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using RocketComs.Core.Batches;

namespace RocketComs.PowerShell.Common;

/// <summary>Completes the documented statuses of a batch; others can be typed.</summary>
public sealed class BatchStatusCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string begun = wordToComplete.Trim('\'', '"');
        return BatchStatuses.Documented
            .Where(status => status.StartsWith(begun, StringComparison.OrdinalIgnoreCase))
            .Select(status => new CompletionResult(status));
    }
}
