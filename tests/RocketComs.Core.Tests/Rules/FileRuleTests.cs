using System.Text;
using RocketComs.Core.Rules;
using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

public class FileRuleTests
{
    private const string TwoRows = "2025554444,Grüße\n2025554445,Hello\n";

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\r\n \t\r\n\r\n")]
    [InlineData("\r\r")]
    public void File_without_rows_is_RC001_alone(string text)
    {
        RcBatchCsvReport report = Check(text);
        Assert.Equal((1L, 0L, "", ""), Place(Single(report, "RC001")));
        Assert.Equal(("RC001", 0L, false), (Fired(report), report.RowCount, report.IsValid));
    }

    [Theory]
    [InlineData("Number,Message", 0)]
    [InlineData("number,message\n", 0)]
    [InlineData("\"Mobile Number\",\"Message Text\"\r\n", 0)]
    [InlineData("Phone\n", 0)]
    [InlineData("Recipient,Name,Text\n", 0)]
    [InlineData("Kunde,Text\n", 0)]
    [InlineData("To,Message\n", 0)]
    [InlineData("Contact\n", 0)]
    [InlineData("Contact,Text\n", 0)]
    [InlineData("msisdn,body\r2025554444,Hi\r", 1)]
    [InlineData("to,sms\n2025554444,Hi\n2025554445,Hi\n", 2)]
    public void Header_is_RC009_alone_and_no_row(string text, long rows)
    {
        RcBatchCsvReport report = Check(text);
        RcBatchCsvIssue issue = Single(report, "RC009");
        Assert.Equal((1L, 0L, ""), (issue.Line, issue.Row, issue.Column));
        Assert.Equal(("RC009", rows), (Fired(report), report.RowCount));
        Assert.Equal(report.RowCount, report.ValidRowCount);
    }

    [Theory]
    [InlineData("Num\u00E9ro,Message\n2025554444,Hi\n", 1)]
    [InlineData("\u7535\u8BDD\u53F7\u7801,\u77ED\u4FE1\u5185\u5BB9\n2025554444,Hi\n", 1)]
    [InlineData("\uFEFF\u041D\u043E\u043C\u0435\u0440,\u0422\u0435\u043A\u0441\u0442\r\n\r\n(202) 555-4444,Hi\r\n2025554445,Hi\r\n", 1)]
    [InlineData("sep=,\n2025554444,Hi\n", 1)]
    [InlineData("Spring campaign\n2025554444,Hi\n", 1)]
    [InlineData("Spring campaign,\nNum\u00E9ro,Texte\n2025554444,Hi\n", 2)]
    [InlineData("sep=,\nSpring campaign\nNumber,Text\n2025554444,Hi\n", 3)]
    [InlineData("Unbekannt,Hallo\n2025554444,Hi\n", 1)]
    public void What_stands_before_sound_rows_is_RC009_in_any_language(string text, int headerLines)
    {
        RcBatchCsvReport report = Check(text);
        Assert.Equal(headerLines, report.IssueSummary["RC009"]);
        Assert.Equal(1, report.ValidRowCount);
        Assert.All(report.Issues.Where(issue => issue.RuleId == "RC009"), issue => Assert.Equal(0, issue.Row));
    }

    [Fact]
    public void Separator_line_and_title_are_named_for_what_they_are()
    {
        RcBatchCsvReport report = Check("sep=,\nSpring campaign\nNumber,Text\n2025554444,Hi\n");
        Assert.Equal(["sep=,", "Spring campaign", "Number,Text"], report.Issues.Select(issue => issue.Value));
        Assert.StartsWith("The line tells a spreadsheet", report.Issues[0].Message, System.StringComparison.Ordinal);
        Assert.StartsWith("The row is a title", report.Issues[1].Message, System.StringComparison.Ordinal);
        Assert.StartsWith("The first row is a header", report.Issues[2].Message, System.StringComparison.Ordinal);
        Assert.Equal((4L, 1L), (Single(Check("sep=;\nNumber;Text\n\nabc;Hi\n2025554444;Hi\n"), "RC005").Line, report.RowCount));
    }

    [Theory]
    [InlineData("Number,\"Message\n2025550101,Hello\n2025550102,\"Hi\"\n2025550103,Hey\n", "RC007", 2)]
    [InlineData("Number,\"Message\n2025550101,Hello\n\"\n2025550103,Hey\n", "RC005 RC104 RC111", 2)]
    [InlineData("Number,\"Message\n2025550101,Hello\n", "RC007", 1)]
    [InlineData("Unbekannt,Hallo\nabc,Hi\n", "RC005*2", 2)]
    [InlineData("Ann,Hallo\nBob,Hi\n2025550101,Hi\n", "RC005 RC009", 2)]
    [InlineData(",Hi\n2025550101,Hi\n", "RC004", 2)]
    [InlineData("Doors open at nine\n", "RC002", 1)]
    public void Header_swallows_nothing_and_only_the_first_row_is_one(string text, string fired, long rows) =>
        Assert.Equal((fired, rows), Check(text) is var report ? (Fired(report), report.RowCount) : default);

