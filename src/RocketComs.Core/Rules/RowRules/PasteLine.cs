using System.Text;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Numbers;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>A row that is offered instead of a wrong one: only one that passes the check as it stands, and that is shown whole.</summary>
internal static class PasteLine
{
    // What is longer is shown shortened, and must not be pasted.
    private const int MostBytes = 160;

    /// <summary>The end of a suggestion, with the row; a full stop when there is none to offer.</summary>
    /// <param name="row">The wrong row.</param>
    /// <param name="number">The number.</param>
    /// <param name="text">The text, unquoted.</param>
    public static string Of(in CsvRow row, ReadOnlySpan<byte> number, ReadOnlySpan<byte> text) => Offer(row, number, text) is { } line ? ": " + line : ".";

    /// <summary>A row of one column with a delimiter in it, with a comma instead; nothing when there is none to offer.</summary>
    public static string Split(in CsvRow row)
    {
        int at = row.Separator == ',' ? IndexOfDelimiter(row.Raw) : -1;
        return at >= 0 && SplitAt(row, at) is { Length: > 1 } offer ? offer : string.Empty;
    }

    /// <summary>The end of a suggestion, with a row that is split at a delimiter; a full stop when there is none to offer.</summary>
    public static string SplitAt(in CsvRow row, int at) => Of(row, row.Raw.Slice(0, at), Utf8Text.TrimBlanks(row.Raw.Slice(at + 1)));

    /// <summary>Where a delimiter other than the comma stands in the first cell, between a number and what is none: the place in the row; -1 for nowhere.</summary>
    public static int FindDelimiterBehindNumber(in CsvRow row)
    {
        int at = IndexOfDelimiter(row.RawField(0));
        return at > 0 && row.Separator == ',' && PhoneCell.TryRead(row.Raw.Slice(0, at), out _)
            && PhoneCell.Read(Utf8Text.Decode(row.Number)).Fault == PhoneFault.Letters ? at : -1;
    }

    private static int IndexOfDelimiter(ReadOnlySpan<byte> text) => text.IndexOfAny((byte)';', (byte)'\t', (byte)'|');

    private static string? Offer(in CsvRow row, ReadOnlySpan<byte> number, ReadOnlySpan<byte> text)
    {
        if (number.Length + text.Length > MostBytes || text.IndexOfAny((byte)'\r', (byte)'\n') >= 0 || BeginsWithNumber(text))
        {
            return null;
        }

        string written = Utf8Text.Decode(text);
        string field = written.IndexOfAny(['"', ',']) < 0 ? written : "\"" + written.Replace("\"", "\"\"") + "\"";
        string line = Utf8Text.Decode(Utf8Text.TrimBlanks(number)) + "," + field;
        return row.Checker.Accepts(Encoding.UTF8.GetBytes(line)) ? line : null;
    }

    // Another recipient, and no text.
    private static bool BeginsWithNumber(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOfAny(",;\t|"u8);
        return PhoneCell.IsUnmistakable(Utf8Text.TrimBlanks(end < 0 ? text : text.Slice(0, end)));
    }
}
