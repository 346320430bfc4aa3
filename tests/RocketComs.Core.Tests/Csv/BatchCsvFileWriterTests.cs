using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using Xunit;

namespace RocketComs.Core.Tests.Csv;

public sealed class BatchCsvFileWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Committed_file_is_utf8_without_mark_with_line_feeds_and_no_header()
    {
        string path = _folder.File("a.csv");
        Write(path, ("2025554444", "Grüße, \"du\" 😀"), ("+12025554445", "=plain"), (null, null));
        Assert.Equal("2025554444,\"Grüße, \"\"du\"\" 😀\"\n+12025554445,=plain\n\"\",\"\"\n"u8.ToArray(), File.ReadAllBytes(path));
        Assert.Equal(["a.csv"], _folder.Names);
    }

    [Theory]
    [InlineData("one\ntwo", "one\\ntwo")]
    [InlineData("one\r\ntwo\rthree", "one\\ntwo\\nthree")]
    [InlineData("one\\ntwo", "one\\ntwo")]
    [InlineData("back\\slash", "back\\slash")]
    public void Real_line_break_becomes_backslash_n(string message, string written)
    {
        string path = _folder.File("a.csv");
        Write(path, ("2025554444", message));
        Assert.Equal($"2025554444,{written}\n", File.ReadAllText(path));
    }

    [Theory]
    [InlineData(true, "Row 2, number 'ab<U+D83D>': the number holds half a character (U+D83D at index 2)")]
    [InlineData(false, "Row 2, number '2025554445': the text holds half a character (U+D83D at index 2)")]
    public void Row_with_half_a_character_is_named_and_not_written(bool isNumber, string fault)
    {
        const string Broken = "ab\uD83D";
        (string number, string message) = isNumber ? (Broken, "two") : ("2025554445", Broken);
        using BatchCsvFileWriter writer = new(_folder.File("a.csv"));
        writer.Write("2025554444", "one");
        InvalidParameterException exception = Assert.Throws<InvalidParameterException>(() => writer.Write(number, message));
        Assert.StartsWith(fault, exception.Message, StringComparison.Ordinal);
        Assert.Equal((2L, number, message), Assert.IsType<RcBatchRow>(exception.Value) is var row ? (row.Row, row.Number, row.Message) : default);
    }

    [Fact]
    public void Commit_replaces_the_old_file()
    {
        string path = _folder.Write("a.csv", "old and much longer than the new one\n");
        Write(path, ("2025554444", "new"));
        Assert.Equal("2025554444,new\n", File.ReadAllText(path));
        Assert.Equal(["a.csv"], _folder.Names);
    }

    [Fact]
    public void Without_commit_the_old_file_stays_and_nothing_is_left()
    {
        string path = _folder.Write("a.csv", "old\n");
        using (BatchCsvFileWriter writer = new(path))
        {
            writer.Write("2025554444", new string('x', 100_000));
            Assert.Equal("old\n", File.ReadAllText(path));
        }

        Assert.Equal("old\n", File.ReadAllText(path));
        Assert.Equal(["a.csv"], _folder.Names);
    }

    [Fact]
    public void Without_commit_no_new_file_appears()
    {
        using (BatchCsvFileWriter writer = new(_folder.File("a.csv")))
        {
            writer.Write("2025554444", "x");
        }

        Assert.Empty(_folder.Names);
    }

    [Fact]
    public void Missing_folder_is_a_BatchFileException_with_the_path()
    {
        string path = Path.Combine(_folder.Path, "missing", "a.csv");
        BatchFileException exception = Assert.Throws<BatchFileException>(() => new BatchCsvFileWriter(path));
        Assert.Equal(path, exception.Path);
    }

    [Fact]
    public void Commit_onto_a_folder_fails_and_leaves_nothing()
    {
        string path = Directory.CreateDirectory(_folder.File("a.csv")).FullName;
        using (BatchCsvFileWriter writer = new(path))
        {
            writer.Write("2025554444", "x");
            Assert.Equal(path, Assert.Throws<BatchFileException>(() => writer.Commit(overwrite: true)).Path);
        }

        Assert.Empty(_folder.Names);
        Assert.True(Directory.Exists(path));
    }

    private static void Write(string path, params (string? Number, string? Message)[] rows)
    {
        using BatchCsvFileWriter writer = new(path);
        foreach ((string? number, string? message) in rows)
        {
            writer.Write(number, message);
        }

        writer.Commit(overwrite: true);
    }
}
