using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace RocketComs.Shell;

/// <summary>Asks the engine what can follow; file names it finds itself, as the engine needs Get-ChildItem for them.</summary>
internal sealed class Completer(Runspace runspace)
{
    public TabCycle? Complete(string line, int cursor)
    {
        using PowerShell engine = PowerShell.Create(runspace);
        CommandCompletion completion = CommandCompletion.CompleteInput(line, cursor, options: null, engine);
        if (completion.CompletionMatches.Count > 0)
        {
            return new TabCycle(
                line,
                completion.ReplacementIndex,
                completion.ReplacementLength,
                [.. completion.CompletionMatches.Select(match => match.CompletionText)]);
        }

        return CompletePath(line, cursor);
    }

    private TabCycle? CompletePath(string line, int cursor)
    {
        Parser.ParseInput(line[..cursor], out Token[] tokens, out _);
        Token? word = tokens.LastOrDefault(token => token.Kind != TokenKind.EndOfInput && token.Extent.EndOffset == cursor);
        int start = word?.Extent.StartOffset ?? cursor;
        string typed = line[start..cursor].Trim('\'', '"');
        if (typed.StartsWith('$') || typed.StartsWith('-'))
        {
            return null;
        }

        string folder = Path.GetDirectoryName(typed) is string named ? typed[..^Path.GetFileName(typed).Length] : typed;
        string here = runspace.SessionStateProxy.Path.CurrentFileSystemLocation.ProviderPath;
        List<string> found = Find(Path.Combine(here, folder), Path.GetFileName(typed), folder);
        return found.Count == 0 ? null : new TabCycle(line, start, cursor - start, found);
    }

    private static List<string> Find(string directory, string prefix, string typedFolder)
    {
        try
        {
            return
            [
                .. new DirectoryInfo(directory)
                    .EnumerateFileSystemInfos(prefix + "*")
                    .OrderBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
                    .Select(entry => Quote(typedFolder + entry.Name)),
            ];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }

    private static string Quote(string path)
        => path.Any(c => char.IsWhiteSpace(c) || "'\"`$&;,(){}|@#".Contains(c, StringComparison.Ordinal))
            ? "'" + CodeGeneration.EscapeSingleQuotedStringContent(path) + "'"
            : path;
}
