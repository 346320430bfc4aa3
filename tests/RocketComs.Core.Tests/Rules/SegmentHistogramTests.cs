using System.Globalization;
using RocketComs.Core.Segments;
using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

/// <summary>How many rows need how many segments, and how many of them hardly do.</summary>
public sealed class SegmentHistogramTests
{
    [Theory]
    [InlineData(160, 1, 0)]
    [InlineData(161, 2, 1)]
    [InlineData(165, 2, 1)]
    [InlineData(166, 2, 0)]
    [InlineData(306, 2, 0)]
    [InlineData(307, 3, 1)]
    [InlineData(311, 3, 1)]
    [InlineData(312, 3, 0)]
    [InlineData(459, 3, 0)]
    [InlineData(460, 4, 1)]
    [InlineData(39_015, 255, 0)]
    public void Septets_over_a_border_are_counted(int letters, int segments, int nearMisses)
    {
        RcBatchCsvReport report = Check($"2025550101,{new string('a', letters)}\n");
        Assert.Equal([new(segments.ToString(CultureInfo.InvariantCulture), 1)], report.SegmentHistogram);
        Assert.Equal((nearMisses, segments), (report.NearMissCount, report.SegmentCount));
    }

    [Theory]
    [InlineData(70, 1, 0)]
    [InlineData(71, 2, 1)]
    [InlineData(75, 2, 1)]
    [InlineData(76, 2, 0)]
    [InlineData(135, 3, 1)]
    [InlineData(139, 3, 1)]
    [InlineData(140, 3, 0)]
    public void Ucs2_units_over_a_border_are_counted(int letters, int segments, int nearMisses)
    {
        RcBatchCsvReport report = Check($"2025550101,{new string('ж', letters)}\n");
        Assert.Equal((nearMisses, segments), (report.NearMissCount, report.SegmentCount));
    }

    [Fact]
    public void Keys_are_in_the_order_of_the_segments_and_rows_with_errors_do_not_count()
    {
        int[] letters = [1700, 10, 200, 10, 400, 40_000];
        RcBatchCsvReport report = Check(string.Concat(letters.Select((length, i) => $"{2025550101 + i},{new string('a', length)}\n")) + "bad,Hello\n");
        Assert.Equal(["1:2", "2:1", "3:1", "12:1"], report.SegmentHistogram.Select(pair => $"{pair.Key}:{pair.Value}"));
        Assert.Equal((5L, 19L), (report.ValidRowCount, report.SegmentCount));
        Assert.Empty(Check("bad,Hello\n").SegmentHistogram);
    }

    [Fact]
    public void Near_miss_is_a_text_that_saves_a_segment_without_its_last_five_units()
    {
        string[] alphabets = ["abc", "ab]€", "aж", "ж😀", "a😀"];
#pragma warning disable CA5394 // A test wants the same numbers again.
        Random random = new(14);
        for (int i = 0; i < 3_000; i++)
        {
            string letters = alphabets[i % alphabets.Length];
            string text = "aж".Substring(i % 2, 1) + string.Concat(Enumerable.Range(0, random.Next(500)).Select(_ => Pick(letters, random)));
            RcSmsMeasurement whole = SmsMeasurer.Measure(text, new MeasureOptions());
            int used = whole.SegmentCount == 2 ? whole.Units - (whole.Encoding == RcSmsEncoding.Gsm7 ? 160 : 70) : whole.SegmentCapacity - whole.UnitsRemaining;
            RcBatchCsvReport report = Check($"2025550101,\"{text}\"\n");
            Assert.Equal((text, whole.SegmentCount > 1 && used <= 5 ? 1L : 0L), (text, report.NearMissCount));
            Assert.Equal([new(whole.SegmentCount.ToString(CultureInfo.InvariantCulture), 1)], report.SegmentHistogram);
        }
#pragma warning restore CA5394
    }

#pragma warning disable CA5394
    private static string Pick(string letters, Random random)
    {
        int[] starts = StringInfo.ParseCombiningCharacters(letters);
        int at = random.Next(starts.Length);
        return letters[starts[at]..(at + 1 < starts.Length ? starts[at + 1] : letters.Length)];
    }
#pragma warning restore CA5394
}
