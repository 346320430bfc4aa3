using System.Globalization;
using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Numbers;
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

/// <summary>RC007, for a record that is longer than any text could be: a quote is never closed, and what it swallows is not held in memory.</summary>
internal static class EndlessRecordRule
{
    private const string Suggestion = "Close the quote at the end of its text, double every quote inside it, and test the file again.";

    /// <summary>Reports the record at which reading ended.</summary>
    /// <param name="line">The physical line on which it begins.</param>
    /// <param name="row">The record.</param>
    /// <param name="mostBytes">The bytes that a record may have.</param>
    /// <param name="issues">Where to report.</param>
    public static void Report(long line, long row, int mostBytes, FileIssues issues) =>
        issues.Report(QuotingBrokenRule.Name, line, row, -1, string.Empty, _ => (Describe(line, mostBytes) + " What follows was not read.", Suggestion));

    /// <summary>Reports a record that could be read: the next one follows.</summary>
    /// <param name="line">The physical line on which it begins.</param>
    /// <param name="raw">The record.</param>
    /// <param name="mostBytes">The bytes that a record may have.</param>
    /// <param name="issues">Where to report.</param>
    public static void Report(long line, ReadOnlySpan<byte> raw, int mostBytes, RowIssues issues) =>
        issues.Report(QuotingBrokenRule.Name, line, -1, raw, _ => (Describe(line, mostBytes), Suggestion));

    private static string Describe(long line, int mostBytes) => string.Format(
        CultureInfo.InvariantCulture, "The row that begins on line {0} is longer than {1:0.#} MB, far beyond any text: a quote in it is never closed, or the file is no batch file.", line, mostBytes / 1048576.0);
}

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

/// <summary>
/// RC111: a quoted field with line breaks holds lines that look like rows of their own, a number and a separator at their start. A row
/// whose quoting is broken bears neither of the traits: RC007 has said already what is wrong.
/// </summary>
internal sealed class SwallowedRowsRule : RowRule
{
    /// <summary>Initializes the rule.</summary>
    public SwallowedRowsRule()
        : base(new RuleInfo("RC111", RcIssueSeverity.Warning, "one field swallows lines that look like rows"), RowTraits.LineBreak | RowTraits.TooFewFields)
    {
    }

    /// <inheritdoc/>
    public override void Check(in CsvRow row, RowIssues issues)
    {
        long line = row.Line;
        int found = 0;
        for (int i = 0; i < row.FieldCount && found < MostFields; i++)
        {
            (long count, long firstLine) = FindRows(row.Field(i), row.Separator);
            if (count > 0)
            {
                found++;
                Report(row, issues, i, line, count, firstLine);
            }

            line += Utf8Text.CountLineBreaks(row.RawField(i));
        }
    }

    /// <summary>The lines after the first that look like rows: how many, and how many lines below the first the first of them stands.</summary>
    private static (long Count, long First) FindRows(ReadOnlySpan<byte> field, byte separator)
    {
        long count = 0;
        long first = 0;
        long below = 0;
        int end = field.IndexOfAny((byte)'\r', (byte)'\n');
        while (end >= 0)
        {
            below++;
            field = field.Slice(end + (field[end] == '\r' && end + 1 < field.Length && field[end + 1] == '\n' ? 2 : 1));
            end = field.IndexOfAny((byte)'\r', (byte)'\n');
            if (LooksLikeRow(end < 0 ? field : field.Slice(0, end), separator))
            {
                first = count == 0 ? below : first;
                count++;
            }
        }

        return (count, first);
    }

    private static bool LooksLikeRow(ReadOnlySpan<byte> line, byte separator)
    {
        int comma = line.IndexOf(separator);
        if (comma < 0)
        {
            return false;
        }

        ReadOnlySpan<byte> number = Utf8Text.TrimBlanks(line.Slice(0, comma));
        if (number.Length > 1 && number[0] == '"' && number[number.Length - 1] == '"')
        {
            number = Utf8Text.TrimBlanks(number.Slice(1, number.Length - 2));
        }

        return NumberText.TryRead(number, out _);
    }

    private void Report(in CsvRow row, RowIssues issues, int field, long opened, long count, long below)
    {
        issues.Report(Info, opened, field, row.Field(field), _ => (
            count == 1
                ? $"The field that opens on line {opened} holds a line that looks like a row of its own: line {opened + below}."
                : $"The field that opens on line {opened} holds {count} lines that look like rows of their own; the first is line {opened + below}.",
            $"Close the quote before line {opened + below}, so that it becomes a row; if it belongs to the text, write \\n instead of the line breaks."));
    }
}
