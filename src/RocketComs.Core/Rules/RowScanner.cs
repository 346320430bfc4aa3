using System;
using CsvHelper;
using RocketComs.Core.Csv;

namespace RocketComs.Core.Rules;

/// <summary>Looks at a row once and notes its signs, so that the rules touch only rows that concern them.</summary>
internal static class RowScanner
{
    /// <summary>The signs of the record that a reader stands on.</summary>
    public static RowSigns Scan(CsvReader reader)
    {
        ReadOnlySpan<byte> raw = reader.RawRecord;
        RowSigns signs = RowSigns.None;
        signs |= Utf8Text.IndexOfInvalid(raw) >= 0 ? RowSigns.BytesInvalid : 0;
        signs |= IndexOfControl(raw) >= 0 ? RowSigns.ControlCharacter : 0;
        signs |= raw.IndexOfAny((byte)'\r', (byte)'\n') >= 0 ? RowSigns.LineBreak : 0;
        signs |= raw.IndexOf((byte)'"') >= 0 ? Quotes(reader) : 0;
        signs |= reader.FieldCount switch { < 2 => RowSigns.TooFewFields, > 2 => RowSigns.TooManyFields, _ => 0 };

        // A quote that is never closed makes one field of many rows: what they look like says nothing.
        if ((signs & (RowSigns.QuotingBroken | RowSigns.TooFewFields)) != 0)
        {
            return signs & ~(RowSigns.TooManyFields | RowSigns.LineBreak | (signs.HasFlag(RowSigns.QuotingBroken) ? RowSigns.TooFewFields : 0));
        }

        signs |= Number(reader.GetSpan(0));
        if ((signs & RowSigns.TooManyFields) == 0)
        {
            signs |= Message(reader.GetSpan(1));
        }

        return signs;
    }

    /// <summary>The first control character other than tab, CR and LF.</summary>
    /// <returns>Its index; -1 when there is none.</returns>
    public static int IndexOfControl(ReadOnlySpan<byte> bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x20 && bytes[i] is not ((byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether a field starts or ends with a blank or tab.</summary>
    public static bool HasOuterBlank(ReadOnlySpan<byte> field) =>
        !field.IsEmpty && (field[0] is (byte)' ' or (byte)'\t' || field[field.Length - 1] is (byte)' ' or (byte)'\t');

    /// <summary>Whether a record is a blank line: nothing, or nothing but blanks and tabs.</summary>
    public static bool IsBlankLine(ReadOnlySpan<byte> raw) => Utf8Text.TrimBlanks(raw).IsEmpty;

    private static RowSigns Quotes(CsvReader reader)
    {
        RowSigns signs = RowSigns.None;
        for (int i = 0; i < reader.FieldCount; i++)
        {
            signs |= QuotedField.Inspect(reader.GetRawSpan(i)) switch
            {
                QuoteState.Unclosed or QuoteState.TextAfterClosing => RowSigns.QuotingBroken,
                QuoteState.Stray => RowSigns.StrayQuote,
                _ => 0,
            };
        }

        return signs;
    }

    private static RowSigns Number(ReadOnlySpan<byte> field)
    {
        ReadOnlySpan<byte> number = Utf8Text.TrimBlanks(field);
        RowSigns signs = HasOuterBlank(field) ? RowSigns.OuterBlank : 0;
        if (number.IsEmpty)
        {
            return RowSigns.NumberMissing;
        }

        return signs | (NumberDiagnosis.IsSound(number) ? RowSigns.NumberSound : RowSigns.NumberMalformed);
    }

    private static RowSigns Message(ReadOnlySpan<byte> message)
    {
        if (IsBlank(message))
        {
            return RowSigns.MessageMissing;
        }

        RowSigns signs = HasOuterBlank(message) ? RowSigns.OuterBlank : 0;
        signs |= message.IndexOf(@"\n "u8) >= 0 ? RowSigns.BlankAfterEscape : 0;
        signs |= MayBeUcs2(message) ? RowSigns.MayBeUcs2 : 0;
        signs |= message.IndexOf((byte)'/') >= 0 ? RowSigns.Slash : 0;
        return message.IndexOfAny((byte)'{', (byte)'[', (byte)'%') >= 0 ? signs | RowSigns.Brace : signs;
    }

    private static bool MayBeUcs2(ReadOnlySpan<byte> message) =>
        message.IndexOfAny((byte)'\t', (byte)'`', (byte)0x7F) >= 0 || Utf8Text.IndexOfNonAscii(message) >= 0;

    // A text of nothing but line breaks, written either way, shows nothing either.
    private static bool IsBlank(ReadOnlySpan<byte> message)
    {
        if (message.Length > 0 && message[0] > ' ' && message[0] != '\\' && message[0] < 0x80)
        {
            return false;
        }

        return string.IsNullOrWhiteSpace(Segments.LineBreakEscape.Unescape(Utf8Text.Decode(message)));
    }
}
