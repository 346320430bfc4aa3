using System.Globalization;
using System.Runtime.CompilerServices;
using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Numbers;
using RocketComs.Core.Rules.Texts;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Rules.Engine;

/// <summary>Looks at a row once and notes its traits, so that the rules touch only rows that concern them.</summary>
internal static class RowScanner
{
    private const char Delete = '\u007F';

    /// <summary>The traits of a record, its number, if it has one in whatever spelling, and its text, if it is a row.</summary>
    [MethodImpl(Jit.Hot)]
    public static RowTraits Scan(Record record, out NumberText number, out ReadOnlySpan<byte> message)
    {
        number = default;
        message = default;
        RowTraits traits = (RowTraits)record.Faults;
        if ((traits & (RowTraits.TooLong | RowTraits.QuotingBroken | RowTraits.TooFewFields)) != 0)
        {
            return Unreadable(traits);
        }

        if ((record.Classes & ByteClasses.NonAscii) != 0 && DecodedTwice.MayStandIn(record.Raw))
        {
            traits |= RowTraits.MayBeDecodedTwice;
        }

        traits |= Number(record.Field(0), out number);
        if ((traits & RowTraits.TooManyFields) != 0)
        {
            return traits;
        }

        message = record.Field(1);
        return traits | Message(message, record.Classes);
    }

    /// <summary>Whether a field starts or ends with a blank or tab.</summary>
    public static bool HasOuterBlank(ReadOnlySpan<byte> field) =>
        !field.IsEmpty && (field[0] is (byte)' ' or (byte)'\t' || field[field.Length - 1] is (byte)' ' or (byte)'\t');

    // A quote that is never closed makes one field of many rows: what they look like says nothing.
    private static RowTraits Unreadable(RowTraits traits) =>
        (traits & RowTraits.TooLong) != 0 ? RowTraits.TooLong
        : (traits & RowTraits.QuotingBroken) != 0 ? traits & ~(RowTraits.TooFewFields | RowTraits.TooManyFields | RowTraits.LineBreak)
        : traits & ~RowTraits.LineBreak;

    [MethodImpl(Jit.Hot)]
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
        if (NumberText.TryRead(trimmed, out number))
        {
            return traits | RowTraits.NumberWellFormed;
        }

        // In another spelling it is an error, but the same number.
        PhoneCell.TryRead(trimmed, out number);
        return traits | RowTraits.NumberMalformed;
    }

    [MethodImpl(Jit.Hot)]
    private static RowTraits Message(ReadOnlySpan<byte> message, ByteClasses classes)
    {
        if (IsBlank(message))
        {
            return RowTraits.MessageMissing;
        }

        RowTraits traits = HasOuterBlank(message) ? RowTraits.Text | RowTraits.OuterBlank : RowTraits.Text;
        return (classes & ~ByteClasses.Quote) == 0 ? traits : traits | Special(message, classes);
    }

    [MethodImpl(Jit.Hot)]
    private static RowTraits Special(ReadOnlySpan<byte> message, ByteClasses classes)
    {
        RowTraits traits = RowTraits.None;
        traits |= Has(classes, ByteClasses.WordDot) && HostAddress.MayStandIn(message) ? RowTraits.Host : RowTraits.None;
        traits |= Has(classes, ByteClasses.Backslash) && message.IndexOf(@"\n "u8) >= 0 ? RowTraits.BlankAfterEscape : RowTraits.None;
        return traits | (Has(classes, Placeholder.Signs) && Placeholder.MayStandIn(message, classes) ? RowTraits.Placeholder : RowTraits.None);
    }

    private static bool Has(ByteClasses classes, ByteClasses any) => (classes & any) != 0;

    // A text of nothing but line breaks, written either way, shows nothing either.
    private static bool IsBlank(ReadOnlySpan<byte> message)
    {
        while (!message.IsEmpty && message[0] < 0x80)
        {
            bool isPair = message.StartsWith(@"\n"u8);
            if (!isPair && !char.IsWhiteSpace((char)message[0]) && message[0] != Delete)
            {
                return false;
            }

            message = message.Slice(isPair ? LineBreakEscape.Pair.Length : 1);
        }

        int length = message.IsEmpty ? 0 : Utf8Letters.LengthAtStart(message);
        if (length > 0 && !IsUnseen(Utf8Text.Decode(message.Slice(0, length)), 0))
        {
            return false;
        }

        string text = LineBreakEscape.Unescape(Utf8Text.Decode(message));
        for (int i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            if (!IsUnseen(text, i))
            {
                return false;
            }
        }

        return true;
    }

    // Blanks, marks of width zero and of direction, what Unicode calls default ignorable, what stands for an object that is gone, and Braille without a dot.
    private static bool IsUnseen(string text, int index)
    {
        int character = char.IsSurrogatePair(text, index) ? char.ConvertToUtf32(text, index) : text[index];
        return char.IsWhiteSpace(text, index) || CharUnicodeInfo.GetUnicodeCategory(text, index) == UnicodeCategory.Format
            || character is Delete or 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2065 or 0x2800 or 0x3164
                or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0 or (>= 0xFFF0 and <= 0xFFF8) or 0xFFFC or (>= 0xE0000 and <= 0xE0FFF);
    }
}

/// <summary>What one look at a row has seen. A rule is asked only about rows that have one of its traits.</summary>
[Flags]
internal enum RowTraits
{
    None = 0,
    TooFewFields = RecordFaults.TooFewFields,
    TooManyFields = RecordFaults.TooManyFields,
    QuotingBroken = RecordFaults.QuotingBroken, // quotes do not stand as RFC 4180 wants them
    StrayQuote = RecordFaults.StrayQuote, // a quote inside an unquoted field
    BytesInvalid = RecordFaults.BytesInvalid, // not UTF-8
    ReplacementCharacter = RecordFaults.ReplacementCharacter, // U+FFFD
    ControlCharacter = RecordFaults.ControlCharacter, // of C0 or C1, other than tab, CR and LF
    LineBreak = RecordFaults.LineBreak, // a real one, inside a field
    TooLong = RecordFaults.TooLong, // longer than any record; nothing else of it has been looked at
    NumberMissing = 1 << 10, // empty or blank
    NumberMalformed = 1 << 11, // not 10 to 15 digits
    NumberWellFormed = 1 << 12, // 10 to 15 digits: it can be compared with others
    NumberUnassignable = 1 << 13, // well-formed, but no numbering plan assigns it
    MessageMissing = 1 << 14, // empty, or nothing in it that can be seen
    BlankAfterEscape = 1 << 15, // a backslash, n and a blank
    OuterBlank = 1 << 16, // at the start or end of a field
    LongUcs2 = 1 << 17, // the text is no GSM text and needs more than one segment; known when it has been counted
    Host = 1 << 18, // what the host of a public shortener has around its dot, in the text
    Placeholder = 1 << 19, // signs that a placeholder begins with, in the text
    MayBeDecodedTwice = 1 << 20, // a letter that begins UTF-8 read as Windows-1252, and what could go on with it
    Text = 1 << 21, // a text, whatever it says
}
