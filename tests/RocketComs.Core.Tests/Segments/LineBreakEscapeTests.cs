using RocketComs.Core.Segments;
using Xunit;

namespace RocketComs.Core.Tests.Segments;

public sealed class LineBreakEscapeTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(@"a\b", @"a\b")]
    [InlineData(@"a\nb", "a\nb")]
    [InlineData(@"\n\n", "\n\n")]
    [InlineData(@"a\nb\", "a\nb\\")]
    [InlineData(@"a\\nb\N", "a\\\nb\\N")]
    public void Pair_is_one_line_feed_in_place_as_elsewhere(string text, string expected)
    {
        char[] characters = text.ToCharArray();
        int length = LineBreakEscape.UnescapeInPlace(characters);
        Assert.Equal(expected, new string(characters, 0, length));
        Assert.Equal(expected, LineBreakEscape.Unescape(text));
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\r\nb\nc\rd", @"a\nb\nc\nd")]
    [InlineData("\n\r", @"\n\n")]
    public void Every_line_break_is_written_as_the_pair(string text, string expected) => Assert.Equal(expected, LineBreakEscape.Escape(text));
}
