using RocketComs.Core.Reports;
using RocketComs.Core.Rules.Engine;
using Xunit;

namespace RocketComs.Core.Tests.Reports;

/// <summary>Commands to a runner of GitHub Actions.</summary>
public sealed class GitHubReportTests
{
    [Fact]
    public void A_rule_is_one_annotation_at_its_first_line()
    {
        RcBatchCsvReport check = ReportSample.Check("2025550123,Hello\nbad,Hello\nbad,Hello\n2025550124, Hello\n") with { Path = "/data/50%, all:\n.csv" };
        string[] lines = [.. ReportFile.GitHubCommands(ReportSample.Input(check), ReportSample.Options)];
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("::error file=50%25%2C all%3A%0A.csv,line=2,title=RC005 The number does not have 10 to 15 digits::2; first in 50%25, all:\\n.csv, line 2: ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("::warning file=50%25%2C all%3A%0A.csv,line=4,title=RC107 White space at the start or end of a field::1; first in ", lines[1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.DoesNotContain('\n', line));
    }

    [Fact]
    public void No_more_than_ten_of_a_kind_and_the_last_names_the_rest()
    {
        RcBatchCsvReport check = new()
        {
            Path = "/elsewhere/a.csv",
            IssueSummary = RuleTable.All.ToDictionary(rule => rule.Id, rule => 100L - rule.Id[^1]),
        };
        string[] lines = [.. ReportFile.GitHubCommands(ReportSample.Input(check), ReportSample.Options)];
        string[] errors = [.. lines.Where(line => line.StartsWith("::error ", StringComparison.Ordinal))];
        Assert.Equal((10, 10), (errors.Length, lines.Count(line => line.StartsWith("::warning ", StringComparison.Ordinal))));
        Assert.Equal(RuleTable.All.Count(rule => rule.Severity == RcIssueSeverity.Error) - 9, errors[9].Split("RC").Length - 1);
        Assert.StartsWith("::error title=More rules::And 4 more: ", errors[9], StringComparison.Ordinal);
    }
}
