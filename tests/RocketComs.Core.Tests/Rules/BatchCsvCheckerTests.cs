using System.Text;
using RocketComs.Core.Rules;
using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

/// <summary>The rows of a file are added up, however it is read.</summary>
public sealed class BatchCsvCheckerTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(64)]
    [InlineData(4000)]
    public void Progress_is_told_up_to_the_end(int pieceBytes)
    {
        byte[] file = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20).Select(row => $"{2_025_550_100 + row},Hi\n")));
        List<long> read = [];
        Check(file, new CheckOptions { PieceBytes = pieceBytes, Threads = 1, OnProgress = read.Add });
        Assert.Equal(file.Length, read[^1]);
        Assert.Equal(read.Order().Distinct(), read);
        Assert.All(read, each => Assert.True(each > 0 && file[each - 1] == '\n'));
    }

    [Fact]
    public void Rows_of_an_encoding_that_is_not_cut_into_pieces_are_all_added_up()
    {
        string text = string.Concat(Enumerable.Range(0, 300).Select(row => $"{2_025_550_100 + (row % 290)},{(row % 100 == 7 ? " " : "Hi")}\n"));
        List<long> read = [];
        RcBatchCsvReport report = Check([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)], new CheckOptions { OnProgress = read.Add });
        Assert.Equal((300L, 297L, 297L, 10L), (report.RowCount, report.ValidRowCount, report.SegmentCount, report.DuplicateCount));
        Assert.Equal([8L, 108, 208], report.Issues.Where(issue => issue.RuleId == "RC006").Select(issue => issue.Row));
        Assert.Equal((3, true), (read.Count, read.Order().SequenceEqual(read)));
    }
}
