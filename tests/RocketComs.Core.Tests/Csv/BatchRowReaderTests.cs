using System.Text;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using Xunit;

namespace RocketComs.Core.Tests.Csv;

/// <summary>What a reader of rows shows of them, and what it leaves open of the file.</summary>
public sealed class BatchRowReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2025550101\n", "", "")]
    [InlineData("2025550101,a\n", "a", "a")]
    [InlineData("2025550101,a,\"b, c\",d\n", "a", "a,b, c,d")]
    [InlineData("2025550101;a;b\n2025550102;c;d\n", "a", "a;b")]
    public void Text_is_what_follows_the_number(string file, string message, string rest)
    {
        using BatchRowReader rows = new(new FileSource(_folder.Write("a.csv", file)));
        Assert.True(rows.Read());
        Assert.Equal(("2025550101", message, rest), (rows.Number, rows.Message, rows.Rest));
    }

    [Theory]
    [InlineData("2025550101\n", false)]
    [InlineData("2025\"550101\n", false)]
    [InlineData("2025550101,a\"b\n", true)]
    [InlineData("2025550101,\"a\"\"b\"\n", false)]
    public void Quote_in_a_text_that_is_not_quoted_is_a_stray_one(string file, bool isStray)
    {
        using BatchRowReader rows = new(new FileSource(_folder.Write("a.csv", file)));
        Assert.True(rows.Read());
        Assert.Equal(isStray, rows.HasStrayQuote);
    }

    [Fact]
    public void File_is_free_again_when_it_has_been_read_or_refused()
    {
        string sound = _folder.Write("a.csv", "2025550101,a\n");
        using (BatchRowReader rows = new(new FileSource(sound)))
        {
            Assert.True(rows.Read());
            Assert.False(FileIdentity.CanBeOpenedAlone(sound));
        }

        using (RawRowReader rows = new(new FileSource(sound)))
        {
            Assert.True(rows.Read());
            Assert.False(FileIdentity.CanBeOpenedAlone(sound));
        }

        string refused = _folder.Write("b.csv", Encoding.Unicode.GetBytes("2025550101,a\n"));
        BatchFileException fault = Assert.Throws<BatchFileException>(() => new BatchRowReader(new FileSource(refused)));
        Assert.Equal((refused, $"'{refused}' looks like UTF-16 LE without BOM and cannot be read."), (fault.Path, fault.Message));
        Assert.True(FileIdentity.CanBeOpenedAlone(sound));
        Assert.True(FileIdentity.CanBeOpenedAlone(refused));
    }

    [Fact]
    public void Row_that_never_ends_is_named_with_its_file()
    {
        string path = _folder.Write("a.csv", [.. "Number,Message\n2025550101,a\n\n2025550102,\""u8, .. Enumerable.Repeat((byte)'x', 9 * 1024 * 1024)]);
        using BatchRowReader rows = new(new FileSource(path));
        Assert.True(rows.Read() && rows.Read());
        Assert.StartsWith($"Row 2 of '{path}', which begins on line 4, is too long to be read.", Assert.Throws<BatchCsvUnusableException>(() => rows.Read()).Message, StringComparison.Ordinal);
    }

    // What is not asked for any more is not kept; the rest of it is still there.
    [Fact]
    public void Row_of_a_long_file_comes_as_it_stands()
    {
        string line = "2025550101," + new string('x', 60_000) + "\r\n";
        using RawRowReader rows = new(new FileSource(_folder.Write("a.csv", string.Concat(Enumerable.Repeat(line, 12)))));
        for (int i = 0; i <= 12; i++)
        {
            Assert.Equal(i < 12, rows.Read());
            Assert.Equal(i > 0, rows.HasBefore);
            Assert.True(i == 0 || Encoding.ASCII.GetBytes(line).AsSpan().SequenceEqual(rows.Before));
        }
    }
}
