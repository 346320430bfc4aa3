using System.Runtime.CompilerServices;
using RocketComs.Core.Csv.Encodings;

namespace RocketComs.Core.Csv;

/// <summary>
/// The places of a block of bytes that <see cref="MarkFinder"/> has found, and how far a reader has passed them: it goes from one to the next to
/// the end of each field.
/// </summary>
internal sealed class MarkedBlock
{
    /// <summary>In place of where a field ends: otherwise than a soundly written one does.</summary>
    public const int Unsound = -1;

    /// <summary>In place of where a field ends: beyond the places that are known.</summary>
    public const int Beyond = -2;

    // Block and places stay in the cache nearest to the core.
    private const int BlockBytes = 16 * 1024;

    // A comma is of no kind that a rule knows.
    private const ByteClasses Comma = (ByteClasses)(1 << 15);
    private const ByteClasses Structure = ByteClasses.Low | ByteClasses.Quote | Comma;

    private readonly ByteClasses[] _kinds = Kinds();
    private int[] _places = [];
    private byte[] _bytes = [];
    private int _length;

    // Of the bytes from _from to _to; the first place of the record, and the first that the reader has not come to.
    private int _from;
    private int _to;
    private int _count;
    private int _first;
    private int _next;
    private ByteClasses _classes;

    /// <summary>The kinds of bytes in the record so far.</summary>
    public ByteClasses Classes => _classes & ~Comma;

    /// <summary>Whether a doubled quote was among them.</summary>
    public bool IsDoubled { get; private set; }

    /// <summary>Begins with other bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="length">How many of them count.</param>
    public void Begin(byte[] bytes, int length)
    {
        (_bytes, _length) = (bytes, length);
        (_from, _to, _count, _first, _next) = (0, 0, 0, 0, 0);
        int most = Math.Min(BlockBytes, length) + MarkFinder.MorePlaces;
        _places = _places.Length < most ? new int[most] : _places;
    }

    /// <summary>Goes on at a place where a record begins.</summary>
    /// <param name="start">The place, not before those that were passed.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void BeginRecord(int start)
    {
        if (start >= _to)
        {
            Mark(start);
        }

        while (_first < _count && _places[_first] < start)
        {
            _first++;
        }

        (_next, _classes, IsDoubled) = (_first, ByteClasses.None, false);
    }

    /// <summary>Goes back to the start of a record, with all places behind it that a block takes.</summary>
    /// <param name="start">Where it begins.</param>
    /// <returns>Whether more are known now than before.</returns>
    public bool TryExtend(int start)
    {
        if (_from == start || _to == _length)
        {
            return false;
        }

        Mark(start);
        BeginRecord(start);
        return true;
    }

    /// <summary>Ends a record: its places have been passed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EndRecord() => _first = _next;

    /// <summary>Passes a record of two fields, the first without anything that is marked, the second quoted soundly or not at all, as in most.</summary>
    /// <param name="separator">Where the comma stands.</param>
    /// <param name="end">Where the line break stands.</param>
    /// <param name="marks">The places between them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryPassPair(out int separator, out int end, out ReadOnlySpan<int> marks)
    {
        byte[] bytes = _bytes;
        ReadOnlySpan<int> places = _places.AsSpan(0, _count);
        int i = _next;
        (separator, end) = (0, 0);
        marks = default;
        if (i + 1 >= places.Length || bytes[separator = places[i]] != ',')
        {
            return false;
        }

        int first = ++i;
        end = places[i];
        if (bytes[end] != '\n')
        {
            bool isQuoted = end == separator + 1 && bytes[end] == '"';
            if (isQuoted ? !TryPassQuoted(places, ref i) : !TryPassUnquoted(places, ref i))
            {
                return false;
            }

            end = places[i];
            marks = places.Slice(first, i - first);
            if (bytes[end] != '\n' && !(bytes[end] == '\r' && ++i < places.Length && places[i] == end + 1 && bytes[end + 1] == '\n'))
            {
                return false;
            }
        }

        _next = i + 1;
        return true;
    }

    /// <summary>Passes a field.</summary>
    /// <param name="start">Where it begins.</param>
    /// <returns>Where the comma or the line break after it stands, or <see cref="Unsound"/>, or <see cref="Beyond"/>.</returns>
    [MethodImpl(Jit.Hot)]
    public int EndOfField(int start)
    {
        byte[] bytes = _bytes;
        ByteClasses[] kinds = _kinds;
        ByteClasses classes = _classes;
        ReadOnlySpan<int> places = _places.AsSpan(0, _count);
        int i = _next;
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

            int end = at;
            if (isQuoted)
            {
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
                end = places[i++];
                if (end != at + 1)
                {
                    return Unsound;
                }

                if (bytes[end] == '"')
                {
                    IsDoubled = true;
                    continue;
                }
            }

            (_next, _classes) = (i, classes);
            return IsEnd(bytes[end]) ? end : Unsound;
        }

        return Beyond;
    }

    /// <summary>Passes the line feed of a carriage return, which is a place of its own.</summary>
    /// <param name="end">Where the carriage return stands.</param>
    /// <returns>That place, or <see cref="Unsound"/> where no line feed follows, or <see cref="Beyond"/>.</returns>
    public int PassLineFeed(int end) => _next == _count ? Beyond : _places[_next++] == end + 1 && _bytes[end + 1] == '\n' ? end : Unsound;

    // To what ends a field, or must not stand in one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryPassUnquoted(ReadOnlySpan<int> places, ref int i)
    {
        ByteClasses[] kinds = _kinds;
        while (i < places.Length && (kinds[_bytes[places[i]]] & Structure) == 0)
        {
            i++;
        }

        return i < places.Length;
    }

    // From the quote that opens to what stands behind the one that closes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryPassQuoted(ReadOnlySpan<int> places, ref int i)
    {
        ByteClasses[] kinds = _kinds;
        for (i++; i + 1 < places.Length; i++)
        {
            ByteClasses kind = kinds[_bytes[places[i]]];
            if ((kind & ByteClasses.Quote) != 0)
            {
                if (places[i + 1] != places[i] + 1)
                {
                    return false;
                }

                i++;
                if (_bytes[places[i]] != '"')
                {
                    return true;
                }

                IsDoubled = true;
            }
            else if ((kind & ByteClasses.Low) != 0)
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsEnd(byte value) => value is (byte)',' or (byte)'\n' or (byte)'\r';

    private static ByteClasses[] Kinds()
    {
        ByteClasses[] kinds = new ByteClasses[256];
        for (int value = 0; value < kinds.Length; value++)
        {
            kinds[value] = value == ',' ? Comma : ByteClassifier.FinerOf((byte)value);
        }

        return kinds;
    }

    private void Mark(int from)
    {
        _from = from;
        _to = Math.Min(from + BlockBytes, _length);
        _count = MarkFinder.Find(_bytes, from, _to, _places);
        _first = 0;
    }
}
