using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC007: a quote is never closed, or text stands after a closing quote.</summary>
internal sealed class QuotingBrokenRule : RowRule
{
    /// <summary>What it is called.</summary>
    public static readonly RuleInfo Name = new("RC007", RcIssueSeverity.Error, "quoting broken");

    /// <summary>Initializes the rule.</summary>
    public QuotingBrokenRule()
        : base(Name, RowTraits.QuotingBroken)
    {
    }

    /// <inheritdoc/>
    public override void Check(in CsvRow row, RowIssues issues)
    {
        long line = row.Line;
        for (int i = 0; i < row.FieldCount; i++)
        {
            QuoteState state = QuotedField.Inspect(row.RawField(i));
            if (state is QuoteState.Unclosed or QuoteState.TextAfterClosing)
            {
                // Behind the first wrong quote nobody can tell what is a field.
                Report(row, i, state, line, issues);
                return;
            }

            line += Utf8Text.CountLineBreaks(row.RawField(i));
        }
    }

    private void Report(in CsvRow row, int field, QuoteState state, long line, RowIssues issues) => issues.Report(
        Info, line, field, row.RawField(field), _ => state == QuoteState.Unclosed
            ? ($"The quote that opens on line {line} is never closed, so it swallows the rest of the file.", "Close the quote at the end of its text, and double every quote inside it.")
            : ($"Text stands after the quote that closes the field opened on line {line}.", "Double every quote inside a quoted text (\"\"), and let the closing one be its last character."));
}
