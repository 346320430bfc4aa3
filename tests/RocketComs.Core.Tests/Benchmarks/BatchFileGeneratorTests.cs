using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RocketComs.Benchmarks.Generation;
using RocketComs.Core.Csv;
using RocketComs.Core.Rules;
using RocketComs.Core.Segments;
using RocketComs.Core.Tests.Rules;
using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Benchmarks;

/// <summary>The files that the benchmarks run on are what the benchmarks say of them.</summary>
public sealed class BatchFileGeneratorTests
{
    private const int Rows = 20_000;
    private const ulong Seed = BatchFileGenerator.DefaultSeed;

    private static readonly byte[] s_clean = Generate(FileKind.Clean, Rows, Seed);
    private static readonly byte[] s_worst = Generate(FileKind.Worst, Rows, Seed);

    // The hashes pin the bytes: figures of two machines or two years are of the same files.
    [Theory]
    [InlineData("Clean", "9E5EF3369E1D22997A97C7378D1DA069F8124164FCCE0659B8B2F6E539C1C5E4")]
    [InlineData("Worst", "89D2A7BB98C9B1E51ACAAF64103BFF143D79ACF38C6796BBEBBE5E9AF6920700")]
    public void A_seed_gives_the_same_bytes_on_every_machine(string kind, string hash)
    {
        byte[] bytes = Generate(Enum.Parse<FileKind>(kind), 1000, 1);

        Assert.Equal(hash, Convert.ToHexString(SHA256.HashData(bytes)));
    }

