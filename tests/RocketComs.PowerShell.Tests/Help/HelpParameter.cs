namespace RocketComs.PowerShell.Tests.Help;

/// <summary>A parameter as its page describes it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Text">The description, as it stands.</param>
/// <param name="Type">The full name of the type, without Nullable.</param>
/// <param name="Default">The default value as shown; empty for none.</param>
/// <param name="Aliases">The aliases, in order.</param>
/// <param name="Sets">How it stands in each parameter set, by the set's name; <c>(All)</c> for all.</param>
internal sealed record HelpParameter(string Name, string Text, string Type, string Default, string[] Aliases, IReadOnlyDictionary<string, HelpParameterSet> Sets)
{
    /// <summary>Reads a section of a page: text, then a block of YAML.</summary>
    /// <param name="name">The name, from the heading.</param>
    /// <param name="section">What stands under the heading.</param>
    public static HelpParameter Parse(string name, string section)
    {
        string[] parts = section.Split("```yaml\n");
        if (parts.Length != 2)
        {
            throw new FormatException($"-{name} has no block of YAML, or several.");
        }

        string[] lines = parts[1].Split("```")[0].Split('\n');
        string Field(string field) => lines.Single(line => line.StartsWith(field + ":", StringComparison.Ordinal))[(field.Length + 1)..].Trim().Trim('\'');
        int sets = Array.IndexOf(lines, "ParameterSets:");
        return new HelpParameter(
            name,
            parts[0].Trim(),
            Field("Type"),
            Field("DefaultValue"),
            [.. lines.SkipWhile(line => !line.StartsWith("Aliases:", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => line[2..])],
            ReadSets(lines.Skip(sets + 1)).ToDictionary(set => set.Name, set => set.Set, StringComparer.Ordinal));
    }

    private static IEnumerable<(string Name, HelpParameterSet Set)> ReadSets(IEnumerable<string> lines)
    {
        Dictionary<string, string> fields = [];
        foreach (string line in lines.TakeWhile(line => line.StartsWith('-') || line.StartsWith(' ')).Append("- "))
        {
            if (line.StartsWith('-') && fields.Count > 0)
            {
                yield return (fields["Name"], HelpParameterSet.From(fields));
                fields = [];
            }

            string[] pair = line[2..].Split(": ", 2);
            if (pair.Length == 2)
            {
                fields[pair[0].Trim()] = pair[1].Trim();
            }
        }
    }
}
