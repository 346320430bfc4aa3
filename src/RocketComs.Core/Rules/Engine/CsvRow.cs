using CsvHelper;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Numbers;

namespace RocketComs.Core.Rules.Engine;

/// <summary>A row under the rules: its bytes, its place, and what one look at it has seen. Valid until the next row is read.</summary>
/// <param name="reader">A reader that stands on the record.</param>
/// <param name="line">The physical line on which the record begins, from 1.</param>
/// <param name="offset">Where the reader began in the file, in bytes.</param>
/// <param name="traits">What was seen.</param>
/// <param name="key">The key of its number; 0 when it has none.</param>
internal readonly ref struct CsvRow(CsvReader reader, long line, long offset, RowTraits traits, ulong key)
{
    private readonly CsvReader _reader = reader;
    private readonly long _offset = offset;

    public long Line { get; } = line;

    /// <summary>The place in the file, in bytes of UTF-8.</summary>
    public long ByteOffset => _offset + _reader.ByteOffset;

    public RowTraits Traits { get; } = traits;

    /// <summary>What the number has in common with its other spellings, see <see cref="PhoneKey"/>; 0 when there is none.</summary>
    public ulong Key { get; } = key;

    public int FieldCount => _reader.FieldCount;

    public byte Separator => (byte)_reader.Separator;

    /// <summary>The whole record as it stands in the file.</summary>
    public ReadOnlySpan<byte> Raw => _reader.RawRecord;

    /// <summary>The first field, unquoted, without the blanks around it.</summary>
    public ReadOnlySpan<byte> Number => Utf8Text.TrimBlanks(_reader.GetSpan(0));

    /// <summary>The second field, unquoted.</summary>
    public ReadOnlySpan<byte> Message => _reader.GetSpan(1);

    /// <summary>A field as it stands in the file.</summary>
    public ReadOnlySpan<byte> RawField(int index) => _reader.GetRawSpan(index);

    /// <summary>A field, unquoted.</summary>
    public ReadOnlySpan<byte> Field(int index) => _reader.GetSpan(index);

    public long LineOfField(int index)
    {
        long line = Line;
        for (int i = 0; i < index; i++)
        {
            line += Utf8Text.CountLineBreaks(RawField(i));
        }

        return line;
    }
}
