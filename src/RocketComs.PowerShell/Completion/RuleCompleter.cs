using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.PowerShell.Completion;

/// <summary>Completes the ids of rules and shows their titles; of those that are to be left out of a check, the errors are no choice.</summary>
public sealed class RuleCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string begun = wordToComplete.Trim('\'', '"');
        bool isChoice(RuleInfo rule) => !parameterName.Equals("ExcludeRule", StringComparison.OrdinalIgnoreCase) || rule.Severity != RcIssueSeverity.Error;
        return RuleTable.All.Where(rule => isChoice(rule) && rule.Id.StartsWith(begun, StringComparison.OrdinalIgnoreCase))
            .Select(rule => new CompletionResult(rule.Id, $"{rule.Id} {rule.Title}", CompletionResultType.ParameterValue, $"{rule.Severity}: {rule.Title}"));
    }
}
