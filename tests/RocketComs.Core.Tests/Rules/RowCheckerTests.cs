using System.Text;
using RocketComs.Core.Rules;
using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

/// <summary>What a row is taken for, whatever stands before it.</summary>
public sealed class RowCheckerTests
{
    [Theory]
    [InlineData("2025550100,two\\nlines\n", "+12025550100,\"two\nlines\"\n", true)]
    [InlineData("2025550100,Hi\n2025550101,You\n", "\"2025550101\",You\r\n2025550100,\"Hi\"\r\n", true)]
    [InlineData("2025550100,Hi\n2025550101,You\n", "2025550100,You\n2025550101,Hi\n", false)]
    [InlineData("2025550100,Hi\n", "2025550100,Hi!\n", false)]
    [InlineData("2025550100,\"Doors open, at nine\"\n", "2025550100,\"Doors open, at ten.\"\n", false)]
    [InlineData("2025550100,Hi\nx,y\n", "2025550100,Hi\n", true)]
    public void Content_is_what_is_said_to_whom_however_it_is_written(string one, string other, bool isSame)
    {
        Assert.Equal(isSame, Content(one) == Content(other));
        Assert.NotEqual(0UL, Content(one));
        Assert.Equal(Content(one), Content(one, new CheckOptions { CutsRecords = false }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public void Rejected_are_the_rows_with_errors_however_few_issues_are_kept(int most)
    {
        using MemoryStream rejected = new();
        Check("2025550109,Hi\nx,first\n2025550100, blank\ny,second\n2025550101,sound\nz,third\n", new CheckOptions { MaxIssue = most, Rejected = () => rejected });
        Assert.Equal("x,first\ny,second\nz,third\n", Encoding.UTF8.GetString(rejected.ToArray()));
    }

    [Fact]
    public void Short_links_are_counted_as_long_as_they_become()
    {
        RcBatchCsvReport report = Check($"2025550100,{new string('x', 144)} http://x.y\n", new CheckOptions { Measure = new() { ShortLink = true } });
        Assert.Equal((2L, "RC105"), (report.SegmentCount, Fired(report)));
    }

    [Fact]
    public void Lines_before_the_rows_are_none() =>
        Assert.Equal((1L, "RC009*2"), Check("sep=,\nNumber,Message\n2025550100,Hi\n") is var report ? (report.RowCount, Fired(report)) : default);
}
