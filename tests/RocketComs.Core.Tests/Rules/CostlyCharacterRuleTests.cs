using RocketComs.Core.Rules;
using RocketComs.Core.Segments;
using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

/// <summary>RC106.</summary>
public class CostlyCharacterRuleTests
{
    private const string Good = "2025550100,Hello\n";

    private static readonly string s_seventy = new('a', 70);

    private static readonly CheckOptions s_shortLink = new() { MaxSegment = 9, Measure = new MeasureOptions { ShortLink = true } };

    [Fact]
    public void Character_is_named_with_its_price_and_what_to_write_instead()
    {
        string text = s_seventy + "’";
        RcBatchCsvReport report = Check(Good + $"2025550101,{text}\n");
        RcBatchCsvIssue issue = Single(report, "RC106");
        Assert.Equal((2L, 2L, "Message", text), Place(issue));
        Assert.Equal((RcIssueSeverity.Warning, "RC105 RC106", true), (issue.Severity, Fired(report), report.IsValid));
        Assert.Equal("The character ’ (U+2019) allows only 70 characters in a segment: the text needs 2 segments instead of 1.", issue.Message);
        Assert.Equal("Write ' instead of ’.", issue.Suggestion);
    }

    [Theory]
    [InlineData("“", "“ (U+201C)", "Write \" (doubled inside a quoted text) instead of “.")]
    [InlineData("…", "… (U+2026)", "Write ... instead of ….")]
    [InlineData("`", "` (U+0060)", "Write ' instead of `.")]
    [InlineData("x\tx", "U+0009 (tab)", "Write a blank instead of U+0009.")]
    [InlineData("x\u00A0x", "U+00A0 (no-break space)", "Write a blank instead of U+00A0.")]
    [InlineData("x\u2028x", "U+2028 (invisible)", "Write \\n instead of U+2028.")]
    [InlineData("\u200B", "U+200B (invisible)", "Leave out U+200B.")]
    [InlineData("\u007F", "U+007F (invisible)", "Leave out U+007F.")]
    [InlineData("😀", "😀 (U+1F600)", "Leave out 😀.")]
    [InlineData("❤\uFE0F", "❤ (U+2764)", "Leave out ❤.")]
    [InlineData("á", "á (U+00E1)", "Use words without á.")]
    [InlineData("ж", "ж (U+0436)", "Use words without ж.")]
    [InlineData("e\u0301", "U+0301 (a mark apart from its letter)", "Write é as one character instead of a letter and U+0301.")]
    [InlineData("u\u0300 e\u0300 u\u0300", "U+0300 (a mark apart from its letter)", "Write è, ù as one character instead of a letter and U+0300.")]
    [InlineData("o\u0301", "U+0301 (a mark apart from its letter)", "Leave out U+0301.")]
    [InlineData("e\u0301\u0301", "U+0301 (a mark apart from its letter)", "Leave out U+0301.")]
    [InlineData("e\u0301o\u0301", "U+0301 (a mark apart from its letter)", "Write é as one character instead of a letter and U+0301; leave out U+0301 elsewhere.")]
    public void Suggestion_is_made_for_the_character(string character, string name, string suggestion)
    {
        RcBatchCsvIssue issue = Single(Check($"2025550101,{character}{s_seventy}\n"), "RC106");
        Assert.Equal($"The character {name} allows only 70 characters in a segment: the text needs 2 segments instead of 1.", issue.Message);
        Assert.Equal(suggestion, issue.Suggestion);
    }

    [Fact]
    public void Three_characters_are_named_in_the_order_of_the_text()
    {
        RcBatchCsvIssue issue = Single(Check($"2025550101,😀 it’s ł’ 😀 {s_seventy}{s_seventy}\n"), "RC106");
        Assert.Equal(
            "The characters 😀 (U+1F600), ’ (U+2019) and ł (U+0142) allow only 70 characters in a segment: the text needs 3 segments instead of 1.", issue.Message);
        Assert.Equal("Write ' instead of ’; leave out 😀; use words without ł.", issue.Suggestion);
    }

    [Theory]
    [InlineData("’“”…", 70)]
    [InlineData("Привет", 70)]
    [InlineData("’", 69)]
    [InlineData("😀😀😀", 64)]
    [InlineData("é", 89)]
    [InlineData("[€]", 89)]
    [InlineData("", 161)]
    public void Near_miss_fires_nothing(string characters, int others) =>
        Assert.Equal(string.Empty, Fired(Check($"2025550101,{characters}{new string('a', others)}\n", new CheckOptions { MaxSegment = 9 })));

    [Theory]
    [InlineData('…')]
    [InlineData('ж')]
    public void Text_that_would_cost_as_much_or_be_nothing_without_is_left_alone(char character) =>
        Assert.Equal("RC105", Fired(Check($"2025550101,{new string(character, 71)}\n")));

