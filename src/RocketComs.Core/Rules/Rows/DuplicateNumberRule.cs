using System.Collections.Generic;

namespace RocketComs.Core.Rules.Rows;

/// <summary>RC102: the number stands in an earlier row already, in this or another spelling.</summary>
internal sealed class DuplicateNumberRule : RowRule
{
    private readonly Dictionary<ulong, long> _firstLines = [];

    private readonly bool _isNorthAmerican;

    /// <summary>Initializes the rule for one file.</summary>
    /// <param name="defaultRegion">The region of the numbers without a country code.</param>
    public DuplicateNumberRule(string defaultRegion)
        : base(new RuleInfo("RC102", RcIssueSeverity.Warning, "number stands twice"), RowSigns.NumberSound) =>
        _isNorthAmerican = NumberingPlan.IsNorthAmerican(defaultRegion);

    /// <summary>Gets the number of extra rows.</summary>
    public long Count { get; private set; }

    /// <inheritdoc/>
    public override void Check(in CsvRow row, IssueSink issues)
    {
        ulong key = NumberKey.Of(row.Number, _isNorthAmerican);
        if (!_firstLines.TryGetValue(key, out long first))
        {
            _firstLines.Add(key, row.Line);
            return;
        }

        Count++;
        issues.Report(Info, row.LineOfField(0), row.Row, 0, row.Number, _ => (
            $"The number stands on line {first} already; its owner would get both messages.", "Remove one of the rows, unless both messages are meant."));
    }
}
