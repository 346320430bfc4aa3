using System.Text.RegularExpressions;
using RocketComs.Core.Segments;
using Xunit;

namespace RocketComs.Core.Tests.Segments;

/// <summary>Where a text is cut to be normalised piece by piece, and what a piece becomes.</summary>
public sealed class RewriterTests
{
    [Theory]
    [InlineData("\u200B\u0301\u200B\u0323", "\u0323\u0301")]
    [InlineData("\u200B\uFE0F", "\uFE0F")]
    [InlineData("a\u200B\uFE0F", "a\uFE0F")]
    [InlineData("\\\u200B\u0301n", "\\\u0301n")]
    [InlineData("\u00BD\u20DD5", "1/2\u20DD5")]
    public void Cluster_is_looked_at_whole(string text, string expected) => Assert.Equal(expected, Transliterator.Apply(text).Text);

    [Theory]
    [InlineData(0x0041, false)]
    [InlineData(0x02FF, false)]
    [InlineData(0x0300, true)]
    [InlineData(0x0903, true)]
    [InlineData(0x20DD, true)]
    [InlineData(0x115F, false)]
    [InlineData(0x1160, true)]
    [InlineData(0x11FF, true)]
    [InlineData(0x1200, false)]
    [InlineData(0xD7A3, false)]
    [InlineData(0xD7B0, true)]
    [InlineData(0xD7FB, true)]
    [InlineData(0xF900, false)]
    [InlineData(0x16D67, true)]
    [InlineData(0x16D68, false)]
    [InlineData(0x1D165, true)]
    [InlineData(0x1F600, false)]
    public void Mark_and_second_part_of_a_syllable_join(int codePoint, bool expected) =>
        Assert.Equal(expected, Clusters.Joins(char.ConvertFromUtf32(codePoint), 0));

    [Theory]
    [InlineData(@"a", true)]
    [InlineData(@"\uFDCF", true)]
    [InlineData(@"\uFDD0", false)]
    [InlineData(@"\uFDEF", false)]
    [InlineData(@"\uFDF0", true)]
    [InlineData(@"\uFFFD", true)]
    [InlineData(@"\uFFFE", false)]
    [InlineData(@"\uFFFF", false)]
    [InlineData(@"\uD83F\uDFFD", true)]
    [InlineData(@"\uD83F\uDFFE", false)]
    [InlineData(@"\uDBFF\uDFFF", false)]
    [InlineData(@"\uD83D", false)]
    [InlineData(@"\uDE00", false)]
    public void Lone_surrogates_and_noncharacters_are_not_normalised(string text, bool expected) =>
        Assert.Equal(expected, Clusters.CanNormalize(Regex.Unescape(text), 0));

    [Theory]
    [InlineData('\u058F', false)]
    [InlineData('\u0590', true)]
    [InlineData('\u08FF', true)]
    [InlineData('\u0900', false)]
    [InlineData('\uFB1C', false)]
    [InlineData('\uFB1D', true)]
    [InlineData('\uFDFF', true)]
    [InlineData('\uFE00', false)]
    [InlineData('\uFE6F', false)]
    [InlineData('\uFE70', true)]
    [InlineData('\uFEFE', true)]
    [InlineData('\uFEFF', false)]
    [InlineData('\u200E', false)]
    [InlineData('\u200F', true)]
    public void Letters_and_marks_of_right_to_left_scripts_are_known(char character, bool expected) =>
        Assert.Equal(expected, RightToLeft.IsIn("a" + character + "b"));
}