    [Theory]
    [InlineData("2025554444,Hi\n,\n,,,\n ; ;\n", "")]
    [InlineData("2025554444,Hi\n,,\n2025554445,Hi\n", "RC110")]
    [InlineData("2025554444;Hi\n;;\n\t\n2025554445;Hi\n", "RC010 RC110*2")]
    [InlineData(",\n,\n", "RC001")]
    [InlineData("2025554444,Hi\n\"\",\"\"\n\"\"\n", "")]
    [InlineData("\"2025554444\",\"Hi\"\n\"\",\" \"\n\"2025554445\",\"Hi\"\n", "RC110")]
    [InlineData("2025554444,Hi\r\n\"\",,\" \t\"\r2025554445,Hi\r\n", "RC110")]
    [InlineData("2025554444;Hi\n\"\";\"\"\n2025554445;Hi\n", "RC010 RC110")]
    [InlineData("\"\",\"\"\n\"\"\n", "RC001")]
    [InlineData("2025554444,Hi\n\"\",\",\"\n", "RC004")]
    [InlineData("2025554444,Hi\n\"\",\"\"\"\"\n", "RC004")]
    public void Row_of_nothing_but_delimiters_is_a_blank_line(string text, string fired) => Assert.Equal(fired, Fired(Check(text)));

    [Fact]
    public void Empty_row_of_a_pipeline_is_no_blank_line()
    {
        using Core.Csv.RowsSource rows = new();
        rows.Add("2025554444", "Hi");
        rows.Add(string.Empty, string.Empty);
        rows.Add(";", " ");
        RcBatchCsvReport report = BatchCsvChecker.Check(rows, new CheckOptions(), CancellationToken.None);
        Assert.Equal(("RC004 RC005 RC006*2", 3L), (Fired(report), report.RowCount));
    }

    [Theory]
    [InlineData("Tel 2025554444,Hello\n", "RC005")]
    [InlineData("mobile: 2025554444,Hello\n", "RC005")]
    [InlineData("2025554444,Message\n", "")]
    [InlineData("Contact,please call\n", "RC005")]
    [InlineData("To,all of you\n", "RC005")]
    [InlineData("2025554444,Hi\nNumber,Message\n", "RC005")]
    public void What_only_sounds_like_a_header_is_a_row(string text, string fired) => Assert.Equal(fired, Fired(Check(text)));

    [Theory]
    [InlineData("2025554444;Hello\n2025554445;Hello, you\n", "semicolons")]
    [InlineData("2025554444\tHello\n2025554445\tHello, you\n", "tabs")]
    [InlineData("+1 (202) 555-4450|Hello\n", "vertical bars")]
    [InlineData("\"2025554444\";\"Hello\"\r\n\"2025554445\";\"Hello\"\r\n", "semicolons")]
    [InlineData("\uFEFF2025554444;Hello\n2025554445;Hello\n", "semicolons")]
    public void Wrong_delimiter_is_RC010_once_on_line_1(string text, string name)
    {
        RcBatchCsvReport report = Check(text);
        RcBatchCsvIssue issue = Single(report, "RC010");
        Assert.Equal((1L, 0L, ""), (issue.Line, issue.Row, issue.Column));
        Assert.Contains(name, issue.Message, System.StringComparison.Ordinal);
        Assert.False(report.IssueSummary.ContainsKey("RC002"));
        Assert.False(report.IssueSummary.ContainsKey("RC003"));
    }

    [Fact]
    public void Semicolon_file_with_a_header_has_both_errors() =>
        Assert.Equal("RC009 RC010", Fired(Check("Number;Message\n2025554444;Hello\n")));

    [Theory]
    [InlineData("2025554444,Doors open; come in\n")]
    [InlineData("2025554444,a\tb\n")]
    [InlineData("2025554444,a|b;c\n")]
    public void Other_delimiter_inside_a_text_is_no_delimiter(string text) => Assert.Equal(string.Empty, Fired(Check(text)));

    [Fact]
    public void Plain_utf8_file_has_no_issue() => Assert.Equal(("", "UTF-8", 2L), Check(TwoRows) is var report ? (Fired(report), report.FileEncoding, report.RowCount) : default);

