using System.Text;
using FsCheck.Fluent;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using Xunit;

namespace RocketComs.Core.Tests.Csv;

/// <summary>What is written comes back, whatever the texts hold.</summary>
public sealed class RoundTripTests : IDisposable
{
    // What CSV, spreadsheets, line counters and the platform's own escape trip over; the pieces are strings as some are more than one unit.
    private static readonly string[] s_pieces =
    [
        "\"", "\"\"", ",", "\n", "\r", "\r\n", "\\", "\\n", "n", "=", "+", "-", "@", "\t", " ", "  ", ";", "|", "#", "\u2028", "\u2029", "\u0085", "\v", "\f", "\0", "\u001B",
        "\uFEFF", "\uFFFD", "\uFFFE", "\uFFFF", "\uD83D\uDE00", "\uD83D\uDC68\u200D\uD83D\uDC69", "e\u0301", "\u00FC", "\u4E2D", "a", "Number", "sep=;", "1E+10",
    ];

    private static readonly string[] s_numbers = ["12025550123", "+12025550123", "=1+1", "@12025550123", "-1", "", " 12025550123 ", "\"1\"", "1,2", "1\n2"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Any_rows_come_back_with_line_breaks_as_backslash_n() => ForAllRows(400, rows =>
    {
        string path = Write("rows.csv", rows);

        ReadRow[] read = [.. BatchCsvReader.Read(new FileSource(path))];

        Assert.All(read, row => Assert.Null(row.Fault));
        Assert.Equal(rows.Select(row => (row.Number, Escaped(row.Message))), read.Select(row => (row.Row.Number, row.Row.Message)));
        Assert.Equal(Enumerable.Range(1, rows.Length).Select(row => (long)row), read.Select(row => row.Row.Row));
    });

    [Fact]
    public void Any_rows_are_utf8_without_mark_and_rfc_4180_with_line_feeds() => ForAllRows(200, rows =>
    {
        byte[] bytes = File.ReadAllBytes(Write("rows.csv", rows));

        Assert.Equal(string.Concat(rows.Select(row => Line(row.Number, Escaped(row.Message)))), new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes));
    });

    [Fact]
    public void Any_rows_that_are_uploaded_are_the_bytes_of_the_file() => ForAllRows(200, rows =>
    {
        using RowsSource source = new();
        foreach ((string number, string message) in rows)
        {
            source.Add(number, message);
        }

        using MemoryStream bytes = new();
        source.Open().CopyTo(bytes);
        Assert.Equal(File.ReadAllBytes(Write("rows.csv", rows)), bytes.ToArray());
    });

    [Fact]
    public void Any_file_that_is_read_and_written_twice_is_the_same_both_times() => ForAllRows(200, rows =>
    {
        // As another program writes it: every field in quotes, CR LF, real line breaks, a blank line, a mark.
        string foreign = "\uFEFF\r\n" + string.Concat(rows.Select(row => $"\"{row.Number.Replace("\"", "\"\"", StringComparison.Ordinal)}\",\"{row.Message.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\r\n"));
        string first = Write("first.csv", Read(_folder.Write("foreign.csv", foreign)));
        string second = Write("second.csv", Read(first));