    [Fact]
    public void The_culture_changes_nothing()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
        try
        {
            Assert.Equal(s_worst, Generate(FileKind.Worst, Rows, Seed));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Another_seed_gives_other_rows() => Assert.NotEqual(s_clean, Generate(FileKind.Clean, Rows, Seed + 1));

    [Fact]
    public void A_shorter_file_is_the_beginning_of_a_longer_one()
    {
        byte[] shorter = Generate(FileKind.Worst, 100, Seed);

        Assert.Equal(shorter, s_worst[..shorter.Length]);
    }

    [Fact]
    public void The_clean_file_has_neither_errors_nor_warnings()
    {
        RcBatchCsvReport report = Check(s_clean);

        Assert.Empty(report.IssueSummary);
        Assert.Equal((Rows, Rows, 0), (report.RowCount, report.SegmentCount, report.DuplicateCount));
    }

    [Fact]
    public void The_clean_file_has_about_110_bytes_a_row() => Assert.InRange(s_clean.Length / (double)Rows, 105, 118);

    [Fact]
    public void The_worst_file_is_of_about_the_same_size() => Assert.InRange(s_worst.Length / (double)s_clean.Length, 0.9, 1.1);

    [Fact]
    public void The_clean_file_holds_the_shares_that_are_promised()
    {
        string[] fields = [.. Lines(s_clean).Select(line => line[(line.IndexOf(',', StringComparison.Ordinal) + 1)..])];
        string[] texts = [.. ReadRows(s_clean).Select(row => row.Message)];

        Assert.InRange(Share(fields, field => field[0] == '"'), 0.14, 0.16);
        Assert.InRange(Share(fields, field => field[0] == '"' && field[1..^1].Contains("\"\"", StringComparison.Ordinal)), 0.02, 0.04);
        Assert.InRange(Share(texts, text => text.Any(character => GsmAlphabet.Septets(character) == 0)), 0.008, 0.012);
        Assert.InRange(Share(texts, text => UrlFinder.MayHoldUrl(text)), 0.027, 0.033);
        Assert.InRange(Share(texts, text => text.Any(character => character is '€' or '[')), 0.035, 0.045);
        Assert.InRange(Share(texts, text => text.Contains(LineBreakEscape.Pair, StringComparison.Ordinal)), 0.02, 0.04);
    }

    [Fact]
    public void Quoted_fields_are_those_with_commas()
    {
        foreach (string line in Lines(s_clean))
        {
            string field = line[(line.IndexOf(',', StringComparison.Ordinal) + 1)..];
            Assert.Equal(field[0] == '"', field.Contains(',', StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Texts_have_40_to_155_characters_and_at_most_70_where_they_are_ucs2()
    {
        foreach (RcBatchRow row in ReadRows(s_clean))
        {
            bool isUcs2 = row.Message.Any(character => GsmAlphabet.Septets(character) == 0);
            Assert.InRange(row.Message.Length, 40, isUcs2 ? 70 : 155);
        }
    }

    [Fact]
    public void Numbers_are_unique_and_of_the_numbering_plan()
    {
        HashSet<string> seen = [];
        foreach (RcBatchRow row in ReadRows(s_clean))
        {
            Assert.Matches("^[2-9][0-9]{2}[2-9][0-9]{6}$", row.Number);
            Assert.Contains(int.Parse(row.Number[..3], CultureInfo.InvariantCulture), AreaCodes.UnitedStates);
            Assert.NotEqual("11", row.Number[4..6]);
            Assert.True(seen.Add(row.Number), row.Number);
        }
    }

    [Fact]
    public void Every_row_of_the_worst_file_has_an_error()
    {
        HashSet<long> rows = [];
        RcBatchCsvReport report = Check(s_worst, new CheckOptions { OnIssue = issue => _ = issue.Severity == RcIssueSeverity.Error && rows.Add(issue.Row) });

        Assert.Equal((Rows, 0, 0), (report.RowCount, report.ValidRowCount, report.SegmentCount));
        Assert.Equal(Rows, rows.Count);
    }

    [Fact]
    public void The_worst_file_has_every_kind_of_mistake()
    {
        IReadOnlyDictionary<string, long> found = Check(s_worst).IssueSummary;

        foreach (string rule in (string[])["RC002", "RC003", "RC004", "RC005", "RC006", "RC007", "RC008", "RC011"])
        {
            Assert.InRange(found[rule], Rows / 20, Rows / 3);
        }
    }

    [Theory]
    [InlineData("Quoted")]
    [InlineData("Doubled")]
    [InlineData("Ucs2")]
    [InlineData("Url")]
    [InlineData("Long")]
    [InlineData("Crlf")]
    [InlineData("Short")]
    [InlineData("Ordered")]
    public void Other_mixes_have_no_errors_either(string kind)
    {
        RcBatchCsvReport report = Check(Generate(Enum.Parse<FileKind>(kind), Rows, Seed));

        Assert.Equal((Rows, Rows, 0, 0), (report.RowCount, report.ValidRowCount, report.ErrorCount, report.DuplicateCount));
    }

    [Fact]
    public void Other_mixes_are_what_they_are_named_after()
    {
        Assert.InRange(Share(Lines(Generate(FileKind.Quoted, Rows, Seed)), line => line[11] == '"'), 0.49, 0.51);
        Assert.InRange(Share(Texts(FileKind.Ucs2), text => text.Any(character => GsmAlphabet.Septets(character) == 0)), 0.09, 0.11);
        Assert.All(Texts(FileKind.Doubled), text => Assert.Contains('"', text));
        Assert.All(Texts(FileKind.Url), text => Assert.True(UrlFinder.MayHoldUrl(text), text));
        Assert.All(Texts(FileKind.Long), text => Assert.InRange(SegmentCounter.Count(text).Segments, 2, 4));
        Assert.All(Texts(FileKind.Short), text => Assert.InRange(text.Length, 10, 25));
        Assert.All(Lines(Generate(FileKind.Crlf, Rows, Seed)), line => Assert.EndsWith("\r", line, StringComparison.Ordinal));
        string[] numbers = [.. ReadRows(Generate(FileKind.Ordered, Rows, Seed)).Select(row => row.Number)];
        Assert.Equal(numbers.Order(StringComparer.Ordinal), numbers);
    }

    private static string[] Texts(FileKind kind) => [.. ReadRows(Generate(kind, Rows, Seed)).Select(row => row.Message)];

    private static byte[] Generate(FileKind kind, int rows, ulong seed)
    {
        using MemoryStream stream = new();
        BatchFileGenerator.Write(stream, kind, rows, seed, CancellationToken.None);
        return stream.ToArray();
    }

    private static RcBatchRow[] ReadRows(byte[] bytes) => [.. BatchCsvReader.Read(new BytesSource(bytes)).Select(read => read.Row)];

    private static string[] Lines(byte[] bytes) => Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static double Share(string[] all, Func<string, bool> condition) => all.Count(condition) / (double)all.Length;
}
