using RocketComs.Core.Reports.Content;
using Xunit;

namespace RocketComs.Core.Tests.Reports;

/// <summary>What counts once, by which repair, and how a report is called.</summary>
public sealed class ReportInputTests
{
    [Theory]
    [InlineData("/data/a.csv", 1)]
    [InlineData(null, 2)]
    public void Another_check_of_a_file_takes_the_place_of_the_first(string? path, int files)
    {
        RcBatchCsvReport check = new() { Path = path, RowCount = 1 };
        ReportInput input = ReportSample.Input(check, check with { RowCount = 2 });
        Assert.Equal(files == 1 ? [2L] : [1L, 2L], input.Files.Checks.Select(each => each.RowCount));
    }

    [Theory]
    [InlineData("/data/a.csv", 1)]
    [InlineData(null, 2)]
    public void Another_measurement_of_a_window_takes_the_place_of_the_first(string? path, int windows)
    {
        RcSendWindow window = ReportSample.Window("Asia/Tokyo", 9, 10, 1) with { Path = path };
        ReportInput input = ReportSample.Input(window, window with { QuietRowCount = 2 });
        Assert.Equal(windows == 1 ? [2L] : [1L, 2L], input.Windows.Select(each => each.QuietRowCount));
        Assert.Equal(windows + 1, ReportSample.Input(window, window, window with { QuietUntil = TimeSpan.FromHours(9) }).Windows.Count);
    }

    [Fact]
    public void Files_are_looked_at_again_when_another_is_added()
    {
        ReportInput input = ReportSample.Input(new RcBatchCsvReport { Path = "/data/a.csv" });
        Assert.Single(input.Files.Checks);
        Assert.True(input.TryAdd(new RcBatchCsvReport { Path = "/data/b.csv" }));
        Assert.Equal(2, input.Files.Checks.Count);
    }

    // Errors: two of the file as it came, one of its copy.
    [Theory]
    [InlineData("/data/old.csv", "/data/old.csv", "2")]
    [InlineData("/data/old.csv", "/data/other.csv", "3")]
    [InlineData(null, "/data/other.csv", "3")]
    public void Errors_of_a_copy_count_where_the_file_that_it_was_made_of_was_not_checked(string? repaired, string @checked, string errors)
    {
        string[] lines = ReportOutline.Of(
            new RcBatchCsvReport { Path = @checked, RowCount = 3, ErrorCount = 2 },
            new RcBatchCsvRepair { Path = repaired, Destination = "/data/new.csv", RowsRead = 3, RowsWritten = 3 },
            new RcBatchCsvReport { Path = "/data/new.csv", RowCount = 3, ErrorCount = 1 }).Split('\n');
        Assert.Contains($"Errors: {errors}", lines);
    }

    [Fact]
    public void Two_files_that_were_repaired_to_one_place_are_two()
    {
        RcBatchCsvRepair repair = new() { Path = "/data/a.csv", Destination = "/data/new.csv", RowsRead = 3, RowsWritten = 3 };
        string[] lines = ReportOutline.Of(repair, repair with { Path = "/data/b.csv", RowsRead = 4, RowsWritten = 2 }).Split('\n');
        Assert.Equal(("RocketComs report: a.csv, b.csv", "Rows read: 7", "Rows to send: 5"), (lines[0], lines[1], lines[2]));
    }

    [Fact]
    public void Copy_that_another_repair_was_written_over_counts()
    {
        RcBatchCsvRepair first = new() { Path = "/data/a.csv", Destination = "/data/b.csv", RowsRead = 3, RowsWritten = 3 };
        ReportInput input = ReportSample.Input(
            first, first with { Destination = "/data/c.csv" }, first with { Path = "/data/d.csv" }, new RcBatchCsvReport { Path = "/data/b.csv", RowCount = 3, ValidRowCount = 2 });
        Assert.Equal(["/data/b.csv"], input.Files.Checks.Select(check => check.Path));
        Assert.Equal(["/data/c.csv"], input.Files.Unchecked.Select(repair => repair.Destination));
    }

    [Fact]
    public void Report_is_called_by_the_first_of_what_it_is_about()
    {
        object[] items =
        [
            new RcBatchCsvReport { Path = "/data/a.csv" }, new RcBatchCsvRepair { Path = "/data/b.csv", Destination = "/data/c.csv" }, ReportSample.Window("Asia/Tokyo", 9, 10, 0) with { Path = "/data/a.csv" },
            new RcBatch { Id = "1", ExternalId = "sale-1" }, new RcBatch { Id = "2", ExternalId = "" },
        ];
        string Title(params object[] some) => ReportDocumentBuilder.Build(ReportSample.Input(some), ReportSample.Options).Title;
        Assert.Equal("RocketComs report: a.csv, b.csv and 2 more", Title(items));
        Assert.Equal("RocketComs report: a.csv, b.csv", Title(items[0], items[1], items[2]));
        Assert.Equal("RocketComs report: a.csv, 2", Title(items[2], items[4]));
        Assert.Equal("RocketComs report: a.csv, sale-1", Title(items[0], items[2], items[3]));
        Assert.Equal("RocketComs report: b.csv", Title(items[1], items[1]));
        Assert.Equal("RocketComs report", Title());
        Assert.Equal("RocketComs report", Title(new RcReply { Id = "1" }));
    }
}
