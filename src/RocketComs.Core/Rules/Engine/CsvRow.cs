using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Numbers;

namespace RocketComs.Core.Rules.Engine;

/// <summary>A row under the rules: its bytes, its place, and what one look at it has seen. Valid until the next row is read.</summary>
/// <param name="record">The record.</param>
/// <param name="checker">What checks the row.</param>
/// <param name="traits">What was seen.</param>
/// <param name="key">The key of its number; 0 when it has none.</param>
internal readonly ref struct CsvRow(Record record, RowChecker checker, RowTraits traits, ulong key)
{
    private readonly Record _record = record;

    /// <summary>What checks the row, and could check what is advised instead of it.</summary>
    public RowChecker Checker { get; } = checker;

    public RecordFaults Faults => _record.Faults;

    public long Line => _record.Line;

    /// <summary>The place in the file, in bytes of UTF-8.</summary>
    public long ByteOffset => _record.ByteOffset;

    public RowTraits Traits { get; } = traits;

    /// <summary>What the number has in common with its other spellings, see <see cref="PhoneKey"/>; 0 when there is none.</summary>
    public ulong Key { get; } = key;

    public int FieldCount => _record.FieldCount;

    public byte Separator => _record.Separator;

    /// <summary>The whole record as it stands in the file.</summary>
    public ReadOnlySpan<byte> Raw => _record.Raw;

    /// <summary>The first field, unquoted, without the blanks around it.</summary>
    public ReadOnlySpan<byte> Number => Utf8Text.TrimBlanks(_record.Field(0));

    /// <summary>The second field, unquoted.</summary>
    public ReadOnlySpan<byte> Message => _record.Field(1);

    /// <summary>A field as it stands in the file.</summary>
    public ReadOnlySpan<byte> RawField(int index) => _record.RawField(index);

    /// <summary>A field, unquoted.</summary>
    public ReadOnlySpan<byte> Field(int index) => _record.Field(index);

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
