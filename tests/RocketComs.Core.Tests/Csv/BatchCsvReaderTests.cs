using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Tests.Rules;
using Xunit;

namespace RocketComs.Core.Tests.Csv;

public sealed class BatchCsvReaderTests
{
    [Fact]
    public void Rows_come_with_line_and_row_without_header_and_blank_lines()
    {
        ReadRow[] rows = Read("Number,Message\r\n\r\n2025554444,\"one\ntwo\"\r\n 2025554445 , Hi \r\n");
        Assert.Equal([("2025554444", "one\ntwo", 3L, 1L), (" 2025554445 ", " Hi ", 5L, 2L)], rows.Where(read => !read.IsHeader).Select(read => (read.Row.Number, read.Row.Message, read.Row.Line, read.Row.Row)));
        Assert.True(rows[0].IsHeader);
        Assert.All(rows, read => Assert.Null(read.Fault));
    }

    [Theory]
    [InlineData("2025554444\n", "it has 1 column instead of two")]
    [InlineData("2025554444,a,b\n", "it has 3 columns instead of two")]
    [InlineData("2025554444,\"a\n", "a quote is never closed")]
    [InlineData("2025554444,\"a\" b\n", "text stands after a closing quote")]
    public void Row_that_cannot_be_trusted_says_why(string text, string fault) => Assert.Equal(fault, Assert.Single(Read(text)).Fault);

    [Theory]
    [InlineData("2025554444,Gr{FC}n\n", "it holds bytes that are not UTF-8")]
    [InlineData("{A0}2025554444,a\n", "it holds bytes that are not UTF-8")]
    [InlineData("2025554444,Gr{C3}{BC}n\n", null)]
    [InlineData("2025554444,{F0}{9F}{98}{80}\n", null)]
    public void Row_with_bytes_that_are_not_utf8_cannot_be_trusted(string text, string? fault) =>
        Assert.Equal(fault, Assert.Single(BatchCsvReader.Read(new BytesSource(BytesSource.Bytes(text)))).Fault);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Row_with_half_a_utf16_character_cannot_be_trusted(bool isBigEndian)
    {
        BytesSource source = Utf16("\uFEFFNumber,Message\r\n2025554443,one\r\n2025554444,\"two\nlines \uD83D\"\r\n2025554445,three\r\n", isBigEndian);
        string?[] faults = [null, null, "it holds half a UTF-16 character", null];
        Assert.Equal(faults, BatchCsvReader.Read(source).Select(read => read.Fault));
        Assert.Equal([1L, 2, 3, 5], BatchCsvReader.Look(source).Select(read => read.Line));
        Assert.Equal(faults, BatchCsvReader.Look(source).Select(read => read.Fault));
    }

    [Fact]
    public void Columns_are_told_before_half_a_utf16_character() =>
        Assert.Equal("it has 3 columns instead of two", Assert.Single(BatchCsvReader.Read(Utf16("\uFEFF2025554444,a,b\uD83D\n", false))).Fault);

    [Fact]
    public void Header_is_no_row_and_has_no_fault_whatever_its_columns()
    {
        ReadRow[] rows = Read("Number,Message,Note\n2025554444,Hi\n2025554445\n");
        Assert.Equal([(true, null), (false, null), (false, "it has 1 column instead of two")], rows.Select(read => (read.IsHeader, read.Fault)));
        Assert.Equal(["Message", "Hi", ""], rows.Select(read => read.Row.Message));
    }

    [Fact]
    public void Semicolon_file_is_read_with_what_parts_it() =>
        Assert.Equal(("2025554444", "Hello, you"), Assert.Single(Read("\uFEFF2025554444;Hello, you\n")).Row is var row ? (row.Number, row.Message) : default);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void File_with_a_mark_is_read_without_it(string name)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        ReadRow read = Assert.Single(BatchCsvReader.Read(new BytesSource([.. encoding.GetPreamble(), .. encoding.GetBytes("2025554444,Grüße 😀\n")])));
        Assert.Equal(("2025554444", "Grüße 😀"), (read.Row.Number, read.Row.Message));
    }

    [Fact]
    public void Utf16_without_a_mark_is_refused() =>
        Assert.Contains("UTF-16 LE without BOM", Assert.Throws<BatchFileException>(() => BatchCsvReader.Read(new BytesSource(Encoding.Unicode.GetBytes("2025554444,Hi\n"))).ToList()).Message, StringComparison.Ordinal);

    [Fact]
    public void What_was_exported_is_imported_again()
    {
        Gen<string> message = Gen.Elements("\"", ",", "\\", "\\n", "😀", "é", " ", "a", "'", ";", "\t", "=", "\u2028").ListOf().Select(pieces => "x" + string.Concat(pieces));
        Prop.ForAll(Arb.From(message.ListOf().Select(texts => texts.ToArray())), texts =>
        {
            using RowsSource source = new();
            foreach (string text in texts)
            {
                source.Add("2025554444", text);
            }

            ReadRow[] rows = [.. BatchCsvReader.Read(source)];
            return rows.Select(read => read.Row.Message).SequenceEqual(texts) && rows.All(read => read.Fault is null && read.Row.Number == "2025554444") && source.Count == texts.Length;
        }).Try(1_000);
    }

    [Fact]
    public void Rows_can_be_read_and_added_to_again()
    {
        using RowsSource source = new();
        source.Add("2025554444", "one");
        Assert.Single(BatchCsvReader.Read(source));
        source.Add("2025554445", "two");
        Assert.Equal(["one", "two"], BatchCsvReader.Read(source).Select(read => read.Row.Message));
        Assert.Equal((null, "rows.csv", 2L), (source.Path, source.FileName, source.Count));
    }

    // An encoding would put U+FFFD in the place of half a character.
    private static BytesSource Utf16(string text, bool isBigEndian) =>
        new([.. text.SelectMany(unit => (byte[])(isBigEndian ? [(byte)(unit >> 8), (byte)unit] : [(byte)unit, (byte)(unit >> 8)]))]);

    private static ReadRow[] Read(string text) => [.. BatchCsvReader.Read(new BytesSource(Encoding.UTF8.GetBytes(text)))];
}
