using RocketComs.Core.Reports.Content;
using Xunit;

namespace RocketComs.Core.Tests.Reports;

/// <summary>Where the rows of files went, and where in them something stands.</summary>
public sealed class RowsTests
{
    private const string Title = "Where the rows went";

    private static readonly RcBatchCsvRepair s_repair = new()
    {
        Path = "/data/old.csv",
        Destination = "/data/new.csv",
        RowsRead = 10,
        RowsWritten = 6,
        RowsRejected = 2,
        Changes = new Dictionary<string, long> { ["RC102"] = 2 },
        Changed = [new() { Row = 3 }],
        Rejected = [new() { RuleId = "RC003" }, new() { RuleId = "RC012" }],
    };

    [Fact]
    public void Checked_rows_are_those_that_are_sent_and_those_with_errors() => Assert.Equal(
        """
        == Where the rows went
        1 row has a number that stands in an earlier row already.
        -- Rows by what became of them: A bar a step, from the rows that were read to those that would be sent; hatched are rows that are not sent.
        [Plain] 2000 Read
        [Wrong] 2 With errors
        [Wrong] 1 Opted out
        [Plain] 1997 To send
        Step | Rows$ | Of those read$
        Read | 2,000 | 100.0 %
        With errors | 2 | 0.1 %
        Opted out | 1 | 0.1 %
        To send | 1,997 | 99.9 %
        """,
        ReportOutline.Section(
            Title, new RcBatchCsvReport { Path = "/data/a.csv", RowCount = 2000, ValidRowCount = 1997, DuplicateCount = 1, IssueSummary = new Dictionary<string, long> { ["RC012"] = 1 } }));

    [Fact]
    public void Repaired_rows_are_those_that_the_check_of_the_copy_says_are_sent()
    {
        Assert.Equal(
            """
            == Where the rows went
            -- Rows by what became of them: A bar a step, from the rows that were read to those that would be sent; hatched are rows that are not sent.
            [Plain] 10 Read
            [Plain] 1 Repaired
            [Doubtful] 2 Dropped: the number stands twice
            [Wrong] 1 Set aside
            [Wrong] 1 Opted out
            [Plain] 6 To send
            Step | Rows$ | Of those read$
            Read | 10 | 100.0 %
            Repaired | 1 | 10.0 %
            Dropped: the number stands twice | 2 | 20.0 %
            Set aside | 1 | 10.0 %
            Opted out | 1 | 10.0 %
            To send | 6 | 60.0 %
            """,
            ReportOutline.Section(Title, s_repair));
        Assert.Equal(
            """
            == Where the rows went
            1,200 rows have a number that stands in an earlier row already.
            -- Rows by what became of them: A bar a step, from the rows that were read to those that would be sent; hatched are rows that are not sent.
            [Plain] 10 Read
            [Plain] 1 Repaired
            [Doubtful] 2 Dropped: the number stands twice
            [Wrong] 3 Set aside
            [Wrong] 1 Opted out
            [Plain] 4 To send
            Step | Rows$ | Of those read$
            Read | 10 | 100.0 %
            Repaired | 1 | 10.0 %
            Dropped: the number stands twice | 2 | 20.0 %
            Set aside | 3 | 30.0 %
            Opted out | 1 | 10.0 %
            To send | 4 | 40.0 %
            """,
            ReportOutline.Section(Title, s_repair, new RcBatchCsvReport { Path = "/data/new.csv", RowCount = 6, ValidRowCount = 4, DuplicateCount = 1200 }));
    }

