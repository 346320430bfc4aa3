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
    // Where a text without these is all of the GSM alphabet, and each byte a character.
    private const ByteClasses Odd = ByteClasses.Low | ByteClasses.NonAscii;

    // Also for what is one septet: an at sign.
    private const ByteClasses Mostly = ByteClasses.Delete | ByteClasses.GraveOrAt;

#if NET8_0_OR_GREATER
    private static readonly SearchValues<byte> s_extension = SearchValues.Create(@"[\]^{|}~"u8);
#endif

    private readonly MeasureOptions _options = options;

    /// <summary>Counts a text.</summary>
    /// <param name="text">The text, unquoted.</param>
    /// <param name="classes">The kinds of bytes that it holds, or that its whole row holds.</param>
    [MethodImpl(Jit.Hot)]
    public SegmentCount Count(ReadOnlySpan<byte> text, ByteClasses classes)
    {
        if ((classes & Odd) != 0
            || ((classes & Mostly) != 0 && text.IndexOfAny((byte)0x7F, (byte)'`') >= 0)
            || (_options.ShortLink && UrlFinder.MayHoldUrl(text)))
        {
            return CountDecoded(text);
        }

        if ((classes & ByteClasses.Extension) == 0)
        {
            return SegmentCounter.CountSingles(text.Length, _options.Concatenation);
        }

        // In a longer text it matters where a character of two septets stands.
        int septets = Septets(text);
        return septets <= SegmentSizes.SingleSeptets
            ? new SegmentCount(RcSmsEncoding.Gsm7, septets, 1, SegmentSizes.SingleSeptets, SegmentSizes.SingleSeptets - septets)
            : CountDecoded(text);
    }

    // Of ASCII characters of the GSM alphabet, with the pair for a line break.
    [MethodImpl(Jit.Hot)]
    private static int Septets(ReadOnlySpan<byte> text)
    {
        int septets = text.Length;
        for (int i = 0; (i = NextExtension(text, i)) < text.Length; i++)
        {
            septets += text[i] == '\\' && i + 1 < text.Length && text[i + 1] == 'n' ? -1 : 1;
        }

        return septets;
    }

    // Characters of two septets are few.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int NextExtension(ReadOnlySpan<byte> text, int from)
    {
#if NET8_0_OR_GREATER
        int offset = text.Slice(from).IndexOfAny(s_extension);
#else
        int offset = text.Slice(from).IndexOfAny(@"[\]^{|}~"u8);
#endif
        return offset < 0 ? text.Length : from + offset;
    }

    [MethodImpl(Jit.Hot)]
    private SegmentCount CountDecoded(ReadOnlySpan<byte> text)
    {
        using CountedText counted = new(text, _options);
        return SegmentCounter.Count(counted.Text, _options.Concatenation);
    }
}
