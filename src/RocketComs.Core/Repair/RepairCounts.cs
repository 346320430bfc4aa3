using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Repair;

/// <summary>Counts what was repaired, by rule, as the check counts issues: a row with blanks around both fields has two. Keeps the first changes.</summary>
/// <param name="kept">How many changes are kept.</param>
internal sealed class RepairCounts(int kept)
{
    private const string Number = "Number";
    private const string Message = "Message";

    // A quote that is only doubled changes no field.
    private static readonly (RowChanges Change, RuleInfo Rule, string Column)[] s_rules =
    [
        (RowChanges.NumberSeparators, RuleTable.NumberMalformed, Number),
        (RowChanges.BlankAfterEscape, RuleTable.BlankAfterEscape, Message),
        (RowChanges.LineBreak, RuleTable.LineBreak, Message),
        (RowChanges.Typography, RuleTable.CostlyCharacter, Message),
        (RowChanges.NumberBlanks, RuleTable.OuterBlank, Number),
        (RowChanges.MessageBlanks, RuleTable.OuterBlank, Message),
        (RowChanges.StrayQuote, RuleTable.StrayQuote, string.Empty),
    ];

    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly List<RcBatchCsvChange> _changed = [];

    /// <summary>How often each rule's fault was repaired, by rule id; without those that were not.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    /// <summary>The fields that were changed, and why: the first of them.</summary>
    public RcBatchCsvChange[] Changed => [.. _changed];

    /// <summary>Notes a row that is written.</summary>
    /// <param name="original">The row as it was read.</param>
    /// <param name="repaired">The row as it is written.</param>
    public void Add(BatchRowReader original, in RepairedRow repaired)
    {
        RowChanges changes = repaired.Changes;
        if (changes == RowChanges.None)
        {
            return;
        }

        foreach ((RowChanges change, RuleInfo rule, _) in s_rules)
        {
            Add(rule, (changes & change) != 0 ? 1 : 0);
        }

        Keep(original, Number, repaired.WrittenNumber, changes);
        Keep(original, Message, repaired.Message, changes);
    }

    public void Add(RuleInfo rule, long count)
    {
        if (count > 0)
        {
            _counts.TryGetValue(rule.Id, out long before);
            _counts[rule.Id] = before + count;
        }
    }

    private void Keep(BatchRowReader row, string column, ReadOnlySpan<byte> after, RowChanges changes)
    {
        if (_changed.Count < kept && s_rules.Where(rule => rule.Column == column && (changes & rule.Change) != 0).Select(rule => rule.Rule.Id).ToArray() is { Length: > 0 } why)
        {
            string before = column == Number ? row.Number : row.Message;
            _changed.Add(new RcBatchCsvChange { Line = row.Line, Row = row.Row, Column = column, Before = before, After = Utf8Text.Decode(after), RuleId = why });
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