    [Theory]
    [InlineData("utf-8", "UTF-8 with BOM")]
    [InlineData("utf-16", "UTF-16 LE")]
    [InlineData("utf-16BE", "UTF-16 BE")]
    public void File_with_a_mark_is_RC109_on_line_1_and_read_whole(string encoding, string name)
    {
        RcBatchCsvReport report = Check(WithMark(encoding, TwoRows));
        Assert.Equal((1L, 0L, "", ""), Place(Single(report, "RC109")));
        Assert.Equal(("RC109", name, 2L, 2L), (Fired(report), report.FileEncoding, report.ValidRowCount, report.Gsm7RowCount));
    }

    [Theory]
    [InlineData("utf-16", "UTF-16 LE without BOM")]
    [InlineData("utf-16BE", "UTF-16 BE without BOM")]
    public void Utf16_without_a_mark_is_RC008_and_says_what_it_looks_like(string encoding, string name)
    {
        RcBatchCsvReport report = Check(Encoding.GetEncoding(encoding).GetBytes(TwoRows));
        RcBatchCsvIssue issue = Single(report, "RC008");
        Assert.Equal((1L, 0L, ""), (issue.Line, issue.Row, issue.Column));
        Assert.Contains(name, issue.Message, System.StringComparison.Ordinal);
        Assert.Equal(("RC008", name, 0L), (Fired(report), report.FileEncoding, report.RowCount));
    }

    [Fact]
    public void Utf32_is_RC008() => Assert.Equal(("RC008", "UTF-32"), Check(WithMark("utf-32", TwoRows)) is var report ? (Fired(report), report.FileEncoding) : default);

    [Theory]
    [InlineData("2025554444,Gr{FC}n\n", 1, "0xFC at offset 13", "Message")]
    [InlineData("2025554444,a\n2025554445,It{92}s\n", 2, "0x92 at offset 26", "Message")]
    [InlineData("2025554444,\"a\r\nb\r\n{80}5\"\r\n", 3, "0x80 at offset 18", "Message")]
    [InlineData("{A0}2025554444,a\n", 1, "0xA0 at offset 0", "Number")]
    [InlineData("2025554444,a{C3}\n", 1, "0xC3 at offset 12", "Message")]
    [InlineData("2025554444,{ED}{A0}{BD}\n", 1, "0xED at offset 11", "Message")]
    [InlineData("2025554444,{C0}{AF}\n", 1, "0xC0 at offset 11", "Message")]
    [InlineData("2025554444,{F4}{90}{80}{80}\n", 1, "0xF4 at offset 11", "Message")]
    [InlineData("{EF}{BB}{BF}2025554444,Gr{FC}n\n", 1, "0xFC at offset 16", "Message")]
    public void Byte_that_is_not_utf8_is_RC008_with_line_and_offset(string text, int line, string words, string column)
    {
        RcBatchCsvReport report = Check(Bytes(text));
        RcBatchCsvIssue issue = Single(report, "RC008");
        Assert.Equal((line, report.RowCount, column), (issue.Line, issue.Row, issue.Column));
        Assert.Contains(words, issue.Message, System.StringComparison.Ordinal);
        Assert.Equal(report.RowCount - 1, report.ValidRowCount);
    }

    [Fact]
    public void Windows_1252_byte_is_named() => Assert.EndsWith("in Windows-1252 it is \u2019.", Single(Check(Bytes("2025554444,It{92}s\n")), "RC008").Message, System.StringComparison.Ordinal);

    private static byte[] WithMark(string encoding, string text) => [.. Encoding.GetEncoding(encoding).GetPreamble().Concat(Encoding.GetEncoding(encoding).GetBytes(text))];

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Record_longer_than_any_text_is_RC007_and_ends_the_reading(int threads)
    {
        string text = string.Concat(Enumerable.Range(0, 20_000).Select(row => $"{2025550000 + row},Hello\n")) + "\n2025580000,\"never closed\n"
            + string.Concat(Enumerable.Repeat("2025580001,Hello\n", 20_000));
        RcBatchCsvReport report = Check(text, new CheckOptions { Threads = threads, MostRecordBytes = 100_000 });
        RcBatchCsvIssue issue = Single(report, "RC007");
        Assert.Equal((20_002L, 20_001L, "", ""), Place(issue));
        Assert.Contains("longer than 0.1 MB", issue.Message, System.StringComparison.Ordinal);
        Assert.Equal((20_001L, 20_000L, 1L), (report.RowCount, report.ValidRowCount, report.ErrorCount));
        Assert.Equal("RC007 RC110", Fired(report));
    }
}