    [Theory]
    [InlineData("{92}", "RC008")]
    [InlineData("{01}’", "RC011")]
    public void Text_that_is_wrong_has_no_other_advice(string bytes, string fired) =>
        Assert.Equal(fired, Fired(Check(Bytes($"2025550101,’{bytes}{s_seventy}\n"))));

    [Fact]
    public void Text_that_a_comma_cut_has_no_other_advice() => Assert.Equal("RC003", Fired(Check($"2025550101,’{s_seventy},b\n")));

    [Fact]
    public void Number_that_is_wrong_does_not_hide_the_text() => Assert.Equal("RC005 RC106", Fired(Check($"20255501,’{s_seventy}\n")));

    [Theory]
    [InlineData(68, "")]
    [InlineData(69, "RC105 RC106")]
    public void Pair_counts_as_one_line_feed(int others, string fired) => Assert.Equal(fired, Fired(Check($"2025550101,’\\n{new string('a', others)}\n")));

    [Fact]
    public void Reference_of_the_headers_is_counted_as_asked()
    {
        CheckOptions options = new() { Measure = new MeasureOptions { Concatenation = RcSmsConcatenation.Reference16Bit } };
        Assert.EndsWith("3 segments instead of 1.", Single(Check($"2025550101,’{new string('a', 133)}\n", options), "RC106").Message, StringComparison.Ordinal);
        Assert.EndsWith("2 segments instead of 1.", Single(Check($"2025550101,’{new string('a', 133)}\n"), "RC106").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Character_in_a_url_is_nothing_when_a_short_link_replaces_it()
    {
        string row = $"2025550101,https://example.com/éжb {s_seventy}\n";
        Assert.Equal(string.Empty, Fired(Check(row, s_shortLink)));
        Assert.Equal("RC105 RC106", Fired(Check(row)));
    }

    [Fact]
    public void Short_link_that_is_longer_than_its_url_is_counted()
    {
        CheckOptions options = s_shortLink with { Measure = new MeasureOptions { ShortLink = true, ShortLinkLength = 70 } };
        Assert.Equal("RC106", Fired(Check("2025550101,www.example.com ’\n", options)));
    }

    [Fact]
    public void Line_is_that_of_the_character()
    {
        RcBatchCsvIssue issue = Single(Check(Good + $"\"2025550101\",\"one\\ntwo\r\nthree\r{s_seventy}\nit’s\n’\"\n"), "RC106");
        Assert.Equal((5L, 2L, "Message"), (issue.Line, issue.Row, issue.Column));
    }

    [Fact]
    public void Line_is_that_of_the_character_outside_the_urls_that_short_links_replace()
    {
        RcBatchCsvIssue issue = Single(Check($"2025550101,\"www.example.com/жx\\n’b\n{s_seventy}’\"\n", s_shortLink), "RC106");
        Assert.Equal(1L, issue.Line);
        issue = Single(Check($"2025550101,\"www.example.com/жx\\nb\n{s_seventy}’\"\n", s_shortLink), "RC106");
        Assert.Equal(2L, issue.Line);
        Assert.Equal(1L, Single(Check($"2025550101,\"www.example.com/жx\\nb\n{s_seventy}’\"\n"), "RC106").Line);
    }

    [Fact]
    public void Very_long_texts_are_judged_too()
    {
        string plain = string.Concat(Enumerable.Repeat("e\u0301 ", 500_000));
        RcBatchCsvIssue issue = Single(Check($"2025550101,\"{plain}x\"\n"), "RC106");
        Assert.EndsWith($"the text needs {(1_500_001 + 66) / 67} segments instead of {(1_000_001 + 152) / 153}.", issue.Message, StringComparison.Ordinal);
        Assert.Equal("RC013 RC106", Fired(Check($"2025550101,\"e{new string('\u0301', 1_000_000)}\"\n")));
    }

    [Fact]
    public void Price_without_is_that_of_the_text_with_the_characters_replaced()
    {
        const string Characters = "ab[€’…“\u200B\u00A0ж\u0301±";
        string[] replacements = ["a", "b", "[", "€", "'", "...", "\"", "", " ", "", "", "+/-"];
#pragma warning disable CA5394 // A test wants the same numbers again.
        Random random = new(106);
        for (int i = 0; i < 2_000; i++)
        {
            string text = new([.. Enumerable.Range(0, random.Next(700)).Select(_ => Characters[random.Next(Characters.Length)])]);
            string replaced = string.Concat(text.Select(each => replacements[Characters.IndexOf(each, StringComparison.Ordinal)]));
            RcSmsConcatenation concatenation = i % 2 == 0 ? RcSmsConcatenation.Reference8Bit : RcSmsConcatenation.Reference16Bit;
            Assert.Equal(SegmentCounter.Count(replaced, concatenation).Segments, CostlyCharacters.SegmentsWithout(text, concatenation));
        }
#pragma warning restore CA5394
    }
}
