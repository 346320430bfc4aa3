using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules;

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
