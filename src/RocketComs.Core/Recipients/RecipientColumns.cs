using System.Text;

namespace RocketComs.Core.Recipients;

/// <summary>The columns of a file of recipients, by its header row.</summary>
/// <remarks>
/// Source: API page "Create a Recipient Batch". Its table has "Email" and "Street Line 1", its example "email" and "Street Line", so case
/// and blanks do not count here, and both names of the street are taken. What the platform takes is not documented beyond that.
/// </remarks>
internal sealed class RecipientColumns(int count, int number, IReadOnlyList<string> faults)
{
    /// <summary>The columns as the documentation writes them.</summary>
    public const string Documented = "Number, First name, Last name, Email, Street Line 1, Zip code, Country code, State code, City name";

    private static readonly HashSet<string> s_known = new(Documented.Split(',').Select(Key), StringComparer.Ordinal);

    public int Count { get; } = count;

    /// <summary>The index of the column with the number; -1 when there is none.</summary>
    public int Number { get; } = number;

    public IReadOnlyList<string> Faults { get; } = faults;

    public static RecipientColumns Read(IReadOnlyList<string> names)
    {
        string[] keys = [.. names.Select(Key)];
        int number = Array.IndexOf(keys, Key("Number"));
        if (number < 0 && names.Any(static name => RecipientNumber.TryRead(name, out _)))
        {
            return new RecipientColumns(keys.Length, number, [$"The file has no header row. Put one in front: {Documented}, of which only Number is needed."]);
        }

        List<string> faults = [];
        if (number < 0)
        {
            bool hasOtherSeparator = names.Count == 1 && names[0].IndexOfAny([';', '\t', '|']) >= 0;
            faults.Add(hasOtherSeparator ? "The columns must be separated by commas." : $"The header row has no column Number. RocketCOMS documents {Documented}, of which only Number is needed.");
        }

        string[] unknown = [.. names.Where((_, index) => !s_known.Contains(keys[index]))];
        if (unknown.Length > 0 && faults.Count == 0)
        {
            faults.Add($"{(unknown.Length == 1 ? "The column" : "The columns")} {string.Join(", ", unknown.Select(name => $"'{name}'"))} {(unknown.Length == 1 ? "is" : "are")} not known. RocketCOMS documents {Documented}.");
        }

        faults.AddRange(keys.Where(s_known.Contains).GroupBy(key => key).Where(group => group.Count() > 1).Select(group => $"The column '{names[Array.IndexOf(keys, group.Key)]}' is there twice."));
        return new RecipientColumns(keys.Length, number, faults);
    }

    private static string Key(string name)
    {
        StringBuilder key = new(name.Length);
        foreach (char character in name)
        {
            if (!char.IsWhiteSpace(character))
            {
                key.Append(char.ToLowerInvariant(character));
            }
        }

        return key.ToString() is "streetline" ? "streetline1" : key.ToString();
    }
}
