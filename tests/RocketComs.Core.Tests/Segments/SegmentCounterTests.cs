using RocketComs.Core.Segments;
using Xunit;

namespace RocketComs.Core.Tests.Segments;

public class SegmentCounterTests
{
    [Theory]
    [InlineData("", 0, 0, 0, 160, 160)]
    [InlineData("a", 1, 1, 1, 160, 159)]
    [InlineData("a", 160, 160, 1, 160, 0)]
    [InlineData("a", 161, 161, 2, 153, 145)]
    [InlineData("a", 306, 306, 2, 153, 0)]
    [InlineData("a", 307, 307, 3, 153, 152)]
    [InlineData("a", 1_000_000, 1_000_000, 6_536, 153, 8)]
    [InlineData("€", 80, 160, 1, 160, 0)]
    [InlineData("€", 81, 162, 2, 153, 143)]
    [InlineData("€", 152, 304, 2, 153, 1)]
    [InlineData("]", 153, 306, 3, 153, 151)]
    [InlineData("\f", 80, 160, 1, 160, 0)]
    [InlineData("\f", 81, 162, 2, 153, 143)]
    [InlineData("\n", 160, 160, 1, 160, 0)]
    public void Gsm7_text_has_exact_figures(string unit, int times, int units, int segments, int capacity, int remaining) =>
        Assert.Equal((RcSmsEncoding.Gsm7, units, segments, capacity, remaining), Figures(Repeat(unit, times)));

    [Theory]
    [InlineData("ж", 70, 70, 1, 70, 0)]
    [InlineData("ж", 71, 71, 2, 67, 63)]
    [InlineData("ж", 134, 134, 2, 67, 0)]
    [InlineData("ж", 135, 135, 3, 67, 66)]
    [InlineData("😀", 35, 70, 1, 70, 0)]
    [InlineData("😀", 36, 72, 2, 67, 61)]
    [InlineData("😀", 66, 132, 2, 67, 1)]
    [InlineData("😀", 67, 134, 3, 67, 65)]
    [InlineData("\u001B", 1, 1, 1, 70, 69)]
    [InlineData("\t", 1, 1, 1, 70, 69)]
    [InlineData("ç", 70, 70, 1, 70, 0)]
    [InlineData("`", 71, 71, 2, 67, 63)]
    public void Ucs2_text_has_exact_figures(string unit, int times, int units, int segments, int capacity, int remaining) =>
        Assert.Equal((RcSmsEncoding.Ucs2, units, segments, capacity, remaining), Figures(Repeat(unit, times)));

    // By their codes: the metadata of an attribute is UTF-8 and cannot hold a lone surrogate.
    [Theory]
    [InlineData(0xD83D, 70, 1, 70, 0)]
    [InlineData(0xD83D, 135, 3, 67, 66)]
    [InlineData(0xDE00, 134, 2, 67, 0)]
    public void Lone_surrogates_cost_one_unit_each(int code, int times, int segments, int capacity, int remaining) =>
        Assert.Equal((RcSmsEncoding.Ucs2, times, segments, capacity, remaining), Figures(new string((char)code, times)));

    [Theory]
    [InlineData("a", 160, 1, 160, 0)]
    [InlineData("a", 161, 2, 152, 143)]
    [InlineData("a", 304, 2, 152, 0)]
    [InlineData("a", 305, 3, 152, 151)]
    [InlineData("]", 152, 2, 152, 0)]
    [InlineData("]", 153, 3, 152, 150)]
    [InlineData("ж", 70, 1, 70, 0)]
    [InlineData("ж", 71, 2, 66, 61)]
    [InlineData("ж", 132, 2, 66, 0)]
    [InlineData("😀", 66, 2, 66, 0)]
    [InlineData("😀", 67, 3, 66, 64)]
    public void Sixteen_bit_reference_has_smaller_segments(string unit, int times, int segments, int capacity, int remaining)
    {
        SegmentCount count = SegmentCounter.Count(Repeat(unit, times), RcSmsConcatenation.Reference16Bit);
        Assert.Equal((segments, capacity, remaining), (count.Segments, count.Capacity, count.Remaining));
    }

    [Theory]
    [InlineData('a', RcSmsConcatenation.Reference8Bit, 39_015)]
    [InlineData('a', RcSmsConcatenation.Reference16Bit, 38_760)]
    [InlineData(']', RcSmsConcatenation.Reference8Bit, 19_380)]
    [InlineData(']', RcSmsConcatenation.Reference16Bit, 19_380)]
    [InlineData('\u0436', RcSmsConcatenation.Reference8Bit, 17_085)]
    [InlineData('\u0436', RcSmsConcatenation.Reference16Bit, 16_830)]
    public void Text_is_counted_beyond_the_255_segments_of_a_message(char character, RcSmsConcatenation concatenation, int length)
    {
        int[] segments = [.. ((int[])[length, length + 1, length * 4]).Select(times => SegmentCounter.Count(new string(character, times), concatenation).Segments)];
        Assert.Equal([255, 256, 1020], segments);
        Assert.Equal(255, SegmentCounter.MostSegments);
    }

    [Fact]
    public void Surrogates_in_the_wrong_order_are_two_characters_that_may_be_parted()
    {
        string text = new string('ж', 66) + "\uDE00\uD83D" + new string('ж', 66);
        Assert.Equal((RcSmsEncoding.Ucs2, 134, 2, 67, 0), Figures(text));
    }

    [Fact]
    public void Lone_high_surrogate_before_a_letter_costs_one()
    {
        string text = "\uD83Dab" + new string('ж', 64) + "😀";
        Assert.Equal((RcSmsEncoding.Ucs2, 69, 1, 70, 1), Figures(text));
    }

    [Fact]
    public void Tables_hold_exactly_the_characters_of_the_standard()
    {
        for (int code = 0; code <= char.MaxValue; code++)
        {
            char character = (char)code;
            int expected = ReferenceCounter.Basic.Contains(character) ? 1 : ReferenceCounter.Extension.Contains(character) ? 2 : 0;
            Assert.True(expected == GsmAlphabet.Septets(character), $"U+{code:X4} costs {GsmAlphabet.Septets(character)}, not {expected}");
        }

        Assert.Equal((127, 10), (ReferenceCounter.Basic.Count, ReferenceCounter.Extension.Count));
    }

    [Theory]
    [InlineData("", 0, false)]
    [InlineData("a", 3, false)]
    [InlineData("a", 160, false)]
    [InlineData("a", 161, true)]
    [InlineData("a", 165, true)]
    [InlineData("a", 166, false)]
    [InlineData("a", 307, true)]
    [InlineData("a", 311, true)]
    [InlineData("a", 312, false)]
    [InlineData("\u0436", 1, false)]
    [InlineData("\u0436", 75, true)]
    [InlineData("\u0436", 76, false)]
    public void Text_a_few_units_over_a_border_is_a_near_miss(string unit, int times, bool expected) =>
        Assert.Equal(expected, SegmentCounter.Count(Repeat(unit, times)).IsNearMiss);

    [Fact]
    public void Unknown_concatenation_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>("concatenation", () => SegmentCounter.Count("a", (RcSmsConcatenation)7));

    private static string Repeat(string unit, int times) => string.Concat(Enumerable.Repeat(unit, times));

    private static (RcSmsEncoding Encoding, int Units, int Segments, int Capacity, int Remaining) Figures(string text)
    {
        SegmentCount count = SegmentCounter.Count(text);
        return (count.Encoding, count.Units, count.Segments, count.Capacity, count.Remaining);
    }
}
