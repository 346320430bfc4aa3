using System.Globalization;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Rules.FileRules;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC008: bytes that are not UTF-8, as in a file that was saved as Windows-1252.</summary>
internal sealed class BytesInvalidRule : RowRule
{
    /// <summary>Initializes the rule.</summary>
    public BytesInvalidRule()
        : base(EncodingRule.Info, RowTraits.BytesInvalid)
    {
    }

    /// <inheritdoc/>
    public override void Check(in CsvRow row, RowIssues issues)
    {
        int index = Utf8Text.IndexOfInvalid(row.Raw);
        byte found = row.Raw[index];
        long offset = row.ByteOffset + index;
        long line = row.Line + Utf8Text.CountLineBreaks(row.Raw.Slice(0, index));
        issues.Report(Info, line, ColumnOf(row, index), row.Raw, _ => (
            string.Format(CultureInfo.InvariantCulture, "The byte 0x{0:X2} at offset {1} is not UTF-8{2}.", found, offset, Guess(found)),
            "Save the file as UTF-8 (in Excel: 'CSV UTF-8'); what cannot be read would be sent garbled."));
    }

    private static int ColumnOf(in CsvRow row, int index)
    {
        int end = -1;
        for (int i = 0; i < row.FieldCount; i++)
        {
            end += row.RawField(i).Length + 1;
            if (index < end)
            {
                return i;
            }
        }

        return -1;
    }

    // The characters of Windows-1252 that people type: quotes, dashes, the euro sign, accented letters.
    private static string Guess(byte found)
    {
        string? character = found switch
        {
            0x80 => "\u20AC",
            0x85 => "\u2026",
            0x91 => "\u2018",
            0x92 => "\u2019",
            0x93 => "\u201C",
            0x94 => "\u201D",
            0x96 => "\u2013",
            0x97 => "\u2014",
            0x99 => "\u2122",
            >= 0xA0 => ((char)found).ToString(),
            _ => null,
        };
        return character is null ? string.Empty : $"; in Windows-1252 it is {character}";
    }
}
