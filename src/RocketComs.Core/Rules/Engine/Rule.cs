using System.Globalization;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Rules.Engine;

/// <summary>What a rule is called.</summary>
/// <param name="Id">The id, such as <c>RC005</c>; docs/rules.md has a section of that name.</param>
/// <param name="Severity">How much its issues weigh.</param>
/// <param name="Title">What it looks for, in a few words.</param>
public sealed record RuleInfo(string Id, RcIssueSeverity Severity, string Title)
{
    private RowFindings? _counted;

    /// <summary>The highest number of a rule.</summary>
    internal const int MostNumber = 199;

    /// <summary>Gets the number in the id: 5 of <c>RC005</c>.</summary>
    internal int Number { get; } = int.Parse(Id.Substring(2), CultureInfo.InvariantCulture);

    /// <summary>Gets what is found in a row where only this rule fires and no more of its issues are kept. In a bad file that is nearly every row.</summary>
    internal RowFindings Counted => _counted ??= new RowFindings([(this, null)], Raw: null);
}

/// <summary>A rule about one row. A rule is a class of its own, listed in <see cref="RuleSet"/> and explained in docs/rules.md.</summary>
/// <remarks>Initializes the rule.</remarks>
/// <param name="info">Its name.</param>
/// <param name="traits">The traits of which a row must bear one for the rule to be asked.</param>
internal abstract class RowRule(RuleInfo info, RowTraits traits)
{
    /// <summary>The fields of one row that are reported one by one. More of them say nothing new, and a damaged row can have millions.</summary>
    protected const int MostFields = 100;

    /// <summary>Gets its name.</summary>
    public RuleInfo Info { get; } = info;

    /// <summary>Gets the traits of which a row must bear one for the rule to be asked.</summary>
    public RowTraits Traits { get; } = traits;

    /// <summary>Looks at a row and reports what it finds.</summary>
    /// <param name="row">The row.</param>
    /// <param name="issues">Where to report.</param>
    public abstract void Check(in CsvRow row, RowIssues issues);
}

/// <summary>A rule about what a text costs. It is asked about rows without errors whose text needs more than one segment.</summary>
/// <remarks>Initializes the rule.</remarks>
/// <param name="info">Its name.</param>
internal abstract class TextRule(RuleInfo info)
{

    /// <summary>Gets its name.</summary>
    public RuleInfo Info { get; } = info;

    /// <summary>Looks at a text and reports what it finds.</summary>
    /// <param name="row">The row.</param>
    /// <param name="count">What the text costs.</param>
    /// <param name="issues">Where to report.</param>
    public abstract void Check(in CsvRow row, in SegmentCount count, RowIssues issues);
}

/// <summary>A rule that compares a row with those before it, so it is asked in the order of the file, by one thread.</summary>
/// <remarks>Initializes the rule.</remarks>
/// <param name="info">Its name.</param>
internal abstract class SequenceRule(RuleInfo info)
{

    /// <summary>Gets its name.</summary>
    public RuleInfo Info { get; } = info;

    /// <summary>Looks at a row with a sound number and reports what it finds.</summary>
    /// <param name="row">The row.</param>
    /// <param name="position">The record, from 1.</param>
    /// <param name="issues">Where to report.</param>
    public abstract void Check(in CheckedRow row, long position, FileIssues issues);
}
