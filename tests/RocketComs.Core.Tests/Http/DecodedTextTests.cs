using System.Text;
using RocketComs.Core.Http.Secrets;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>What is escaped is decoded once a step, and each byte knows the characters that it came from.</summary>
public class DecodedTextTests
{
    [Theory]
    [InlineData("a%2Fb", "a/b")]
    [InlineData("%41%5a%c3%b6", "AZ\u00F6")]
    [InlineData("%4", "%4")]
    [InlineData("%G1 %1G %", "%G1 %1G %")]
    [InlineData("%2541", "%41")]
    [InlineData(@"\u00f6\u0041", "\u00F6A")]
    [InlineData(@"\ud83d\ude00", "\U0001F600")]
    [InlineData(@"\ud800\udc00\udbff\udfff", "\U00010000\U0010FFFF")]
    [InlineData(@"\u00e", @"\u00e")]
    [InlineData(@"\x41\x4", @"A\x4")]
    [InlineData(@"\/\""\\", "/\"\\")]
    [InlineData(@"\n\r\t\b\f", "     ")]
    [InlineData(@"\0\9\A\Z\a\z\", @"\0\9\A\Z\a\z\")]
    [InlineData(@"\:\@\[\`\{\!", ":@[`{!")]
    [InlineData("\\\u00F6", "\\\u00F6")]
    [InlineData("&amp;&lt;&#246;&#x1F600;", "&<\u00F6\U0001F600")]
    [InlineData("&amp;amp;", "&amp;")]
    [InlineData("&amp &; & amp; &bogus; &\u00F6;", "&amp &; & amp; &bogus; &\u00F6;")]
    [InlineData("&am&amp;", "&am&")]
    [InlineData("&CounterClockwiseContourIntegral;", "&CounterClockwiseContourIntegral;")]
    [InlineData("a+b\tc\nd\u0001e!", "a b c d e!")]
    public void Text_is_decoded_once(string text, string decoded) => Assert.Equal(decoded, Encoding.UTF8.GetString(DecodedText.Of(text).Decode().Folded));

    // Half a character is written like any other.
    [Theory]
    [InlineData(@"\ud83dx", "ED A0 BD 78")]
    [InlineData(@"\ud83d\", "ED A0 BD 5C")]
    [InlineData(@"\ud83d\u0041", "ED A0 BD 41")]
    [InlineData(@"\ud83d\ud83d", "ED A0 BD ED A0 BD")]
    [InlineData(@"\udc00\udc00", "ED B0 80 ED B0 80")]
    [InlineData(@"\ud83d\ude0", "ED A0 BD 5C 75 64 65 30")]
    [InlineData("%ff%00", "FF 20")]
    public void Bytes_are_those_that_are_meant(string text, string bytes) => Assert.Equal(bytes, Hex(DecodedText.Of(text).Decode().Folded));

    [Theory]
    [InlineData("%5C%80", "5C 80")]
    [InlineData("%255C", "5C")]
    [InlineData("&amp;#37;41", "25 34 31")]
    [InlineData(@"\\u0041", "41")]
    public void What_was_escaped_twice_is_decoded_in_two_steps(string text, string bytes) => Assert.Equal(bytes, Hex(DecodedText.Of(text).Decode().Decode().Folded));

    [Theory]
    [InlineData("a%41b", "0-1 1-4 4-5")]
    [InlineData(@"\/b", "0-2 2-3")]
    [InlineData(@"\u00f6b", "0-6 0-6 6-7")]
    [InlineData(@"\ud83d\ude00b", "0-12 0-12 0-12 0-12 12-13")]
    [InlineData("&amp;b", "0-5 5-6")]
    [InlineData("\U0001F600b", "0-2 0-2 0-2 0-2 2-3")]
    [InlineData("\u00F6\u4E2D", "0-1 0-1 1-2 1-2 1-2")]
    public void Byte_knows_the_characters_that_it_came_from(string text, string places)
    {
        DecodedText decoded = DecodedText.Of(text).Decode();
        Assert.Equal(places, string.Join(" ", Enumerable.Range(0, decoded.Folded.Length).Select(index => $"{decoded.Start(index)}-{decoded.End(index)}")));
    }

    private static string Hex(byte[] bytes) => string.Join(" ", bytes.Select(each => each.ToString("X2", System.Globalization.CultureInfo.InvariantCulture)));
}
