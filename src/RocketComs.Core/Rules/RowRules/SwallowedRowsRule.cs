using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Numbers;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>
/// RC111: a quoted field with line breaks holds lines that look like rows of their own, a number and a separator at their start. A row
/// whose quoting is broken has neither of the traits: RC007 has said already what is wrong.
/// </summary>
/// <param name="national">How numbers are grouped in the region of those without a country code.</param>
internal sealed class SwallowedRowsRule(NationalSpelling? national) : FieldRule(
    RuleTable.SwallowedRows, RowTraits.LineBreak | RowTraits.TooFewFields)
{
    /// <summary>The lines of a field after its first that look like rows: how many, and how many lines below the first the first of them stands.</summary>
    public static (long Count, long First) Find(ReadOnlySpan<byte> field, byte separator, NationalSpelling? national)
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
            if (LooksLikeRow(end < 0 ? field : field.Slice(0, end), separator, national))
            {
                first = count == 0 ? below : first;
                count++;
            }
        }

        return (count, first);
    }

    protected override bool IsBrokenBy(in CsvRow row, int field) => Find(row.Field(field), row.Separator, national).Count > 0;

    protected override void Tell(in CsvRow row, int field, long line, RowIssues issues)
    {
        (long count, long below) = Find(row.Field(field), row.Separator, national);
        issues.Report(Info, line, field, row.Field(field), _ => (
            count == 1
                ? $"The field that opens on line {line} holds a line that looks like a row of its own: line {line + below}."
                : $"The field that opens on line {line} holds {count} lines that look like rows of their own; the first is line {line + below}.",
            $"Close the quote before line {line + below}, so that it becomes a row; if it belongs to the text, write \\n instead of the line breaks."));
    }

    private static bool LooksLikeRow(ReadOnlySpan<byte> line, byte separator, NationalSpelling? national)
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

        return PhoneCell.IsUnmistakable(number, national);
    }
}

/// <summary>RC111 too: in a file whose texts are nothing but numbers, each row holds two recipients and no text.</summary>
/// <param name="national">How numbers are grouped in the region of those without a country code.</param>
internal sealed class NumberForTextRule(NationalSpelling? national) : RowRule(RuleTable.SwallowedRows, RowTraits.Text)
{
    public override void Check(in CsvRow row, RowIssues issues)
    {
        if (PhoneCell.IsUnmistakable(Utf8Text.TrimBlanks(row.Message), national))
        {
            issues.Report(Info, row.LineOfField(1), 1, row.Message, static _ => (
                "The text is nothing but a number, as those of the other rows are: the row looks like two recipients without a text.",
                "Write the text; give each of the numbers a row of its own."));
        }
    }
}
