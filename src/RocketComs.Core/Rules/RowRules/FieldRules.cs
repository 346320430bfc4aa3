using System.Globalization;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Rules.FileRules;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>What a field is called in a message.</summary>
internal static class FieldName
{
    public static string Of(int field) => field switch { 0 => "number", 1 => "text", _ => "field" };
}

/// <summary>What a delimiter is called in a message.</summary>
internal static class DelimiterName
{
    public static string Of(byte delimiter) => delimiter switch { (byte)';' => "semicolon", (byte)'\t' => "tab", (byte)'|' => "vertical bar", _ => "comma" };
}

/// <summary>RC011: a control character other than tab and line breaks stands in a field.</summary>
internal sealed class ControlCharacterRule() : FieldRule(
    RuleTable.ControlCharacter, RowTraits.ControlCharacter)
{
    protected override bool IsBrokenBy(in CsvRow row, int field) => Utf8Text.IndexOfControl(row.RawField(field)) >= 0;

    protected override void Tell(in CsvRow row, int field, long line, RowIssues issues)
    {
        ReadOnlySpan<byte> raw = row.RawField(field);
        int index = Utf8Text.IndexOfControl(raw);
        int found = Utf8Text.ControlAt(raw, index);
        issues.Report(Info, line + Utf8Text.CountLineBreaks(raw.Slice(0, index)), field, row.Field(field), _ => (
            string.Format(CultureInfo.InvariantCulture, "The {0} contains a control character (U+{1:X4}{2}).", FieldName.Of(field), found, found == 0 ? ", NUL" : string.Empty),
            "Remove it; it comes from a copy out of another program or from a damaged file."));
    }
}

/// <summary>RC104: a real line break stands inside a field.</summary>
internal sealed class LineBreakRule() : FieldRule(RuleTable.LineBreak, RowTraits.LineBreak)
{
    protected override bool IsBrokenBy(in CsvRow row, int field) => row.Field(field).IndexOfAny((byte)'\r', (byte)'\n') >= 0;

    // The break ends the line on which it stands.
    protected override void Tell(in CsvRow row, int field, long line, RowIssues issues) => issues.Report(Info, line, field, row.Field(field), _ => (
        $"There is a real line break inside the {FieldName.Of(field)}; RocketCOMS documents only \\n.", "Write the two characters \\n instead of the line break."));
}

/// <summary>RC107: blanks stand at the start or end of a field.</summary>
internal sealed class OuterBlankRule() : FieldRule(
    RuleTable.OuterBlank, RowTraits.OuterBlank)
{
    // What a comma cut off a text that another delimiter separates is no field.
    protected override bool IsBrokenBy(in CsvRow row, int field) =>
        RowScanner.HasOuterBlank(row.Field(field)) && !((row.Traits & RowTraits.NumberMalformed) != 0 && PasteLine.FindDelimiterBehindNumber(row) > 0);

    protected override void Tell(in CsvRow row, int field, long line, RowIssues issues) => issues.Report(Info, line, field, row.Field(field), _ => (
        $"There are blanks at the start or end of the {FieldName.Of(field)}.", "Remove them; in a text each counts as a character."));
}

/// <summary>RC008: bytes that are not UTF-8, as in a file that was saved as Windows-1252. The first of a row tells.</summary>
internal sealed class BytesInvalidRule() : TraitRule(EncodingRule.Info, RowTraits.BytesInvalid)
{
    protected override void Tell(in CsvRow row, RowIssues issues)
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
