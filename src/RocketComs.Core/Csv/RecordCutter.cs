using System.Runtime.CompilerServices;
using RocketComs.Core.Csv.Encodings;

namespace RocketComs.Core.Csv;

/// <summary>
/// Cuts records out of bytes in memory without a parser: those that are one line with two soundly quoted fields, as nearly all are. Before
/// any other record it stops, and <see cref="RecordReader"/> is to go on. It looks at bytes of some kind and at commas only, which one pass over
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

    // The record: its fields with their quotes, and where it ends.
    private int _start;
    private int _separator;
    private int _end;
    private bool _isDoubled;

    /// <summary>Where the next record begins, in the bytes.</summary>
    public int Position { get; private set; }

    /// <inheritdoc/>
    public override long ByteOffset => _offset + _start;

    /// <inheritdoc/>
    public override byte Separator => (byte)',';

    /// <inheritdoc/>
    public override int FieldCount => 2;

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
        if (start >= _length || RecordReader.IsOfBlankLine(_bytes[start]))
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
        Faults = (Classes & ByteClasses.NonAscii) == 0 ? RecordFaults.None : FaultsOfCharacters(Raw);
        return true;
    }

    /// <inheritdoc/>
    [MethodImpl(Jit.Hot)]
    public override ReadOnlySpan<byte> RawField(int index) =>
        index == 0 ? _bytes.AsSpan(_start, _separator - _start) : _bytes.AsSpan(_separator + 1, _end - _separator - 1);

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
        return _isDoubled ? WithoutDoubles(quoted) : quoted;
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
        _separator = separator;
        Classes = ByteClasses.None;
        return end;
    }

    // Where the record ends: at its line break.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Cut(int start, ref int next)
    {
        ByteClasses classes = ByteClasses.None;
        _isDoubled = false;
        int separator = EndOfField(start, ref next, ref classes);
        if (separator < 0 || _bytes[separator] != ',')
        {
            return separator == Beyond ? Beyond : Unsound;
        }

        _separator = separator;
        int end = EndOfField(separator + 1, ref next, ref classes);
        Classes = classes & ~Comma;
        if (end < 0 || _bytes[end] == '\n')
        {
            return end;
        }

        if (_bytes[end] != '\r')
        {
            return Unsound;
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
            if ((kind & Structure) == 0 || (isQuoted && kind == Comma))
            {
                classes |= kind;
                continue;
            }

            if (!isQuoted)
            {
                next = i;
                return IsEnd(bytes[at]) ? at : Unsound;
            }

            // In quotes only a quote can follow, and after it another, or the end of the field.
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
    private ReadOnlySpan<byte> WithoutDoubles(ReadOnlySpan<byte> quoted)
    {
        if (_unquoted.Length < quoted.Length)
        {
            _unquoted = new byte[Math.Max(quoted.Length, 1024)];
        }

        // Up to the first quote of each pair, and with it; the second is left out.
        int length = 0;
        for (int quote; (quote = quoted.IndexOf((byte)'"')) >= 0; quoted = quoted.Slice(quote + 2))
        {
            quoted.Slice(0, quote + 1).CopyTo(_unquoted.AsSpan(length));
            length += quote + 1;
        }

        quoted.CopyTo(_unquoted.AsSpan(length));
        return _unquoted.AsSpan(0, length + quoted.Length);
    }
}
