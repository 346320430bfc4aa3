using System.Globalization;
using System.Text.RegularExpressions;
using RocketComs.Core.Rules.Engine;
using Xunit;

namespace RocketComs.Core.Tests.Reports;

/// <summary>A page can be mailed, whatever it is made of: what there is no room for is counted, and sums are over everything.</summary>
public sealed class PageSizeTests
{
    private const int MostBytes = 60_000;

    [Theory]
    [InlineData("a")]
    [InlineData("&")]
    [InlineData("漢")]
    [InlineData("\u0085")]
    [InlineData("😀")]
    [InlineData("\"")]
    public void Page_of_the_most_of_everything_stays_small(string filling)
    {
        string long_ = Long(filling);
        byte[] page = ReportSample.Write(".html", Most(long_, 300));
        Assert.InRange(page.Length, 20_000, MostBytes - 1);
        string text = System.Text.Encoding.UTF8.GetString(page);
        Assert.Matches("and 29[0-9] more files", text);
        Assert.Matches("and 29[0-9] more batches", text);
        Assert.Matches("and 29[0-9] more time zones", text);
        Assert.Matches("and [23][0-9]{2} more rules", text);
        Assert.Matches("and 29[0-9] more reasons", text);
        Assert.Matches("and 29[0-9] more replies", text);
        Assert.Matches("<dt>Rows read</dt><dd>3,600,000</dd>", text);
        Assert.Matches("<dt>Errors</dt><dd>90,000</dd>", text);
        Assert.Matches("<dt>Batches</dt><dd>300</dd>", text);
        Assert.Matches("<dt>Delivered</dt><dd>3,000</dd>", text);
        Assert.Matches("<dt>Replies</dt><dd>300</dd>", text);
    }

    [Fact]
    public void Page_that_is_drawn_with_fewer_bars_has_as_many_as_rows_in_the_table_beside_it()
    {
        string page = ReportSample.Text(".html", Most(Long("a"), 300));
        Match figure = Regex.Match(page, "<h3>How often each rule fired</h3>.*?</figure>", RegexOptions.Singleline);
        Assert.True(figure.Success);
        Assert.Equal(Regex.Count(figure.Value, "<tr>") - 1, Regex.Count(figure.Value, "<rect"));
    }

    // Rules of two thousand bytes each, in a chart and in the table beside it, where there is room for forty.
    [Theory]
    [InlineData(10, 10, null)]
    [InlineData(41, 24, "and 17 more rules")]
    public void Lists_are_shortened_by_tenths_until_the_page_is_small(int rules, int shown, string? more)
    {
        RcBatchCsvIssue[] issues =
        [
            .. Enumerable.Range(10, rules).Select(i => new RcBatchCsvIssue { RuleId = $"X{i}{Long("&")}", Column = "Message", Value = Long("&"), Suggestion = Long("&"), Message = "m" }),
        ];
        byte[] page = ReportSample.Write(".html", ReportSample.Input(new RcBatchCsvReport { Issues = issues, IssueSummary = issues.ToDictionary(issue => issue.RuleId, _ => 1L) }));
        string text = System.Text.Encoding.UTF8.GetString(page);
        Assert.Equal((shown, 1), (Regex.Count(text, "<rect class=\"doubtful\""), Regex.Count(text, "<!DOCTYPE html>")));
        Assert.Equal(more, Regex.Match(text, "and [0-9]+ more rules") is { Success: true } match ? match.Value : null);
        Assert.InRange(page.Length, more is null ? 20_000 : 50_000, MostBytes - 1);
    }

    [Fact]
    public void Page_is_shortened_from_its_first_byte_too_many_on()
    {
        (int Bytes, int Rules) Page(int letters)
        {
            RcBatchCsvIssue[] issues =
            [
                .. Enumerable.Range(10, 40).Select(i => new RcBatchCsvIssue { RuleId = $"X{i}{new string('&', 20)}", Column = "Message", Value = Long("&"), Suggestion = new string('a', Math.Clamp(letters - ((i - 10) * 160), 0, 160)) }),
            ];
            string text = ReportSample.Text(".html", ReportSample.Input(new RcBatchCsvReport { Issues = issues, IssueSummary = issues.ToDictionary(issue => issue.RuleId, _ => 1L) }));
            return (System.Text.Encoding.UTF8.GetByteCount(text), Regex.Count(text, "<rect class=\"doubtful\""));
        }

        int left = MostBytes - Page(0).Bytes;
        Assert.InRange(left, 1, 40 * 160);
        Assert.Equal((MostBytes - 1, 40), Page(left - 1));
        Assert.Equal(36, Page(left).Rules);
    }

    private static string Long(string filling) => string.Concat(Enumerable.Repeat(filling, 400));

    private static RocketComs.Core.Reports.Content.ReportInput Most(string filling, int count)
    {
        RcBatchCsvReport dear = ReportSample.Check($"2025550101,{string.Concat(Enumerable.Repeat("😀&", 1500))}\n");
        List<object> items = [];
        for (int i = 0; i < count; i++)
        {
            string name = i.ToString("000", CultureInfo.InvariantCulture);
            RcBatchCsvIssue[] issues =
            [
                .. Enumerable.Range(0, 300).Select(place => new RcBatchCsvIssue
                {
                    RuleId = place < 40 ? RuleTable.All[place % RuleTable.All.Count].Id : $"X{name}{filling}",
                    Severity = place % 2 == 0 ? RcIssueSeverity.Error : RcIssueSeverity.Warning,
                    Row = (place * 40) + 1,
                    Line = (place * 40) + 1,
                    Value = filling,
                    Message = filling,
                    Suggestion = filling,
                }),
            ];
            items.Add(dear with
            {
                Path = $"/data/{filling}{name}.csv",
                RowCount = 12_000,
                ValidRowCount = 11_700,
                ErrorCount = 300,
                Issues = issues,
                IssueSummary = issues.GroupBy(issue => issue.RuleId).ToDictionary(rule => rule.Key, rule => rule.LongCount()),
                SegmentHistogram = Enumerable.Range(1, 255).ToDictionary(segments => segments.ToString(CultureInfo.InvariantCulture), segments => 40L),
                Currency = filling + name,
            });
            items.Add(new RcBatchCsvRepair { Path = $"/data/r{filling}{name}.csv", Destination = $"/data/d{filling}{name}.csv", Changes = new Dictionary<string, long> { [$"Y{name}{filling}"] = 1 } });
            items.Add(ReportSample.Window($"Zone/{name}{filling}", 9, 19, 4) with { Path = $"/data/{filling}{name}.csv", CommonTimeZone = filling });
            items.Add(new RcBatch { Id = $"{name}{filling}", ExternalId = filling, Status = name + filling, FinishedAt = DateTimeOffset.UnixEpoch });
            items.Add(new RcInsight { BatchId = $"{name}{filling}", Submitted = 10, Processed = 10, Rejected = 1, Sent = 10, Delivered = 10, Failed = 1, InProgress = 1 });
            items.Add(new RcMessage { Id = name, Status = "FAILED", ReasonText = name + filling, StatusUpdatedAt = DateTimeOffset.UnixEpoch.AddDays(i) });
            items.Add(new RcReply { Id = name, Source = filling, MessageText = filling });
        }

        return ReportSample.Input([.. items]);
    }
}
