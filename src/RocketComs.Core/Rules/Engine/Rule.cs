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

/// <summary>A rule that each row breaks, once, that has its trait: where enough of its issues are told, nothing more is looked at.</summary>
internal abstract class TraitRule(RuleInfo info, RowTraits traits) : RowRule(info, traits)
{
    public sealed override void Check(in CsvRow row, RowIssues issues)
    {
        if (!issues.TryCount(Info))
        {
            Tell(row, issues);
        }
    }

    /// <summary>Reports what is wrong.</summary>
    protected abstract void Tell(in CsvRow row, RowIssues issues);
}

/// <summary>A rule about every field of a row.</summary>
internal abstract class FieldRule(RuleInfo info, RowTraits traits) : RowRule(info, traits)
{
    // More reports of one row say nothing new, and a damaged row can have millions of fields.
    private const int MostReported = 100;

    public sealed override void Check(in CsvRow row, RowIssues issues)
    {
        long line = row.Line;
        int at = 0;
        for (int i = 0, reported = 0; i < row.FieldCount && reported < MostReported; i++)
        {
            if (!IsBrokenBy(row, i))
            {
                continue;
            }

            reported++;
            if (!issues.TryCount(Info))
            {
                for (; at < i; at++)
                {
                    line += Utf8Text.CountLineBreaks(row.RawField(at));
                }

                Tell(row, i, line, issues);
            }
        }
    }

    /// <summary>Whether a field, by its index, breaks the rule.</summary>
    protected abstract bool IsBrokenBy(in CsvRow row, int field);

    /// <summary>Reports what is wrong with a field, by its index, and the physical line on which it begins.</summary>
    protected abstract void Tell(in CsvRow row, int field, long line, RowIssues issues);
}

/// <summary>A rule about what a text costs. It is asked about rows without errors whose text needs more than one segment.</summary>
internal abstract class TextRule(RuleInfo info)
{
    public RuleInfo Info { get; } = info;

    public abstract void Check(in CsvRow row, in SegmentCount count, RowIssues issues);
}

/// <summary>A rule that compares rows with each other, so what it finds is known when all have been read.</summary>
internal abstract class SequenceRule(RuleInfo info)
{
    public RuleInfo Info { get; } = info;

    /// <summary>How often it was broken, known at the end.</summary>
    public long Count { get; protected set; }

    /// <summary>Takes rows, in the order of the file.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="most">How many issues are wanted at most.</param>
    public abstract void Add(CheckedRows rows, int most);

    /// <summary>Compares what was added.</summary>
    /// <param name="most">How many issues are wanted at most.</param>
    /// <param name="stop">Stops it.</param>
    public abstract void End(int most, CancellationToken stop);

    /// <summary>What was found, as much as is wanted or more, in the order of the file; made one by one.</summary>
    public abstract IEnumerable<RcBatchCsvIssue> Issues(RowPlaces places, FileIssues issues);
}
