using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Rules.Engine;

/// <summary>A rule about one row, listed in RuleSet and explained in docs/rules.md. Several threads may ask it at once.</summary>
/// <param name="info">Its name.</param>
/// <param name="traits">A row must have one of these for the rule to be asked.</param>
internal abstract class RowRule(RuleInfo info, RowTraits traits)
{
    public RuleInfo Info { get; } = info;

    public RowTraits Traits { get; } = traits != RowTraits.None
        ? traits
        : throw new ArgumentException($"{info.Id} would be asked about no row: name the trait that it is about.", nameof(traits));

    public abstract void Check(in CsvRow row, RowIssues issues);
}

/// <summary>A rule about every field of a row.</summary>
internal abstract class FieldRule(RuleInfo info, RowTraits traits) : RowRule(info, traits)
{
    // More reports of one row say nothing new, and a damaged row can have millions of fields.
    private const int MostReported = 100;

    public sealed override void Check(in CsvRow row, RowIssues issues)
    {
        long line = row.Line;
        for (int i = 0, reported = 0; i < row.FieldCount && reported < MostReported; i++)
        {
            reported += Check(row, i, line, issues) ? 1 : 0;
            line += Utf8Text.CountLineBreaks(row.RawField(i));
        }
    }

    /// <summary>Looks at a field, by its index, and the physical line on which it begins.</summary>
    /// <returns>Whether something was reported.</returns>
    protected abstract bool Check(in CsvRow row, int field, long line, RowIssues issues);
}

/// <summary>A rule about what a text costs. It is asked about rows without errors whose text needs more than one segment.</summary>
internal abstract class TextRule(RuleInfo info)
{
    public RuleInfo Info { get; } = info;

    public abstract void Check(in CsvRow row, in SegmentCount count, RowIssues issues);
}

/// <summary>A rule that compares a row with those before it, so it is asked in the order of the file, by one thread.</summary>
internal abstract class SequenceRule(RuleInfo info)
{
    public RuleInfo Info { get; } = info;

    /// <summary>Looks at a row with a number, in whatever spelling; its position is that of the record, from 1.</summary>
    public abstract void Check(in CheckedRow row, long position, FileIssues issues);
}
