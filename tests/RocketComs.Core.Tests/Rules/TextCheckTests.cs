using RocketComs.Core.Errors;
using RocketComs.Core.Rules;
using Xunit;

namespace RocketComs.Core.Tests.Rules;

public sealed class TextCheckTests
{
    [Theory]
    [InlineData(null, "-Name is blank.")]
    [InlineData(" \t", "-Name is blank.")]
    public void Text_that_says_nothing_is_refused(string? text, string why) =>
        Assert.Equal(why, Assert.Throws<InvalidParameterException>(() => TextCheck.Require("Name", text)).Message);

    [Fact]
    public void Text_that_is_cut_within_an_emoji_is_refused() => Assert.Equal(
        "-Name holds half a character at position 3, as a text that was cut within an emoji does.",
        Assert.Throws<InvalidParameterException>(() => TextCheck.Require("Name", "ab" + '\uD83D')).Message);

    [Theory]
    [InlineData("Hello\tthere,\r\nyou\u007F", "")]
    [InlineData("\uFFFDHi", "The text contains U+FFFD, which stands for a character that another program could not read (RC008).")]
    [InlineData("Hi\u0007", "The text contains a control character (U+0007) (RC011).")]
    [InlineData("Hi\u0085", "The text contains a control character (U+0085) (RC011).")]
    [InlineData("caf\u00C3\u00A9", "The text was decoded twice: caf\u00C3\u00A9 was caf\u00E9 (RC115).")]
    [InlineData("\u0001caf\u00C3\u00A9\uFFFD", "The text contains U+FFFD, which stands for a character that another program could not read (RC008).|The text contains a control character (U+0001) (RC011).|The text was decoded twice: \u0001caf\u00C3\u00A9\uFFFD was \u0001caf\u00E9\uFFFD (RC115).")]
    public void Characters_that_were_lost_or_misread_on_the_way_are_named(string text, string damage) => Assert.Equal(damage, string.Join('|', TextCheck.Damage(text)));

    [Theory]
    [InlineData("Hello", 0)]
    [InlineData(@"Hello\nthere, 50% off", 0)]
    [InlineData("Hello {name}", 1)]
    [InlineData("Hello\r\nthere", 1)]
    [InlineData("Hello {{ first }}\n", 2)]
    public void Placeholders_and_line_breaks_are_warnings(string text, int warnings) => Assert.Equal(warnings, TextCheck.Warnings(text).Count);

    [Fact]
    public void Segments_beyond_the_first_are_a_warning_with_what_forces_them()
    {
        string letters = new('a', 80);

        Assert.Empty(TextCheck.Warnings(new string('a', 160)));
        Assert.Equal(["The text needs 2 segments (161 septets); each is charged as one message (RC105)."], TextCheck.Warnings(new string('a', 161)));
        Assert.Equal(
            [
                "The character ’ (U+2019) allows only 70 characters in a segment: the text needs 2 segments instead of 1 (RC106).",
                "The text needs 2 segments (82 UCS-2 units); each is charged as one message (RC105).",
            ],
            TextCheck.Warnings("’" + letters + "’"));
        Assert.Equal(["The text needs 2 segments (84 UCS-2 units); each is charged as one message (RC105)."], TextCheck.Warnings("яжшю" + letters));
        Assert.Equal(
            ["The text needs 256 segments; no phone network takes a message of more than 255 (RC013), so it cannot be sent."],
            TextCheck.Warnings(new string('a', 256 * 153)));
    }

    [Theory]
    [InlineData("Caf\uFFFD", "RC008")]
    [InlineData("It\u0092s", "RC011")]
    [InlineData("a", "RC013")]
    public void What_nobody_can_read_or_take_is_refused_before_it_is_sent(string text, string rule)
    {
        string sent = rule == "RC013" ? new string('a', (255 * 153) + 1) : text;
        Assert.Contains($"({rule})", Assert.Throws<InvalidParameterException>(() => TextCheck.Check(sent, "Message", new())).Message, StringComparison.Ordinal);
        Assert.Contains($"({rule})", Assert.Single(TextCheck.Warnings(sent)), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_255_segments_and_one_that_was_decoded_twice_are_warnings()
    {
        Assert.Contains("(RC105)", Assert.Single(TextCheck.Check(new string('a', 255 * 153), "Message", new())), StringComparison.Ordinal);
        Assert.Equal("The text was decoded twice: Itâ€™s was It’s (RC115).", Assert.Single(TextCheck.Check("Itâ€™s", "Message", new())));
    }

    [Fact]
    public void What_stops_the_sending_of_a_text_is_a_warning_for_one_that_is_only_kept()
    {
        const string Why = "The text contains a control character (U+0007) (RC011)";

        Assert.Equal(Why + ", so it cannot be sent.", Assert.Single(TextCheck.Warnings("Ding\a")));
        Assert.Equal(Why + ". Nothing was sent.", Assert.Throws<InvalidParameterException>(() => TextCheck.Check("Ding\a", "Message", new())).Message);
    }

    [Theory]
    [InlineData("", "Hi", "The number is missing (RC004)", "Give the recipient's mobile number.")]
    [InlineData("2025550101", " ", "The text is blank (RC006)", "Give a text that is not blank.")]
    [InlineData("2025550101\u0007", "Hi", "The number contains a control character (U+0007) (RC011)", "Remove it; it comes from a copy out of another program or from a damaged file.")]
    [InlineData("2025550101, 2025550103", "Hi", "There are several numbers in the place of one (RC005)", "Write one of them; each of the others is a recipient of its own.")]
    [InlineData("2025550102", "Hi", "The number is on the opt-out list: its owner has asked for no more messages (RC012)", "Send nothing to this number.")]
    public void What_stands_in_no_row_is_told_without_one(string number, string text, string message, string advice)
    {
        RcBatchCsvReport report = TextCheck.CheckRow(number, text, new CheckOptions { OptOutNumbers = ["2025550102"] });
        Assert.Equal((message, advice), TextCheck.Describe(report.Issues.First(issue => issue.Severity == RcIssueSeverity.Error)));
    }

    [Fact]
    public void Placeholder_is_named_and_the_text_measured()
    {
        Assert.Equal(
            "The text contains the placeholder {Größe} and 1 more; the recipient would read it as it stands (RC113).", Assert.Single(TextCheck.Warnings("é {Größe} {b}")));
        Assert.Equal("Gsm7, 6 units, 1 segment of 160", TextCheck.Describe("Hello!"));
        Assert.Equal("Ucs2, 71 units, 2 segments of 67", TextCheck.Describe(new string('ж', 71)));
    }

    [Fact]
    public void Text_that_is_sent_now_is_counted_as_it_was_asked_for()
    {
        string text = "https://example.com/" + new string('p', 200);
        Assert.Single(TextCheck.Check(text, "Message", new()), warning => warning.Contains("(RC105)", StringComparison.Ordinal));
        Assert.Empty(TextCheck.Check(text, "Message", new() { ShortLink = true }));
        Assert.Contains(TextCheck.Warnings("\nHi"), warning => warning.StartsWith("The text contains a real line break;", StringComparison.Ordinal));
    }
}
