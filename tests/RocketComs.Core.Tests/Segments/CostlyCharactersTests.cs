using System.Text.RegularExpressions;
using RocketComs.Core.Segments;
using Xunit;

namespace RocketComs.Core.Tests.Segments;

public sealed class CostlyCharactersTests
{
    // The places are escaped: the metadata of an attribute is UTF-8 and cannot hold a lone surrogate.
    [Theory]
    [InlineData("plain [text]", "")]
    [InlineData(@"\u0436a\u2019\u0436", "0436 2019")]
    [InlineData(@"\uD83D\uDE00a\uD83D\uDE00", "1F600")]
    [InlineData(@"a\uD83D", "D83D")]
    [InlineData(@"\uD83Da", "D83D")]
    [InlineData(@"\u0436\uDE00", "0436 DE00")]
    [InlineData(@"\uFE0F", "FE0F")]
    [InlineData(@"a\uFE0F", "FE0F")]
    [InlineData(@"\u2764\uFE0F", "2764")]
    public void Each_character_is_found_once(string text, string expected)
    {
        int[] found = new int[4];
        int count = CostlyCharacters.Find(Regex.Unescape(text).AsSpan(), found);
        Assert.Equal(expected, string.Join(' ', found.Take(count).Select(codePoint => codePoint.ToString("X4", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData("\u0436\u0437", 2)]
    [InlineData("\u0436\u0437\u0438", 3)]
    [InlineData("\u0436\u0437\u0438\u0439", 3)]
    [InlineData("\u0436\u0437\u0436", 2)]
    public void Too_many_are_told_as_one_more_than_there_is_room_for(string text, int expected) =>
        Assert.Equal(expected, CostlyCharacters.Find(text.AsSpan(), new int[2]));

    [Theory]
    [InlineData(160, 0, 1)]
    [InlineData(159, 1, 1)]
    [InlineData(159, 2, 2)]
    [InlineData(304, 2, 2)]
    [InlineData(304, 3, 3)]
    public void Segments_without_are_those_of_what_is_written_instead(int plain, int quotes, int segments) => Assert.Equal(
        segments,
        CostlyCharacters.SegmentsWithout((new string('a', plain) + new string('\u2019', quotes) + "\u0436").AsSpan(), RcSmsConcatenation.Reference8Bit));

    [Fact]
    public void Nothing_is_left_of_what_has_no_equal() =>
        Assert.Equal(0, CostlyCharacters.SegmentsWithout("\u0436\uD83D\uDE00".AsSpan(), RcSmsConcatenation.Reference8Bit));
}
