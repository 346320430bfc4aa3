using System.Text;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Recipients;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Recipients;

public sealed class RecipientFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("Number\n+12025550150\n", 1)]
    [InlineData("Number,First name,Last name,Email,Street Line 1,Zip code,Country code,State code,City name\n+12025550150,,,,,,,,\n+12025550151,a,b,c,d,e,f,g,h\n", 2)]
    [InlineData("email, NUMBER ,StreetLine\r\n\"a,b\",\"+12025550150\",\"x\r\ny\"\r\n", 1)]
    [InlineData("\uFEFFNumber\r+12025550150", 1)]
    [InlineData("Number\n+12025550150\n\n \n", 1)]
    public void Good_file_has_no_errors_and_no_warnings(string csv, int rows)
    {
        RecipientFileReport report = Check(csv);
        Assert.Equal((true, rows), (report.IsValid, (int)report.RowCount));
        Assert.Empty(report.Warnings);
    }

    [Theory]
    [InlineData("", "1 The file is empty.")]
    [InlineData("Number,Email\n", "1 The file has a header row and no recipients.")]
    [InlineData("Name,Email\nx,y\n", "1 The header row has no column Number. RocketCOMS documents Number, First name, Last name, Email, Street Line 1, Zip code, Country code, State code, City name, of which only Number is needed.")]
    [InlineData("Number;Email\n+12025550150;x\n", "1 The columns must be separated by commas.")]
    [InlineData("Name;x,Email\nx,y\n", "1 The header row has no column Number. RocketCOMS documents Number, First name, Last name, Email, Street Line 1, Zip code, Country code, State code, City name, of which only Number is needed.")]
    [InlineData(";Number\nx;+12025550150\n", "1 The columns must be separated by commas.")]
    [InlineData("Number,+12025550151\n+12025550150,x\n", "1 The column '+12025550151' is not known. RocketCOMS documents Number, First name, Last name, Email, Street Line 1, Zip code, Country code, State code, City name.")]
    [InlineData("Number\n x \n", "2 ' x ' is not a number in E.164: a plus and 8 to 15 digits, nothing between them.")]
    [InlineData("Number,Email\n+12025550150,a\uFFFDb\n", "2 The row holds U+FFFD, which stands for a character that another program could not read. Write that character.")]
    [InlineData("Number,Number\n+12025550150,x\n", "1 The column 'Number' is there twice.")]
    [InlineData("Number,Street Line,street line 1\n+12025550150,x,y\n", "1 The column 'Street Line' is there twice.")]
    [InlineData("Number,Email\n+12025550150\n", "2 The row has 1 column, the header 2.")]
    [InlineData("Number,Email\n+12025550150,a,b\n", "2 The row has 3 columns, the header 2.")]
    [InlineData("Number,Email\n,a\n", "2 The number is missing.")]
    [InlineData("Number\n +12025550150\n", "2 The number ' +12025550150' has blanks around it.")]
    [InlineData("Number\n+1202555\n", "2 '+1202555' is not a number in E.164: a plus and 8 to 15 digits, nothing between them.")]
    [InlineData("Number\n+1234567890123456\n", "2 '+1234567890123456' is not a number in E.164: a plus and 8 to 15 digits, nothing between them.")]
    [InlineData("Number\n+1-202-555-0150\n", "2 '+1-202-555-0150' is not a number in E.164: a plus and 8 to 15 digits, nothing between them.")]
    [InlineData("Number,Email\n+12025550150,\"a\n", "2 A quote is never closed.")]
    [InlineData("Number,Email\n+12025550150,\"a\"b\n", "2 There is text after a closing quote.")]
    [InlineData("Number,Email\n+12025550150,\"a\nb\"\nx,y\n", "4 'x' is not a number in E.164: a plus and 8 to 15 digits, nothing between them.")]
    public void Fault_is_told_with_its_line(string csv, string error)
    {
        RecipientFileReport report = Check(csv);
        Assert.Equal([error], report.Errors.Select(found => $"{found.LineNumber} {found.Description}"));
        Assert.Equal((1, false), ((int)report.ErrorCount, report.IsValid));
    }

    [Fact]
    public void Unknown_columns_are_named_and_the_rows_are_judged_all_the_same()
    {
        RecipientFileReport report = Check("Number,Shoe,Hat\n1,2,3\n");
        Assert.Equal([1, 2], report.Errors.Select(error => error.LineNumber!.Value));
        Assert.StartsWith("The columns 'Shoe', 'Hat' are not known. RocketCOMS documents Number, First name,", report.Errors[0].Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025550150,x\n")]
    [InlineData("x,+12025550150\n")]
    public void File_without_a_header_is_told_so_once(string csv)
    {
        RecipientFileReport report = Check(csv);
        Assert.StartsWith("The file has no header row.", Assert.Single(report.Errors).Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_are_counted_by_kind_with_the_first_line()
    {
        RecipientFileReport report = Check("Number\n2025550150\n\n+2025550150\n2025550150\n");
        Assert.Equal((true, 3), (report.IsValid, (int)report.RowCount));
        Assert.Equal(
            [
                "2 numbers have no plus in front (line 2, '2025550150'). RocketCOMS documents E.164, with a plus and the country code.",
                "2 numbers are in the file twice (line 4, '+2025550150', as on line 2). Which row counts is not documented.",
                "1 line is blank (line 3). What becomes of them is not documented.",
            ],
            report.Warnings);
    }

    [Fact]
    public void Warnings_speak_of_one_and_of_several()
    {
        RecipientFileReport report = Check("Number\n2025550150\n\n\n+12025550150\n2025550151\n+12025550151\n+12025550151\n");
        Assert.Equal(
            [
                "2 numbers have no plus in front (line 2, '2025550150'). RocketCOMS documents E.164, with a plus and the country code.",
                "1 number is in the file twice (line 8, '+12025550151', as on line 7). Which row counts is not documented.",
                "2 numbers are in the file with and without the country code (line 5, '+12025550150', and line 2, '2025550150'). They may be the same recipient; the platform may make two of one.",
                "2 lines are blank (line 3). What becomes of them is not documented.",
            ],
            report.Warnings);
        Assert.StartsWith("1 number has no plus in front (line 2, '2025550150').", Assert.Single(Check("Number\n2025550150\n").Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025550150\n+12025550150", "line 3, '+12025550150', and line 2, '2025550150'")]
    [InlineData("12025550150\n2025550150\n2025550150", "line 3, '2025550150', and line 2, '12025550150'")]
    [InlineData("+2025550150\n+12025550150", null)]
    [InlineData("2025550150\n+442025550150", null)]
    public void Number_with_and_without_the_country_code_is_a_warning(string numbers, string? first)
    {
        string[] doubts = [.. Check("Number\n" + numbers + "\n").Warnings.Where(doubt => doubt.Contains("country code (", StringComparison.Ordinal))];
        Assert.Equal(first is null ? [] : [$"1 number is in the file with and without the country code ({first}). They may be the same recipient; the platform may make two of one."], doubts);
    }

    [Theory]
    [InlineData("Number,First name\n+12025550150,a\u0007b\n", 2, "0007")]
    [InlineData("Number,First\0 name\n+12025550150,ab\n", 1, "0000")]
    public void Control_character_is_an_error(string csv, int line, string code)
    {
        RcRecipientError error = Assert.Single(Check(csv).Errors);
        Assert.Equal((line, $"The row holds a control character (U+{code}). Remove it."), (error.LineNumber!.Value, error.Description));
    }

    [Fact]
    public void Bytes_of_another_encoding_are_an_error_and_Utf16_with_a_mark_is_none()
    {
        Assert.Equal("The row holds bytes that are not UTF-8. Save the file as UTF-8.", Assert.Single(Check(Encoding.Latin1.GetBytes("Number,First name\n+12025550150,José\n")).Errors).Description);
        Assert.True(Check([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Number\n+12025550150\n")]).IsValid);
        Assert.Equal("The file looks like UTF-16 LE without BOM. Save it as UTF-8.", Assert.Single(Check(Encoding.Unicode.GetBytes("Number\n+12025550150\n")).Errors).Description);
    }

    [Fact]
    public void All_errors_are_counted_a_thousand_kept_and_five_shown()
    {
        RecipientFileReport report = Check("Number\n" + string.Concat(Enumerable.Repeat("x\n", 1200)));
        RecipientCsvInvalidException exception = new(report);
        Assert.Equal((1200, 1000, 1000), ((int)report.ErrorCount, report.Errors.Count, exception.Errors.Count));
        Assert.StartsWith($"'{_path}' has 1,200 errors. Nothing was sent. Line 2: 'x' is not a number", exception.Message, StringComparison.Ordinal);
        Assert.Contains(" Line 6: ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(" Line 7: ", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "has 1 error. Nothing was sent. Line 2: ", "Fix the file and run the command again.")]
    [InlineData(5, "has 5 errors. Nothing was sent. Line 2: ", "Fix the file and run the command again.")]
    [InlineData(6, "has 6 errors. Nothing was sent. Line 2: ", "Fix the file and run the command again; $Error[0].Exception.Errors has every error.")]
    public void Errors_that_are_not_shown_are_pointed_to(int errors, string message, string action)
    {
        RecipientCsvInvalidException exception = new(Check("Number\n" + string.Concat(Enumerable.Repeat("x\n", errors))));
        Assert.StartsWith($"'{_path}' {message}", exception.Message, StringComparison.Ordinal);
        Assert.Equal((action, _path), (exception.RecommendedAction, exception.Path));
    }

    [Fact]
    public void Quote_that_is_never_closed_in_a_long_file_is_named()
    {
        BatchCsvUnusableException exception = Assert.Throws<BatchCsvUnusableException>(() => Check("Number\n\n\"" + new string('x', 9_000_000)));
        Assert.Equal(($"The row of '{_path}' which begins on line 3 is too long to be read. Nothing was sent.", _path), (exception.Message, exception.Path));
    }

    [Fact]
    public void Check_can_be_stopped()
    {
        File.WriteAllText(_path, "Number\n+12025550150\n");
        Assert.Throws<OperationCanceledException>(() => RecipientFileChecker.Check(new FileSource(_path), new CancellationToken(canceled: true)));
    }

    private RecipientFileReport Check(string csv) => Check(Encoding.UTF8.GetBytes(csv));

    private RecipientFileReport Check(byte[] csv)
    {
        File.WriteAllBytes(_path, csv);
        return RecipientFileChecker.Check(new FileSource(_path), TestClient.Stop);
    }
}
