using RocketComs.Core.Rules;
using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

/// <summary>RC007 and RC114 say what is wrong with the quotes.</summary>
public sealed class QuotingRulesTests
{
    [Theory]
    [InlineData("2025550101,\"a\n", "RC007", "The quote that opens on line 1 is never closed, so it swallows the rest of the file.")]
    [InlineData("2025550101,\"a\" b\n", "RC007", "There is text after the quote that closes the field opened on line 1.")]
    [InlineData(" \"2025550101\",a\n", "RC114", "There is a quote inside a field that is not quoted; it is kept as text.")]
    [InlineData("2025550101, \"a\"\n", "RC114", "A blank stands before the quote, so that it quotes nothing and is kept as text.")]
    public void Message_says_what_stands_there(string row, string rule, string message) => Assert.Equal(message, Single(Check(Bytes(row)), rule).Message);

    [Fact]
    public void Row_that_is_too_long_is_reported_as_a_whole()
    {
        RcBatchCsvReport report = Check($"2025550101,a\n2025550102,\"{new string('x', 1200)}\"\n2025550103,c\n", new CheckOptions { MostRecordBytes = 1000 });
        Assert.Equal(("RC007", 3L, 2L, string.Empty), (Fired(report), report.RowCount, report.Issues[0].Line, report.Issues[0].Column));
    }
}
