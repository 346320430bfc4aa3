using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Csv;

public sealed class CheckTests
{
    // A header would hide the rest, so the bad rows are of other kinds.
    private const string Mixed = "12025550123,Hello\n12025550124,Hi, you\nabc,Hello\n12025550123,Hello\n";

    [Fact]
    public void File_gives_one_report()
    {
        using TestSession session = new();
        string path = session.WriteFile("mixed.csv", Mixed);

        PSObject report = session.Run("Test-RcBatchCsv", ("Path", "mixed.csv"), ("PricePerSegment", 0.25m)).Single();

        Assert.Equal("RocketComs.RcBatchCsvReport", report.TypeNames[0]);
        Assert.Equal((path, false), (report.Get<string>("Path"), report.Get<bool>("IsValid")));
        Assert.Equal((4L, 2L, 2L), (report.Get<long>("RowCount"), report.Get<long>("ValidRowCount"), report.Get<long>("ErrorCount")));
        Assert.Equal((2L, 1L, 0.5m), (report.Get<long>("SegmentCount"), report.Get<long>("DuplicateCount"), report.Get<decimal>("EstimatedCost")));
        IReadOnlyDictionary<string, long> summary = report.Get<IReadOnlyDictionary<string, long>>("IssueSummary")!;
        Assert.Equal((1L, 1L, 1L), (summary["RC003"], summary["RC005"], summary["RC102"]));
        Assert.Contains(report.Get<object[]>("Issues")!, issue => (issue.Get<string>("RuleId"), issue.Text("Severity"), issue.Get<long>("Line"), issue.Get<long>("Row")) == ("RC005", "Error", 3, 3));
    }

    [Fact]
    public void Sample_of_the_documents_is_valid_with_a_warning_of_its_number()
    {
        using TestSession session = new();
        session.WriteFile("sample.csv", "1237774444,New Product Launch This Month\n");

        PSObject report = session.Run("Test-RcBatchCsv", ("Path", "sample.csv")).Single();

        Assert.True(report.Get<bool>("IsValid"));
        Assert.Equal((1L, 1L, 0L), (report.Get<long>("ValidRowCount"), report.Get<long>("SegmentCount"), report.Get<long>("ErrorCount")));
        Assert.Equal(["RC101"], report.Get<object[]>("Issues")!.Select(issue => issue.Get<string>("RuleId")));
    }

    [Fact]
    public void Wildcard_gives_a_report_a_file()
    {
        using TestSession session = new();
        session.WriteFile("a1.csv", "12025550123,Hello\n");
        session.WriteFile("a2.csv", "abc,Hello\n");
        session.WriteFile("b.csv", "12025550123,Hello\n");

        CommandResult result = session.Run("Test-RcBatchCsv", ("Path", "a*.csv")).NoErrors();

        Assert.Equal([("a1.csv", true), ("a2.csv", false)], result.Output.Select(report => (Path.GetFileName(report.Get<string>("Path"))!, report.Get<bool>("IsValid"))));
    }

    [Fact]
    public void Name_with_brackets_is_that_file()
    {
        using TestSession session = new();
        string path = session.WriteFile("batch[1].csv", "12025550123,Hello\n");

        Assert.Equal(path, session.Run("Test-RcBatchCsv", ("Path", "batch[1].csv")).Single().Get<string>("Path"));
    }

    [Fact]
    public void Piped_files_are_checked()
    {
        using TestSession session = new();
        FileInfo one = new(session.WriteFile("one.csv", "12025550123,Hello\n"));
        string two = session.WriteFile("two.csv", "12025550123,Hello\n");

        Assert.Equal([one.FullName, two], session.Pipe([one, "two.csv"], "Test-RcBatchCsv").NoErrors().Values<string>("Path"));
    }

