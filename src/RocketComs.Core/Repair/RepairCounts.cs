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

    /// <summary>Adds the changes of a row that is written.</summary>
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

    /// <summary>Adds a number of changes.</summary>
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
    /// <summary>Nothing: the row was written as it was read.</summary>
    None = 0,

    /// <summary>RC005: separators were taken out of the number.</summary>
    NumberSeparators = 1,

    /// <summary>RC107: blanks around the number are gone.</summary>
    NumberBlanks = 1 << 1,

    /// <summary>RC107: blanks around the text are gone.</summary>
    MessageBlanks = 1 << 2,

    /// <summary>RC104: real line breaks became backslash and <c>n</c>.</summary>
    LineBreak = 1 << 3,

    /// <summary>RC103: blanks after backslash and <c>n</c> are gone.</summary>
    BlankAfterEscape = 1 << 4,

    /// <summary>RC106: typographic characters were replaced.</summary>
    Typography = 1 << 5,

    /// <summary>RC114: a text that was not quoted and holds a quote is quoted now.</summary>
    StrayQuote = 1 << 6,
}
