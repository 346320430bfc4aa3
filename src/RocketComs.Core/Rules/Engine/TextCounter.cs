using System.Runtime.CompilerServices;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Rules.Texts;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Rules.Engine;

/// <summary>Counts the segments of texts as they stand in a file: UTF-8, <c>\n</c> for a line break. Any number of threads may share it.</summary>
/// <remarks>Initializes the counter.</remarks>
/// <param name="options">How to count.</param>
internal sealed class TextCounter(MeasureOptions options)
{
    // A text without these is as many septets as bytes.
    private const ByteClasses Costly =
        ByteClasses.Low | ByteClasses.SlashOrDelete | ByteClasses.Extension | ByteClasses.Backslash | ByteClasses.Grave | ByteClasses.NonAscii;

    private readonly MeasureOptions _options = options;

    /// <summary>Counts a text.</summary>
    /// <param name="text">The text, unquoted.</param>
    /// <param name="classes">The kinds of bytes that it holds, or that its whole row holds.</param>
    [MethodImpl(Jit.Hot)]
    public SegmentCount Count(ReadOnlySpan<byte> text, ByteClasses classes)
    {
        bool isPlain = (classes & Costly) == 0 || ((classes & Costly) == ByteClasses.SlashOrDelete && text.IndexOf((byte)0x7F) < 0);
        return isPlain && !(_options.ShortLink && UrlFinder.MayHoldUrl(text))
            ? SegmentCounter.CountSingles(text.Length, _options.Concatenation)
            : CountDecoded(text);
    }

    private SegmentCount CountDecoded(ReadOnlySpan<byte> text)
    {
        using CountedText counted = new(text, _options);
        return SegmentCounter.Count(counted.Text, _options.Concatenation);
    }
}
