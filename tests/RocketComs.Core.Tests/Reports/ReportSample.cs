using System.Globalization;
using RocketComs.Core.Reports;
using RocketComs.Core.Reports.Content;
using RocketComs.Core.Rules;
using RocketComs.Core.Tests.Rules;

namespace RocketComs.Core.Tests.Reports;

/// <summary>What reports are made of in these tests, and what they are written as.</summary>
internal static class ReportSample
{
    public const string BatchId = "32df8770-ee48-46e7-a8c7-9ec478883076";

    public static ReportOptions Options { get; } = new() { Roots = ["/data"] };

    /// <summary>The check of a file with a price of 0.01 a segment.</summary>
    public static RcBatchCsvReport Check(string text, int maxIssue = 1000) =>
        BytesSource.Check(text, new CheckOptions { MaxIssue = maxIssue, Measure = new RocketComs.Core.Segments.MeasureOptions { PricePerSegment = 0.01m, Currency = "USD" } });

    public static ReportInput Input(params object[] items)
    {
        ReportInput input = new();
        foreach (object item in items)
        {
            Xunit.Assert.True(input.TryAdd(item));
        }

        return input;
    }

    /// <summary>The bytes of the file that a report is written to.</summary>
    public static byte[] Write(string extension, ReportInput input, ReportOptions? options = null)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("rocketcoms-report-");
        try
        {
            string path = Path.Combine(folder.FullName, "report" + extension);
            ReportFile.Write(path, overwrite: false, input, options ?? Options, []);
            return File.ReadAllBytes(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static string Text(string extension, ReportInput input, ReportOptions? options = null) => System.Text.Encoding.UTF8.GetString(Write(extension, input, options));

    /// <summary>Everything there is: a check, a repair, windows, a batch with counters and messages, and replies.</summary>
    public static ReportInput Everything() => Input(
        Check("2025550123,Hello\n(202) 555-0124,Hello\n2025550125," + new string('a', 161) + "\n2025550125,Hello,you\n"),
        new RcBatchCsvRepair
        {
            Path = "/data/old.csv",
            Destination = "/data/new.csv",
            RowsRead = 10,
            RowsWritten = 6,
            RowsRejected = 3,
            Changes = new Dictionary<string, long> { ["RC005"] = 2, ["RC102"] = 1 },
            Changed = [new() { Row = 1, Column = "Number" }, new() { Row = 2, Column = "Number" }, new() { Row = 2, Column = "Message" }],
            Rejected = [Rejected("RC012", 3), Rejected("RC003", 4), Rejected("RC003", 5)],
        },
        Window("America/New_York", 9, 19, 0),
        Window("Pacific/Honolulu", 4, 14, 40),
        new RcBatch { Id = BatchId, ExternalId = "sale-1", Status = "COMPLETED", StartDate = new DateTime(2027, 1, 30) },
        new RcInsight { BatchId = BatchId, Submitted = 100, Sent = 97, Delivered = 90, Failed = 7 },
        Message("DELIVERED", 0),
        Message("DELIVERED", 61),
        Message("FAILED", null),
        new RcReply { Id = "r1", Source = "2025550177", MessageText = "Stop.", CreatedAt = Moment(100) },
        new RcReply { Id = "r2", Source = "2025550178", MessageText = "Yes | no", CreatedAt = Moment(200) });

    /// <summary>A report made by hand, of every shape that there is.</summary>
    public static ReportDocument Document()
    {
        TableColumn file = new("File", CellKind.Verbatim);
        TableColumn what = new("What");
        TableColumn rows = new("Rows", CellKind.Figure);
        RcIssueSeverity?[] cells = [.. Enumerable.Repeat((RcIssueSeverity?)null, 60)];
        (cells[0], cells[1], cells[2], cells[4], cells[59]) = (RcIssueSeverity.Error, RcIssueSeverity.Error, RcIssueSeverity.Warning, RcIssueSeverity.Information, RcIssueSeverity.Error);
        return new ReportDocument(
            "Spring & <Sale>",
            [("Rows read", "1,200"), ("Errors", "3")],
            [
                new ReportSection(
                    "Tables",
                    ["Nothing is *wrong*.", "Ask the team."],
                    [
                        new Figure("Files", "Each file.", null, new ReportTable([file, rows], [["a|b.csv", "1"], ["\\|c.csv", "2"]], "and 2 more files")),
                        new Figure(
                            "Rules",
                            "A bar a rule.",
                            new BarChart([new Bar("None", 0), new Bar(new string('n', 41), 1, Fill.Wrong), new Bar("Most", 1000, Fill.Doubtful)]),
                            new ReportTable([what, file, rows], [["None", string.Empty, "0"], ["Few", "x", "1"], ["Most", "y", "1,000"]])),
                    ]),
                new ReportSection(
                    "Charts",
                    [],
                    [
                        new Figure("Strip", "The file.", new StripChart(cells, 1200, "Some are not drawn."), new ReportTable([what, what, rows, rows], [["1 to 2", "a", "2", "0"]])),
                        new Figure("Day", "The day.", new DayChart([new DayLine("Eastern", [(540, 1200)], [(0, 480), (1260, 1440)])]), new ReportTable([what, what, what, what, what], [])),
                        new Figure("Columns", "The days.", new ColumnChart([1, 2], "May 1", "May 2"), new ReportTable([what, what, what, what, what, what], [])),
                        new Figure("Long text", "A phone.", new PhoneChart(["One\ntwo ", "three ", "four"], 1200), new ReportTable([what, what, what, what], [])),
                        new Figure("Text", "Another.", new PhoneChart(["Hi"], 0), new ReportTable([what], [])),
                        new Figure("Bars", "As wide.", new BarChart([new Bar("All", 7)]), new ReportTable([what, what, what, what, what, what, what], [])),
                    ]),
            ],
            new Lazy<IReadOnlyList<Finding>>([]));
    }

    public static RcSendWindow Window(string zone, int from, int until, long quiet) => new()
    {
        Path = "/data/batch.csv",
        TimeZone = zone,
        RowCount = 100,
        LocalStart = new DateTime(2027, 1, 30, from, 0, 0),
        LocalEnd = new DateTime(2027, 1, 30, until, 0, 0),
        QuietRowCount = quiet,
        CommonStart = TimeSpan.FromHours(14),
        CommonEnd = TimeSpan.FromHours(20),
    };

    public static RcBatchMessage Message(string status, int? second) => new() { Status = status, SentAt = second is { } known ? Moment(known) : null, DestinationNumber = "2025550123" };

    private static RcBatchCsvIssue Rejected(string rule, long row) =>
        new() { RuleId = rule, Severity = RcIssueSeverity.Error, Row = row, Line = row, Path = "/data/old.csv", Message = $"Row {row.ToString(CultureInfo.InvariantCulture)} is out.", Suggestion = "Mend it." };

    private static DateTimeOffset Moment(int second) => new DateTimeOffset(2027, 1, 30, 14, 0, 0, TimeSpan.Zero).AddSeconds(second);
}
