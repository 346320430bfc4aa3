using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Repair.PlatformErrors;
using Xunit;

namespace RocketComs.Core.Tests.FileErrors;

public sealed class FileErrorRowsTests : IDisposable
{
    // Lines:   1             2        3              4-5                       6            7
    private const string Csv = "2025550101,one\nabc,two\n2025550103,three\n2025550104,\"fo\nur\"\n2025550105\n2025550106,six, or so\n";

    private readonly string _path = Path.GetTempFileName();

    [Theory]
    [InlineData(2, 6, 7)]
    [InlineData(1, 5, 6)]
    [InlineData(2, 5, 6)]
    [InlineData(1, 4, 5)]
    public void Lines_are_read_in_the_way_that_fits_the_file(int first, int second, int third)
    {
        (IReadOnlyList<RcBatchError> errors, IReadOnlyList<string> doubts) = Join(Csv, Error(first), Error(second), Error(third));

        Assert.Equal([(2L, "abc", "two"), (6L, "2025550105", ""), (7L, "2025550106", "six, or so")], errors.Select(error => (error.FileLine!.Value, error.Number, error.Message)));
        Assert.Equal([first, second, third], errors.Select(error => error.Line!.Value));
        Assert.Empty(doubts);
    }

    [Fact]
    public void Line_0_can_only_be_counted_from_0()
    {
        (IReadOnlyList<RcBatchError> errors, IReadOnlyList<string> doubts) = Join("2025550101,one\n2025550102,two\n", Error(0));

        Assert.Equal("2025550101", Assert.Single(errors).Number);
        Assert.DoesNotContain(doubts, doubt => doubt.Contains("from 0 or 1", StringComparison.Ordinal));
    }

    [Fact]
    public void Last_line_counted_from_1_can_only_be_that()
    {
        (IReadOnlyList<RcBatchError> errors, IReadOnlyList<string> doubts) = Join("2025550101,one\n2025550102,two\n", Error(2));

        Assert.Equal("2025550102", Assert.Single(errors).Number);
        Assert.DoesNotContain(doubts, doubt => doubt.Contains("from 0 or 1", StringComparison.Ordinal));
    }

    [Fact]
    public void Number_in_the_text_of_the_platform_tells_the_row_of_a_repaired_file()
    {
        (IReadOnlyList<RcBatchError> errors, IReadOnlyList<string> doubts) = Join(
            "2025550101,one\n2025550102,two\n2025550103,three\n", Error(1, "Recipient 2025550102 is invalid"));

        Assert.Equal("2025550102", Assert.Single(errors).Number);
        Assert.Empty(doubts);
    }

    [Fact]
    public void File_that_does_not_tell_is_doubted_and_read_from_1()
    {
        (IReadOnlyList<RcBatchError> errors, IReadOnlyList<string> doubts) = Join("2025550101,one\n2025550102,two\n2025550103,three\n", Error(2));

        Assert.Equal(("2025550102", "two", 2L), (errors[0].Number, errors[0].Message, errors[0].FileLine));
        Assert.Equal($"RocketCOMS does not document whether the lines of its errors count from 0 or 1, and '{_path}' does not tell: they are taken from 1. The rows shown may be those beside.", Assert.Single(doubts));
    }

    [Fact]
    public void File_is_doubted_where_one_of_its_rows_may_be_the_one_beside()
    {
        (_, IReadOnlyList<string> doubts) = Join("2025550101,one\n2025550102,two\n2025550103,\"th\nre\ne\"\n", Error(2), Error(4));

        Assert.Contains("from 0 or 1", Assert.Single(doubts), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025550102 is no number")]
    [InlineData("Not 2025550102")]
    public void Number_is_known_wherever_the_platform_names_it(string text)
    {
        (IReadOnlyList<RcBatchError> errors, IReadOnlyList<string> doubts) = Join("2025550101,one\n2025550102,two\n2025550103,three\n", Error(1, text));

        Assert.Equal("2025550102", Assert.Single(errors).Number);
        Assert.Empty(doubts);
    }

    [Fact]
    public void Errors_without_a_line_say_nothing_of_the_file()
    {
        (IReadOnlyList<RcBatchError> errors, IReadOnlyList<string> doubts) = Join("2025550101,one\n", new RcBatchError { DetailMessage = "File" });

        Assert.Equal(("File", null, null), Assert.Single(errors) is var error ? (error.DetailMessage, error.FileLine, error.Number) : default);
        Assert.Empty(doubts);
    }

    [Theory]
    [InlineData("abc", "")]
    [InlineData("abc,a", "a")]
    [InlineData("abc,a,b", "a,b")]
    [InlineData("abc,a,b,c,", "a,b,c,")]
    public void Text_of_a_row_is_all_that_follows_its_number(string row, string text) =>
        Assert.Equal(("abc", text), Join(row + "\n", Error(1)).Errors[0] is var error ? (error.Number, error.Message) : default);

    [Fact]
    public void Line_that_the_file_does_not_have_and_error_without_line_stay_as_they_were()
    {
        (IReadOnlyList<RcBatchError> errors, _) = Join("2025550101,one\nabc,two\n", Error(2), Error(90), new RcBatchError { DetailMessage = "File" });

        Assert.Equal(["abc", null, null], errors.Select(error => error.Number));
        Assert.Equal([2L, null, null], errors.Select(error => error.FileLine));
    }

    [Fact]
    public void File_in_which_no_named_row_is_wrong_is_doubted()
    {
        (_, IReadOnlyList<string> doubts) = Join("2025550101,one\n2025550102,two\n", Error(2));

        Assert.Equal($"No row of '{_path}' that an error names has one now: it has been repaired since, or it is not the file of this batch.", Assert.Single(doubts));
    }

    [Fact]
    public void File_that_lacks_a_line_is_doubted()
    {
        (_, IReadOnlyList<string> doubts) = Join("abc,one\n", Error(1), Error(40));

        Assert.Equal($"'{_path}' has no line for 1 of 2 errors: is it the file of this batch?", Assert.Single(doubts));
    }

    [Fact]
    public void Blank_lines_and_a_header_are_no_rows_to_an_editor_but_lines()
    {
        (IReadOnlyList<RcBatchError> errors, _) = Join("Number,Message\n\n2025550101,one\nabc,two\n", Error(4));

        Assert.Equal(("abc", 4L), (errors[0].Number, errors[0].FileLine));
    }

    [Fact]
    public void File_of_an_unknown_encoding_is_refused()
    {
        File.WriteAllBytes(_path, [0x61, 0x00, 0x62, 0x00, 0x2C, 0x00, 0x63, 0x00, 0x0A, 0x00]);

        Assert.Throws<BatchFileException>(() => FileErrorRows.Join([Error(1)], new FileSource(_path), _ => { }, CancellationToken.None));
    }

    public void Dispose() => File.Delete(_path);

    private static RcBatchError Error(int line, string text = "Row is wrong") => new() { BatchId = "b", Line = line, DetailMessage = text };

    private (IReadOnlyList<RcBatchError> Errors, IReadOnlyList<string> Doubts) Join(string csv, params RcBatchError[] errors)
    {
        File.WriteAllText(_path, csv);
        List<string> doubts = [];
        return (FileErrorRows.Join(errors, new FileSource(_path), doubts.Add, CancellationToken.None), doubts);
    }
}
