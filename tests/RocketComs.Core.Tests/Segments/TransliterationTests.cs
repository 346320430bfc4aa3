using System.Globalization;
using System.Text;
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
    [InlineData("\u201Cok\u201D \u201Eok\u201F \u00ABok\u00BB \u275Dok\u275E \u301Dok\u301F", "\"ok\" \"ok\" \"ok\" \"ok\" \"ok\"")]
    [InlineData("Settings \u203A SMS", "Settings > SMS")]
    [InlineData("1\u20132\u20143\u22124\u20105\u20116", "1-2-3-4-5-6")]
    [InlineData("wait\u2026", "wait...")]
    [InlineData("\u2022 one\u2028\u2022 two\u000B\uF0B7 three", "* one\n* two\n* three")]
    [InlineData("x\u200By\uFEFFz\u00AD\uFFFC", "xyz")]
    [InlineData("\u00A9 \u00AE \u2122", "(c) (R) TM")]
    [InlineData("\uFF21\uFF22\uFF01\uFF40\uFFE1", "AB!'\u00A3")]
    [InlineData("\u2122\uFE0F \u00A9\uFE0F \u203C\uFE0F", "TM (c) !!")]
    [InlineData("99\u00A2 \u00B1 2 \u00F7 3 \u2265 4 \u2248 5 \u2192 here", "99c +/- 2 / 3 >= 4 ~ 5 -> here")]
    [InlineData("call \u202A+1 202\u00A0555\u20110123\u202C or \u202D911\u202C or \u2066112\u2069", "call +1 202 555-0123 or 911 or 112")]
    public void Typographic_characters_become_gsm7(string message, string expected) => AssertGsm7(message, expected);

    [Theory]
    [InlineData("\u00BD cup", "1/2 cup")]
    [InlineData("1\u00BD cups", "1 1/2 cups")]
    [InlineData("1 \u00BD cups", "1 1/2 cups")]
    [InlineData("\uFF11\u2153", "1 1/3")]
    [InlineData("\u00BD\u00BD", "1/2 1/2")]
    [InlineData("x\u00BE", "x 3/4")]
    [InlineData("Mon \u00B7 Tue", "Mon . Tue")]
    [InlineData("col\u00B7lecci\u00F2 2\u00B7 \u00B73", "col.lecci\u00F2 2. .3")]
    public void Fraction_or_dot_beside_a_digit_keeps_its_meaning(string message, string expected) => AssertGsm7(message, expected);

    [Theory]
    [InlineData("2\u00B73")]
    [InlineData("\u05E9\u05DC\u05D5\u05DD \u200E123\u202C!")]
    [InlineData("abc \u202Edef\u202C")]
    [InlineData("\u200Fabc\u200E")]
    public void What_could_change_the_meaning_stays(string message) => AssertKept(message);

    [Theory]
    [InlineData("man\u0303ana", "ma\u00F1ana")]
    [InlineData("MAN\u0303ANA", "MA\u00D1ANA")]
    [InlineData("cafe\u0301", "caf\u00E9")]
    [InlineData("u\u0308ber", "\u00FCber")]
    [InlineData("A\u030Angstro\u0308m", "\u00C5ngstr\u00F6m")]
    [InlineData("\u212Bngstrom", "\u00C5ngstrom")]
    [InlineData("10 \u2126", "10 \u03A9")]
    [InlineData("273 \u212A", "273 K")]
    [InlineData("it\u1FEFs it\u00B4s it\u1FFDs", "it's it's it's")]
    [InlineData("why\u037E a\u0387b\u2000c", "why; a.b c")]
    [InlineData("\uFF2E\u0303", "\u00D1")]
    [InlineData("n\u200B\u0303", "\u00F1")]
    [InlineData("n\u00AD\uFEFF\u0303", "\u00F1")]
    [InlineData("\uFB01\u0300", "f\u00EC")]
    public void Letters_in_parts_and_their_doubles_become_one_letter(string message, string expected) => AssertGsm7(message, expected);

    [Theory]
    [InlineData("a\u0301", "\u00E1")]
    [InlineData("a\u0302\u0323", "\u1EAD")]
    [InlineData("a\u0323\u0302", "\u1EAD")]
    [InlineData("\u1112\u1161\u11AB\u1100\u1173\u11AF", "\uD55C\uAE00")]
    [InlineData("\uD558\u11AB", "\uD55C")]
    [InlineData("\uD834\uDD5E", "\uD834\uDD57\uD834\uDD65")]
    [InlineData("\uD804\uDC99\uD804\uDCBA", "\uD804\uDC9A")]
    [InlineData("\u0958", "\u0915\u093C")]
    [InlineData("\uF900", "\u8C48")]
    public void What_is_not_gsm7_is_in_nfc_all_the_same(string message, string expected) => Assert.Equal(expected, Measure(message).Message);

    [Theory]
    [InlineData("Hello, plain GSM-7 {text} ~ \u20AC")]
    [InlineData("\u00E1\u00E7\u00EA \u0142 \u0153 \u0456 \u00B5 \u00BA")]
    [InlineData("10\u00B2 72\u00B0 \u20B9 \u2713 \u2605")]
    [InlineData("\uD83D\uDE00 \u2764\uFE0F \uD83D\uDC68\u200D\uD83D\uDC69 1\uFE0F\u20E3")]
    [InlineData("\u4E2D\u6587")]
    [InlineData("\u0303")]
    [InlineData("\uFFFE\u0301 \uFFFF\u0303 \uFDD0\u0301")]
    public void What_has_no_equal_stays_as_it_is(string message) => AssertKept(message);

    // The places are escaped: the metadata of an attribute is UTF-8 and cannot hold a lone surrogate.
    [Theory]
    [InlineData(@"\uD83D\u0303", @"\uD83D\u0303")]
    [InlineData(@"n\u0303\uD83Dn\u0303", @"\u00F1\uD83D\u00F1")]
    [InlineData(@"\uDE00\uD83D\u2019", @"\uDE00\uD83D'")]
    [InlineData(@"\uD83D\u0301\u0323", @"\uD83D\u0323\u0301")]
    public void Lone_surrogates_stay_and_what_stands_around_them_is_written_anew(string message, string expected) =>
        Assert.Equal(System.Text.RegularExpressions.Regex.Unescape(expected), Measure(System.Text.RegularExpressions.Regex.Unescape(message)).Message);

    [Theory]
    [InlineData("It\u2019s www.example.com/caf\u00E9\u2019s", "It's www.example.com/caf\u00E9's")]
    [InlineData("\u201Chttps://example.com/cafe\u0301\u201D", "\"https://example.com/cafe\u0301\"")]
    [InlineData("www.example.com\u2014it\u2019s open", "www.example.com-it's open")]
    public void Nothing_is_replaced_in_a_url(string message, string expected) => Assert.Equal(expected, Measure(message).Message);

    [Fact]
    public void Every_replacement_is_listed_with_its_place_in_the_text_before() => Assert.Equal(
        [(0, "\u201C", "\""), (3, "\u2026", "..."), (4, "\u201D", "\""), (7, "n\u0303", "\u00F1"), (10, "\u200B", string.Empty), (13, "\u2122\uFE0F", "TM")],
        Measure("\u201CHi\u2026\u201D an\u0303o\u200B!\\n\u2122\uFE0F").Replacements.Select(replacement => (replacement.Index, replacement.Before, replacement.After)));

    [Fact]
    public void Place_is_that_of_the_text_with_short_links()
    {
        MeasureOptions options = new() { Transliterate = true, ShortLink = true, ShortLinkLength = 20 };
        RcSmsMeasurement measured = SmsMeasurer.Measure("https://example.com/a/long\u2013path/to It\u2019s", options);
        Assert.Equal([(20, "\u2013"), (31, "\u2019")], measured.Replacements.Select(replacement => (replacement.Index, replacement.Before)));
        Assert.Equal("https://short.link/x-path/to It's", measured.Message);
    }

    [Theory]
    [InlineData("It\u2019s ", 100, 0, 1)]
    [InlineData("wait\u2026 ", 100, -2, 1)]
    [InlineData("\u20AC\u2019", 10, -1, 0)]
    [InlineData("n\u0303", 69, 1, 1)]
    [InlineData("\u2026\u0436", 68, -2, -1)]
    [InlineData("plain", 200, 0, 0)]
    public void Savings_are_those_of_the_whole_text(string start, int more, int units, int segments)
    {
        string text = start + new string('a', more);
        RcSmsMeasurement with = Measure(text);
        RcSmsMeasurement without = SmsMeasurer.Measure(text, new MeasureOptions());
        Assert.Equal((units, segments), (with.UnitsSaved, with.SegmentsSaved));
        Assert.Equal((without.Units, without.SegmentCount), (with.Units + with.UnitsSaved, with.SegmentCount + with.SegmentsSaved));
    }

    [Fact]
    public void Savings_are_counted_with_short_links_and_the_reference_that_were_asked_for()
    {
        string text = "It\u2019s https://example.com/" + new string('p', 300) + new string('a', 109);
        MeasureOptions options = new() { Transliterate = true, ShortLink = true, ShortLinkLength = 19, Concatenation = RcSmsConcatenation.Reference16Bit };
        RcSmsMeasurement measured = SmsMeasurer.Measure(text.Replace("paaa", "p aaa", StringComparison.Ordinal), options);
        Assert.Equal((134, 1, 0, 2), (measured.Units, measured.SegmentCount, measured.UnitsSaved, measured.SegmentsSaved));
    }

    [Fact]
    public void Without_the_option_nothing_is_replaced_or_saved()
    {
        RcSmsMeasurement measured = SmsMeasurer.Measure("\u2019", new MeasureOptions());
        Assert.Equal("\u2019", measured.Message);
        Assert.Empty(measured.Replacements);
        Assert.Equal((0, 0), (measured.UnitsSaved, measured.SegmentsSaved));
    }

    [Fact]
    public void Every_letter_of_unicode_that_came_in_parts_is_composed()
    {
        for (int code = 0; code <= 0x10FFFF; code++)
        {
            if (code is >= 0xD800 and <= 0xDFFF || CharUnicodeInfo.GetUnicodeCategory(code) == UnicodeCategory.OtherNotAssigned)
            {
                continue;
            }

            string parts = char.ConvertFromUtf32(code).Normalize(NormalizationForm.FormD);
            if (parts.Length > 1)
            {
                string composed = parts.Normalize(NormalizationForm.FormC);
                Assert.Equal((code, Measure(composed).Message), (code, Measure("1" + parts + "2").Message[1..^1]));
            }
        }
    }

    [Fact]
    public void Any_text_is_in_nfc_is_done_after_one_pass_and_can_be_replayed() => GeneratedText.ForAll(GeneratedText.TypographicTexts, 100_000, text =>
    {
        RcSmsMeasurement once = Measure(text);
        Assert.Equal(once.Message, Replay(text, once.Replacements));
        Assert.Empty(Measure(once.Message).Replacements);
        string sound = once.Message.Replace("\uFFFE", "\uE000", StringComparison.Ordinal);
        Assert.True(sound.Any(char.IsSurrogate) || sound.IsNormalized(NormalizationForm.FormC), "The result is not in NFC.");
        Assert.Equal(LoneSurrogates(text), LoneSurrogates(once.Message));
        Assert.Equal(text.Count(character => character == '~'), once.Message.Count(character => character == '~'));
        Assert.DoesNotContain("n\u0303", once.Message, StringComparison.Ordinal);
    });

    [Fact]
    public void Any_text_with_short_links_can_be_replayed() => GeneratedText.ForAll(10_000, text =>
    {
        MeasureOptions options = new() { ShortLink = true };
        RcSmsMeasurement before = SmsMeasurer.Measure(text, options);
        RcSmsMeasurement after = SmsMeasurer.Measure(text, options with { Transliterate = true });
        Assert.Equal(after.Message, Replay(before.Message, after.Replacements));
        Assert.Equal((before.Units - after.Units, before.SegmentCount - after.SegmentCount), (after.UnitsSaved, after.SegmentsSaved));
    });

    // Each would take minutes if the time grew with the square of the length.
    [Theory]
    [InlineData("\u200B", "")]
    [InlineData("n\u200B", "n")]
    [InlineData("n\u200B\u200B\u0303", "\u00F1")]
    [InlineData("\u2019", "'")]
    [InlineData("\u00BD", "1/2 ")]
    [InlineData("\u0301", "\u0301")]
    [InlineData("\uFDD0", "\uFDD0")]
    public void Long_run_of_one_thing_is_written_anew_in_one_go(string unit, string expected)
    {
        int times = 100_000 / unit.Length;
        string text = string.Concat(Enumerable.Repeat(unit, times));
        Assert.Equal(string.Concat(Enumerable.Repeat(expected, times)).TrimEnd(' '), Transliterator.Apply(text).Text);
        Assert.Equal(text.Count(character => GsmAlphabet.Septets(character) == 0), NonGsmCharacters.Find(text).Length);
    }

    private static void AssertGsm7(string message, string expected)
    {
        RcSmsMeasurement measured = Measure(message);
        Assert.Equal((expected, RcSmsEncoding.Gsm7), (measured.Message, measured.Encoding));
        Assert.Equal(expected, Replay(message, measured.Replacements));
    }

    private static void AssertKept(string message)
    {
        RcSmsMeasurement measured = Measure(message);
        Assert.Equal(message, measured.Message);
        Assert.Empty(measured.Replacements);
    }

    private static string Replay(string text, RcSmsReplacement[] replacements)
    {
        StringBuilder result = new();
        int end = 0;
        foreach (RcSmsReplacement replacement in replacements)
        {
            Assert.Equal(replacement.Before, text.Substring(replacement.Index, replacement.Before.Length));
            Assert.NotEqual(replacement.Before, replacement.After);
            result.Append(text, end, replacement.Index - end).Append(replacement.After);
            end = replacement.Index + replacement.Before.Length;
        }

        return result.Append(text, end, text.Length - end).ToString();
    }

    private static int LoneSurrogates(string text) =>
        text.Where((character, index) => char.IsSurrogate(character) && !char.IsSurrogatePair(text, index) && !(index > 0 && char.IsSurrogatePair(text, index - 1))).Count();

    private static RcSmsMeasurement Measure(string message) => SmsMeasurer.Measure(message, new MeasureOptions { Transliterate = true });
}
