using System.Text;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Rules;
using Xunit;

namespace RocketComs.Core.Tests.Rules;

/// <summary>
/// Damaged files give a report whose figures agree with each other, never an exception. A run takes some thousands of inputs from
/// fixed seeds; ROCKETCOMS_FUZZ asks for more of them, ROCKETCOMS_FUZZ_SEED for others.
/// </summary>
public class CheckFuzzTests
{
    private const int OnePiece = 4_000_000;

    private const string Messy =
        "Number,Message\n2025554444,\"{name}, see bit.ly/x [link] 50% off\"\n+12025554445,\"a\n2025554446,b\n\"\n 2025554447 ,`\u00e9\u0301\\n \u2019 \ud83d\ude00\"\n4420794\n;x\n2025554444,\u0007\n";

    private const string Sound =
        "2025554444,New Product Launch This Month\r\n+12025554445,\"Hello, \"\"you\"\"\"\n2025554446,\"two\nlines\"\r\n\r\n2025554447,Grüße 😀\\n…\r2025554448,x\n";

    // What few texts by chance come to: one that is dear for one character, addresses with a port, numbers with zeros, plus signs and spellings mixed.
    private const string Rare =
        "0202555444,See https://user@x.example:8080/a?b or http://bit.ly:443\n12025554444,\"It’s a text that is longer than seventy characters and has one that nobody needs\"\n00442079460958,#N/A $5 [First Name]\n+442079460958,x~\n2025554444,\\n\n0011111111,y\n(202) 555-4445,z\n";

    private static readonly RcCampaign s_campaign = new() { EmbeddedLink = false, EmbeddedPhone = false, SubscriberOptout = true, Sample1 = "New launch this month" };

    private static readonly string[] s_encodings = ["utf-8", "utf-16", "utf-16BE", "utf-32"];

    [Fact]
    public void Random_bytes_give_a_report()
    {
        byte[] likely = [.. "0123456789,,,\"\"\"\n\n\r+ ab;\t\\n"u8];
#pragma warning disable CA5394 // A test wants the same numbers again.
        Random random = new(Fuzz.Setting("ROCKETCOMS_FUZZ_SEED", 20261123));
        for (int i = 0; i < Fuzz.Setting("ROCKETCOMS_FUZZ", Cases.Of(5_000)) / 2; i++)
        {
            byte[] bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            for (int at = 0; at < bytes.Length && i % 3 > 0; at++)
            {
                bytes[at] = random.Next(10) < 9 ? likely[random.Next(likely.Length)] : bytes[at];
            }

            AssertSane(bytes);
        }
    }

    [Fact]
    public void Damaged_files_give_a_report()
    {
        Random random = new(Fuzz.Setting("ROCKETCOMS_FUZZ_SEED", 7));
        byte[][] files =
        [
            .. s_encodings.SelectMany(name => (string[])[Sound, Messy], (name, text) => (byte[])[.. Encoding.GetEncoding(name).GetPreamble(), .. Encoding.GetEncoding(name).GetBytes(text)]),
            Encoding.UTF8.GetBytes(Sound),
            Encoding.UTF8.GetBytes(Messy),
            Encoding.UTF8.GetBytes(Messy.Replace(',', ';')),
            Encoding.UTF8.GetBytes(Rare),
        ];
        for (int i = 0; i < Fuzz.Setting("ROCKETCOMS_FUZZ", Cases.Of(5_000)) / 2; i++)
        {
            byte[] bytes = (byte[])files[i % files.Length].Clone();
            for (int hit = random.Next(5); hit > 0; hit--)
            {
                Mutate(ref bytes, files[random.Next(files.Length)], random);
            }

            AssertSane(random.Next(3) == 0 ? bytes[..random.Next(bytes.Length + 1)] : bytes);
        }
    }

