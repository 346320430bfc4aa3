using System.Runtime.CompilerServices;
using RocketComs.Core.Numbers;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC102: the number stands in an earlier row already, in this or another spelling.</summary>
/// <remarks>Initializes the rule for one file.</remarks>
/// <param name="defaultRegion">The region of the numbers without a country code.</param>
/// <param name="expect">How many numbers are to be expected in all, given how many there are.</param>
internal sealed class DuplicateNumberRule(string defaultRegion, Func<long, long> expect) : SequenceRule(new RuleInfo("RC102", RcIssueSeverity.Warning, "number stands twice"))
{
    private readonly NumberIndex _firstLines = new NumberIndex(expect);
    private readonly bool _isNorthAmerican = NumberingPlan.IsNorthAmerican(defaultRegion);

    /// <summary>Gets the number of extra rows.</summary>
    public long Count { get; private set; }

    /// <summary>Has the place of a row's number brought near, some rows before it is asked about.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prepare(in CheckedRow row) => _firstLines.Prefetch(NumberKey.Of(row.Number, _isNorthAmerican));

    /// <inheritdoc/>
    [MethodImpl(Jit.Hot)]
    public override void Check(in CheckedRow row, long position, FileIssues issues)
    {
        if (!_firstLines.TryAdd(NumberKey.Of(row.Number, _isNorthAmerican), row.Line, out long first))
        {
            Count++;
            Report(row, position, first, issues);
        }
    }

    private void Report(in CheckedRow row, long position, long first, FileIssues issues) => issues.Report(
        Info, row.Line, position, 0, issues.Keeps(Info) ? row.Number.ToString() : string.Empty, _ => (
            $"The number stands on line {first} already; its owner would get both messages.", "Remove one of the rows, unless both messages are meant."));
}
