using System.Text;
using RocketComs.Core.Csv;
using RocketComs.Core.Rules;
using Xunit;

namespace RocketComs.Core.Tests.Rules;

/// <summary>A file is reported the same whether one thread checks its rows or many.</summary>
public class ThreadsTests
{
    private static readonly string[] s_rows =
    [
        "{0},Doors open at nine", "+1{0},\"Hello, you\"", "{0},\"two\nlines\"", "{0}, blank before", "bad,number", "{0}", ",no number", "{0},", "{0},a,b",
        "{0},\"closed\"early", "{0},caf\u00E9 \u20AC\\n next", "2025550100,twice", "{0},5\" nails", "", "{0},\"\r\n\r\n\"", "{0},\u0001", "{0},see https://example.com/x",
    ];

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Report_is_the_same_with_any_number_of_threads(string lineEnd)
    {
        byte[] file = Encoding.UTF8.GetBytes(Text(20_000, lineEnd));
        (RcBatchCsvReport one, string oneRejected, List<RcBatchCsvIssue> oneHeard) = Check(file, 1);
        Assert.True(one.RowCount > 15_000 && one.IssueSummary.Count >= 12);
        foreach ((int threads, int pieceBytes) in ((int, int)[])[(2, 256 * 1024), (3, 1000), (8, 77)])
        {
            (RcBatchCsvReport many, string rejected, List<RcBatchCsvIssue> heard) = Check(file, threads, pieceBytes);
            Assert.Equal(one.Issues, many.Issues);
            Assert.Equal(oneHeard, heard);
            Assert.Equal(oneRejected, rejected);
            Assert.Equal(one.IssueSummary, many.IssueSummary);
            Assert.Equal(Figures(one), Figures(many));
        }
    }

    [Fact]
    public void Issues_come_in_the_order_of_the_file_with_their_lines()
    {
        string text = Text(20_000, "\n");
        string[] lines = text.Split('\n');
        (RcBatchCsvReport report, _, _) = Check(Encoding.UTF8.GetBytes(text), 4);
        Assert.Equal(report.Issues.Select(issue => issue.Row).Order(), report.Issues.Select(issue => issue.Row));
        RcBatchCsvIssue[] malformed = [.. report.Issues.Where(issue => issue.RuleId == "RC005")];
        Assert.NotEmpty(malformed);
        Assert.All(malformed, issue => Assert.Equal("bad,number", lines[issue.Line - 1]));
    }

    [Fact]
    public void Stopped_check_ends_though_many_threads_work()
    {
        using CancellationTokenSource stop = new();
        CheckOptions options = new() { Threads = 4, OnProgress = read => Cancel(stop, read) };
        Assert.Throws<OperationCanceledException>(() => BatchCsvChecker.Check(new BytesSource(Encoding.UTF8.GetBytes(Text(20_000, "\n"))), options, stop.Token));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void What_cannot_be_read_is_thrown_in_its_place_whichever_thread_reads_it(int threads)
    {
        byte[] file = Encoding.UTF8.GetBytes(Text(20_000, "\n"));
        const int Readable = 200_000;
        List<long> taken = [];
        CheckOptions options = new() { Threads = threads, PieceBytes = 10_000, OnProgress = taken.Add };
        IOException failure = Assert.Throws<IOException>(() => BatchCsvChecker.Check(new FailingSource(file, Readable), options, CancellationToken.None));
        Assert.Equal(("the disk is gone", true), (failure.Message, taken[^1] is > Readable - 30_000 and <= Readable));
        Assert.Equal(taken.Order(), taken);
    }

    private static void Cancel(CancellationTokenSource stop, long read)
    {
        if (read > 100_000)
        {
            stop.Cancel();
        }
    }

    private static (RcBatchCsvReport Report, string Rejected, List<RcBatchCsvIssue> Heard) Check(byte[] file, int threads, int pieceBytes = 256 * 1024)
    {
        using MemoryStream rejected = new();
        List<RcBatchCsvIssue> heard = [];
        BatchCsvChecker.Check(new BytesSource(file), new CheckOptions { Threads = threads, PieceBytes = pieceBytes, OnIssue = heard.Add }, CancellationToken.None);
        RcBatchCsvReport report = BatchCsvChecker.Check(new BytesSource(file), new CheckOptions { Threads = threads, PieceBytes = pieceBytes, Rejected = () => rejected }, CancellationToken.None);
        return (report, Encoding.UTF8.GetString(rejected.ToArray()), heard);
    }

    private static (long, long, long, long, long, long, long, long) Figures(RcBatchCsvReport report) => (
        report.RowCount, report.ValidRowCount, report.ErrorCount, report.WarningCount, report.SegmentCount, report.Gsm7RowCount, report.Ucs2RowCount, report.DuplicateCount);

    private static string Text(int rows, string lineEnd) => string.Concat(Enumerable.Range(0, rows).Select(row =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, s_rows[(row * 7919) % s_rows.Length], 2025560000 + row) + lineEnd));

    private sealed class FailingSource(byte[] bytes, int readable) : BatchSource
    {
        public override string? Path => null;

        public override string FileName => "batch.csv";

        public override Stream Open() => new FailingStream(bytes, readable);
    }

    private sealed class FailingStream(byte[] bytes, int readable) : MemoryStream(bytes, writable: false)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            Position >= readable ? throw new IOException("the disk is gone") : base.Read(buffer, offset, (int)Math.Min(count, readable - Position));
    }
}
