using RocketComs.Core.Errors;
using RocketComs.Core.Numbers;
using RocketComs.Core.Rules;
using RocketComs.Core.Tests.Rules;
using Xunit;

namespace RocketComs.Core.Tests.Numbers;

/// <summary>An opt-out is compared as the number that it is, or named; it is never ignored, and never a stranger's.</summary>
public sealed class OptOutEntriesTests
{
    [Theory]
    [InlineData("2025550101", "2025550101")]
    [InlineData(" +1 (202) 555-0101\r\n", "2025550101")]
    [InlineData("2025550101", "(202) 555-0101")]
    [InlineData("12025550101", "+12025550101")]
    [InlineData("0612345678", "+33612345678", "FR")]
    [InlineData("+33612345678", "0612345678", "FR")]
    [InlineData("33612345678", "0612345678", "FR")]
    [InlineData("07911123456", "+447911123456", "GB")]
    [InlineData("+44 7911 123456", "07911123456", "GB")]
    [InlineData("+61412345678", "0412345678", "AU")]
    [InlineData("+2025550101", "2025550101")]
    [InlineData("+2025550101", "+12025550101")]
    [InlineData("+2025550101", "(202) 555-0101")]
    [InlineData("+2025550101", "+2025550101")]
    [InlineData("2025550101", "+2025550101")]
    [InlineData("+1 202 555 0101", "+2025550101")]
    [InlineData("+2025550101", "+12025550101", "FR")]
    [InlineData("+47 92 34 56 78", "+4792345678")]
    public void Entry_is_the_number_in_any_spelling(string entry, string number, string region = "US") =>
        Assert.Contains("RC012", Check(entry, number, region), StringComparison.Ordinal);

    [Theory]
    [InlineData("2025550101", "+442025550101")]
    [InlineData("2025550101", "+912025550101")]
    [InlineData("0612345678", "+33612345678")]
    [InlineData("0612345678", "+390612345678", "FR")]
    [InlineData("+33612345678", "0612345678", "DE")]
    [InlineData("4792345678", "+4792345678")]
    [InlineData("+4792345678", "4792345678")]
    [InlineData("+2025550101", "2025550102")]
    [InlineData("+1234567890", "1234567890")]
    public void Stranger_with_the_same_last_digits_is_not_matched(string entry, string number, string region = "US") =>
        Assert.DoesNotContain("RC012", Check(entry, number, region), StringComparison.Ordinal);

    [Theory]
    [InlineData("2025550101.0", "separators")]
    [InlineData("2025550101 x12", "extension")]
    [InlineData("2025550101 ext 5", "extension")]
    [InlineData("2025550101,2026-01-31", "separators")]
    [InlineData("2025550101;2025550102", "several numbers")]
    [InlineData("+203-555-0123", "plus sign")]
    [InlineData("2.02555E+09", "scientific")]
    [InlineData("555-0101", "separators")]
    [InlineData("5550101", "7 digits")]
    [InlineData("n/a", "letters")]
    [InlineData("", "missing")]
    [InlineData("\u0662\u0660\u0662\u0665\u0665\u0665\u0660\u0661\u0660\u0661", "digits other than 0 to 9")]
    public void Entry_that_is_no_number_is_named_with_the_reason(string entry, string why)
    {
        InvalidParameterException refused = Assert.Throws<InvalidParameterException>(() => Check(entry, "2025550101", "US"));
        Assert.Equal(("OptOutNumber", entry), (refused.ParameterName, refused.Value));
        Assert.Contains($"'{entry}'. ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Others_that_cannot_be_used_are_counted() => Assert.Contains(
        "Nor can 2 more.", Assert.Throws<InvalidParameterException>(() => OptOutEntries.Require(["2025550101", "a", "b", "c"], "US")).Message, StringComparison.Ordinal);

    private static string Check(string entry, string number, string region) =>
        BytesSource.Fired(BytesSource.Check(number + ",Hi\n", new CheckOptions { OptOutNumbers = [entry], DefaultRegion = region }));
}
