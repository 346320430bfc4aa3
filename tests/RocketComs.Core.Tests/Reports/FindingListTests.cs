using RocketComs.Core.Reports;
using RocketComs.Core.Reports.Content;
using Xunit;

namespace RocketComs.Core.Tests.Reports;

/// <summary>What is wrong, by subject and rule, in the order in which every tool is told.</summary>
public sealed class FindingListTests
{
    private static readonly RcBatchCsvIssue s_issue = new()
    {
        RuleId = "RC107",
        Severity = RcIssueSeverity.Warning,
        Row = 2,
        Line = 1003,
        Message = "It begins with a blank.",
        Suggestion = "Take it away.",
    };

    [Fact]
    public void Everything_that_is_wrong_is_a_finding()
    {
        RcBatchCsvIssue rejected = s_issue with { Severity = RcIssueSeverity.Error, Line = 7 };
        ReportInput input = ReportSample.Input(
            new RcBatchCsvReport { Path = "/data/a.csv", Issues = [s_issue with { RuleId = "XX" }, s_issue], IssueSummary = new Dictionary<string, long> { ["RC107"] = 1200, ["RC005"] = 2, ["RC006"] = 0 } },
            new RcBatchCsvRepair
            {
                Path = "/data/a.csv",
                Destination = "/data/b.csv",
                Rejected = [rejected with { RuleId = "RC012" }, rejected with { RuleId = "RC003" }, rejected with { RuleId = "RC012", Line = 8 }, rejected with { RuleId = "RC005" }],
            },
            ReportSample.Window("Asia/Tokyo", 9, 10, 5),
            new RcBatch { Id = "1", Status = "ERROR" },
            new RcInsight { BatchId = "1", Failed = 2 },
            new RcInsight { BatchId = "2", Rejected = 3 },
            new RcInsight { BatchId = "3", Failed = 0, Rejected = 0 });
        Assert.Equal(
            """
            a.csv | a.csv | RC107 White space at the start or end of a field | Warning | 1200 | 1003 | It begins with a blank. Take it away.
            a.csv | a.csv | RC005 The number does not have 10 to 15 digits | Error | 2 | 0 | The number does not have 10 to 15 digits.
            a.csv | a.csv | RC003 A row has more than two columns | Error | 1 | 7 | It begins with a blank. Take it away.
            a.csv | a.csv | RC012 The number is on the opt-out list | Error | 2 | 7 | It begins with a blank. Take it away.
            batch.csv | batch.csv | quiet-time Rows are reached in quiet time | Warning | 5 | 0 | Asia/Tokyo: 100 rows, 5 in quiet time.
            batch 1 |  | batch-error The platform could not process a batch | Error | 1 | 0 | The batch ended with the status ERROR. Get-RcBatchError shows what the platform found.
            batch 1 |  | undelivered Messages did not arrive | Warning | 2 | 0 | 2 failed, 0 rejected.
            batch 2 |  | undelivered Messages did not arrive | Warning | 3 | 0 | 0 failed, 3 rejected.
            """,
            string.Join('\n', FindingList.Of(input, new ReportText(ReportSample.Options)).Select(finding =>
                $"{finding.Subject} | {finding.Place} | {finding.RuleId} {finding.Title} | {finding.Severity} | {finding.Count} | {finding.Line} | {finding.Message}")));
    }

    [Theory]
    [InlineData(10, 10, "::error title=X09 Not a rule of this version::1; first in rows from the pipeline: It is so. Mend it.")]
    [InlineData(11, 10, "::error title=More rules::And 2 more: X09, X10.")]
    public void Ten_rules_of_a_kind_are_all_told(int rules, int lines, string last)
    {
        RcBatchCsvIssue[] issues = [.. Enumerable.Range(0, rules).Select(i => new RcBatchCsvIssue { RuleId = $"X{i:00}", Severity = RcIssueSeverity.Error, Message = "It is so.", Suggestion = "Mend it." })];
        IReadOnlyList<string> commands = ReportFile.GitHubCommands(
            ReportSample.Input(new RcBatchCsvReport { Issues = issues, IssueSummary = issues.Reverse().ToDictionary(issue => issue.RuleId, _ => 1L) }), ReportSample.Options);
        Assert.Equal((lines, last), (commands.Count, commands[^1]));
        Assert.Equal("::error title=X00 Not a rule of this version", commands[0].Split("::1;")[0]);
    }
}
