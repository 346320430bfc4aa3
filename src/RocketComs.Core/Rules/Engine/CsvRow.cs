using CsvHelper;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Numbers;

namespace RocketComs.Core.Rules.Engine;

/// <summary>A row under the rules: its bytes, its place, and what one look at it has seen. Valid until the next row is read.</summary>
/// <remarks>Initializes the view of the record that a reader stands on.</remarks>
/// <param name="reader">The reader.</param>
/// <param name="line">The physical line on which the record begins.</param>
/// <param name="offset">Where the reader began in the file, in bytes.</param>
/// <param name="traits">What was seen.</param>
/// <param name="parsed">The number, read.</param>
internal readonly ref struct CsvRow(CsvReader reader, long line, long offset, RowTraits traits, in NumberText parsed)
{
    private readonly CsvReader _reader = reader;
    private readonly long _offset = offset;

    /// <summary>Gets the physical line on which it begins, from 1.</summary>
    public long Line { get; } = line;

    /// <summary>Gets its place in the file, in bytes of UTF-8.</summary>
    public long ByteOffset => _offset + _reader.ByteOffset;

    /// <summary>Gets what was seen.</summary>
    public RowTraits Traits { get; } = traits;

    /// <summary>Gets the number, read; no digits when it is not sound.</summary>
    public NumberText Parsed { get; } = parsed;

    /// <summary>Gets the number of fields.</summary>
    public int FieldCount => _reader.FieldCount;

    /// <summary>Gets what parts the fields.</summary>
    public byte Separator => (byte)_reader.Separator;

    /// <summary>Gets the whole record as it stands in the file.</summary>
    public ReadOnlySpan<byte> Raw => _reader.RawRecord;

    /// <summary>Gets the first field, unquoted, blanks around it trimmed.</summary>
    public ReadOnlySpan<byte> Number => Utf8Text.TrimBlanks(_reader.GetSpan(0));

    /// <summary>Gets the second field, unquoted.</summary>
    public ReadOnlySpan<byte> Message => _reader.GetSpan(1);

    /// <summary>A field as it stands in the file.</summary>
    public ReadOnlySpan<byte> RawField(int index) => _reader.GetRawSpan(index);

    /// <summary>A field, unquoted.</summary>
    public ReadOnlySpan<byte> Field(int index) => _reader.GetSpan(index);

    /// <summary>The physical line on which a field begins.</summary>
    public long LineOfField(int index)
    {
        long line = Line;
        for (int i = 0; i < index; i++)
        {
            line += Utf8Text.CountLineBreaks(RawField(i));
        }

        return line;
    }

    /// <summary>The name of a column for an issue.</summary>
    public static string ColumnName(int index) => index switch { 0 => "Number", 1 => "Message", _ => string.Empty };
}