        Assert.Equal(rows.Select(row => (row.Number, Escaped(row.Message))), Read(first));
        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
    });

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("\"", "\"\"\"\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\r\nb\rc\nd", "a\\nb\\nc\\nd")]
    [InlineData("a\\nb\\", "a\\nb\\")]
    [InlineData("=1+1", "=1+1")]
    [InlineData("+1", "+1")]
    [InlineData("-1", "-1")]
    [InlineData("@a", "@a")]
    [InlineData("\ta\t", "\ta\t")]
    [InlineData("a;b|c", "a;b|c")]
    [InlineData("a\u2028b\u0085", "a\u2028b\u0085")]
    [InlineData("a\0b", "a\0b")]
    [InlineData("\U0001F600", "\U0001F600")]
    public void Text_is_quoted_only_where_it_must_be(string message, string written)
    {
        string path = Write("a.csv", [("+12025550123", message), ("=1+1", message)]);
        Assert.Equal(Encoding.UTF8.GetBytes($"+12025550123,{written}\n=1+1,{written}\n"), File.ReadAllBytes(path));
    }

    // By their codes: the metadata of an attribute is UTF-8 and cannot hold a lone surrogate.
    [Theory]
    [InlineData(new[] { 0xD83D }, 0)]
    [InlineData(new[] { 0xDE00 }, 0)]
    [InlineData(new[] { 'a', 0xD83D, 0xDE00, 0xD83D }, 3)]
    [InlineData(new[] { 0xDE00, 0xD83D }, 0)]
    [InlineData(new[] { 0xD83D, 'b' }, 0)]
    [InlineData(new[] { 0xD83D, 0xD83D, 0xDE00 }, 0)]
    public void Half_a_character_is_refused_with_its_row_and_place(int[] units, int index)
    {
        string half = new([.. units.Select(unit => (char)unit)]);
        using BatchCsvFileWriter writer = new(_folder.File("a.csv"));
        writer.Write("12025550123", "sound \U0001F600");

        foreach (Action write in (Action[])[() => writer.Write("12025550124", half), () => writer.Write(half, "x")])
        {
            InvalidParameterException exception = Assert.Throws<InvalidParameterException>(write);
            Assert.Contains($"(U+{units[index]:X4} at index {index})", exception.Message, StringComparison.Ordinal);
            Assert.False(string.IsNullOrWhiteSpace(exception.RecommendedAction));
        }
    }

    [Fact]
    public void Row_with_half_a_character_is_the_value_of_the_refusal()
    {
        using RowsSource source = new();
        source.Add("12025550123", "x");
        InvalidParameterException exception = Assert.Throws<InvalidParameterException>(() => source.Add("12025550124", "a\uD83D"));

        RcBatchRow row = Assert.IsType<RcBatchRow>(exception.Value);
        Assert.Equal(("Message", "12025550124", "a\uD83D", 2L), (exception.ParameterName, row.Number, row.Message, row.Row));
        Assert.StartsWith("Row 2, number '12025550124': the text ", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, source.Count);
    }

    private static string Escaped(string message) =>
        message.Replace("\r\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\n", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    // RFC 4180, section 2, rules 6 and 7: a field is quoted where it must be.
    // Delimiters and blanks alone would be a blank line.
    private static string Line(string number, string message) =>
        $"{number}{message}".Trim(' ', '\t', ',', ';', '|').Length == 0 ? $"\"{number}\",\"{message}\"\n" : $"{Quoted(number)},{Quoted(message)}\n";

    private static string Quoted(string field) => field.IndexOfAny(['"', ',', '\r', '\n']) < 0
        ? field
        : "\"" + field.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static void ForAllRows(int count, Action<(string Number, string Message)[]> property) => Prop
        .ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), (Action<int>)(seed => property(Rows(seed))))
        .Try(count);

#pragma warning disable CA5394 // A test wants the same numbers again.
    private static (string Number, string Message)[] Rows(int seed)
    {
        Random random = new(seed);
        string Text(int most) => string.Concat(Enumerable.Range(0, random.Next(0, most)).Select(_ => s_pieces[random.Next(s_pieces.Length)]));

        // The first row has a number, so that it is no header and its comma is known for the delimiter.
        List<(string, string)> rows = [(s_numbers[random.Next(2)], Text(8))];
        for (int i = random.Next(0, 30); i > 0; i--)
        {
            string number = s_numbers[random.Next(s_numbers.Length)];
            string message = Text(random.Next(50) == 0 ? 5000 : 8);

            // A row of nothing is a blank line.
            rows.Add((number, $"{number}{message}".Trim(' ', '\t').Length == 0 ? "x" : message));
        }

        return [.. rows];
    }
#pragma warning restore CA5394

    private static (string Number, string Message)[] Read(string path) => [.. BatchCsvReader.Read(new FileSource(path)).Select(row => (row.Row.Number, row.Row.Message))];

    private string Write(string name, (string Number, string Message)[] rows)
    {
        using BatchCsvFileWriter writer = new(_folder.File(name));
        foreach ((string number, string message) in rows)
        {
            writer.Write(number, message);
        }

        writer.Commit(overwrite: true);
        return _folder.File(name);
    }
}
