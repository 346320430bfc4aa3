using System.Globalization;
using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Numbers;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>
/// RC007: a quote is never closed, or text stands after a closing quote. A record that is longer than any text could be is the work of
/// a quote that is never closed; what that swallows is not held in memory.
/// </summary>
/// <param name="mostBytes">The bytes that a record may have.</param>
internal sealed class QuotingBrokenRule(int mostBytes) : RowRule(s_info, RowTraits.QuotingBroken | RowTraits.TooLong)
{
    private static readonly RuleInfo s_info = new("RC007", RcIssueSeverity.Error, "quoting broken");

    public override void Check(in CsvRow row, RowIssues issues)
    {
        long line = row.Line;
        if ((row.Traits & RowTraits.TooLong) != 0)
        {
            // It could be read: the next one follows.
            issues.Report(Info, line, -1, row.Raw, _ => Endless(line, string.Empty));
            return;
        }

        for (int i = 0; i < row.FieldCount; i++)
        {
            QuoteState state = QuotedField.Inspect(row.RawField(i));
            if (state is QuoteState.Unclosed or QuoteState.TextAfterClosing)
            {
                // After the first wrong quote nobody can tell what is a field.
                Report(row, i, state, line, issues);
                return;
            }

            line += Utf8Text.CountLineBreaks(row.RawField(i));
        }
    }

    /// <summary>Reports the record at which reading ended.</summary>
    /// <param name="line">The physical line on which it begins.</param>
    /// <param name="position">The record, from 1.</param>
    /// <param name="issues">Where to report.</param>
    public void ReportEndless(long line, long position, FileIssues issues) =>
        issues.Report(Info, line, position, -1, string.Empty, _ => Endless(line, " What follows was not read."));

    private (string Message, string Suggestion) Endless(long line, string end) => (
        string.Format(
            CultureInfo.InvariantCulture,
            "The row that begins on line {0} is longer than {1:0.#} MB, far beyond any text: a quote in it is never closed, or the file is not a batch file.{2}",
            line,
            mostBytes / 1048576.0,
            end),
        "Close the quote at the end of its text, double every quote inside it, and test the file again.");

    private void Report(in CsvRow row, int field, QuoteState state, long line, RowIssues issues) => issues.Report(
        Info, line, field, row.RawField(field), _ => state == QuoteState.Unclosed
            ? ($"The quote that opens on line {line} is never closed, so it swallows the rest of the file.", "Close the quote at the end of its text, and double every quote inside it.")
            : ($"There is text after the quote that closes the field opened on line {line}.", "Double every quote inside a quoted text (\"\"), and let the closing one be its last character."));
}

/// <summary>RC114: a quote stands inside a field that is not quoted; it is kept as text.</summary>
internal sealed class StrayQuoteRule() : FieldRule(new RuleInfo("RC114", RcIssueSeverity.Warning, "quote inside an unquoted field"), RowTraits.StrayQuote)
{
    protected override bool Check(in CsvRow row, int field, long line, RowIssues issues)
    {
        if (QuotedField.Inspect(row.RawField(field)) != QuoteState.Stray)
        {
            return false;
        }

        issues.Report(Info, line, field, row.RawField(field), static value => (
            "There is a quote inside a field that is not quoted; it is kept as text.",
            value.EndsWith("…", StringComparison.Ordinal)
                ? "If it belongs to the text, put the field in quotes and double every quote inside it."
                : "If it belongs to the text, quote the field: \"" + value.Replace("\"", "\"\"") + "\""));
        return true;
    }
}

/// <summary>
/// RC111: a quoted field with line breaks holds lines that look like rows of their own, a number and a separator at their start. A row
/// whose quoting is broken has neither of the traits: RC007 has said already what is wrong.
/// </summary>
internal sealed class SwallowedRowsRule() : FieldRule(
    new RuleInfo("RC111", RcIssueSeverity.Warning, "one field swallows lines that look like rows"), RowTraits.LineBreak | RowTraits.TooFewFields)
{
    /// <summary>The lines of a field after its first that look like rows: how many, and how many lines below the first the first of them stands.</summary>
    public static (long Count, long First) Find(ReadOnlySpan<byte> field, byte separator)
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

    protected override bool Check(in CsvRow row, int field, long line, RowIssues issues)
    {
        (long count, long below) = Find(row.Field(field), row.Separator);
        if (count == 0)
        {
            return false;
        }

        issues.Report(Info, line, field, row.Field(field), _ => (
            count == 1
                ? $"The field that opens on line {line} holds a line that looks like a row of its own: line {line + below}."
                : $"The field that opens on line {line} holds {count} lines that look like rows of their own; the first is line {line + below}.",
            $"Close the quote before line {line + below}, so that it becomes a row; if it belongs to the text, write \\n instead of the line breaks."));
        return true;
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
}
