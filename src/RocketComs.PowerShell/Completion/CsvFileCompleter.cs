using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace RocketComs.PowerShell.Completion;

/// <summary>Completes folders and files ending in <c>.csv</c>; where there is none, any file.</summary>
public sealed class CsvFileCompleter : IArgumentCompleter
{
    private static readonly char[] s_quotes = ['\'', '"'];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        CompletionResult[] all = [.. CompletionCompleters.CompleteFilename(wordToComplete.Trim(s_quotes))];
        CompletionResult[] fitting = [.. all.Where(IsFolderOrCsv)];
        return fitting.Length > 0 ? fitting : all;
    }

    private static bool IsFolderOrCsv(CompletionResult result) =>
        result.ResultType == CompletionResultType.ProviderContainer
        || result.CompletionText.TrimEnd(s_quotes).EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
}
