using System.Text;
using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Tests.Rules;
using Xunit;

namespace RocketComs.Core.Tests.Csv;

public class LayoutProbeTests
{
    [Theory]
    [InlineData("1,23777E+09;Hello\n2025554445;Hello\n", ';')]
    [InlineData("1.23777E+09;Hello\n", ';')]
    [InlineData("Name;Phone;Text\nAnn;2025554444;Hello\n", ';')]
    [InlineData("Name;Phone;Text\n", ';')]
    [InlineData("sep=;\n2025554444;Hello\n", ';')]
    [InlineData("SEP=\t\r\nx,y\r\n", '\t')]
    [InlineData("x1\tHello\n", '\t')]
    [InlineData("x1\tHello, you\nx2\tHello\n", '\t')]
    [InlineData("2025550101;a\n2025550102\tb\n", ';')]
    [InlineData("2025550101;Hello\n;,x\n", ';')]
    [InlineData("202-555-0101 x12;202-555-0102 x3, Ann\n", ';')]
    [InlineData("12377\nabc\n2025554444;Hello\n2025554445;Hello\n", ';')]
    public void Other_delimiter_is_found(string head, char delimiter) => Assert.Equal(delimiter, Judge(head));

    [Theory]
    [InlineData("2025554444;2025554445,Hello\n2025554446,Hello\n2025554447,Hello\n")]
    [InlineData("2025554444,Doors open; come in\n2025554445,Come in; sit down\n2025554446,a;b;c\n")]
    [InlineData("x1,one;two\nx2,three;four\n")]
    [InlineData("1.23777E+09,one;two\n")]
    [InlineData("sep=,\n2025554444,one;two\n")]
    [InlineData("sep=\n")]
    [InlineData("sep=x\nab;Hello\ncd;Hello\n")]
    [InlineData("Hello; you\nHello\n")]
    [InlineData("2025550101;2025550102\n2025550103;(202) 555-0104\n")]
    [InlineData("2025550101\t2025550102\t\n")]
    [InlineData("\n \r\n")]
    [InlineData("")]
    public void Comma_stays_where_nothing_else_parts_the_columns(string head) => Assert.Equal(',', Judge(head));

    // Three rows whose text holds numbers on lines of their own.
    private static string Branches(char separator, string between, string end = "\"") => string.Concat(
        Enumerable.Range(0, 3).Select(i => $"312555010{i}{separator}\"Our branches:\n202-555-010{i}{between}Main St\n202-555-011{i}{between}Oak St{end}\n"));

    [Theory]
    [InlineData(",", "; ")]
    [InlineData(",", "\t")]
    [InlineData(",", "|")]
    [InlineData(";", ", ")]
    [InlineData("\t", ", ")]
    [InlineData("|", ", ")]
    public void Numbers_inside_texts_do_not_decide(string separator, string between)
    {
        Assert.Equal(separator[0], Judge(Branches(separator[0], between)));
        Assert.Equal(separator[0], Judge("Number" + separator + "Text\n" + Branches(separator[0], between) + "abc" + separator + "x\n"));
    }

    [Theory]
    [InlineData("; ", "")]
    [InlineData("\t", "")]
    [InlineData("|", "\" x")]
    public void Numbers_after_a_quote_that_is_never_closed_do_not_decide(string between, string end) =>
        Assert.Equal(',', Judge("3125550100,Hi\n" + Branches(',', between, end)));

    [Theory]
    [InlineData("2025550101;2025550102,Hello\n2025550103;2025550104,Hello\n")]
    [InlineData("2025550101|2025550102,Hello\n")]
    [InlineData("2025550101;Hello\n2025550102,Hello\n2025550103;Hello\n")]
    [InlineData("2025550101,\"Hi; there\n2025550102; x\"\n2025550103;Hello\n2025550104;Hello\n")]
    [InlineData("202-555-0101 x12,\"Our branches:\n202-555-0100; Main St\"\n")]
    [InlineData("sep=;\n2025550101,Hello\n")]
    [InlineData("2025550101;a\n2025550102|b\n2025550103,c\n")]
    [InlineData("2025550101;,Hello\n2025550102;,Hello\n")]
    public void Comma_wins_wherever_a_record_reads_with_it(string head) => Assert.Equal(',', Judge(head));

