using RocketComs.Core.Rules;
using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

/// <summary>RC108.</summary>
public class CountryCodeRuleTests
{
    [Theory]
    [InlineData("US", "2025550100", "+12025550101", "without", "this one +12025550101.")]
    [InlineData("US", "2025550100", "12025550101", "without", "this one +12025550101.")]
    [InlineData("us", "2025550100", "442025550101", "without", "this one +442025550101.")]
    [InlineData("CA", "+12025550100", "2025550101", "with it", "this one +12025550101.")]
    [InlineData("US", "12025550100", "2025550101", "with it", "this one +12025550101.")]
    [InlineData("GB", "+442025550100", "02025550101", "with it", "dialled before a national number.")]
    [InlineData("GB", "02025550100", "+442025550101", "without", "dialled before a national number.")]
    public void First_row_that_differs_is_named_with_the_first_of_the_other_kind(string region, string usual, string other, string word, string suggestion)
    {
        string text = $"20255,Hello\n{usual},Hello\n{usual},\"a\nb\"\n{other},Hello\n{usual},Hello\n{other},Hello\n";
        RcBatchCsvReport report = Check(text, new CheckOptions { DefaultRegion = region });
        RcBatchCsvIssue issue = Single(report, "RC108");
        Assert.Equal((5L, 4L, "Number", other), Place(issue));
        Assert.Equal((RcIssueSeverity.Warning, 1L), (issue.Severity, report.IssueSummary["RC108"]));
        Assert.Contains($"the one on line 2 {word}", issue.Message, System.StringComparison.Ordinal);
        Assert.EndsWith(suggestion, issue.Suggestion, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(50)]
    [InlineData(77)]
    [InlineData(1000)]
    public void Number_that_begins_with_zero_tells_nothing_of_the_others_wherever_the_file_is_cut(int pieceBytes)
    {
        string text = $"12025554444,aaaa\n0202555444,{new string('a', 20)}\n2025554446,{new string('a', 80)}\n";
        Assert.Equal((3L, 3L, "Number", "2025554446"), Place(Single(Check(text, new CheckOptions { PieceBytes = pieceBytes }), "RC108")));
    }

    [Fact]
    public void Blanks_around_the_number_and_its_own_line_do_not_matter() =>
        Assert.Equal((3L, 2L, "Number", "+12025550101"), Place(Single(Check("2025550100,\"a\nb\"\n +12025550101 ,Hello\n"), "RC108")));

    [Theory]
    [InlineData("US", "2025550100", "2025550101")]
    [InlineData("US", "12025550100", "+12025550101")]
    [InlineData("US", "+442025550100", "12025550101")]
    [InlineData("US", "2025550100", "02025550101")]
    [InlineData("US", "+12025550100", "02025550101")]
    [InlineData("US", "2025550100", "0112025550101")]
    [InlineData("GB", "2025550100", "+442025550101")]
    [InlineData("GB", "12025550100", "02025550101")]
    [InlineData("GB", "02025550100", "00442025550101")]
    [InlineData("GB", "+442025550100", "00442025550101")]
    public void Near_miss_fires_nothing(string region, string first, string second) =>
        Assert.DoesNotContain("RC108", Check($"{first},Hello\n{second},Hello\n", new CheckOptions { DefaultRegion = region }).IssueSummary);

    [Theory]
    [InlineData("+1 202-555-0101")]
    [InlineData("+120255501")]
    [InlineData("+12025550101x")]
    public void Number_that_is_not_sound_does_not_count(string number) => Assert.Equal("RC005", Fired(Check($"2025550100,Hello\n{number},Hello\n")));

    [Fact]
    public void Header_does_not_count() => Assert.Equal("RC009", Fired(Check("Number,Message\n2025550100,Hello\n")));

    [Fact]
    public void Every_file_is_judged_on_its_own()
    {
        CheckOptions options = new();
        Assert.Equal(string.Empty, Fired(Check("2025550100,Hello\n", options)));
        Assert.Equal(string.Empty, Fired(Check("+12025550100,Hello\n", options)));
    }
}
