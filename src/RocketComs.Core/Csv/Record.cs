using System.Runtime.CompilerServices;
using RocketComs.Core.Csv.Encodings;

namespace RocketComs.Core.Csv;

/// <summary>The record on which a reader stands, with its place, its bytes and its faults. What it shows is valid until the next record.</summary>
internal abstract class Record
{
    /// <summary>The physical line on which the record begins, from 1.</summary>
    public long Line { get; protected set; }

    /// <summary>The physical line on which the next record begins.</summary>
    public long NextLine { get; protected set; }

    /// <summary>Whether nothing stands there but blanks and delimiters, and quotes around blanks or nothing, as spreadsheets leave behind.</summary>
    public bool IsBlank { get; protected set; }

    /// <summary>What is wrong or rare about it; nothing is known of a blank line.</summary>
    public RecordFaults Faults { get; protected set; }

    /// <summary>The kinds of bytes in it.</summary>
    public ByteClasses Classes { get; protected set; }

    /// <summary>The place of the record in the file, in bytes of UTF-8.</summary>
    public abstract long ByteOffset { get; }

    public abstract byte Separator { get; }

    public abstract int FieldCount { get; }

    /// <summary>The whole record as it stands in the file, in UTF-8, without the line break that ends it.</summary>
    public abstract ReadOnlySpan<byte> Raw { get; }

    /// <summary>A field, unquoted.</summary>
    public abstract ReadOnlySpan<byte> Field(int index);

    /// <summary>A field as it stands in the file.</summary>
    public abstract ReadOnlySpan<byte> RawField(int index);

    /// <summary>Whether the record is a blank line. Of nearly all its first byte tells.</summary>
    /// <param name="arePiped">Whether the records are rows that were piped: nothing of them may vanish, so one of nothing is written with quotes.</param>
    protected bool IsOfBlanks(bool arePiped)
    {
        bool isQuoted = false;
        foreach (byte each in Raw)
        {
            if (each == '"' ? arePiped : !SourceFormat.IsOfBlankLine((char)each))
            {
                return false;
            }

            isQuoted |= each == '"';
        }

        for (int i = 0; isQuoted && i < FieldCount; i++)
        {
            // A delimiter or a quote between quotes is a text.
            ReadOnlySpan<byte> field = RawField(i);
            if (QuotedField.Inspect(field) != QuoteState.Sound || (field is [(byte)'"', ..] && !Utf8Text.TrimBlanks(field.Slice(1, field.Length - 2)).IsEmpty))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What is wrong with the number of fields.</summary>
    protected static RecordFaults FaultsOfCount(int fields) => fields switch { 2 => RecordFaults.None, < 2 => RecordFaults.TooFewFields, _ => RecordFaults.TooManyFields };

    /// <summary>What is wrong or rare about bytes below the blank and beyond ASCII.</summary>
    /// <param name="raw">The bytes.</param>
    /// <param name="classes">The kinds of them.</param>
    [MethodImpl(Jit.Hot)]
    protected static RecordFaults FaultsOfCharacters(ReadOnlySpan<byte> raw, ByteClasses classes)
    {
        RecordFaults faults = RecordFaults.None;
        if ((classes & ByteClasses.NonAscii) != 0)
        {
            faults |= Utf8Text.IndexOfInvalid(raw) >= 0 ? RecordFaults.BytesInvalid : RecordFaults.None;
            faults |= Utf8Text.IndexOfReplacement(raw) >= 0 ? RecordFaults.ReplacementCharacter : RecordFaults.None;
            faults |= Utf8Text.HoldsC1(raw) ? RecordFaults.ControlCharacter : RecordFaults.None;
        }

        bool hasControl = (classes & ByteClasses.Low) != 0 && Utf8Text.IndexOfControl(raw) >= 0;
        return hasControl ? faults | RecordFaults.ControlCharacter : faults;
    }
}

/// <summary>What is wrong or rare about a record, whatever its fields mean.</summary>
[Flags]
internal enum RecordFaults
{
    None = 0,
    TooFewFields = 1, // fewer than two
    TooManyFields = 1 << 1,
    QuoteUnclosed = 1 << 2, // the first wrong quote opens, and never closes
    TextAfterQuote = 1 << 3, // the first wrong quote closes, and text follows
    QuotingBroken = QuoteUnclosed | TextAfterQuote,
    StrayQuote = 1 << 4, // in a field that does not begin with one; it is kept as text
    BytesInvalid = 1 << 5, // not UTF-8
    ControlCharacter = 1 << 6, // of C0 or C1, other than tab, CR and LF
    LineBreak = 1 << 7, // a real one, inside a field
    TooLong = 1 << 8, // longer than any record; nothing else of it has been looked at
    ReplacementCharacter = 1 << 9, // U+FFFD: a character stood there that another program could not read
}
