namespace RocketComs.Core.Repair;

/// <summary>Counts what was repaired, by rule, as the check counts issues: a row with blanks around both fields has two.</summary>
internal sealed class RepairCounts
{
    private static readonly (RowChanges Change, string RuleId)[] s_rules =
    [
        (RowChanges.NumberSeparators, "RC005"),
        (RowChanges.BlankAfterEscape, "RC103"),
        (RowChanges.LineBreak, "RC104"),
        (RowChanges.Typography, "RC106"),
        (RowChanges.NumberBlanks, "RC107"),
        (RowChanges.MessageBlanks, "RC107"),
        (RowChanges.StrayQuote, "RC114"),
    ];

    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>How often each rule's fault was repaired, by rule id; without those that were not.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    public void Add(RowChanges changes)
    {
        if (changes == RowChanges.None)
        {
            return;
        }

        foreach ((RowChanges change, string ruleId) in s_rules)
        {
            Add(ruleId, (changes & change) != 0 ? 1 : 0);
        }
    }

    public void Add(string ruleId, long count)
    {
        if (count > 0)
        {
            _counts.TryGetValue(ruleId, out long before);
            _counts[ruleId] = before + count;
        }
    }
}

/// <summary>What was repaired in a row.</summary>
[Flags]
internal enum RowChanges
{
    None = 0, // written as it was read
    NumberSeparators = 1, // RC005: taken out of the number
    NumberBlanks = 1 << 1, // RC107: around the number, gone
    MessageBlanks = 1 << 2, // RC107: around the text, gone
    LineBreak = 1 << 3, // RC104: real ones became backslash and n
    BlankAfterEscape = 1 << 4, // RC103: after backslash and n, gone
    Typography = 1 << 5, // RC106: typographic characters were replaced
    StrayQuote = 1 << 6, // RC114: a text that was not quoted and holds a quote is quoted now
}
