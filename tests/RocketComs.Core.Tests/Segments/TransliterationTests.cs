using System.Linq;
using RocketComs.Core.Segments;
using Xunit;

namespace RocketComs.Core.Tests.Segments;

public class TransliterationTests
{
    [Theory]
    [InlineData("a\u00A0b", "a b")]
    [InlineData("a\u202F\u2009b", "a  b")]
    [InlineData("a\tb", "a b")]
    [InlineData("\u2018it\u2019s\u201A", "'it's'")]
    [InlineData("\u201Cok\u201D \u201Eok\u201F \u00ABok\u00BB", "\"ok\" \"ok\" \"ok\"")]
    [InlineData("1\u20132\u20143\u22124\u20105\u20116", "1-2-3-4-5-6")]
    [InlineData("wait\u2026", "wait...")]
    [InlineData("man\u0303ana", "ma\u00F1ana")]
    [InlineData("MAN\u0303ANA", "MA\u00D1ANA")]
    [InlineData("cafe\u0301", "caf\u00E9")]
    [InlineData("u\u0308ber", "\u00FCber")]
    [InlineData("\u2022 one\u2028\u2022 two", "* one\n* two")]
    [InlineData("x\u200By\uFEFFz\u00AD", "xyz")]
    [InlineData("\u00A9 \u00AE \u2122", "(c) (R) TM")]
    [InlineData("\uFF21\uFF22\uFF01", "AB!")]
    [InlineData("\u2122\uFE0F \u00A9\uFE0F \u203C\uFE0F", "TM (c) !!")]
    public void Typographic_characters_become_gsm7(string message, string expected)
    {
        RcSmsMeasurement measured = Measure(message);
        Assert.Equal((expected, RcSmsEncoding.Gsm7), (measured.Message, measured.Encoding));
    }

    [Theory]
    [InlineData("Hello, plain GSM-7 {text} ~ \u20AC")]
    [InlineData("\u00E1\u00E7\u00EA \u0142")]
    [InlineData("\uD83D\uDE00 \u2764\uFE0F")]
    [InlineData("\u4E2D\u6587")]
    [InlineData("\u0303")]
    [InlineData("\uFFFF\u0303")]
    public void What_has_no_equal_stays_as_it_is(string message)
    {
        RcSmsMeasurement measured = Measure(message);
        Assert.Equal(message, measured.Message);
        Assert.Empty(measured.Replacements);
    }

    [Fact]
    public void Lone_surrogate_with_a_mark_stays_as_it_is() => Assert.Equal("\uD83D\u0303", Measure("\uD83D\u0303").Message);

    [Fact]
    public void Letters_without_an_equal_are_composed_and_keep_their_accent() =>
        Assert.Equal("\u00E1", Measure("a\u0301").Message);

    [Fact]
    public void Every_replacement_is_listed_with_its_place_in_the_text_before() => Assert.Equal(
        [(0, "\u201C", "\""), (3, "\u2026", "..."), (4, "\u201D", "\""), (7, "n\u0303", "\u00F1"), (10, "\u200B", string.Empty)],
        Measure("\u201CHi\u2026\u201D an\u0303o\u200B!").Replacements.Select(replacement => (replacement.Index, replacement.Before, replacement.After)));

    [Fact]
    public void Curly_apostrophe_costs_a_segment_that_transliteration_saves()
    {
        string text = "It\u2019s " + new string('a', 100);
        Assert.Equal((2, 1), (SmsMeasurer.Measure(text, new MeasureOptions()).SegmentCount, Measure(text).SegmentCount));
    }

    [Fact]
    public void Without_the_option_nothing_is_replaced()
    {
        RcSmsMeasurement measured = SmsMeasurer.Measure("\u2019", new MeasureOptions());
        Assert.Equal("\u2019", measured.Message);
        Assert.Empty(measured.Replacements);
    }

    private static RcSmsMeasurement Measure(string message) => SmsMeasurer.Measure(message, new MeasureOptions { Transliterate = true });
}
