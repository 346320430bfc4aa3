using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

/// <summary>RC008 for UTF-16: the decoder puts U+FFFD in place of half a character, and that is an error of its row.</summary>
public class BrokenUtf16Tests
{
    // Half a character does not survive in an attribute, so ^ stands for a lone high surrogate and _ for a low one.
    private const string FirstRow = "2025554444,Hi\n";

    [Theory]
    [InlineData(FirstRow + "2025554445,a^b\n", 2)]
    [InlineData(FirstRow + "2025554445,a_b\n", 2)]
    [InlineData("2025554444,^^_\n", 1)]
    [InlineData("2025554444,_^\n", 1)]
    [InlineData("2025554444,a^", 1)]
    [InlineData("2025554444,a\r\n2025554445,a\r2025554446,_\n", 3)]
    public void Lone_surrogate_is_RC008_of_its_row(string text, int line)
    {
        foreach (bool isBigEndian in (bool[])[false, true])
        {
            AssertBroken(Units(text.Replace('^', '\uD83D').Replace('_', '\uDE00'), isBigEndian), line);
        }
    }

    [Theory]
    [InlineData(FirstRow, 2)]
    [InlineData("2025554444,Hi", 1)]
    [InlineData("2025554444,\uD83D\uDE00", 1)]
    public void Odd_last_byte_is_RC008_of_its_row(string text, int line)
    {
        foreach (bool isBigEndian in (bool[])[false, true])
        {
            AssertBroken([.. Units(text, isBigEndian), 0x41], line);
        }
    }

    [Theory]
    [InlineData("2025554444,\uD83D\uDE00")]
    [InlineData("2025554444,\uD83D\uDE00\uD83D\uDE00\n")]
    [InlineData("2025554444,\uD7FF\uE000\uFFFC\n")]
    public void Sound_pair_and_neighbours_of_surrogates_are_no_error(string text)
    {
        foreach (bool isBigEndian in (bool[])[false, true])
        {
            RcBatchCsvReport report = Check(Units(text, isBigEndian));
            Assert.Equal(("RC109", 1L), (string.Join(' ', Fired(report).Split(' ').Where(rule => rule is "RC008" or "RC109")), report.ValidRowCount));
        }
    }

    private static void AssertBroken(byte[] bytes, int line)
    {
        RcBatchCsvReport report = Check(bytes);
        RcBatchCsvIssue issue = Single(report, "RC008");
        Assert.Equal((line, line, false), (issue.Line, issue.Row, report.IsValid));
    }

    // Not by Encoding, which would replace a lone surrogate.
    private static byte[] Units(string text, bool isBigEndian) =>
        [.. ("\uFEFF" + text).SelectMany(unit => isBigEndian ? (byte[])[(byte)(unit >> 8), (byte)unit] : [(byte)unit, (byte)(unit >> 8)])];
}
