using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using RocketComs.Core.Reports;

namespace RocketComs.PowerShell.Completion;

/// <summary>Completes folders and files that can be reports, and after the name of a new one the ends that name a format.</summary>
public sealed class ReportFileCompleter : IArgumentCompleter
{
    private static readonly char[] s_quotes = ['\'', '"'];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string word = wordToComplete.Trim(s_quotes);
        CompletionResult[] files = [.. CompletionCompleters.CompleteFilename(word).Where(IsFolderOrReport)];
        string name = word.EndsWith(".", StringComparison.Ordinal) ? word.TrimEnd('.') : word;
        return files.Length > 0 || Path.GetFileName(name).Length == 0 || name.IndexOfAny(['$', '`', '*', '?']) >= 0
            ? files
            : ReportFile.Extensions.Select(extension => new CompletionResult(Quoted(name + extension), name + extension, CompletionResultType.ParameterValue, name + extension));
    }

    private static bool IsFolderOrReport(CompletionResult result) =>
        result.ResultType == CompletionResultType.ProviderContainer
        || ReportFile.Extensions.Any(extension => result.CompletionText.TrimEnd(s_quotes).EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    private static string Quoted(string path) => path.Any(static character => char.IsWhiteSpace(character) || "'();,&|{}@#".IndexOf(character) >= 0)
        ? "'" + path.Replace("'", "''") + "'" : path;
}
