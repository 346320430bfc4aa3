using System.Runtime.CompilerServices;
using CsvHelper;
using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Numbers;

namespace RocketComs.Core.Rules.Engine;

/// <summary>Looks at a row once and notes its signs, so that the rules touch only rows that concern them.</summary>
internal static class RowScanner
{
    /// <summary>The signs of the record that a reader stands on.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="raw">The record.</param>
    /// <param name="classes">What kinds of bytes it holds.</param>
    /// <param name="number">The number, when it is sound.</param>
    [MethodImpl(Jit.Hot)]
    public static RowSigns Scan(CsvReader reader, ReadOnlySpan<byte> raw, ByteClasses classes, out NumberText number)
    {
        number = default;
        RowSigns signs = reader.FieldCount switch { 2 => RowSigns.None, < 2 => RowSigns.TooFewFields, _ => RowSigns.TooManyFields };
        if ((classes & (ByteClasses.NonAscii | ByteClasses.Low | ByteClasses.Quote)) != 0)
        {
            signs |= Rare(reader, raw, classes);
        }

        // A quote that is never closed makes one field of many rows: what they look like says nothing.
        if ((signs & (RowSigns.QuotingBroken | RowSigns.TooFewFields)) != 0)
        {
            return signs & ~(RowSigns.TooManyFields | RowSigns.LineBreak | ((signs & RowSigns.QuotingBroken) != 0 ? RowSigns.TooFewFields : 0));
        }

        signs |= Number(reader.GetSpan(0), out number);
        return (signs & RowSigns.TooManyFields) == 0 ? signs | Message(reader.GetSpan(1), classes) : signs;
    }

    /// <summary>The first C0 control character (U+0000 to U+001F) other than tab, CR and LF.</summary>
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
    public static bool IsBlankLine(ReadOnlySpan<byte> raw) => raw.IsEmpty || (raw[0] is (byte)' ' or (byte)'\t' && Utf8Text.TrimBlanks(raw).IsEmpty);

    private static RowSigns Rare(CsvReader reader, ReadOnlySpan<byte> raw, ByteClasses classes)
    {
        RowSigns signs = RowSigns.None;
        if ((classes & ByteClasses.NonAscii) != 0)
        {
            signs |= Utf8Text.IndexOfInvalid(raw) >= 0 ? RowSigns.BytesInvalid : RowSigns.None;
        }

        if ((classes & ByteClasses.Low) != 0)
        {
            signs |= IndexOfControl(raw) >= 0 ? RowSigns.ControlCharacter : RowSigns.None;
            signs |= raw.IndexOfAny((byte)'\r', (byte)'\n') >= 0 ? RowSigns.LineBreak : RowSigns.None;
        }

        return (classes & ByteClasses.Quote) != 0 ? signs | Quotes(reader) : signs;
    }

    private static RowSigns Quotes(CsvReader reader)
    {
        RowSigns signs = RowSigns.None;
        for (int i = 0; i < reader.FieldCount; i++)
        {
            signs |= QuotedField.Inspect(reader.GetRawSpan(i)) switch
            {
                QuoteState.Unclosed or QuoteState.TextAfterClosing => RowSigns.QuotingBroken,
                QuoteState.Stray => RowSigns.StrayQuote,
                _ => RowSigns.None,
            };
        }

        return signs;
    }

    private static RowSigns Number(ReadOnlySpan<byte> field, out NumberText number)
    {
        if (NumberText.TryRead(field, out number))
        {
            return RowSigns.NumberSound;
        }

        ReadOnlySpan<byte> trimmed = Utf8Text.TrimBlanks(field);
        if (trimmed.IsEmpty)
        {
            return RowSigns.NumberMissing;
        }

        RowSigns signs = trimmed.Length == field.Length ? RowSigns.None : RowSigns.OuterBlank;
        return signs | (NumberText.TryRead(trimmed, out number) ? RowSigns.NumberSound : RowSigns.NumberMalformed);
    }

    private static RowSigns Message(ReadOnlySpan<byte> message, ByteClasses classes)
    {
        if (IsBlank(message))
        {
            return RowSigns.MessageMissing;
        }

        RowSigns signs = HasOuterBlank(message) ? RowSigns.OuterBlank : RowSigns.None;
        return (classes & ~ByteClasses.Quote) == 0 ? signs : signs | Special(message, classes);
    }

    private static RowSigns Special(ReadOnlySpan<byte> message, ByteClasses classes)
    {
        RowSigns signs = RowSigns.None;
        signs |= Has(classes, ByteClasses.Backslash) && message.IndexOf(@"\n "u8) >= 0 ? RowSigns.BlankAfterEscape : RowSigns.None;
        signs |= Has(classes, ByteClasses.SlashOrDelete) && message.IndexOf((byte)'/') >= 0 ? RowSigns.Slash : RowSigns.None;
        signs |= Has(classes, ByteClasses.Extension | ByteClasses.Percent) && MayHoldPlaceholder(message) ? RowSigns.Brace : RowSigns.None;
        return signs | (MayBeUcs2(message, classes) ? RowSigns.MayBeUcs2 : RowSigns.None);
    }

    private static bool Has(ByteClasses classes, ByteClasses any) => (classes & any) != 0;

    // One percent sign stands in many a text, and is no placeholder.
    private static bool MayHoldPlaceholder(ReadOnlySpan<byte> message)
    {
        int percent = message.IndexOf((byte)'%');
        return message.IndexOfAny((byte)'{', (byte)'[') >= 0 || (percent >= 0 && message.Slice(percent + 1).IndexOf((byte)'%') >= 0);
    }

    private static bool MayBeUcs2(ReadOnlySpan<byte> message, ByteClasses classes) =>
        Has(classes, ByteClasses.NonAscii | ByteClasses.Grave)
        || (Has(classes, ByteClasses.Low | ByteClasses.SlashOrDelete) && message.IndexOfAny((byte)'\t', (byte)0x7F) >= 0);

    // A text of nothing but line breaks, written either way, shows nothing either.
    private static bool IsBlank(ReadOnlySpan<byte> message)
    {
        if (message.Length > 0 && message[0] > ' ' && message[0] != '\\' && message[0] < 0x80)
        {
            return false;
        }

        foreach (char character in Segments.LineBreakEscape.Unescape(Utf8Text.Decode(message)))
        {
            if (!IsUnseen(character))
            {
                return false;
            }
        }

        return true;
    }

    // Blanks, marks of width zero and of direction, and the letters of Korean and Braille that are drawn as nothing.
    private static bool IsUnseen(char character) =>
        char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.Format || "\u115F\u1160\u2800\u3164\uFFA0".IndexOf(character) >= 0;
}
