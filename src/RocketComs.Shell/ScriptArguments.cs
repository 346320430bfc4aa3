using System.Management.Automation.Runspaces;

namespace RocketComs.Shell;

/// <summary>Turns the words after <c>-File script.ps1</c> into the script's parameters, as <c>pwsh</c> does.</summary>
internal static class ScriptArguments
{
    public static IReadOnlyList<CommandParameter> Parse(IReadOnlyList<string> words)
    {
        List<CommandParameter> parameters = [];
        for (int i = 0; i < words.Count; i++)
        {
            string word = words[i];
            int colon = word.IndexOf(':', StringComparison.Ordinal);
            if (word.Length < 2 || word[0] != '-')
            {
                parameters.Add(new CommandParameter(null, word));
            }
            else if (colon < 0)
            {
                // The name alone: the engine knows whether it is a switch or takes the word that follows.
                parameters.Add(new CommandParameter(word));
            }
            else if (colon < word.Length - 1)
            {
                parameters.Add(new CommandParameter(word[..colon], Value(word[(colon + 1)..])));
            }
            else if (i + 1 < words.Count)
            {
                parameters.Add(new CommandParameter(word[..colon], words[++i]));
            }
            else
            {
                throw new UsageException($"{word} has no value.");
            }
        }

        return parameters;
    }

    // A switch takes no text, and a command line has nothing else.
    private static object Value(string text)
        => bool.TryParse(text.StartsWith('$') ? text[1..] : text, out bool value) ? value : text;
}