    [Fact]
    public void Rows_give_one_report_for_all()
    {
        using TestSession session = new();

        PSObject report = session.Pipe(
            [AccountSession.Row("12025550123", "Hi"), AccountSession.Record(("Phone", "12025550124"), ("Text", "Hi, you")), AccountSession.Row("abc", "Hi")], "Test-RcBatchCsv").Single();

        Assert.Null(report.Get<string>("Path"));
        Assert.Equal((3L, 2L, 1L), (report.Get<long>("RowCount"), report.Get<long>("ValidRowCount"), report.Get<long>("ErrorCount")));
    }

    [Fact]
    public void Object_that_is_no_row_ends_the_check_of_rows()
    {
        using TestSession session = new();

        CommandResult result = session.Pipe([AccountSession.Row("12025550123", "Hi"), AccountSession.Record(("Number", "12025550124"))], "Test-RcBatchCsv", ("Quiet", true));

        result.Ended("RcInvalidParameter");
        Assert.Empty(result.Output);
    }

    [Fact]
    public void Object_that_is_neither_file_nor_row_is_an_error_and_leaves_no_report_of_the_rows()
    {
        using TestSession session = new();
        PSObject stranger = AccountSession.Record(("Recipients", "12025550124"));

        CommandResult result = session.Pipe([AccountSession.Row("12025550123", "Hi"), stranger], "Test-RcBatchCsv");

        result.Ended("RcInvalidParameter");
        Assert.Equal("RcInvalidParameter", Assert.Single(result.Errors).FullyQualifiedErrorId.Split(',')[0]);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void Rows_before_a_file_are_not_forgotten()
    {
        using TestSession session = new();
        FileInfo file = new(session.WriteFile("a.csv", "12025550123,Hello\n"));

        CommandResult result = session.Pipe([AccountSession.Row("12025550123", "Hi"), file], "Test-RcBatchCsv").NoErrors();

        Assert.Equal([file.FullName, null], result.Values<string>("Path"));
    }

    [Theory]
    [InlineData("12025550123,Hello\n", true)]
    [InlineData(Mixed, false)]
    [InlineData("", false)]
    public void Quiet_gives_a_Boolean(string csv, bool expected)
    {
        using TestSession session = new();
        session.WriteFile("a.csv", csv);

        Assert.Equal(expected, session.Run("Test-RcBatchCsv", ("Path", "a.csv"), ("Quiet", true)).Single().BaseObject);
    }

    [Fact]
    public void AsIssue_streams_issues_without_a_cap()
    {
        using TestSession session = new();
        string path = session.WriteFile("bad.csv", string.Concat(Enumerable.Repeat("abc,Hello\n", 1200)));

        PSObject report = session.Run("Test-RcBatchCsv", ("Path", path)).Single();
        CommandResult issues = session.Run("Test-RcBatchCsv", ("Path", path), ("AsIssue", true)).NoErrors();

        Assert.Equal(1000, report.Get<object[]>("Issues")!.Length);
        Assert.True(report.Get<IReadOnlyDictionary<string, long>>("IssueSummary")!["RC005"] == 1200);
        PSObject[] errors = [.. issues.Output.Where(issue => issue.Get<string>("RuleId") == "RC005")];
        Assert.Equal(1200, errors.Length);
        Assert.Equal(("RocketComs.RcBatchCsvIssue", path, 1200L, "Number", "abc"), (errors[^1].TypeNames[0], errors[^1].Get<string>("Path"), errors[^1].Get<long>("Line"), errors[^1].Get<string>("Column"), errors[^1].Get<string>("Value")));
        Assert.False(string.IsNullOrWhiteSpace(errors[^1].Get<string>("Suggestion")));
    }

    [Fact]
    public void MaxIssue_caps_the_issues_and_not_the_counts()
    {
        using TestSession session = new();
        session.WriteFile("bad.csv", "abc,Hello\ndef,Hello\nghi,Hello\n");

        PSObject report = session.Run("Test-RcBatchCsv", ("Path", "bad.csv"), ("MaxIssue", 1)).Single();

        Assert.Single(report.Get<object[]>("Issues")!);
        Assert.Equal(3, report.Get<long>("ErrorCount"));
    }

    [Fact]
    public void RejectedPath_holds_the_bad_rows_as_they_stood()
    {
        using TestSession session = new();
        session.WriteFile("mixed.csv", "12025550123,Hello\nabc,\"Hello, \"\"you\"\"\"\n12025550124,Hi, you\n12025550125,Hello\n");

        session.Run("Test-RcBatchCsv", ("Path", "mixed.csv"), ("RejectedPath", "bad.csv")).Single();

        Assert.Equal("abc,\"Hello, \"\"you\"\"\"\n12025550124,Hi, you\n", File.ReadAllText(session.PathOf("bad.csv")));
    }

    [Fact]
    public void RejectedPath_must_not_be_the_file_itself()
    {
        using TestSession session = new();
        string path = session.WriteFile("mixed.csv", Mixed);

        session.Run("Test-RcBatchCsv", ("Path", "mixed.csv"), ("RejectedPath", path)).Ended("RcInvalidParameter");

        Assert.Equal(Mixed, File.ReadAllText(path));
    }

    [Fact]
    public void OptOutNumber_finds_numbers_in_any_spelling()
    {
        using TestSession session = new();
        session.WriteFile("a.csv", "+12025550123,Hello\n12025550124,Hello\n");

        CommandResult issues = session.Run("Test-RcBatchCsv", ("Path", "a.csv"), ("OptOutNumber", "1 (202) 555-0123"), ("AsIssue", true)).NoErrors();

        PSObject issue = Assert.Single(issues.Output, issue => issue.Text("Severity") == "Error");
        Assert.Equal(("RC012", 1L), (issue.Get<string>("RuleId"), issue.Get<long>("Line")));
    }

    [Theory]
    [InlineData("US", 1)]
    [InlineData("GB", 0)]
    [InlineData("gb", 0)]
    public void DefaultRegion_decides_which_numbers_are_handed_out(string region, int warnings)
    {
        using TestSession session = new();
        session.WriteFile("a.csv", "07911123456,Hello\n");

        PSObject report = session.Run("Test-RcBatchCsv", ("Path", "a.csv"), ("DefaultRegion", region)).Single();

        Assert.Equal((warnings, true), (report.Get<object[]>("Issues")!.Count(issue => issue.Get<string>("RuleId") == "RC101"), report.Get<bool>("IsValid")));
    }

    [Theory]
    [InlineData("ZZ")]
    [InlineData("UK")]
    [InlineData("GBR")]
    public void DefaultRegion_that_is_not_known_is_refused_before_anything_is_checked(string region)
    {
        using TestSession session = new();
        session.WriteFile("a.csv", "12025550123,Hello\n");

        CommandResult result = session.Run("Test-RcBatchCsv", ("Path", "a.csv"), ("DefaultRegion", region), ("RejectedPath", "bad.csv"));

        ErrorRecord error = result.Ended("RcInvalidParameter");
        Assert.Equal(region, error.TargetObject);
        Assert.Contains("such as US, CA, GB or DE", error.ErrorDetails.RecommendedAction, System.StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.False(File.Exists(session.PathOf("bad.csv")));
    }

    [Fact]
    public void Missing_file_is_an_error_and_the_next_goes_on()
    {
        using TestSession session = new();
        session.WriteFile("a.csv", "12025550123,Hello\n");

        CommandResult result = session.Pipe(["nowhere.csv", "a.csv"], "Test-RcBatchCsv");

        Assert.Equal("nowhere.csv", result.Error("RcFileNotFound").TargetObject);
        Assert.Single(result.Output);
    }

    [Theory]
    [InlineData("no*.csv")]
    [InlineData("Env:PATH")]
    public void Path_that_means_no_file_is_an_error(string path)
    {
        using TestSession session = new();

        Assert.Equal(path, session.Run("Test-RcBatchCsv", ("Path", path)).Error("RcFileNotFound").TargetObject);
    }
}