    [Theory]
    [InlineData(2, 0, 999, false)]
    [InlineData(3, 0, 0, true)]
    [InlineData(1, 0, 0, false)]
    [InlineData(2, 0, 1000, true)]
    [InlineData(2, 1, 1001, true)]
    public void Repair_that_does_not_list_all_its_rows_says_so(long rejected, int others, int changed, bool isAtLeast)
    {
        RcBatchCsvRepair[] repairs =
        [
            s_repair with { RowsRejected = rejected, Changed = [.. Enumerable.Range(1, changed).Select(row => new RcBatchCsvChange { Row = row })] },
            .. Enumerable.Range(0, others).Select(i => s_repair with { Path = $"/data/{i}.csv", Destination = $"/data/{i}-new.csv" }),
        ];
        const string Sentence = "A repair lists its first 1,000 rows of a kind: at least so many were repaired or opted out.";
        Assert.Equal(isAtLeast, ReportOutline.Section(Title, [.. repairs]).Split('\n')[1] == Sentence);
    }

    [Fact]
    public void Cell_shows_the_worst_that_stands_in_it()
    {
        RcBatchCsvIssue Issue(RcIssueSeverity severity, long row) => new() { RuleId = "RC005", Severity = severity, Row = row };
        RcBatchCsvReport check = new()
        {
            Path = "/data/a.csv",
            RowCount = 400,
            Issues =
            [
                Issue(RcIssueSeverity.Error, 1), Issue(RcIssueSeverity.Warning, 2), Issue(RcIssueSeverity.Information, 3), Issue(RcIssueSeverity.Warning, 4), Issue(RcIssueSeverity.Error, 4),
                Issue(RcIssueSeverity.Information, 9), Issue(RcIssueSeverity.Error, 400), Issue(RcIssueSeverity.Error, 0), Issue(RcIssueSeverity.Error, 401),
            ],
            IssueSummary = new Dictionary<string, long> { ["RC005"] = 1200, ["RC107"] = 34 },
        };
        Assert.Equal(
            """
            -- Where they stand in a.csv: The file from its first row to its last in 200 cells: a high hatched one holds an error, a low dotted one a warning. The check kept 9 of 1,234; only those are drawn.
            [Error*2 -*2 Information*1 -*194 Error*1] of 400
            Rows | Errors$ | Others$
            1 to 4 | 2 | 3
            9 to 10 | 0 | 1
            399 to 400 | 1 | 0
            """,
            Strip(check));
    }

    [Fact]
    public void Row_of_a_short_file_fills_several_cells_and_neighbours_are_one_place()
    {
        RcBatchCsvReport check = new()
        {
            Path = "/data/a.csv",
            RowCount = 10,
            Issues = [.. new long[] { 2, 3, 4, 4, 6, 10 }.Select(row => new RcBatchCsvIssue { RuleId = "RC005", Severity = RcIssueSeverity.Error, Row = row })],
            IssueSummary = new Dictionary<string, long> { ["RC005"] = 6 },
        };
        Assert.Equal(
            """
            -- Where they stand in a.csv: The file from its first row to its last in 200 cells: a high hatched one holds an error, a low dotted one a warning.
            [-*20 Error*60 -*20 Error*20 -*60 Error*20] of 10
            Rows | Errors$ | Others$
            2 to 4 | 4 | 0
            6 | 1 | 0
            10 | 1 | 0
            """,
            Strip(check));
    }

    [Fact]
    public void Places_beyond_the_twelfth_are_counted()
    {
        RcBatchCsvReport check = new()
        {
            Path = "/data/a.csv",
            RowCount = 2_000_000,
            Issues = [.. Enumerable.Range(0, 13).Select(i => new RcBatchCsvIssue { RuleId = "RC005", Severity = RcIssueSeverity.Error, Row = (i * 20_000) + 1 })],
            IssueSummary = new Dictionary<string, long> { ["RC005"] = 13 },
        };
        string[] lines = Strip(check).Split('\n');
        Assert.Equal(("1 to 10,000 | 1 | 0", "220,001 to 230,000 | 1 | 0", "and 1 more place"), (lines[3], lines[14], lines[15]));
    }

    private static string Strip(RcBatchCsvReport check) => string.Join('\n', ReportOutline.Lines(RowStrip.Figure(check, new ReportText(ReportSample.Options))));
}
