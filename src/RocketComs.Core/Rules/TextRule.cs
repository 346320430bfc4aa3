using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Rules;

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
