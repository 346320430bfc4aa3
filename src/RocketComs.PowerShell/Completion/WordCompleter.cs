using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace RocketComs.PowerShell.Completion;

/// <summary>Completes words that the platform documents; others can be typed.</summary>
public abstract class WordCompleter : IArgumentCompleter
{
    /// <summary>Gets the words.</summary>
    private protected abstract IEnumerable<string> Words { get; }

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string begun = wordToComplete.Trim('\'', '"');
        return Words.Where(word => word.StartsWith(begun, StringComparison.OrdinalIgnoreCase)).Select(word => new CompletionResult(word));
    }
}