    [Theory]
    [InlineData("2025550101;Call 202-555-0199, thanks\n")]
    [InlineData("2025550101;5, 6 or 7 pm\n")]
    [InlineData("2025550101;\"12, rue X\"\n")]
    [InlineData("\u202A2025550101\u202C;Hi, Ann\n")]
    [InlineData("\"2025550101\n\";Hi, Ann\n")]
    [InlineData("5550101;Hi, Ann\n")]
    [InlineData("2025550101;2025550102\n2025550103;Hi\n")]
    [InlineData("2025550101;482913\n")]
    [InlineData("2025550101;\n")]
    [InlineData("Number;Text\n2025550101;2025550102\n")]
    [InlineData("202-555-0101 x12;Hi, Ann\n")]
    [InlineData("+203-555-0101;Hi, Ann\n")]
    [InlineData("20255501012025550102;Hi, Ann\n")]
    [InlineData("\uFEFFsep=;\r\nNummer;Text\r\n2025550101;Hi, Ann\r\n")]
    public void Semicolon_file_may_hold_commas(string head) => Assert.Equal(';', Judge(head));

    [Theory]
    [InlineData("2025550101,Hi,0\n2025550102,Yo,1\n", true)]
    [InlineData("2025550101,Sale, now,0\n2025550102,Yo,1\n", true)]
    [InlineData("Number,Text\n2025550101,Hi,0\n2025550102,Yo,1\n", true)]
    [InlineData("Number,Text,Flag\n2025550101,Hi,0\n2025550102,Yo,1\n", false)]
    [InlineData("2025550101,Hi,0\n", false)]
    [InlineData("2025550101,Hi,0\n2025550102,Yo,x\n", false)]
    [InlineData("2025550101,Hi,2\n2025550102,Yo,3\n", false)]
    [InlineData("2025550101;0\n2025550102;1\n", false)]
    public void Last_column_of_zeros_and_ones_is_that_of_the_older_form(string head, bool isOld) =>
        Assert.Equal(isOld, LayoutProbe.ByReadings(TextEncoding.Utf8, Encoding.UTF8.GetBytes(head), isWhole: true).HasOldColumn);

    [Fact]
    public void Column_of_so_many_is_not_looked_at()
    {
        string row = "2025550101," + string.Join(',', Enumerable.Repeat("1", 500)) + "\n";

        Assert.False(LayoutProbe.ByReadings(TextEncoding.Utf8, Encoding.UTF8.GetBytes(row + row), isWhole: true).HasOldColumn);
    }

