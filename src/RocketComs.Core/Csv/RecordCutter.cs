using System.Runtime.CompilerServices;
using RocketComs.Core.Csv.Encodings;

namespace RocketComs.Core.Csv;

/// <summary>
/// Cuts records out of bytes in memory without a parser: those that are one line with soundly quoted fields, as nearly all are. Before any
/// other record it stops, and <see cref="RecordReader"/> is to go on. It looks at marked places only, see <see cref="MarkedBlock"/>.
/// </summary>
/// <remarks>Used again for other bytes, by one thread at a time.</remarks>
internal sealed class RecordCutter : Record
{
    private readonly MarkedBlock _block = new();
    private byte[] _bytes = [];
    private byte[] _unquoted = [];
    private int _length;
    private long _offset;
    private bool _arePiped;

    // The record: where it begins and ends, and each of its fields ends.
    private int[] _ends = new int[16];
    private int _fieldCount;
    private int _start;
    private int _end;

    /// <summary>Where the next record begins, in the bytes.</summary>
    public int Position { get; private set; }

    /// <inheritdoc/>
    public override long ByteOffset => _offset + _start;

    /// <inheritdoc/>
    public override byte Separator => (byte)',';

    /// <inheritdoc/>
    public override int FieldCount => _fieldCount;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Raw => _bytes.AsSpan(_start, _end - _start);

    /// <summary>The bytes from which records are cut; behind a record stands the line break that ends it.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Begins with other bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="length">How many of them count.</param>
    /// <param name="offset">Where they begin in the file, in bytes.</param>
    /// <param name="arePiped">Whether they are rows that were piped, of which none is a blank line.</param>
    public void Begin(byte[] bytes, int length, long offset, bool arePiped = false)
    {
        (_bytes, _length, _offset, _arePiped) = (bytes, length, offset, arePiped);
        _block.Begin(bytes, length);
    }

    /// <summary>Goes on at a place where a record begins.</summary>
    /// <param name="position">The place in the bytes, not before those that were passed.</param>
    /// <param name="line">The physical line there, from 1.</param>
    public void GoTo(int position, long line) => (Position, NextLine) = (position, line);

    /// <summary>Looks whether the next record is a field without anything that is marked, and another one. The record before is then gone.</summary>
    /// <param name="number">The first field.</param>
    /// <param name="text">The second field without the quotes around it; those in it are doubled, see <see cref="Undoubled"/>.</param>
    /// <param name="marks">The places of <see cref="Bytes"/> that are marked in the second field as it stands, its quotes among them.</param>
    /// <returns>Whether it is such a record. It is passed with <see cref="PassPair"/>; else it is still the next.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryPeekPair(out ReadOnlySpan<byte> number, out ReadOnlySpan<byte> text, out ReadOnlySpan<int> marks)
    {
        number = default;
        text = default;
        marks = default;
        int start = Position;
        if (start >= _length)
        {
            return false;
        }

        _block.BeginRecord(start);
        if (!_block.TryPassPair(out int separator, out int end, out marks))
        {
            return false;
        }

        number = _bytes.AsSpan(start, separator - start);
        text = _bytes.AsSpan(separator + 1, end - separator - 1);
        text = text.IsEmpty || text[0] != '"' ? text : text.Slice(1, text.Length - 2);
        _end = end;
        return true;
    }

    /// <summary>The record that was looked at, as it stands in the file, without its line end.</summary>
    public ReadOnlySpan<byte> Pair => _bytes.AsSpan(Position, _end - Position);

    /// <summary>The second field of the record that was looked at, with one quote for two.</summary>
    /// <param name="text">As it was given.</param>
    public ReadOnlySpan<byte> Undoubled(ReadOnlySpan<byte> text) => _block.IsDoubled ? WithoutDoubles(text, index: 1) : text;

    /// <summary>Passes the record that was looked at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PassPair()
    {
        _block.EndRecord();
        Position = _end + (_bytes[_end] == '\n' ? 1 : 2);
        NextLine++;
    }

    /// <summary>Cuts the next record.</summary>
    /// <returns>Whether it is one of those that can be cut.</returns>
    [MethodImpl(Jit.Hot)]
    public bool TryCut()
    {
        int start = Position;
        if (start >= _length)
        {
            return false;
        }

        _block.BeginRecord(start);
        int end = Cut(start);
        end = end == MarkedBlock.Beyond && _block.TryExtend(start) ? Cut(start) : end;
        if (end < 0)
        {
            return false;
        }

        _block.EndRecord();
        (_start, _end) = (start, end);
        Position = end + (_bytes[end] == '\n' ? 1 : 2);
        Line = NextLine++;
        Classes = _block.Classes;
        IsBlank = _bytes[start] <= '|' && IsOfBlanks(_arePiped);
        Faults = FaultsOfCount(_fieldCount);
        if ((Classes & (ByteClasses.NonAscii | ByteClasses.Low)) != 0)
        {
            Faults |= FaultsOfCharacters(Raw, Classes);
        }

        return true;
    }

    /// <inheritdoc/>
    [MethodImpl(Jit.Hot)]
    public override ReadOnlySpan<byte> RawField(int index)
    {
        int start = index == 0 ? _start : _ends[index - 1] + 1;
        return _bytes.AsSpan(start, _ends[index] - start);
    }

    /// <inheritdoc/>
    [MethodImpl(Jit.Hot)]
    public override ReadOnlySpan<byte> Field(int index) => Unquoted(RawField(index), index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<byte> Unquoted(ReadOnlySpan<byte> raw, int index)
    {
        if (raw.IsEmpty || raw[0] != '"')
        {
            return raw;
        }

        ReadOnlySpan<byte> quoted = raw.Slice(1, raw.Length - 2);
        return _block.IsDoubled && quoted.IndexOf((byte)'"') >= 0 ? WithoutDoubles(quoted, index) : quoted;
    }

    // Where the record ends: at its line break.
    [MethodImpl(Jit.Hot)]
    private int Cut(int start)
    {
        _fieldCount = 0;
        int end = start - 1;
        do
        {
            end = _block.EndOfField(end + 1);
            if (end < 0)
            {
                return end;
            }

            if (_fieldCount == _ends.Length)
            {
                Array.Resize(ref _ends, _fieldCount * 2);
            }

            _ends[_fieldCount++] = end;
        }
        while (_bytes[end] == ',');

        return _bytes[end] == '\n' ? end : _block.PassLineFeed(end);
    }

    private ReadOnlySpan<byte> WithoutDoubles(ReadOnlySpan<byte> quoted, int index)
    {
        // Of the text, which alone has quotes in it often. Two fields may be looked at side by side.
        byte[] unquoted = index == 1 && _unquoted.Length >= quoted.Length ? _unquoted : new byte[Math.Max(quoted.Length, 1024)];
        _unquoted = index == 1 ? unquoted : _unquoted;
        return unquoted.AsSpan(0, QuotedField.Undouble(quoted, unquoted));
    }
}
