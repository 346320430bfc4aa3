using System.Text;
using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
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
        ReadOnlySpan<byte> raw = row.Raw;
        int at = raw.IndexOfAny((byte)';', (byte)'\t', (byte)'|');
        return at < 0 || row.Separator != ',' ? string.Empty
            : Offer(row, raw.Slice(0, at), Utf8Text.TrimBlanks(raw.Slice(at + 1))) is { } line ? ": " + line : string.Empty;
    }

    private static string? Offer(in CsvRow row, ReadOnlySpan<byte> number, ReadOnlySpan<byte> text)
    {
        if (number.Length + text.Length > MostBytes || text.IndexOfAny((byte)'\r', (byte)'\n') >= 0)
        {
            return null;
        }

        string written = Utf8Text.Decode(text);
        string field = written.IndexOfAny(['"', ',']) < 0 ? written : "\"" + written.Replace("\"", "\"\"") + "\"";
        string line = Utf8Text.Decode(Utf8Text.TrimBlanks(number)) + "," + field;
        return row.Checker.Accepts(Encoding.UTF8.GetBytes(line)) ? line : null;
    }
}
