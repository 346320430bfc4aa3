using RocketComs.Core.Errors;
using RocketComs.Core.Rules;
using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

/// <summary>RC101.</summary>
public sealed class UnassignableNumberTests
{
    private const string Good = "2025554444,Hello\n";

    [Theory]
    [InlineData("1237774444", "knows no area code 123 in the North American plan")]
    [InlineData("11237774444", "knows no area code 123 in the North American plan")]
    [InlineData("+11237774444", "knows no area code 123 in the North American plan")]
    [InlineData("0202555444", "knows no area code 020 in the North American plan")]
    [InlineData("4115554444", "knows no area code 411 in the North American plan")]
    [InlineData("2020554444", "knows no exchange 055 in area code 202")]
    [InlineData("8001234567", "knows no exchange 123 in area code 800")]
    [InlineData("2465212123", "knows no such number of exchange 521 in area code 246")]
    [InlineData("+1202555444", "After country code 1 there are 9 digits")]
    [InlineData("+123456789012345", "After country code 1 there are 14 digits")]
    [InlineData("+9991234567", "knows no country code that begins +999")]
    [InlineData("+0442079460000", "knows no country code that begins +044")]
    [InlineData("+44791112345", "knows no such number of country code 44 (GB)")]
    [InlineData("+8001234567", "knows no such number of country code 800")]
    [InlineData("123456789012345", "knows it neither as a number of region US nor as one that begins with a country code")]
    [InlineData("+44079111234", "knows no such number of country code 44 (GB).")]
    [InlineData("+80012345670123", "knows no such number of country code 800.")]
    [InlineData("99447911123456", "knows it neither as a number of region US nor as one that begins with a country code")]
    [InlineData("00999123456789", "knows it neither as a number of region US nor as one that begins with a country code")]
    [InlineData("02025554444", "knows it neither as a number of region US nor as one that begins with a country code")]
    public void Number_that_nobody_has_is_a_warning_with_its_place_and_reason(string number, string why)
    {
        RcBatchCsvReport report = Check(Good + "\"" + number + "\",\"Hi\"\n");
        RcBatchCsvIssue issue = Single(report, "RC101");
        Assert.Equal((2L, 2L, "Number", number), Place(issue));
        Assert.Contains(why, issue.Message, StringComparison.Ordinal);
        Assert.Contains("Check it against its source", issue.Suggestion, StringComparison.Ordinal);
        Assert.Equal((RcIssueSeverity.Warning, true, 2L), (issue.Severity, report.IsValid, report.ValidRowCount));
    }

    [Theory]
    [InlineData("+4407911123456", "dialled inside the country only", "Leave it out.")]
    [InlineData("00447911123456", "begins with 00", "Write + instead of 00.")]
    public void Prefix_that_is_no_part_of_the_number_is_named_and_no_number_made_up(string number, string why, string suggestion)
    {
        RcBatchCsvIssue issue = Single(Check(number + ",Hello\n"), "RC101");
        Assert.Contains(why, issue.Message, StringComparison.Ordinal);
        Assert.Equal(suggestion, issue.Suggestion);
    }

    [Fact]
    public void Tables_that_were_asked_are_named_with_their_version() => Assert.StartsWith(
        $"libphonenumber {typeof(PhoneNumbers.PhoneNumberUtil).Assembly.GetName().Version!.ToString(3)} knows no area code 123 ",
        Single(Check("1237774444,Hi\n"), "RC101").Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("8005554444")]
    [InlineData("7875554444")]
    [InlineData("9395554444")]
    [InlineData("4165554444")]
    [InlineData("2029114444")]
    [InlineData("2465210123")]
    [InlineData("+447911123456")]
    [InlineData("447911123456")]
    [InlineData("+80012345678")]
    public void Number_that_a_plan_hands_out_is_no_warning(string number) => Assert.Equal(string.Empty, Fired(Check(number + ",Hi\n")));

    [Theory]
    [InlineData("07911123456", "GB", "")]
    [InlineData("07911123456", "US", "RC101")]
    [InlineData("7911123456", "gb", "")]
    [InlineData("2025554444", "GB", "RC101")]
    [InlineData("2025554444", "CA", "")]
    [InlineData("12025554444", "GB", "")]
    public void Default_region_decides_about_numbers_without_a_country_code(string number, string region, string fired) =>
        Assert.Equal(fired, Fired(Check(number + ",Hi\n", new CheckOptions { DefaultRegion = region })));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Sample_file_of_the_documents_is_valid_with_a_warning_a_row(string end)
    {
        RcBatchCsvReport report = Check($"1237774444,New Product Launch This Month{end}1237774445,New Product Launch This Month{end}");
        Assert.Equal((true, 2L, 2L, 0L, 2L), (report.IsValid, report.RowCount, report.ValidRowCount, report.ErrorCount, report.WarningCount));
        Assert.Equal([("RC101", 1L, 1L), ("RC101", 2L, 2L)], report.Issues.Select(issue => (issue.RuleId, issue.Line, issue.Row)));
    }

    [Fact]
    public void Number_behind_a_broken_line_and_blanks_is_found()
    {
        RcBatchCsvReport report = Check("2025554444,\"a\nb\"\n 1237774444\t,Hi\n");
        Assert.Equal((3L, 2L, "Number", "1237774444"), Place(Single(report, "RC101")));
    }

    [Fact]
    public void Malformed_number_is_not_judged() => Assert.Equal("RC005*2", Fired(Check("123777444,Hi\n123-777-4444,Hi\n")));

    [Fact]
    public void Unknown_region_is_refused() => Assert.Equal(
        "ZZ", Assert.Throws<InvalidParameterException>(() => Check(Good, new CheckOptions { DefaultRegion = "ZZ" })).Value);
}
