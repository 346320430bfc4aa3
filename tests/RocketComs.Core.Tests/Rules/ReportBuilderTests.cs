using RocketComs.Core.Rules;
using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

/// <summary>What the rows of a file come to.</summary>
public sealed class ReportBuilderTests
{
    [Fact]
    public void Content_of_rows_is_the_sum_of_theirs() => Assert.Equal(unchecked(Content("2025550100,Hi\n") + Content("2025550101,You\n")), Content("2025550100,Hi\n2025550101,You\n"));

    [Fact]
    public void Histogram_is_in_the_order_of_numbers_and_a_price_has_its_currency()
    {
        string file = string.Concat(((int[])[1500, 10, 200, 300]).Select((length, row) => $"{2_025_550_100 + row},{new string('x', length)}\n"));
        RcBatchCsvReport report = Check(file, new CheckOptions { Measure = new() { PricePerSegment = 0.5m, Currency = "CAD" } });
        Assert.Equal("1 2 10", string.Join(' ', report.SegmentHistogram.Keys));
        Assert.Equal((7.5m, "CAD"), (report.EstimatedCost, report.Currency));
        Assert.Null(Check(file).Currency);
    }

    [Fact]
    public void Progress_is_told()
    {
        List<long> read = [];
        Check("2025550100,Hi\n", new CheckOptions { OnProgress = read.Add });
        Assert.Equal([14L], read);
    }
}
