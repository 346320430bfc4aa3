using RocketComs.Core.Csv;

namespace RocketComs.Core.Rules.Rows;

/// <summary>RC114: a quote stands inside a field that is not quoted; it is kept as text.</summary>
internal sealed class StrayQuoteRule : RowRule
{
    /// <summary>Initializes the rule.</summary>
    public StrayQuoteRule()
        : base(new RuleInfo("RC114", RcIssueSeverity.Warning, "quote inside an unquoted field"), RowSigns.StrayQuote)
    {
    }

    /// <inheritdoc/>
    public override void Check(in CsvRow row, IssueCollector issues)
    {
        for (int i = 0; i < row.FieldCount; i++)
        {
            if (QuotedField.Inspect(row.RawField(i)) == QuoteState.Stray)
            {
                issues.Report(Info, row.LineOfField(i), i, row.RawField(i), static value => (
                    "A quote stands inside a field that is not quoted; it is kept as text.",
                    value.EndsWith("…", System.StringComparison.Ordinal)
                    ? "If it belongs to the text, put the field in quotes and double every quote inside it."
                    : "If it belongs to the text, quote the field: \"" + value.Replace("\"", "\"\"") + "\""));
            }
        }
    }
}
