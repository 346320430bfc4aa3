using RocketComs.Core.Rules;
using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

/// <summary>The text that costs most, as a report shows it.</summary>
public sealed class DearestMessageTests
{
    [Theory]
    [InlineData("2025550101,Hi\n2025550102,Ho\n", "Hi", 1, 1)]
    [InlineData("bad,Hi\n2025550102,Ho\n", "Ho", 2, 1)]
    [InlineData("bad,Hi\n", null, 0, 0)]
    [InlineData("2025550101,Hi\n\n2025550102,\"жжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжж\\nж\"\"ж\"\n", "жжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжж\nж\"ж", 3, 2)]
    public void Dearest_text_is_the_first_with_the_most_segments(string file, string? text, long line, int segments)
    {
        RcBatchCsvReport report = Check(file);
        Assert.Equal((text, line, segments), (report.DearestMessage?.Message, report.DearestLine, report.DearestMessage?.SegmentCount ?? 0));
    }

    [Fact]
    public void Text_is_counted_as_the_check_counts()
    {
        RcBatchCsvReport report = Check($"2025550101,{new string('a', 200)} https://example.com/{new string('b', 200)}\n", new CheckOptions { Measure = new() { ShortLink = true, PricePerSegment = 0.5m } });
        Assert.Equal((2, 1m, 2L), (report.DearestMessage!.SegmentCount, report.DearestMessage.EstimatedCost!.Value, report.SegmentCount));
    }

    [Fact]
    public void Report_is_the_same_whether_its_text_was_measured_or_given()
    {
        RcBatchCsvReport report = Check("2025550101,Hi\n");
        Assert.Equal(report, report with { DearestMessage = report.DearestMessage });
        Assert.NotEqual(report, report with { DearestMessage = null });
        Assert.Same(report.DearestMessage, (report with { Path = "x" }).DearestMessage);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Pieces_and_threads_change_nothing(int threads)
    {
        string file = string.Concat(Enumerable.Range(0, 500).Select(i => $"2025550{i:000},{new string('a', i is 321 or 400 ? 900 : i % 300)}x\n"));
        foreach (bool cuts in (bool[])[true, false])
        {
            RcBatchCsvReport report = Check(file, new CheckOptions { Threads = threads, PieceBytes = 2000, CutsRecords = cuts });
            Assert.Equal((322L, 6), (report.DearestLine, report.DearestMessage!.SegmentCount));
        }
    }
}
