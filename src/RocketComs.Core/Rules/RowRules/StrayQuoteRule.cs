using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC114: a quote stands inside a field that is not quoted; it is kept as text.</summary>
internal sealed class StrayQuoteRule : RowRule
{
    /// <summary>Initializes the rule.</summary>
    public StrayQuoteRule()
        : base(new RuleInfo("RC114", RcIssueSeverity.Warning, "quote inside an unquoted field"), RowTraits.StrayQuote)
    {
    }

    /// <inheritdoc/>
    public override void Check(in CsvRow row, RowIssues issues)
    {
        long line = row.Line;
        int found = 0;
        for (int i = 0; i < row.FieldCount && found < MostFields; i++)
        {
            if (QuotedField.Inspect(row.RawField(i)) == QuoteState.Stray)
            {
                found++;
                issues.Report(Info, line, i, row.RawField(i), static value => (
                    "A quote stands inside a field that is not quoted; it is kept as text.",
                    value.EndsWith("…", System.StringComparison.Ordinal)
                    ? "If it belongs to the text, put the field in quotes and double every quote inside it."
                    : "If it belongs to the text, quote the field: \"" + value.Replace("\"", "\"\"") + "\""));
            }

            line += Utf8Text.CountLineBreaks(row.RawField(i));
        }
    }
}
