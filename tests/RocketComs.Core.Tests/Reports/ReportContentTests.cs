using System.Text.RegularExpressions;
using RocketComs.Core.Reports.Content;
using Xunit;

namespace RocketComs.Core.Tests.Reports;

/// <summary>What a report says, whatever the format: read from its Markdown.</summary>
public sealed class ReportContentTests
{
    [Fact]
    public void Ladder_counts_rows_segments_and_cost_and_what_shorter_texts_save()
    {
        string text = Markdown(ReportSample.Check($"2025550101,Hi\n2025550102,Ho\n2025550103,{new string('a', 161)}\n2025550104,{new string('a', 400)}\nbad,Hi\n"));
        Assert.Contains("| 1 segment | 2 | 50.0 % | 2 | 0.02 USD |", text, StringComparison.Ordinal);
        Assert.Contains("| 2 segments | 1 | 25.0 % | 2 | 0.02 USD |", text, StringComparison.Ordinal);
        Assert.Contains("| 3 segments | 1 | 25.0 % | 3 | 0.03 USD |", text, StringComparison.Ordinal);
        Assert.Contains("1 row stands up to 5 characters over the border of a segment: shortening it a little saves 1 segment, 0.01 USD.", text, StringComparison.Ordinal);
        Assert.Contains("batch.csv, line 4: 3 segments of 153 (GSM-7), 0.03 USD for each recipient.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_price_there_is_no_cost()
    {
        string text = Markdown(ReportSample.Check("2025550101,Hi\n") with { EstimatedCost = null });
        Assert.DoesNotContain("USD", text, StringComparison.Ordinal);
        Assert.Contains("No price of a segment was given", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EUR", "The checks have prices in USD, EUR, so no cost is shown.")]
    [InlineData(null, "The checks have prices in USD, a currency that is not known, so no cost is shown.")]
    public void Different_currencies_are_not_added_up(string? other, string reason)
    {
        RcBatchCsvReport check = ReportSample.Check("2025550101,Hi\n");
        string text = Markdown(check, check with { Path = "/data/other.csv", Currency = other });
        Assert.Contains("| 2 | 2 | 0 | 0 | 2 |\n", text, StringComparison.Ordinal);
        Assert.Contains(reason, text, StringComparison.Ordinal);
        Assert.DoesNotContain("0.02", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_are_counted_by_what_became_of_them()
    {
        string text = Markdown(ReportSample.Everything());
        Assert.Contains("| Read | 14 | 100.0 % |", text, StringComparison.Ordinal);
        Assert.Contains("| Repaired | 2 | 14.3 % |", text, StringComparison.Ordinal);
        Assert.Contains("| Dropped: the number stands twice | 1 |", text, StringComparison.Ordinal);
        Assert.Contains("| Set aside | 4 |", text, StringComparison.Ordinal);
        Assert.Contains("| Opted out | 1 |", text, StringComparison.Ordinal);
        Assert.Contains("| To send | 8 |", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Repaired_file_is_counted_once()
    {
        RcBatchCsvReport before = ReportSample.Check("(202) 555-0123,Hello\nbad,Hello\n") with { Path = "/data/old.csv" };
        RcBatchCsvReport after = ReportSample.Check("2025550123,Hello\n") with { Path = "/data/new.csv" };
        RcBatchCsvRepair repair = new() { Path = "/data/old.csv", Destination = "/data/new.csv", RowsRead = 2, RowsWritten = 1, RowsRejected = 1 };
        string text = Markdown(before, repair, after);
        Assert.Contains("| 2 | 1 | 2 | 0 | 1 | 0.01 USD |", text, StringComparison.Ordinal);
        Assert.Contains("| Set aside | 1 | 50.0 %", text, StringComparison.Ordinal);
        Assert.Contains("| RC005 | The number does not have 10 to 15 digits | Error | 2 |", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_repaired_file_costs_is_known_by_its_own_check_alone()
    {
        RcBatchCsvReport before = ReportSample.Check("2025550121,Hello\n(202) 555-0122,Hello\n(202) 555-0123,Hello\n") with { Path = "/data/old.csv" };
        RcBatchCsvRepair repair = new() { Path = "/data/old.csv", Destination = "/data/new.csv", RowsRead = 3, RowsWritten = 3 };
        string text = Markdown(before, repair);
        Assert.Contains("| Rows read | Rows to send | Errors | Warnings |\n", text, StringComparison.Ordinal);
        Assert.Contains("| 3 | 3 | 2 | 0 |\n", text, StringComparison.Ordinal);
        Assert.Contains("Not known for new.csv: the repaired file was not checked", text, StringComparison.Ordinal);
        Assert.DoesNotContain("USD", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_chain_of_repairs_the_last_counts()
    {
        RcBatchCsvReport first = ReportSample.Check("(202) 555-0123,Hello\n(202) 555-0124,Hello\n") with { Path = "/data/x.csv" };
        RcBatchCsvReport last = ReportSample.Check("2025550123,Hello\n2025550124,Hello\n2025550125,Hello\n") with { Path = "/data/z.csv" };
        RcBatchCsvRepair repair = new() { Path = "/data/x.csv", Destination = "/data/y.csv", RowsRead = 2, RowsWritten = 2 };
        RcBatchCsvRepair again = new() { Path = "/data/y.csv", Destination = "/data/z.csv", RowsRead = 3, RowsWritten = 3 };
        Assert.Contains("| 3 | 3 | 2 | 0 | 3 | 0.03 USD |", Markdown(last, again, repair, first), StringComparison.Ordinal);
        Assert.Contains("| 3 | 3 | 2 | 0 | 3 | 0.03 USD |", Markdown(first, repair, again, last), StringComparison.Ordinal);
    }

    [Fact]
    public void Strip_has_200_cells_and_shows_where_rows_stand()
    {
        string rows = string.Concat(Enumerable.Range(0, 400).Select(i => i switch { 0 => "20255,Hi\n", 399 => $"2025550399, Hi\n", _ => $"2025550{i:000},Hi\n" }));
        string text = Markdown(ReportSample.Check(rows));
        string dots = new('.', 50);
        Assert.Contains($"```text\nE{dots[1..]}\n{dots}\n{dots}\n{dots[1..]}w\n```", text, StringComparison.Ordinal);
        Assert.Contains("| 1 to 2 | 1 | 0 |\n| 399 to 400 | 0 | 1 |", text, StringComparison.Ordinal);
        Assert.Contains("The check kept 1 of 3", Html(ReportSample.Check("bad,Hi\nbad,Hi\nbad,Hi\n", maxIssue: 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Window_is_drawn_by_the_hour_over_quiet_time()
    {
        string text = Markdown(ReportSample.Everything());
        Assert.Contains("--------.==========..--- America/New_York", text, StringComparison.Ordinal);
        Assert.Contains("----XXXX======.......--- Pacific/Honolulu", text, StringComparison.Ordinal);
        Assert.Contains("It is quiet time for nobody from 14:00 to 20:00 on the clocks of the -TimeZone", text, StringComparison.Ordinal);
        RcSendWindow night = ReportSample.Window("Asia/Tokyo", 22, 23, 9) with { LocalEnd = new DateTime(2027, 1, 31, 2, 0, 0), QuietFrom = TimeSpan.FromHours(20), QuietUntil = TimeSpan.FromHours(9), CommonStart = null };
        text = Markdown(night);
        Assert.Contains("XX-------...........--XX Asia/Tokyo", text, StringComparison.Ordinal);
        Assert.Contains("Whatever the time of that day, it is quiet time for somebody.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Common_window_names_its_zone_once_for_each_that_differs()
    {
        RcSendWindow morning = ReportSample.Window("America/New_York", 6, 7, 100) with { CommonTimeZone = "America/Chicago" };
        string text = Markdown(morning, ReportSample.Window("Asia/Tokyo", 9, 10, 0) with { CommonTimeZone = "America/Chicago" }, morning with { LocalStart = new DateTime(2027, 1, 31), CommonStart = null });
        Assert.Equal(1, Regex.Count(text, "for nobody from 14:00 to 20:00 on the clocks of America/Chicago\\."));
        Assert.Equal(1, Regex.Count(text, "it is quiet time for somebody"));
    }

    [Fact]
    public void File_that_was_repaired_to_two_places_counts_once_by_the_last()
    {
        RcBatchCsvRepair one = new() { Path = "/data/x.csv", Destination = "/data/a.csv", RowsRead = 3, RowsWritten = 3 };
        RcBatchCsvRepair other = one with { Destination = "/data/b.csv", RowsWritten = 2, RowsRejected = 1 };
        RcBatchCsvRepair next = new() { Path = "/data/a.csv", Destination = "/data/c.csv", RowsRead = 3, RowsWritten = 3 };
        RcBatchCsvReport first = ReportSample.Check("2025550121,Hello\n2025550122,Hello\n2025550123,Hello\n") with { Path = "/data/a.csv" };
        RcBatchCsvReport second = ReportSample.Check("2025550121,Hello\n2025550122,Hello\n") with { Path = "/data/b.csv" };
        Assert.Contains("| 3 | 2 | 0 | 0 | 2 | 0.02 USD |", Markdown(one, first, other, second), StringComparison.Ordinal);
        Assert.Contains("| 3 | 2 | 0 | 0 | 2 | 0.02 USD |", Markdown(one, next, first, first with { Path = "/data/c.csv" }, second, other), StringComparison.Ordinal);
        Assert.Contains("| 3 | 3 | 0 | 0 | 3 | 0.03 USD |", Markdown(other, second, first, one, one), StringComparison.Ordinal);
        Assert.Contains("counted by the last repair: x.csv (to b.csv).", Markdown(one, other), StringComparison.Ordinal);
        Assert.DoesNotContain("more than once", Markdown(one, one, next), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_window_of_a_file_is_named_and_rows_of_no_zone_are_not_judged()
    {
        RcSendWindow morning = ReportSample.Window("America/New_York", 6, 7, 100);
        RcSendWindow notKnown = new() { Path = morning.Path, RowCount = 2 };
        string text = Markdown(morning, ReportSample.Window("America/New_York", 9, 10, 0), notKnown);
        Assert.Contains("100 of 100 rows can be reached in quiet time, from 2027-01-30 11:00 to 2027-01-30 12:00 (UTC).", text, StringComparison.Ordinal);
        Assert.Contains("0 of 100 rows can be reached in quiet time, from 2027-01-30 14:00 to 2027-01-30 15:00 (UTC).", text, StringComparison.Ordinal);
        Assert.Contains("The time zone of 2 rows is not known", text, StringComparison.Ordinal);
        Assert.Contains("| zone not known | 2 |  |  | – |", text, StringComparison.Ordinal);
        Assert.Contains("The time zone of 2 rows is not known", Markdown(morning, notKnown, notKnown with { QuietFrom = TimeSpan.FromHours(20) }), StringComparison.Ordinal);
        text = Markdown(notKnown);
        Assert.DoesNotContain("can be reached", text, StringComparison.Ordinal);
        Assert.DoesNotContain("quiet time for", text, StringComparison.Ordinal);
        Assert.Contains("was not judged", Markdown(morning with { LocalStart = null, LocalEnd = null, QuietRowCount = 0, CommonStart = null }), StringComparison.Ordinal);
    }

    [Fact]
    public void Counters_are_as_the_platform_gave_them()
    {
        string text = Markdown(ReportSample.Everything());
        Assert.Contains($"| ` {ReportSample.BatchId} ` | 100 | – | – | 97 | 90 | 7 | – |", text, StringComparison.Ordinal);
        Assert.Contains("| DELIVERED | 2 | 66.7 % |", text, StringComparison.Ordinal);
        Assert.Contains("1 of 3 messages did not arrive.", text, StringComparison.Ordinal);
        Assert.Contains("2 messages came back; 1 of them opted out", text, StringComparison.Ordinal);
        Assert.Contains("` Yes \\| no `", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_piped_twice_counts_once_as_it_came_last()
    {
        RcBatchCsvReport check = ReportSample.Check("2025550101,Hi\n2025550102,Hi\n") with { Path = "/data/x.csv" };
        RcBatch batch = new() { Id = ReportSample.BatchId, Status = "PENDING" };
        RcInsight insight = new() { BatchId = ReportSample.BatchId, Submitted = 2, Delivered = 1 };
        RcReply reply = new() { Id = "r", MessageText = "STOP" };
        string text = Markdown(check, check, batch, batch with { Status = "COMPLETED" }, insight, insight with { Delivered = 2 }, reply, reply);
        Assert.Contains("| 2 | 2 | 0 | 0 | 2 | 0.02 USD | 1 | 2 | 2 | 1 |", text, StringComparison.Ordinal);
        Assert.Contains("| COMPLETED |", text, StringComparison.Ordinal);
        Assert.DoesNotContain("PENDING", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Message_of_two_commands_counts_once_with_its_reason_and_its_time()
    {
        RcBatchMessage sent = ReportSample.Message("FAILED", 0) with { Id = "m" };
        string text = Markdown(sent, new RcMessage { Id = "m", Status = "FAILED", ReasonText = "Unreachable" }, new RcMessage { Id = "n", Status = "DELIVERED" });
        Assert.Contains("| FAILED: Unreachable | 1 | 100.0 % |", text, StringComparison.Ordinal);
        Assert.Contains("1 of 2 messages did not arrive.", text, StringComparison.Ordinal);
        Assert.Contains("| 2027-01-30 14:00:00 | 1 | 1 | 100.0 % |", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Replies_of_before_the_batch_are_not_counted()
    {
        RcReply reply = new() { Id = "old", MessageText = "STOP", CreatedAt = new DateTimeOffset(2023, 11, 2, 0, 0, 0, TimeSpan.Zero) };
        string text = Markdown(new RcBatch { Id = "b", StartDate = new DateTime(2027, 1, 30) }, reply, reply with { Id = "new", MessageText = "Yes", CreatedAt = reply.CreatedAt.Value.AddYears(4) });
        Assert.Contains("1 message came back; 0 of them opted out", text, StringComparison.Ordinal);
        Assert.Contains("1 more came before anything of this report was sent, and is not counted.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2023", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_beside_the_strip_lists_the_rows_with_issues_alone()
    {
        string rows = string.Concat(Enumerable.Range(1, 12).Select(row => row is 3 or 4 ? "bad,Hi\n" : row is 7 or 12 ? $"20255501{row:00}, Hi\n" : $"20255501{row:00},Hi\n"));
        Assert.Contains("| 3 to 4 | 2 | 0 |\n| 7 | 0 | 1 |\n| 12 | 0 | 1 |", Markdown(ReportSample.Check(rows)), StringComparison.Ordinal);
    }

    [Fact]
    public void Drain_has_a_column_a_unit_of_time()
    {
        string text = Markdown(ReportSample.Everything());
        Assert.Contains("Messages over time, 5 seconds a column", text, StringComparison.Ordinal);
        Assert.Contains("| 2027-01-30 14:00:00 | 1 | 1 | 50.0 % |", text, StringComparison.Ordinal);
        Assert.Contains("| 2027-01-30 14:01:00 | 1 | 2 | 100.0 % |", text, StringComparison.Ordinal);
        Assert.Contains("1 message of 3 carry no time", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Markup_of_others_is_text()
    {
        RcSendWindow window = ReportSample.Window("a|b<img src=x>*_`@team #12", 9, 10, 0);
        string text = Markdown(window);
        Assert.Contains("| a\\|b&lt;img src=x&gt;\\*\\_\\`@\u2060team #\u206012 |", text, StringComparison.Ordinal);
    }

    private static string Markdown(params object[] items) => Markdown(ReportSample.Input(items));

    private static string Markdown(ReportInput input) => ReportSample.Text(".md", input);

    private static string Html(params object[] items) => ReportSample.Text(".html", ReportSample.Input(items));
}
