using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

/// <summary>RC008 for UTF-16: the decoder would put U+FFFD in place of half a character without a word.</summary>
public class BrokenUtf16Tests
{
    // Half a character does not survive in an attribute, so ^ stands for a lone high surrogate and _ for a low one.
    // The mark takes two bytes, and every unit of the text two more.
    private const string FirstRow = "2025554444,Hi\n";

    [Theory]
    [InlineData(FirstRow + "2025554445,a^b\n", 2, 54)]
    [InlineData(FirstRow + "2025554445,a_b\n", 2, 54)]
    [InlineData("2025554444,^^_\n", 1, 24)]
    [InlineData("2025554444,_^\n", 1, 24)]
    [InlineData("2025554444,a^", 1, 26)]
    [InlineData("2025554444,a\r\n2025554445,a\r2025554446,_\n", 3, 78)]
    public void Lone_surrogate_is_RC008_with_line_and_offset(string text, int line, int offset)
    {
        foreach (bool isBigEndian in (bool[])[false, true])
        {
            AssertBroken(Units(text.Replace('^', '\uD83D').Replace('_', '\uDE00'), isBigEndian), line, offset);
        }
    }

    [Theory]
    [InlineData(FirstRow, 2, 30)]
    [InlineData("2025554444,Hi", 1, 28)]
    [InlineData("2025554444,\uD83D\uDE00", 1, 28)]
    public void Odd_last_byte_is_RC008_with_line_and_offset(string text, int line, int offset)
    {
        foreach (bool isBigEndian in (bool[])[false, true])
        {
            AssertBroken([.. Units(text, isBigEndian), 0x41], line, offset);
        }
    }

    [Theory]
    [InlineData("2025554444,\uD83D\uDE00")]
    [InlineData("2025554444,\uD83D\uDE00\uD83D\uDE00\n")]
    [InlineData("2025554444,\uD7FF\uE000\uFFFD\n")]
    public void Sound_pair_and_neighbours_of_surrogates_are_no_error(string text)
    {
        foreach (bool isBigEndian in (bool[])[false, true])
        {
            RcBatchCsvReport report = Check(Units(text, isBigEndian));
            Assert.Equal(("RC109", 1L), (string.Join(' ', Fired(report).Split(' ').Where(rule => rule is "RC008" or "RC109")), report.ValidRowCount));
        }
    }

    private static void AssertBroken(byte[] bytes, int line, int offset)
    {
        RcBatchCsvReport report = Check(bytes);
        RcBatchCsvIssue issue = Single(report, "RC008");
        Assert.Equal((line, 0L, "", false), (issue.Line, issue.Row, issue.Column, report.IsValid));
        Assert.Contains($"offset {offset} ", issue.Message, StringComparison.Ordinal);
    }

    // Not by Encoding, which would replace a lone surrogate.
    private static byte[] Units(string text, bool isBigEndian) =>
        [.. ("\uFEFF" + text).SelectMany(unit => isBigEndian ? (byte[])[(byte)(unit >> 8), (byte)unit] : [(byte)unit, (byte)(unit >> 8)])];
}
