using System.Collections.Generic;
using System.Linq;
using RocketComs.Core.Segments;
using Xunit;

namespace RocketComs.Core.Tests.Segments;

public class SegmentCounterPropertyTests
{
    private const int Many = 20_000;

    [Theory]
    [InlineData(RcSmsConcatenation.Reference8Bit)]
    [InlineData(RcSmsConcatenation.Reference16Bit)]
    public void Count_of_any_text_agrees_with_the_slow_reference(RcSmsConcatenation concatenation) => GeneratedText.ForAll(Many, text =>
    {
        SegmentCount count = SegmentCounter.Count(text, concatenation);
        List<string> parts = ReferenceCounter.Parts(text, concatenation == RcSmsConcatenation.Reference16Bit);
        int last = parts.Count == 0 ? 0 : Cost(parts[^1], count.Encoding);
        return count.Segments == parts.Count
            && count.Units == ReferenceCounter.Characters(text).Sum(character => character.Cost)
            && count.Remaining == count.Capacity - last;
    });

    [Fact]
    public void Encoding_is_gsm7_exactly_when_every_character_is_in_the_tables() => GeneratedText.ForAll(Many, text =>
        SegmentCounter.Count(text).Encoding == RcSmsEncoding.Gsm7 == ReferenceCounter.IsGsm7(text));

    [Fact]
    public void Segments_rejoin_to_the_text_and_add_up() => GeneratedText.ForAll(Many, text =>
    {
        RcSmsMeasurement measured = SmsMeasurer.Measure(text, new MeasureOptions { Literal = true });
        return string.Concat(measured.Segments.Select(segment => segment.Text)) == text
            && measured.Segments.Sum(segment => segment.Units) == measured.Units
            && measured.Segments.Select(segment => segment.Number).SequenceEqual(Enumerable.Range(1, measured.SegmentCount))
            && measured.UnitsRemaining == measured.SegmentCapacity - (measured.Segments.LastOrDefault()?.Units ?? 0);
    });

    [Fact]
    public void Segments_are_full_and_never_too_full() => GeneratedText.ForAll(Many, text =>
    {
        RcSmsMeasurement measured = SmsMeasurer.Measure(text, new MeasureOptions { Literal = true });
        for (int i = 0; i < measured.SegmentCount; i++)
        {
            bool fits = measured.Segments[i].Units <= measured.SegmentCapacity && measured.Segments[i].Units > 0;
            bool nextWouldNot = i == measured.SegmentCount - 1
                || measured.Segments[i].Units + FirstCost(measured.Segments[i + 1].Text, measured.Encoding) > measured.SegmentCapacity;
            if (!fits || !nextWouldNot)
            {
                return false;
            }
        }

        return true;
    });

    [Fact]
    public void Segment_texts_agree_with_the_slow_reference() => GeneratedText.ForAll(Many, text =>
        SmsMeasurer.Measure(text, new MeasureOptions { Literal = true }).Segments.Select(segment => segment.Text).SequenceEqual(ReferenceCounter.Parts(text)));

    [Fact]
    public void Unescaping_in_place_agrees_with_unescaping_a_string() => GeneratedText.ForAll(Many, text =>
    {
        char[] buffer = text.ToCharArray();
        int length = LineBreakEscape.UnescapeInPlace(buffer);
        return new string(buffer, 0, length) == text.Replace("\\n", "\n");
    });

    [Fact]
    public void Transliteration_is_done_after_one_pass_and_never_makes_a_tilde() => GeneratedText.ForAll(Many, text =>
    {
        MeasureOptions options = new() { Literal = true, Transliterate = true };
        RcSmsMeasurement once = SmsMeasurer.Measure(text, options);
        return once.Message.Count(character => character == '~') <= text.Count(character => character is '~' or '\u02DC' or '\uFF5E')
            && Replay(text, once.Replacements) == once.Message;
    });

    private static string Replay(string text, RcSmsReplacement[] replacements)
    {
        foreach (RcSmsReplacement replacement in replacements.OrderByDescending(replacement => replacement.Index))
        {
            if (text.Substring(replacement.Index, replacement.Before.Length) != replacement.Before)
            {
                return "the text before is not what stood there";
            }

            text = text[..replacement.Index] + replacement.After + text[(replacement.Index + replacement.Before.Length)..];
        }

        return text;
    }

    private static int Cost(string part, RcSmsEncoding encoding) =>
        encoding == RcSmsEncoding.Ucs2 ? part.Length : part.Sum(character => ReferenceCounter.Extension.Contains(character) ? 2 : 1);

    private static int FirstCost(string part, RcSmsEncoding encoding) => encoding == RcSmsEncoding.Gsm7
        ? (ReferenceCounter.Extension.Contains(part[0]) ? 2 : 1)
        : (char.IsSurrogatePair(part, 0) ? 2 : 1);
}
