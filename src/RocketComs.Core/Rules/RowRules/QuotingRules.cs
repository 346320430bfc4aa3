using System.Globalization;
using RocketComs.Core.Csv;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>
/// RC007: a quote is never closed, or text stands after a closing quote. A record that is longer than any text could be is the work of
/// a quote that is never closed; what that swallows is not held in memory.
/// </summary>
/// <param name="mostBytes">The bytes that a record may have.</param>
internal sealed class QuotingBrokenRule(int mostBytes) : TraitRule(s_info, RowTraits.QuotingBroken | RowTraits.TooLong)
{
    private static readonly RuleInfo s_info = RuleTable.QuotingBroken;

    protected override void Tell(in CsvRow row, RowIssues issues)
    {
        if ((row.Traits & RowTraits.TooLong) != 0)
        {
            ReportTooLong(row, row.Line, issues);
            return;
        }

        int field = 0;
        while (QuotedField.Inspect(row.RawField(field)) is not (QuoteState.Unclosed or QuoteState.TextAfterClosing))
        {
            field++;
        }

        Report(row, field, row.LineOfField(field), issues);
    }

    /// <summary>Reports the record at which reading ended.</summary>
    /// <param name="line">The physical line on which it begins.</param>
    /// <param name="position">The record, from 1.</param>
    /// <param name="issues">Where to report.</param>
    public void ReportEndless(long line, long position, FileIssues issues) =>
        issues.Report(Info, line, position, -1, string.Empty, _ => Endless(line, " What follows was not read."));

    // It could be read: the next one follows.
    private void ReportTooLong(in CsvRow row, long line, RowIssues issues) => issues.Report(Info, line, -1, row.Raw, _ => Endless(line, string.Empty));

    private (string Message, string Suggestion) Endless(long line, string end) => (
        string.Format(
            CultureInfo.InvariantCulture,
            "The row that begins on line {0} is longer than {1:0.#} MB, far beyond any text: a quote in it is never closed, or the file is not a batch file.{2}",
            line,
            mostBytes / 1048576.0,
            end),
        "Close the quote at the end of its text, double every quote inside it, and test the file again.");

    private void Report(in CsvRow row, int field, long line, RowIssues issues)
    {
        bool isUnclosed = (row.Faults & RecordFaults.QuoteUnclosed) != 0;
        issues.Report(Info, line, field, row.RawField(field), _ => isUnclosed
            ? ($"The quote that opens on line {line} is never closed, so it swallows the rest of the file.", "Close the quote at the end of its text, and double every quote inside it.")
            : ($"There is text after the quote that closes the field opened on line {line}.", "Double every quote inside a quoted text (\"\"), and let the closing one be its last character."));
    }
}

/// <summary>RC114: a quote stands inside a field that is not quoted; it is kept as text.</summary>
internal sealed class StrayQuoteRule() : FieldRule(RuleTable.StrayQuote, RowTraits.StrayQuote)
{
    protected override bool IsBrokenBy(in CsvRow row, int field) => QuotedField.Inspect(row.RawField(field)) == QuoteState.Stray;

    protected override void Tell(in CsvRow row, int field, long line, RowIssues issues)
    {
        if (field == 1 && row.FieldCount == 2 && QuotedField.TryReadBetweenBlanks(row.RawField(field), out byte[] text))
        {
            string offer = PasteLine.Of(row, row.Field(0), text);
            issues.Report(Info, line, field, row.RawField(field), _ => (
                "A blank stands before the quote, so that it quotes nothing and is kept as text.", "Remove the blank before the quote" + offer));
            return;
        }

        issues.Report(Info, line, field, row.RawField(field), static value => (
            "There is a quote inside a field that is not quoted; it is kept as text.",
            value.EndsWith("…", StringComparison.Ordinal)
                ? "If it belongs to the text, put the field in quotes and double every quote inside it."
                : "If it belongs to the text, quote the field: \"" + value.Replace("\"", "\"\"") + "\""));
    }
}
