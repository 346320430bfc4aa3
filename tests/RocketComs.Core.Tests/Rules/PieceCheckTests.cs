using System.Text;
using RocketComs.Core.Rules;
using RocketComs.Core.Rules.Engine;
using Xunit;

namespace RocketComs.Core.Tests.Rules;

/// <summary>Small files in pieces of every length: what is told of them, and on which lines, is what is told of them whole.</summary>
public sealed class PieceCheckTests
{
    [Theory]
    [InlineData("2025550100,\"a\nb\n\nc, and much more than a piece holds, so that it is joined and joined\nagain\"\nx,y\n2025550101,b\n", "RC005:6 RC104:1")]
    [InlineData("2025550100,a\n2025550101,\"b\n\n\nc\"\r\nx,y\n", "RC005:6 RC104:2")]
    [InlineData("2025550100,a\r\n2025550101,b\r\nx,y\r\n2025550102,c\r\n\r\ny,z\r\n", "RC005:3 RC005:6 RC110:5")]
    [InlineData("2025550100,a\r2025550101,b\rx,y\r2025550102,c", "RC005:3")]
    [InlineData("2025550100,a\n\uFEFF2025550101,b\n\uFEFF2025550102,\"c\nd\"\nx,y\n", "RC005:2 RC005:3 RC005:5 RC104:3")]
    [InlineData("\uFEFF2025550100,a\n2025550101,b\nx,y\n", "RC005:3 RC109:1")]
    [InlineData("sep=,\nNumber,Message\n2025550100,a\nx,y\n", "RC005:4 RC009:1 RC009:2")]
    [InlineData("2025550100,a\n2025550101,\"\uFEFFb\n\uFEFF2025550102,c\n\uFEFFnever closed\n", "RC007:2")]
    [InlineData("2025550100,an endless line without an end, longer than any piece of it is in this test", "RC003:1")]
    [InlineData("2025550100,a\n2025550101,b \" c\n2025550102,\" d\"\n2025550103, \"e\"\n2025550100,f", "RC102:5 RC107:3 RC107:4 RC114:2 RC114:4")]
    public void File_is_told_the_same_in_pieces_of_every_length(string text, string told)
    {
        byte[] file = Encoding.UTF8.GetBytes(text);
        for (int pieceBytes = 4; pieceBytes <= 60; pieceBytes++)
        {
            Assert.Equal((pieceBytes, told), (pieceBytes, Told(file, new CheckOptions { PieceBytes = pieceBytes, Threads = 1 + (pieceBytes % 2) })));
        }

        Assert.Equal(told, Told(file, new CheckOptions()));
        Assert.Equal(told, Told(file, new CheckOptions { CutsRecords = false, Threads = 1 }));
    }

    [Theory]
    [InlineData(16)]
    [InlineData(64)]
    [InlineData(4000)]
    public void Progress_is_told_up_to_the_end(int pieceBytes)
    {
        byte[] file = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20).Select(row => $"{2_025_550_100 + row},Hi\n")));
        List<long> read = [];
        BytesSource.Check(file, new CheckOptions { PieceBytes = pieceBytes, Threads = 1, OnProgress = read.Add });
        Assert.Equal(file.Length, read[^1]);
        Assert.Equal(read.Order().Distinct(), read);
        Assert.All(read, each => Assert.True(each > 0 && file[each - 1] == '\n'));
    }

    [Fact]
    public void Rows_of_an_encoding_that_is_not_cut_into_pieces_are_all_added_up()
    {
        string text = string.Concat(Enumerable.Range(0, 300).Select(row => $"{2_025_550_100 + (row % 290)},{(row % 100 == 7 ? " " : "Hi")}\n"));
        List<long> read = [];
        RcBatchCsvReport report = BytesSource.Check([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)], new CheckOptions { OnProgress = read.Add });
        Assert.Equal((300L, 297L, 297L, 10L), (report.RowCount, report.ValidRowCount, report.SegmentCount, report.DuplicateCount));
        Assert.Equal([8L, 108, 208], report.Issues.Where(issue => issue.RuleId == "RC006").Select(issue => issue.Row));
        Assert.Equal((3, true), (read.Count, read.Order().SequenceEqual(read)));
    }

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

    [Fact]
    public void Content_of_rows_is_the_sum_of_theirs() => Assert.Equal(unchecked(Content("2025550100,Hi\n") + Content("2025550101,You\n")), Content("2025550100,Hi\n2025550101,You\n"));

    // A journal keeps it, and later versions look for what it has.
    [Theory]
    [InlineData(7, "", 13021067802506009426UL)]
    [InlineData(7, "Hi", 1577821463670894689UL)]
    [InlineData(7, "12345678", 13324687463063543078UL)]
    [InlineData(7, "Doors open at nine", 4050022038714833806UL)]
    public void Content_stays_what_it_was(ulong key, string text, ulong content) => Assert.Equal(content, RowContent.Of(key, Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public void Rejected_are_the_rows_with_errors_however_few_issues_are_kept(int most)
    {
        using MemoryStream rejected = new();
        BytesSource.Check("2025550109,Hi\nx,first\n2025550100, blank\ny,second\n2025550101,sound\nz,third\n", new CheckOptions { MaxIssue = most, Rejected = () => rejected });
        Assert.Equal("x,first\ny,second\nz,third\n", Encoding.UTF8.GetString(rejected.ToArray()));
    }

    [Fact]
    public void Short_links_are_counted_as_long_as_they_become()
    {
        RcBatchCsvReport report = BytesSource.Check($"2025550100,{new string('x', 144)} http://x.y\n", new CheckOptions { Measure = new() { ShortLink = true } });
        Assert.Equal((2L, "RC105"), (report.SegmentCount, BytesSource.Fired(report)));
    }

    [Fact]
    public void Histogram_is_in_the_order_of_numbers_and_a_price_has_its_currency()
    {
        string file = string.Concat(((int[])[1500, 10, 200, 300]).Select((length, row) => $"{2_025_550_100 + row},{new string('x', length)}\n"));
        RcBatchCsvReport report = BytesSource.Check(file, new CheckOptions { Measure = new() { PricePerSegment = 0.5m, Currency = "CAD" } });
        Assert.Equal("1 2 10", string.Join(' ', report.SegmentHistogram.Keys));
        Assert.Equal((7.5m, "CAD"), (report.EstimatedCost, report.Currency));
        Assert.Null(BytesSource.Check(file).Currency);
    }

    private static ulong Content(string text, CheckOptions? options = null)
    {
        ulong content = 0;
        BytesSource.Check(text, (options ?? new()) with { OnContent = value => content = value });
        return content;
    }

    private static string Told(byte[] file, CheckOptions options) =>
        string.Join(' ', BytesSource.Check(file, options).Issues.Select(issue => $"{issue.RuleId}:{issue.Line}").Order(StringComparer.Ordinal));
}
