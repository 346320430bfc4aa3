using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Sending;
using Xunit;

namespace RocketComs.Core.Tests.Api;

public class TemplateChangeTests
{
    [Theory]
    [InlineData(null, null, "ARCHIVED", "Archive")]
    [InlineData(null, null, "ACTIVE", "Activate")]
    [InlineData("x", null, null, "Rename to 'x'")]
    [InlineData(null, "y", null, "Change the text")]
    [InlineData("x", null, "ACTIVE", "Rename to 'x' and activate")]
    [InlineData("x", "y", "ARCHIVED", "Rename to 'x', change the text and archive")]
    [InlineData(null, null, null, "")]
    public void Change_is_said_in_words(string? name, string? message, string? status, string words) =>
        Assert.Equal(words, new TemplateChange { Name = name, Message = message, Status = status }.Describe());

    [Fact]
    public void Only_what_was_sent_is_compared_and_a_line_break_in_another_notation_is_no_difference()
    {
        RcMessageTemplate template = new() { Id = "1", Name = "x", Message = "a\nb", Status = "ARCHIVED" };
        Assert.Empty(new TemplateChange { Message = @"a\nb" }.Differences(template));
        Assert.Equal(
            ["Name 'y' was sent, but message template 1 shows 'x'.", "Status 'ACTIVE' was sent, but message template 1 shows 'ARCHIVED'."],
            new TemplateChange { Name = "y", Status = "ACTIVE" }.Differences(template));
        Assert.Equal(["Name 'y' was sent, but message template 1 shows none."], new TemplateChange { Name = "y" }.Differences(new RcMessageTemplate { Id = "1" }));
    }

    [Theory]
    [InlineData(null, "-Name is blank.")]
    [InlineData(" \t", "-Name is blank.")]
    public void Text_that_says_nothing_is_refused(string? text, string why) =>
        Assert.Equal(why, Assert.Throws<InvalidParameterException>(() => TextRules.Require("Name", text)).Message);

    [Fact]
    public void Text_that_is_cut_within_an_emoji_is_refused() => Assert.Equal(
        "-Name holds half a character at position 3, as a text that was cut within an emoji does.",
        Assert.Throws<InvalidParameterException>(() => TextRules.Require("Name", "ab" + '\uD83D')).Message);

    [Theory]
    [InlineData("Hello", 0)]
    [InlineData(@"Hello\nthere, 50% off", 0)]
    [InlineData("Hello {name}", 1)]
    [InlineData("Hello\r\nthere", 1)]
    [InlineData("Hello {{ first }}\n", 2)]
    public void Placeholders_and_line_breaks_are_doubts(string text, int doubts) => Assert.Equal(doubts, TextRules.Doubts(text).Count());

    [Fact]
    public void Segments_beyond_the_first_are_a_doubt_with_what_forces_them()
    {
        const string Cost = "The text needs 2 segments, so each recipient of a batch that is sent with it is charged as 2 messages.";
        string letters = new('a', 80);

        Assert.Empty(TextRules.Doubts(new string('a', 160)));
        Assert.Equal([Cost], TextRules.Doubts(new string('a', 161)));
        Assert.Equal([$"{Cost} ’ (U+2019) allows only 70 characters in a segment, 67 in one of several; without, the text would need 1. Write ' instead of ’."], TextRules.Doubts("’" + letters + "’"));
        Assert.Equal([$"{Cost} я (U+044F), ж (U+0436), ш (U+0448) and 1 more allow only 70 characters in a segment, 67 in one of several; without, the text would need 1."], TextRules.Doubts("яжшю" + letters));
    }

    [Fact]
    public void Placeholder_is_named_and_the_text_measured()
    {
        Assert.Equal(
            "The text holds the placeholder {Größe}. RocketCOMS documents no variables in templates: recipients would read it as it stands.", Assert.Single(TextRules.Doubts("é {Größe} {b}")));
        Assert.Equal("Gsm7, 6 units, 1 segment of 160", TextRules.Describe("Hello!"));
        Assert.Equal("Ucs2, 71 units, 2 segments of 67", TextRules.Describe(new string('ж', 71)));
    }
}
