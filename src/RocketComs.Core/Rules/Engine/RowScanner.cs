using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;
using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Numbers;
using RocketComs.Core.Rules.Texts;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Rules.Engine;

/// <summary>Looks at a row once and notes its traits, so that the rules touch only rows that concern them.</summary>
internal static class RowScanner
{
    /// <summary>The traits of the record that a reader stands on, and its number when it is well-formed.</summary>
    [MethodImpl(Jit.Hot)]
    public static RowTraits Scan(CsvReader reader, ReadOnlySpan<byte> raw, ByteClasses classes, out NumberText number)
    {
        number = default;
        RowTraits traits = reader.FieldCount switch { 2 => RowTraits.None, < 2 => RowTraits.TooFewFields, _ => RowTraits.TooManyFields };
        if ((classes & (ByteClasses.NonAscii | ByteClasses.Low | ByteClasses.Quote)) != 0)
        {
            traits |= Rare(reader, raw, classes);
        }

        // A quote that is never closed makes one field of many rows: what they look like says nothing.
        if ((traits & (RowTraits.QuotingBroken | RowTraits.TooFewFields)) != 0)
        {
            return traits & ~(RowTraits.TooManyFields | RowTraits.LineBreak | ((traits & RowTraits.QuotingBroken) != 0 ? RowTraits.TooFewFields : 0));
        }

        traits |= Number(reader.GetSpan(0), out number);
        return (traits & RowTraits.TooManyFields) == 0 ? traits | Message(reader.GetSpan(1), classes) : traits;
    }

    /// <summary>Whether a field starts or ends with a blank or tab.</summary>
    public static bool HasOuterBlank(ReadOnlySpan<byte> field) =>
        !field.IsEmpty && (field[0] is (byte)' ' or (byte)'\t' || field[field.Length - 1] is (byte)' ' or (byte)'\t');

    private static RowTraits Rare(CsvReader reader, ReadOnlySpan<byte> raw, ByteClasses classes)
    {
        RowTraits traits = RowTraits.None;
        if ((classes & ByteClasses.NonAscii) != 0)
        {
            traits |= NonAsciiTraits.Of(raw);
        }

        if ((classes & ByteClasses.Low) != 0)
        {
            traits |= Utf8Text.IndexOfControl(raw) >= 0 ? RowTraits.ControlCharacter : RowTraits.None;
            traits |= raw.IndexOfAny((byte)'\r', (byte)'\n') >= 0 ? RowTraits.LineBreak : RowTraits.None;
        }

        return (classes & ByteClasses.Quote) != 0 ? traits | Quotes(reader) : traits;
    }

    private static RowTraits Quotes(CsvReader reader)
    {
        RowTraits traits = RowTraits.None;
        for (int i = 0; i < reader.FieldCount; i++)
        {
            traits |= QuotedField.Inspect(reader.GetRawSpan(i)) switch
            {
                QuoteState.Unclosed or QuoteState.TextAfterClosing => RowTraits.QuotingBroken,
                QuoteState.Stray => RowTraits.StrayQuote,
                _ => RowTraits.None,
            };
        }

        return traits;
    }

    private static RowTraits Number(ReadOnlySpan<byte> field, out NumberText number)
    {
        if (NumberText.TryRead(field, out number))
        {
            return RowTraits.NumberWellFormed;
        }

        ReadOnlySpan<byte> trimmed = Utf8Text.TrimBlanks(field);
        if (trimmed.IsEmpty)
        {
            return RowTraits.NumberMissing;
        }

        RowTraits traits = trimmed.Length == field.Length ? RowTraits.None : RowTraits.OuterBlank;
        return traits | (NumberText.TryRead(trimmed, out number) ? RowTraits.NumberWellFormed : RowTraits.NumberMalformed);
    }

    private static RowTraits Message(ReadOnlySpan<byte> message, ByteClasses classes)
    {
        if (IsBlank(message))
        {
            return RowTraits.MessageMissing;
        }

        RowTraits traits = HasOuterBlank(message) ? RowTraits.OuterBlank : RowTraits.None;
        traits |= ShortenerAddress.MayStandIn(message) ? RowTraits.Host : RowTraits.None;
        return (classes & ~ByteClasses.Quote) == 0 ? traits : traits | Special(message, classes);
    }

    private static RowTraits Special(ReadOnlySpan<byte> message, ByteClasses classes)
    {
        RowTraits traits = RowTraits.None;
        traits |= Has(classes, ByteClasses.BackslashOrLess) && message.IndexOf(@"\n "u8) >= 0 ? RowTraits.BlankAfterEscape : RowTraits.None;
        traits |= Has(classes, Placeholder.Signs) && Placeholder.MayStandIn(message, classes) ? RowTraits.Placeholder : RowTraits.None;
        return traits | (MayBeUcs2(message, classes) ? RowTraits.MayBeUcs2 : RowTraits.None);
    }

    private static bool Has(ByteClasses classes, ByteClasses any) => (classes & any) != 0;

    private static bool MayBeUcs2(ReadOnlySpan<byte> message, ByteClasses classes) =>
        Has(classes, ByteClasses.NonAscii)
        || (Has(classes, ByteClasses.Low | ByteClasses.SlashOrDelete | ByteClasses.GraveOrAt) && message.IndexOfAny((byte)'\t', (byte)0x7F, (byte)'`') >= 0);

    // A text of nothing but line breaks, written either way, shows nothing either.
    private static bool IsBlank(ReadOnlySpan<byte> message)
    {
        if (message.Length > 0 && message[0] > ' ' && message[0] != '\\' && message[0] < 0x80)
        {
            return false;
        }

        foreach (char character in LineBreakEscape.Unescape(Utf8Text.Decode(message)))
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
        char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format || "\u115F\u1160\u2800\u3164\uFFA0".IndexOf(character) >= 0;
}

/// <summary>What one look at a row has seen. A rule is asked only about rows that have one of its traits.</summary>
[Flags]
internal enum RowTraits
{
    None = 0,
    TooFewFields = 1,
    TooManyFields = 1 << 1,
    NumberMissing = 1 << 2, // empty or blank
    NumberMalformed = 1 << 3, // not 10 to 15 digits
    NumberWellFormed = 1 << 4, // 10 to 15 digits: it can be compared with others
    MessageMissing = 1 << 5, // empty, or nothing in it that can be seen
    NumberUnassignable = 1 << 6, // well-formed, but no numbering plan assigns it
    QuotingBroken = 1 << 7, // quotes do not stand as RFC 4180 wants them
    StrayQuote = 1 << 8, // a quote inside an unquoted field
    BytesInvalid = 1 << 9, // not UTF-8
    ControlCharacter = 1 << 10, // other than tab, CR and LF
    LineBreak = 1 << 11, // a real one, inside a field
    BlankAfterEscape = 1 << 12, // a backslash, n and a blank
    OuterBlank = 1 << 13, // at the start or end of a field
    MayBeUcs2 = 1 << 14, // all beyond ASCII, the tab, the grave accent and DEL: may be no GSM characters
    Host = 1 << 15, // what the host of a public shortener has around its dot, in the text
    Placeholder = 1 << 16, // signs that a placeholder begins with, in the text
    TooLong = 1 << 17, // longer than any record; nothing else of it has been looked at
    ReplacementCharacter = 1 << 18, // U+FFFD
    MayBeDecodedTwice = 1 << 19, // a letter that begins UTF-8 read as Windows-1252, and what could go on with it
}
