using RocketComs.Core.Segments;
using Xunit;

namespace RocketComs.Core.Tests.Segments;

public class SmsMeasurerTests
{
    [Fact]
    public void Empty_text_has_no_segment_and_all_room()
    {
        RcSmsMeasurement measured = Measure(string.Empty);
        Assert.Equal((RcSmsEncoding.Gsm7, 0, 0, 160, 160), (measured.Encoding, measured.Units, measured.SegmentCount, measured.SegmentCapacity, measured.UnitsRemaining));
        Assert.Empty(measured.Segments);
        Assert.Empty(measured.NonGsmCharacters);
        Assert.Empty(measured.Replacements);
        Assert.Null(measured.EstimatedCost);
    }

    [Fact]
    public void Extension_character_at_the_border_moves_whole_to_the_next_segment()
    {
        RcSmsMeasurement measured = Measure(new string('a', 152) + "€" + new string('b', 20));
        Assert.Equal([(1, new string('a', 152), 152), (2, "€" + new string('b', 20), 22)], measured.Segments.Select(segment => (segment.Number, segment.Text, segment.Units)));
        Assert.Equal((174, 131), (measured.Units, measured.UnitsRemaining));
    }

    [Fact]
    public void Surrogate_pair_at_the_border_moves_whole_to_the_next_segment()
    {
        RcSmsMeasurement measured = Measure(new string('ж', 66) + "😀жжж");
        Assert.Equal([(66, new string('ж', 66)), (5, "😀жжж")], measured.Segments.Select(segment => (segment.Units, segment.Text)));
    }

    [Fact]
    public void Hundred_fifty_three_brackets_are_three_segments() =>
        Assert.Equal([152, 152, 2], Measure(new string(']', 153)).Segments.Select(segment => segment.Units));

    [Theory]
    [InlineData(@"a\nb", "a\nb", 3)]
    [InlineData(@"a\\nb", "a\\\nb", 5)]
    [InlineData(@"\n\n", "\n\n", 2)]
    [InlineData(@"a\Nb", @"a\Nb", 5)]
    [InlineData(@"a\rb", @"a\rb", 5)]
    [InlineData(@"a\", @"a\", 3)]
    [InlineData(@"a\ n", @"a\ n", 5)]
    public void Backslash_n_is_one_line_feed(string message, string counted, int units)
    {
        RcSmsMeasurement measured = Measure(message);
        Assert.Equal((counted, units), (measured.Message, measured.Units));
    }

    [Fact]
    public void Literal_backslash_n_stays_two_characters()
    {
        RcSmsMeasurement measured = SmsMeasurer.Measure(@"a\nb", new MeasureOptions { Literal = true });
        Assert.Equal((@"a\nb", 5), (measured.Message, measured.Units));
    }

    [Fact]
    public void Non_gsm_characters_are_named_with_place_code_point_and_suggestion()
    {
        RcSmsMeasurement measured = Measure("It’s “ok” 😀\tç\u001B");
        Assert.Equal(
            [
                (2, "’", "U+2019", "'"), (5, "“", "U+201C", "\""), (8, "”", "U+201D", "\""), (10, "😀", "U+1F600", null),
                (12, "\t", "U+0009", " "), (13, "ç", "U+00E7", null), (14, "\u001B", "U+001B", null),
            ],
            measured.NonGsmCharacters.Select(character => (character.Index, character.Text, character.CodePoint, character.Suggestion)));
        Assert.Equal("’", "It’s “ok”".Substring(measured.NonGsmCharacters[0].Index, 1));
    }

    [Fact]
    public void Place_of_a_character_is_counted_after_unescaping() =>
        Assert.Equal(2, Assert.Single(Measure(@"a\n…").NonGsmCharacters).Index);

    [Fact]
    public void Lone_surrogates_are_named_one_by_one() =>
        Assert.Equal([(0, "U+D83D"), (2, "U+DE00")], Measure("\uD83Da\uDE00").NonGsmCharacters.Select(character => (character.Index, character.CodePoint)));

    [Fact]
    public void Combining_tilde_suggests_the_composed_letter() =>
        Assert.Equal((3, "U+0303", "ñ"), Assert.Single(Measure("man\u0303ana").NonGsmCharacters) is var found ? (found.Index, found.CodePoint, found.Suggestion) : default);

    [Fact]
    public void Gsm7_text_has_no_non_gsm_characters() => Assert.Empty(Measure("Hola {señor}, 5 € [~]").NonGsmCharacters);

    [Theory]
    [InlineData(160, "0.0079", "0.0079")]
    [InlineData(161, "0.0079", "0.0158")]
    [InlineData(0, "0.0079", "0")]
    [InlineData(307, "0", "0")]
    public void Cost_is_segments_times_price(int length, string price, string cost) => Assert.Equal(
        decimal.Parse(cost, System.Globalization.CultureInfo.InvariantCulture),
        SmsMeasurer.Measure(new string('a', length), new MeasureOptions { PricePerSegment = decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture) }).EstimatedCost);

    [Fact]
    public void Sixteen_bit_reference_reaches_the_segments() =>
        Assert.Equal([152, 9], SmsMeasurer.Measure(new string('a', 161), new MeasureOptions { Concatenation = RcSmsConcatenation.Reference16Bit }).Segments.Select(segment => segment.Units));

    [Fact]
    public void Five_hundred_segments_are_listed_to_the_last()
    {
        RcSmsMeasurement measured = Measure(new string('a', 153 * 500));
        Assert.Equal((500, 500, 153), (measured.SegmentCount, measured.Segments[^1].Number, measured.Segments[^1].Units));
    }

    [Fact]
    public void Short_link_without_characters_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>("length", () => SmsMeasurer.Measure("a", new MeasureOptions { ShortLink = true, ShortLinkLength = 0 }));

    private static RcSmsMeasurement Measure(string message) => SmsMeasurer.Measure(message, new MeasureOptions());
}
