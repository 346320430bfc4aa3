using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules;

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