    [Theory]
    [InlineData("2025550101,a,b\n2025550102,c,d\n", 3)]
    [InlineData("2025550101;a;b\n2025550102;c;d\n", 3)]
    [InlineData("\n2025550101,a,b,c\n,\n2025550102,d,e,f\n\n", 4)]
    [InlineData("2025550101,a,b\n", 0)]
    [InlineData("2025550101;a;b\n", 0)]
    [InlineData("2025550101,a\n2025550102,c\n", 0)]
    [InlineData("2025550101;a\n2025550102;c\n", 0)]
    [InlineData("2025550101,a,b\n2025550102,c\n2025550103,d,e\n", 0)]
    [InlineData("2025550101;a;b\n2025550102;c\n2025550103;d;e\n", 0)]
    [InlineData("2025550101;a;\"b\" x\n2025550102;c;\"d\" x\n", 0)]
    [InlineData("2025550101,a,\"b\" x\n2025550102,c,\"d\" x\n", 0)]
    [InlineData("2025550101,a,b\n2025550102,a,b\n", 0)]
    [InlineData("2025550101,a,b\n2025550102,c,b\n", 3)]
    [InlineData("2025550101,a, b\n2025550102,c,d\n", 0)]
    [InlineData("2025550101,a, b\n2025550102,c,d\n2025550103,c,e\n", 3)]
    [InlineData("2025550101,a,b\n2025550102,c,d,e\n2025550103,f,g\n", 3)]
    [InlineData("Number,Text\n2025550101,a,b\n2025550102,c,d\n", 0)]
    [InlineData("Number,Text,Note\n2025550101,a,b\n", 3)]
    [InlineData("Number;Text;Note\n2025550101;a;b\n2025550102;c;d\n", 3)]
    [InlineData("Number,Text,Note\n2025550101,a\n2025550102,c\n", 3)]
    [InlineData("abc,a,b\ndef,c,d\n", 3)]
    [InlineData("abc\ndef\n", 0)]
    [InlineData("abc\ndef\nghi,a,b\n", 0)]
    [InlineData("", 0)]
    public void Columns_beyond_two_are_those_of_the_header_or_of_most_rows(string head, int columns)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(head);
        Assert.Equal(columns, SourceFormat.Detect(new BytesSource(bytes)).ExtraColumns);
        Assert.Equal(columns, LayoutProbe.ByReadings(TextEncoding.Utf8, bytes, isWhole: true).ExtraColumns);
    }

    // Of most files only these are looked at, once; any other is read with all delimiters.
    [Theory]
    [InlineData("2025550101,a\n", 0)]
    [InlineData("2025550101,a\n2025550102,b\n", 0)]
    [InlineData("2025550101,a,b\n", null)]
    [InlineData("2025550101,a,b\n2025550102,c,d\n", null)]
    [InlineData("\n2025550101,a,b\r\n,\n2025550102,c,d\r\n\n", null)]
    [InlineData("2025550101,a,b\n2025550102,c\n", null)]
    [InlineData("2025550101,a,b\n2025550102,c\n2025550103,d,e\n", null)]
    [InlineData("2025550101,\"a, b\"\n2025550102,\"c\"\n", 0)]
    [InlineData("2025550101,a\nabc,b\n", 0)]
    [InlineData("\n2025550101,a\r\n,\n\"\",\"\"\n2025550102,c\r\n\n", 0)]
    [InlineData("2025550101,a\n2025550102,c,d\n", null)]
    [InlineData("", null)]
    [InlineData("\n", null)]
    [InlineData("abc,a\n2025550101,b\n", null)]
    [InlineData("2025550101\n2025550102,a\n", null)]
    [InlineData("2025550101;a\n2025550102;b\n", null)]
    [InlineData("2025550101,a\n2025550102,b", null)]
    [InlineData("2025550101,a\n2025550102,\"b\nc\"\n", null)]
    public void Soundly_written_rows_are_judged_by_themselves(string head, int? columns)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(head);
        SourceFormat? judged = LayoutProbe.OfRows(TextEncoding.Utf8, bytes, isWhole: true);
        Assert.Equal(columns, judged?.ExtraColumns);
        Assert.Null(LayoutProbe.OfRows(TextEncoding.Utf8WithBom, bytes, isWhole: true));
        Assert.Null(LayoutProbe.OfRows(TextEncoding.Utf8, bytes, isWhole: false));
        if (judged is not null)
        {
            Assert.Equal((',', TextEncoding.Utf8, LayoutProbe.ByReadings(TextEncoding.Utf8, bytes, isWhole: true).LineEnd), (judged.Separator, judged.Encoding, judged.LineEnd));
            Assert.Empty(judged.Header);
        }
    }

    [Theory]
    [InlineData(99, "", null)]
    [InlineData(100, "", 0)]
    [InlineData(100, "2025550102,c,d\n", 0)]
    [InlineData(100, "2025550102,\"", 0)]
    [InlineData(99, "2025550102,c,d\n", null)]
    [InlineData(99, "\n2025550102,c\n", 0)]
    public void Hundred_soundly_written_rows_are_enough(int rows, string rest, int? columns) => Assert.Equal(
        columns,
        LayoutProbe.OfRows(TextEncoding.Utf8, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("2025550101,a\n", rows)) + rest), isWhole: false)?.ExtraColumns);

    [Theory]
    [InlineData(99, "2025550101,{0},b\n", "2025550102,c\n", 0)]
    [InlineData(100, "2025550101,{0},b\n", "2025550102,c\n", 3)]
    [InlineData(100, "2025550101,{0},b\n\n", "2025550102,c\n", 3)]
    [InlineData(99, "2025550101;{0};b\n", "2025550102;c\n", 0)]
    [InlineData(100, "2025550101;{0};b\n", "2025550102;c\n", 3)]
    public void First_hundred_rows_are_judged(int rows, string row, string last, int columns) =>
        Assert.Equal(columns, SourceFormat.Detect(new BytesSource(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, rows).Select(each => row.Replace("{0}", $"{each}", StringComparison.Ordinal))) + last))).ExtraColumns);

    [Fact]
    public void Record_that_is_cut_where_the_judged_bytes_end_is_left_out()
    {
        string rows = string.Concat(Enumerable.Repeat($"2025550101;a;\"{new string('x', 1_000)}\"\n", 90));
        Assert.Equal(0, SourceFormat.Detect(new BytesSource(Encoding.UTF8.GetBytes(rows))).ExtraColumns);
        Assert.Equal(3, SourceFormat.Detect(new BytesSource(Encoding.UTF8.GetBytes(rows[..(10 * 1_016)] + "2025550101;a;\"x"))).ExtraColumns);
    }

    [Theory]
    [InlineData("2025550101,a\n", "\n")]
    [InlineData("2025550101,a\r\n2025550102,a\n", "\r\n")]
    [InlineData("2025550101,a\r2025550102,a\r", "\r")]
    [InlineData("2025550101,a\r", "\r")]
    [InlineData("2025550101,a", "\n")]
    [InlineData("\n2025550101,a\r\n", "\n")]
    [InlineData("\r\n", "\r\n")]
    public void First_line_end_is_that_of_the_file(string head, string lineEnd) => Assert.Equal(lineEnd, SourceFormat.Detect(new BytesSource(Encoding.UTF8.GetBytes(head))).LineEnd);

    [Theory]
    [InlineData("2025550101,2025550102\n2025550103,+12025550104\n", true)]
    [InlineData("2025550101,2025550102\n2025550103,Hi\n", false)]
    [InlineData("2025550101,2025550102\n2025550103,482913\n", false)]
    [InlineData("2025550101,2025550102\n2025550103,2025550104,2025550105\n", false)]
    [InlineData("2025550101,2025550102,2025550103\n", false)]
    [InlineData("2025550101,2025550102\n2025550103,\n", false)]
    [InlineData("2025550101,1111111111\n", false)]
    [InlineData("0612345678,0612345679\n", true)]
    [InlineData("0612345678,0012345679\n", false)]
    [InlineData("2025550101,2025550102 x12\n", true)]
    [InlineData("Number,Text\n2025550101,2025550102\n", true)]
    [InlineData("Number,Text\n", false)]
    [InlineData("2025550101,Hi\n", false)]
    [InlineData("", false)]
    public void Texts_that_are_all_numbers_are_known(string head, bool areNumbers)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(head);
        Assert.Equal(areNumbers, SourceFormat.Detect(new BytesSource(bytes)).HasNumbersForTexts);
        Assert.Equal(areNumbers, LayoutProbe.ByReadings(TextEncoding.Utf8, bytes, isWhole: true).HasNumbersForTexts);
    }

    [Fact]
    public void What_is_judged_by_its_first_rows_alone_is_judged_as_by_all_readings()
    {
        byte[] rows = "2025550101,Hi\n2025550102,\"Hi; 2025550109, x\"\r\n\n 2025550103,a|b\n+12025550104,\"a \"\"b\"\"\",c\n"u8.ToArray();
        byte[][] words = [.. ((string[])[",", ";", "\t", "|", "\"", "\n", "\r\n", "\r", "sep=;\n", "Number,Message\n", "2025550105", ";2025550106", "\n2025550107;", "\uFEFF", "é", ",,", ",2025550108\n"]).Select(Encoding.UTF8.GetBytes)];
        int quick = 0;
        Fuzz.Try(Cases.Of(20_000), random => Fuzz.Mutated(random.Next(4) > 0 ? rows : [.. Enumerable.Repeat(rows, 60).SelectMany(each => each)], random, 4, words), bytes =>
        {
            foreach (bool isWhole in (bool[])[true, false])
            {
                TextEncoding encoding = TextEncodings.Detect(bytes);
                SourceFormat judged = LayoutProbe.Judge(encoding, bytes, isWhole);
                SourceFormat known = LayoutProbe.ByReadings(encoding, bytes, isWhole);
                Assert.Equal((known.Separator, known.LineEnd, known.ExtraColumns, known.HasNumbersForTexts), (judged.Separator, judged.LineEnd, judged.ExtraColumns, judged.HasNumbersForTexts));
                Assert.Equal(known.Header, judged.Header);
                quick += known.Separator == ',' && known.Header.Count == 0 ? 1 : 0;
            }
        });
        Assert.NotEqual(0, quick);
    }

    private static char Judge(string head) => SourceFormat.Detect(new BytesSource(Encoding.UTF8.GetBytes(head))).Separator;
}
