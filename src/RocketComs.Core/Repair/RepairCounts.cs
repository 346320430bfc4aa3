using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Repair;

/// <summary>Counts what was repaired, by rule, as the check counts issues: a row with blanks around both fields has two.</summary>
internal sealed class RepairCounts
{
    private static readonly (RowChanges Change, RuleInfo Rule)[] s_rules =
    [
        (RowChanges.NumberSeparators, RuleTable.NumberMalformed),
        (RowChanges.BlankAfterEscape, RuleTable.BlankAfterEscape),
        (RowChanges.LineBreak, RuleTable.LineBreak),
        (RowChanges.Typography, RuleTable.CostlyCharacter),
        (RowChanges.NumberBlanks, RuleTable.OuterBlank),
        (RowChanges.MessageBlanks, RuleTable.OuterBlank),
        (RowChanges.StrayQuote, RuleTable.StrayQuote),
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

        foreach ((RowChanges change, RuleInfo rule) in s_rules)
        {
            Add(rule, (changes & change) != 0 ? 1 : 0);
        }
    }

    public void Add(RuleInfo rule, long count)
    {
        if (count > 0)
        {
            _counts.TryGetValue(rule.Id, out long before);
            _counts[rule.Id] = before + count;
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
