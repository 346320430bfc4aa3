#if !NETSTANDARD_LAYOUT
using System.Diagnostics;
#endif
using System.Globalization;
using System.Text;
using RocketComs.Core.Rules;
using Xunit;

namespace RocketComs.Core.Tests.Rules;

/// <summary>What is told of a file must not depend on whether its records are cut or parsed, where it is cut into pieces, and how many threads check it.</summary>
public class CutCheckTests
{
    private static readonly string[] s_usual =
    [
        "{0},Doors open at nine. See you there!", "{0},\"Hello, you\"", "\"{0}\",\"Both quoted, \"\"really\"\"\"", "+1{0},Rain or shine we are here - save 20% and earn $10.",
        "1{0},Read https://www.example.com/sale?x=1 today", "{0},It\u2019s here \\nPrices [today] {{only}}", "{0},\u4ECA\u65E5\u306F\uD83D\uDE00 sale \u2026", "{0},na\u00EFve caf\u00E9 \u20AC5",
        "{0},A text of two segments, quoted or not: Book your table now. Pick it up at the counter. Tickets go on sale at noon. Two for one on coffee. Our store on Main Street has moved",
        "{0},\"A text of two segments: Book your table now. Pick it up at the counter. Tickets go on sale at noon. Two for one on coffee. Our store on Main Street has moved; \u20AC\"",
    ];

    private static readonly string[] s_odd =
    [
        "{0},Hi {{name}}", "{0},go to bit.ly/x", "(202) 555-0{0}", "{0},a,b", "{0},", ",text", "", ",,", "{0},\"two\nlines\"", "{0},stray \" quote", "{0},\"closed\" early", "{0}, blank ",
        "+44 20 7946 0958,other", "+442079460958,London", "2025550101,twice", "{0},C\u00C3\u00A9 twice", "{0},lost \uFFFD", "{0},tab\there", "sep=,", "{0},50%OFF% #NAME# ((x)) @@y@@ <<z>>",
    ];

    private static readonly RcCampaign s_campaign = new() { EmbeddedLink = false, EmbeddedPhone = false, SubscriberOptout = true, Sample1 = "Rain or shine, doors open at nine" };

    [Theory]
    [InlineData("\n", 0)]
    [InlineData("\r\n", 0)]
    [InlineData("\n", 10)]
    [InlineData("\r\n", 25)]
    [InlineData("\r", 10)]
    public void Cut_and_parsed_files_are_told_the_same(string lineEnd, int oddInHundred)
    {
        for (int seed = 1; seed <= Cases.Of(30) / 10; seed++)
        {
            byte[] file = Encoding.UTF8.GetBytes(Text(2000, lineEnd, oddInHundred, seed));
            Told parsed = Check(file, new CheckOptions { CutsRecords = false, Threads = 1, PieceBytes = 4_000_000 });
            foreach ((int threads, int pieceBytes) in ((int, int)[])[(1, 256 * 1024), (2, 50_000), (3, 17_000 + seed), (4, 999 + seed)])
            {
                Told cut = Check(file, new CheckOptions { Threads = threads, PieceBytes = pieceBytes });
                Assert.Equal(parsed.Issues, cut.Issues);
                Assert.Equal(parsed.Figures, cut.Figures);
            }
        }
    }

    [Fact]
    public void File_is_told_the_same_wherever_it_is_cut()
    {
        byte[] file = Encoding.UTF8.GetBytes(Text(60, "\n", 20, 3) + Text(20, "\r\n", 20, 4));
        Told parsed = Check(file, new CheckOptions { CutsRecords = false, Threads = 1, PieceBytes = 4_000_000 });
        int step = 13 - Cases.Of(10);
        for (int pieceBytes = 8; pieceBytes < file.Length; pieceBytes += step)
        {
            Told cut = Check(file, new CheckOptions { Threads = 1 + (pieceBytes % 4), PieceBytes = pieceBytes });
            Assert.Equal((pieceBytes, parsed.Figures), (pieceBytes, cut.Figures));
            Assert.Equal(parsed.Issues, cut.Issues);
        }
    }

#if !NETSTANDARD_LAYOUT
    [Theory]
    [InlineData("DOTNET_EnableAVX512F")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task Processors_without_wide_registers_tell_the_same(string off)
    {
        string program = Path.ChangeExtension(typeof(CutCheckTests).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null)!;
        ProcessStartInfo start = new(program) { RedirectStandardOutput = true };
        foreach (string argument in (string[])["-method", "*.Cut_and_parsed_files_are_told_the_same", "-method", "*.Marked_are_bytes_of_a_kind_commas_and_dots_in_words", "-noColor"])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment[off] = "0";
        using Process tests = Process.Start(start)!;
        string output = await tests.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await tests.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Total: 6, Errors: 0, Failed: 0", output, StringComparison.Ordinal);
    }
#endif

    private static Told Check(byte[] file, CheckOptions options)
    {
        using MemoryStream rejected = new();
        List<RcBatchCsvIssue> heard = [];
        ulong content = 0;
        RcBatchCsvReport report = BytesSource.Check(file, options with { MaxIssue = 500, Rejected = () => rejected, OnContent = value => content = value });
        RcBatchCsvReport registered = BytesSource.Check(file, options with { OnIssue = heard.Add, Campaign = s_campaign });
        string figures = FormattableString.Invariant(
            $"{report.RowCount} {report.ValidRowCount} {report.ErrorCount} {report.WarningCount} {report.SegmentCount} {report.NearMissCount} {report.Gsm7RowCount} {report.Ucs2RowCount} {report.DuplicateCount} {content:X} ")
            + string.Join(' ', report.SegmentHistogram) + string.Join(' ', report.IssueSummary) + string.Join(' ', registered.IssueSummary) + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(rejected.ToArray()));
        return new([.. report.Issues, .. heard], figures);
    }

    private static string Text(int rows, string lineEnd, int oddInHundred, int seed)
    {
        StringBuilder text = new();
#pragma warning disable CA5394 // A test wants the same rows again.
        Random random = new(seed);
        for (int row = 0; row < rows; row++)
        {
            string[] kinds = random.Next(100) < oddInHundred ? s_odd : s_usual;
            long number = 2_025_550_000L + (random.Next(20) == 0 ? random.Next(rows) : row * 7);
#pragma warning restore CA5394
            text.AppendFormat(CultureInfo.InvariantCulture, kinds[random.Next(kinds.Length)], number).Append(lineEnd);
        }

        return text.ToString();
    }

    private sealed record Told(RcBatchCsvIssue[] Issues, string Figures);
}
