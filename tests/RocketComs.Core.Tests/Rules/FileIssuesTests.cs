using RocketComs.Core.Rules;
using RocketComs.Core.Rules.Engine;
using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

/// <summary>Which of the issues of a file are kept, heard and shown.</summary>
public sealed class FileIssuesTests
{
    private static readonly RuleInfo s_error = RuleTable.NumberMissing;
    private static readonly RuleInfo s_warning = RuleTable.OuterBlank;

    [Fact]
    public void Errors_and_warnings_are_kept_up_to_a_count_of_each()
    {
        FileIssues issues = new("x.csv", 2, null, []);
        Assert.Equal((2, true, true), (issues.Most, issues.Keeps(s_error), issues.Keeps(s_warning)));
        Report(issues, s_warning, 1, 2, 3);
        Assert.Equal((true, false), (issues.Keeps(s_error), issues.Keeps(s_warning)));
        Report(issues, s_error, 4);
        Assert.True(issues.Keeps(s_error));
        Assert.Equal([(1, s_warning.Id), (4, s_error.Id)], issues.Kept.Select(issue => ((int)issue.Line, issue.RuleId)));
        Report(issues, s_error, 5, 6);
        Assert.False(issues.Keeps(s_error));
        Assert.Equal([(4, s_error.Id), (5, s_error.Id)], issues.Kept.Select(issue => ((int)issue.Line, issue.RuleId)));
        Assert.Equal((3L, 3L), (issues.ErrorCount, issues.WarningCount));
    }

    [Fact]
    public void Of_none_that_are_kept_none_is_described()
    {
        FileIssues issues = new("x.csv", 0, null, []);
        Report(issues, s_error, 1);
        Assert.Equal((0, false, false, 1L), (issues.Most, issues.Keeps(s_error), issues.Keeps(s_warning), issues.ErrorCount));
        Assert.Empty(issues.Kept);
    }

    [Fact]
    public void Who_listens_hears_all_of_them()
    {
        List<RcBatchCsvIssue> heard = [];
        FileIssues issues = new("x.csv", 1, heard.Add, []);
        Report(issues, s_error, 1, 2, 3);
        Assert.Equal((int.MaxValue, true, true), (issues.Most, issues.Keeps(s_error), issues.Keeps(s_warning)));
        Assert.Equal([1L, 2, 3], heard.Select(issue => issue.Line));
        Assert.Equal([1L], issues.Kept.Select(issue => issue.Line));
    }

    [Theory]
    [InlineData(79, 79, "")]
    [InlineData(80, 80, "")]
    [InlineData(81, 80, "…")]
    [InlineData(399, 80, "…")]
    [InlineData(401, 80, "…")]
    public void Eighty_characters_of_a_value_are_shown(int length, int shown, string end) =>
        Assert.Equal(new string('x', shown) + end, FileIssues.Shown(System.Text.Encoding.ASCII.GetBytes(new string('x', length))));

    [Fact]
    public void What_comparing_rows_finds_is_heard_in_the_order_of_the_file()
    {
        string numbers = string.Concat(Enumerable.Range(0, 40).Select(row => row % 4 == 3 ? $"+44207946{1000 + row},Hi\n" : $"{2_025_550_100 + (row * 7)},Hi\n"));
        List<RcBatchCsvIssue> heard = [];
        RcBatchCsvReport report = Check(numbers + numbers, new CheckOptions { OnIssue = heard.Add, MaxIssue = 7 });
        Assert.Equal("RC102*40 RC108", Fired(report));
        Assert.Equal([4L, .. Enumerable.Range(41, 40)], heard.Select(issue => issue.Line));
        Assert.Equal([4L, .. Enumerable.Range(41, 6)], report.Issues.Select(issue => issue.Line));
        Assert.Equal([4L, .. Enumerable.Range(41, 6)], Check(numbers + numbers, new CheckOptions { MaxIssue = 7 }).Issues.Select(issue => issue.Line));
    }

    [Theory]
    [InlineData("2025550101,Hi\n2025550101,Hi\n2025550101,Hi\n2025550101,Hi\n")]
    [InlineData("2025550101,Hi\n\n\n\n2025550102,Hi\n")]
    public void Who_listens_can_stop_it(string file)
    {
        using CancellationTokenSource stop = new();
        List<RcBatchCsvIssue> heard = [];
        CheckOptions options = new() { OnIssue = issue => Stop(issue) };
        Assert.Throws<OperationCanceledException>(() => BatchCsvChecker.Check(new BytesSource(System.Text.Encoding.UTF8.GetBytes(file)), options, stop.Token));
        Assert.Single(heard);

        void Stop(RcBatchCsvIssue issue)
        {
            heard.Add(issue);
            stop.Cancel();
        }
    }

    private static void Report(FileIssues issues, RuleInfo rule, params int[] lines)
    {
        foreach (int line in lines)
        {
            issues.Report(rule, line, line, -1, string.Empty, _ => ("What", "Why"));
        }
    }
}
