using System.Buffers;
using System.Runtime.CompilerServices;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Rules.Texts;

/// <summary>
/// The text of a row as its segments are counted: decoded, every <c>\n</c> pair one line feed, and a short link in place of every URL
/// when that was asked for. Borrows its buffer: dispose of it, and use the text no longer.
/// </summary>
internal readonly ref struct CountedText
{
    private readonly char[] _buffer;

    /// <param name="message">The text as the file has it, unquoted, in UTF-8.</param>
    /// <param name="options">How it is counted.</param>
    public CountedText(ReadOnlySpan<byte> message, MeasureOptions options)
    {
        // UTF-8 never has fewer bytes than UTF-16 has units.
        _buffer = ArrayPool<char>.Shared.Rent(message.Length);
        int length = Utf8Text.Decode(message, _buffer);
        ReadOnlySpan<char> text = _buffer.AsSpan(0, LineBreakEscape.UnescapeInPlace(_buffer.AsSpan(0, length)));
        Text = options.ShortLink && UrlFinder.MayHoldUrl(text) ? UrlFinder.Shorten(text.ToString(), options.ShortLinkLength).AsSpan() : text;
    }

    public ReadOnlySpan<char> Text { get; }

    public void Dispose() => ArrayPool<char>.Shared.Return(_buffer);
}

/// <summary>Counts the segments of texts as they stand in a file: UTF-8, <c>\n</c> for a line break. Any number of threads may share it.</summary>
/// <param name="options">How to count.</param>
internal sealed class TextCounter(MeasureOptions options)
{
    // A text without these is nothing but single septets, a byte each.
    private const ByteClasses Others = ByteClasses.Low | ByteClasses.Delete | ByteClasses.Extension | ByteClasses.GraveOrAt | ByteClasses.NonAscii;

    private const byte FirstOfTwo = 0xC2;
    private const byte FirstOfThree = 0xE0;

#if NET8_0_OR_GREATER
    private static readonly SearchValues<byte> s_notSingle = SearchValues.Create(NotSingle());
#endif

    private readonly MeasureOptions _options = options;

    /// <summary>Counts a text.</summary>
    /// <param name="text">The text, unquoted.</param>
    /// <param name="classes">The kinds of bytes that it holds, or that its whole row holds.</param>
    [MethodImpl(Jit.Hot)]
    public SegmentCount Count(ReadOnlySpan<byte> text, ByteClasses classes)
    {
        if (_options.ShortLink && UrlFinder.MayHoldUrl(text))
        {
            return CountDecoded(text);
        }

        if ((classes & Others) == 0)
        {
            return SegmentCounter.CountSingles(text.Length, _options.Concatenation);
        }

        // In a longer text it matters where a character of two septets stands.
        int septets = Septets(text);
        return septets is >= 0 and <= SegmentSizes.SingleSeptets
            ? new SegmentCount(RcSmsEncoding.Gsm7, septets, septets == 0 ? 0 : 1, SegmentSizes.SingleSeptets, SegmentSizes.SingleSeptets - septets)
            : CountDecoded(text);
    }

    /// <summary>What stands at a place of a text, the pair for a line break as one character.</summary>
    /// <param name="text">Bytes of UTF-8.</param>
    /// <param name="at">The place.</param>
    /// <returns>Its septets and its bytes; no septets for what is no character of GSM, or no UTF-8.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (int Septets, int Bytes) CharacterAt(ReadOnlySpan<byte> text, int at)
    {
        byte first = text[at];
        int next = at + 1 < text.Length ? text[at + 1] : 0;
        return first < 0x80 ? (first == '\\' && next == 'n' ? (1, 2) : (GsmAlphabet.Septets((char)first), 1))
            : first < FirstOfThree ? (first >= FirstOfTwo && (next & 0xC0) == 0x80 ? GsmAlphabet.Septets((char)(((first & 0x1F) << 6) | (next & 0x3F))) : 0, 2)
            : (text.Slice(at).StartsWith("\u20AC"u8) ? 2 : 0, 3);
    }

    // Of GSM characters; -1 where another character stands, or what is no UTF-8.
    [MethodImpl(Jit.Hot)]
    private static int Septets(ReadOnlySpan<byte> text)
    {
        int septets = text.Length;
        int rest;
        for (int i = 0; (rest = IndexOfNotSingle(text.Slice(i))) >= 0;)
        {
            i += rest;
            (int cost, int bytes) = CharacterAt(text, i);
            if (cost == 0)
            {
                return -1;
            }

            septets += cost - bytes;
            i += bytes;
        }

        return septets;
    }

    // What is not one septet in one byte, or none at all.
#if NET8_0_OR_GREATER
    private static byte[] NotSingle()
    {
        List<byte> values = [];
        for (int value = 0; value <= byte.MaxValue; value++)
        {
            if (IsNotSingle((byte)value))
            {
                values.Add((byte)value);
            }
        }

        return [.. values];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int IndexOfNotSingle(ReadOnlySpan<byte> text) => text.IndexOfAny(s_notSingle);
#else
    private static int IndexOfNotSingle(ReadOnlySpan<byte> text)
    {
        int i = 0;
        while (i < text.Length && !IsNotSingle(text[i]))
        {
            i++;
        }

        return i < text.Length ? i : -1;
    }
#endif

    private static bool IsNotSingle(byte value) => value >= 0x80 || GsmAlphabet.Septets((char)value) != 1;

    [MethodImpl(Jit.Hot)]
    private SegmentCount CountDecoded(ReadOnlySpan<byte> text)
    {
        using CountedText counted = new(text, _options);
        return SegmentCounter.Count(counted.Text, _options.Concatenation);
    }
}
