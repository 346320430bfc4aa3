using System.Runtime.CompilerServices;
using RocketComs.Core.Csv.Encodings;

namespace RocketComs.Core.Csv;

/// <summary>
/// Cuts records out of bytes in memory without a parser: those that are one line with soundly quoted fields, as nearly all are. Before any
/// other record it stops, and <see cref="RecordReader"/> is to go on. It looks at bytes of some kind and at commas only, which one pass over
/// a block has found; what stands between them cannot matter.
/// </summary>
/// <remarks>Used again for other bytes, by one thread at a time.</remarks>
internal sealed class RecordCutter : Record
{
    // Block and places stay in the cache nearest to the core.
    private const int BlockBytes = 16 * 1024;

    // No index of a byte: the field ends otherwise than with a sound record, or beyond the places that are known.
    private const int Unsound = -1;
    private const int Beyond = -2;

    // A comma is of no kind that a rule knows.
    private const ByteClasses Comma = (ByteClasses)(1 << 15);
    private const ByteClasses Structure = ByteClasses.Low | ByteClasses.Quote | Comma;

    private readonly ByteClasses[] _kinds = Kinds();
    private readonly int[] _places = new int[BlockBytes + 3];
    private byte[] _bytes = [];
    private byte[] _unquoted = [];
    private int _length;
    private long _offset;

    // The places of the bytes from _from to _to; the first of them that has not been passed.
    private int _from;
    private int _to;
    private int _count;
    private int _next;

    // The record: where it begins and ends, and each of its fields ends.
    private int[] _ends = new int[16];
    private int _fieldCount;
    private int _start;
    private int _end;
    private bool _isDoubled;

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

    /// <summary>Begins with other bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="length">How many of them count.</param>
    /// <param name="offset">Where they begin in the file, in bytes.</param>
    public void Begin(byte[] bytes, int length, long offset)
    {
        (_bytes, _length, _offset) = (bytes, length, offset);
        (_to, _count, _next) = (0, 0, 0);
    }

    /// <summary>Goes on at a place where a record begins.</summary>
    /// <param name="position">The place in the bytes, not before those that were passed.</param>
    /// <param name="line">The physical line there, from 1.</param>
    public void GoTo(int position, long line)
    {
        (Position, NextLine) = (position, line);
        while (_next < _count && _places[_next] < position)
        {
            _next++;
        }
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

        if (start >= _to)
        {
            Mark(start);
        }

        int next = _next;
        int end = CutPlain(ref next);
        end = end < 0 ? Cut(start, ref next) : end;
        if (end == Beyond && _from < start && _to < _length)
        {
            Mark(start);
            next = _next;
            end = Cut(start, ref next);
        }

        if (end < 0)
        {
            return false;
        }

        _next = next;
        _start = start;
        _end = end;
        Position = end + (_bytes[end] == '\n' ? 1 : 2);
        Line = NextLine++;
        IsBlank = _bytes[start] <= '|' && IsOfBlanks(Raw);
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
    public override ReadOnlySpan<byte> Field(int index)
    {
        ReadOnlySpan<byte> raw = RawField(index);
        if (raw.IsEmpty || raw[0] != '"')
        {
            return raw;
        }

        ReadOnlySpan<byte> quoted = raw.Slice(1, raw.Length - 2);
        return _isDoubled && quoted.IndexOf((byte)'"') >= 0 ? WithoutDoubles(quoted, index) : quoted;
    }

    private void Mark(int from)
    {
        _from = from;
        _to = Math.Min(from + BlockBytes, _length);
        _count = ByteClassifier.Mark(_bytes, from, _to, _places);
        _next = 0;
    }

    // Where the record ends when nothing is in it but a comma.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int CutPlain(ref int next)
    {
        if (next + 1 >= _count)
        {
            return Unsound;
        }

        int separator = _places[next];
        int end = _places[next + 1];
        if (_bytes[separator] != ',' || _bytes[end] != '\n')
        {
            return Unsound;
        }

        next += 2;
        (_ends[0], _ends[1], _fieldCount) = (separator, end, 2);
        Classes = ByteClasses.None;
        return end;
    }

    // Where the record ends: at its line break.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Cut(int start, ref int next)
    {
        ByteClasses classes = ByteClasses.None;
        (_fieldCount, _isDoubled) = (0, false);
        int end = start - 1;
        do
        {
            end = EndOfField(end + 1, ref next, ref classes);
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

        Classes = classes & ~Comma;
        if (_bytes[end] == '\n')
        {
            return end;
        }

        // The line feed of the pair is a place of its own.
        return next == _count ? Beyond : _places[next++] == end + 1 && _bytes[end + 1] == '\n' ? end : Unsound;
    }

    // Where the comma or the line break after a field stands.
    [MethodImpl(Jit.Hot)]
    private int EndOfField(int start, ref int next, ref ByteClasses classes)
    {
        byte[] bytes = _bytes;
        ByteClasses[] kinds = _kinds;
        ReadOnlySpan<int> places = _places.AsSpan(0, _count);
        int i = next;
        bool isQuoted = i < places.Length && places[i] == start && bytes[start] == '"';
        i += isQuoted ? 1 : 0;
        while (i < places.Length)
        {
            int at = places[i++];
            ByteClasses kind = kinds[bytes[at]];
            if ((kind & Structure) == 0 || (isQuoted && kind == Comma) || (kind == ByteClasses.Low && !IsEnd(bytes[at])))
            {
                classes |= kind;
                continue;
            }

            if (!isQuoted)
            {
                next = i;
                return IsEnd(bytes[at]) ? at : Unsound;
            }

            // A quote can follow, and after it another, or the end of the field; a line break within quotes is a matter for the parser.
            if (kind != ByteClasses.Quote)
            {
                return Unsound;
            }

            if (i == places.Length)
            {
                return Beyond;
            }

            classes |= kind;
            int after = places[i++];
            if (after != at + 1)
            {
                return Unsound;
            }

            if (bytes[after] != '"')
            {
                next = i;
                return IsEnd(bytes[after]) ? after : Unsound;
            }

            _isDoubled = true;
        }

        return Beyond;
    }

    private static bool IsEnd(byte value) => value is (byte)',' or (byte)'\n' or (byte)'\r';

    // A dot is marked only where no blank follows; a slash means nothing to any rule.
    private static ByteClasses[] Kinds()
    {
        ByteClasses[] kinds = new ByteClasses[256];
        for (int value = 0; value < kinds.Length; value++)
        {
            kinds[value] = value switch { ',' => Comma, '.' => ByteClasses.WordDot, '/' => ByteClasses.None, _ => ByteClassifier.Of((byte)value) };
        }

        return kinds;
    }

    [MethodImpl(Jit.Hot)]
    private ReadOnlySpan<byte> WithoutDoubles(ReadOnlySpan<byte> quoted, int index)
    {
        // Of the text, which alone has quotes in it often. Two fields may be looked at side by side.
        byte[] unquoted = index == 1 && _unquoted.Length >= quoted.Length ? _unquoted : new byte[Math.Max(quoted.Length, 1024)];
        _unquoted = index == 1 ? unquoted : _unquoted;

        // Up to the first quote of each pair, and with it; the second is left out.
        int length = 0;
        for (int quote; (quote = quoted.IndexOf((byte)'"')) >= 0; quoted = quoted.Slice(quote + 2))
        {
            quoted.Slice(0, quote + 1).CopyTo(unquoted.AsSpan(length));
            length += quote + 1;
        }

        quoted.CopyTo(unquoted.AsSpan(length));
        return unquoted.AsSpan(0, length + quoted.Length);
    }
}