    // A byte changed, a piece taken out, doubled, or taken from another file.
    private static void Mutate(ref byte[] bytes, byte[] other, Random random)
    {
        int at = random.Next(bytes.Length + 1);
        int end = Math.Min(bytes.Length, at + random.Next(12));
        int from = random.Next(other.Length);
        bytes = random.Next(5) switch
        {
            0 => [.. bytes[..at], .. bytes[end..]],
            1 => [.. bytes[..end], .. bytes[at..]],
            2 => [.. bytes[..at], .. other[from..Math.Min(other.Length, from + random.Next(20))], .. bytes[at..]],
            3 => [.. bytes[..at], "\"\n\r,;\t\0 \\+"u8[random.Next(10)], .. bytes[at..]],
            _ => [.. bytes[..at], (byte)random.Next(256), .. bytes[Math.Min(bytes.Length, at + 1)..]],
        };
    }
#pragma warning restore CA5394

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Every_truncation_gives_a_report(string name)
    {
        byte[] bytes = [.. Encoding.GetEncoding(name).GetPreamble(), .. Encoding.GetEncoding(name).GetBytes(Sound)];
        for (int length = 0; length <= bytes.Length; length++)
        {
            AssertSane(bytes[..length]);
        }
    }

    private static void AssertSane(byte[] bytes)
    {
        using MemoryStream rejected = new();
        string hex = Convert.ToHexString(bytes);
        RcBatchCsvReport report;
        try
        {
            // The parser and the rules alone, over the file as a whole: what is quicker must come to the same.
            report = BytesSource.Check(bytes, new CheckOptions { Rejected = () => rejected, OptOutNumbers = ["2025554448"], Campaign = s_campaign, CutsRecords = false, PieceBytes = OnePiece });
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException("Failed for " + hex, exception);
        }

        AssertSame(bytes, report, rejected.ToArray(), 1, 256 * 1024, hex);
        AssertSame(bytes, report, rejected.ToArray(), 1 + (bytes.Length % 4), 8 + (bytes.Length % 40), hex);
        AssertSame(bytes, report, rejected.ToArray(), 1 + (bytes.Length % 3), 50 + (bytes.Length % 50), hex);
        Assert.True(report.RowCount >= report.ValidRowCount && report.ValidRowCount == report.Gsm7RowCount + report.Ucs2RowCount, hex);
        int told = report.Issues.Count(issue => issue.Severity == RcIssueSeverity.Information);
        Assert.True(report.ErrorCount + report.WarningCount + told == report.IssueSummary.Values.Sum(), hex);
        Assert.True(report.ErrorCount + report.WarningCount + told == report.Issues.Length, hex);
        Assert.True(report.SegmentCount >= report.ValidRowCount, hex);
        Assert.True(rejected.Length > 0 == report.RowCount > report.ValidRowCount, hex);
        int lines = bytes.Count(each => each is (byte)'\n' or (byte)'\r') + 1;
        Assert.All(report.Issues, issue => Assert.True(issue.Line >= 1 && issue.Line <= lines && issue.Row <= report.RowCount, $"{issue} for {hex}"));
        try
        {
            Assert.Equal(report.RowCount, BatchCsvReader.Read(new BytesSource(bytes)).Count(read => !read.IsHeader));
        }
        catch (BatchFileException)
        {
            Assert.Equal(0, report.RowCount);
        }
    }

    // Cut anywhere, even within quotes, and checked by several threads, a file is what it is.
    private static void AssertSame(byte[] bytes, RcBatchCsvReport whole, byte[] wholeRejected, int threads, int pieceBytes, string hex)
    {
        using MemoryStream rejected = new();
        CheckOptions options = new() { Rejected = () => rejected, OptOutNumbers = ["2025554448"], Campaign = s_campaign, Threads = threads, PieceBytes = pieceBytes };
        RcBatchCsvReport pieces = BytesSource.Check(bytes, options);
        Assert.True(whole.Issues.SequenceEqual(pieces.Issues), hex);
        Assert.True(whole.SegmentHistogram.SequenceEqual(pieces.SegmentHistogram), hex);
        RcBatchCsvReport figures = whole with { Issues = [], IssueSummary = pieces.IssueSummary, SegmentHistogram = pieces.SegmentHistogram, DearestMessage = pieces.DearestMessage, Elapsed = default };
        Assert.True(whole.DearestMessage?.Message == pieces.DearestMessage?.Message, hex);
        Assert.True(figures == pieces with { Issues = [], Elapsed = default }, hex);
        Assert.True(wholeRejected.AsSpan().SequenceEqual(rejected.ToArray()), hex);
    }
}
