using RocketComs.Core.Rules;
using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

/// <summary>Rules that compare rows name the right ones.</summary>
public sealed class SequenceRulesTests
{
    [Theory]
    [InlineData("2025550101,a\n+1 (202) 555-0101,b\n", "RC102", 2, "+12025550101")]
    [InlineData("+1 (202) 555-0101,b\n2025550101,a\n", "RC102", 2, "2025550101")]
    [InlineData("+442079460958,a\n+442079460958,b\n", "RC102", 2, "+442079460958")]
    [InlineData("2025550101,a\n0012025550101,b\n", "RC102", 2, "0012025550101")]
    [InlineData("2025550101,a\n+12025550101,b\n", "RC102", 2, "+12025550101")]
    [InlineData("2025550101,a\n12025550101,b\n", "RC102", 2, "12025550101")]
    public void Repeated_number_is_shown_as_its_row_has_it(string file, string rule, int line, string value)
    {
        RcBatchCsvIssue issue = Assert.Single(Check(file, new CheckOptions { MaxIssue = 10 }).Issues, issue => issue.RuleId == rule);
        Assert.Equal((line, value), ((int)issue.Line, issue.Value));
    }

    [Fact]
    public void One_repeated_number_of_elsewhere_is_kept_where_one_issue_is() =>
        Assert.Equal("RC102", Assert.Single(Check("+442079460958,a\n+442079460958,b\n+442079460958,c\n", new CheckOptions { MaxIssue = 1 }).Issues).RuleId);

    [Theory]
    [InlineData("2025550101,a\n+12025550102,b\n", "RC108", 2)]
    [InlineData("+12025550101,a\n2025550102,b\n2025550103,b\n", "RC108", 2)]
    [InlineData("2025550101,a\n2025550102,b\n+442079460958,c\n", "RC108", 3)]
    public void First_number_that_is_written_otherwise_is_named(string file, string rule, int line) => Assert.Equal(line, Single(Check(file), rule).Line);

    [Fact]
    public void Issues_of_one_line_are_in_the_order_of_the_rules() =>
        Assert.Equal(["RC102", "RC108"], Check("2025550101,a\n+12025550101,b\n").Issues.Select(issue => issue.RuleId));
}
