using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

/// <summary>A rule about fields reports each, up to a count.</summary>
public sealed class RuleTests
{
    [Theory]
    [InlineData("RC011", "a\u0001")]
    [InlineData("RC008", "a\uFFFD")]
    [InlineData("RC104", "\"a\nb\"")]
    [InlineData("RC114", "a\"")]
    [InlineData("RC111", "\"a\n2025550101,b\"")]
    public void Of_a_damaged_row_a_hundred_fields_are_reported_wherever_they_stand(string rule, string field)
    {
        Assert.Equal(1, Check("2025550100," + string.Concat(Enumerable.Repeat("x,", 150)) + field + "\n").IssueSummary[rule]);
        Assert.Equal(100, Check("2025550100," + string.Join(",", Enumerable.Repeat(field, 150)) + "\n").IssueSummary[rule]);
    }

    [Fact]
    public void Of_fields_with_blanks_around_them_too()
    {
        Assert.Equal(2, Check(" 2025550100," + string.Concat(Enumerable.Repeat("x,", 150)) + " a\n").IssueSummary["RC107"]);
        Assert.Equal(100, Check(" 2025550100," + string.Join(",", Enumerable.Repeat(" a", 150)) + "\n").IssueSummary["RC107"]);
    }
}
