using System.Text;
using CsvHelper;
using RocketComs.Core.Csv;
using Xunit;

namespace RocketComs.Core.Tests.Csv;

public sealed class FileRecordsTests
{
    // The bytes that are read at a time.
    private const int Filling = 256 * 1024;

    private static readonly string[] s_records =
    [
        "2025550101,Hi", "2025550102,\"Hello, \"\"you\"\"\"", "2025550103,\"two\nlines\"", "2025550104,\"two\r\nlines, or\rthree\"", "a,b,c", "alone", "", " ,\t", "2025550105,\u20AC na\u00EFve",
        "2025550106,stray \" quote", "2025550107,\"closed\" early", "2025550108,tab\there", "2025550109,bell\u0007", "\uFEFF2025550110,mark",
    ];

    [Theory]
    [InlineData("\n", 0)]
    [InlineData("\r\n", 0)]
    [InlineData("\r", 0)]
    [InlineData("\n", 1)]
    [InlineData("\r\n", 1)]
    [InlineData("\r", 1)]
    [InlineData("\r\n", 7)]
    public void Records_are_those_of_the_parser_wherever_a_filling_ends(string lineEnd, int shift)
    {
        StringBuilder file = new(new string('x', shift) + "first,record" + lineEnd);
        for (int i = 0; file.Length < 3 * Filling; i++)
        {
            file.Append(s_records[(i * i) % s_records.Length]).Append(i % 40 == 39 ? new string('y', 700) : string.Empty).Append(lineEnd);
        }

        file.Append("2025550199,\"").Append(new string('z', 300_000)).Append("\n\"").Append(lineEnd).Append("2025550198,last");
        byte[] bytes = Encoding.UTF8.GetBytes(file.ToString());

        Assert.Equal(Told(bytes, cuts: false), Told(bytes, cuts: true));
    }

    [Theory]
    [InlineData(Filling - 1)]
    [InlineData(Filling)]
    [InlineData(Filling + 1)]
    public void Carriage_return_at_the_end_of_a_filling_is_one_line_end_with_the_line_feed_behind_it(int end)
    {
        byte[] bytes = Encoding.UTF8.GetBytes("2025550101," + new string('x', end - 12) + "\r\n2025550102,second\r\n");
        Assert.Equal([$"0 1 2 {end - 1} None", $"{end + 1} 2 3 17 None"], Told(bytes, cuts: true));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("\uFEFF", "")]
    [InlineData("\uFEFF2025550101,Hi\n", "2025550101")]
    [InlineData("2025550101,Hi", "2025550101")]
    [InlineData("2025550101,Hi\n", "2025550101")]
    [InlineData("\n", "")]
    public void Short_file_is_read_with_or_without_mark_and_line_end(string file, string first)
    {
        using FileRecords records = new(new MemoryStream(Encoding.UTF8.GetBytes(file)), new RecordFormat(','), cuts: true);
        Assert.Equal(first, records.Read() ? Encoding.UTF8.GetString(records.Current.Field(0)) : string.Empty);
        Assert.False(records.Read());
    }

    [Fact]
    public void What_the_cutter_passes_has_been_read()
    {
        using FileRecords records = new(new MemoryStream("2025550101,a\n2025550102,b\n2025550103,\"c\nd\"\n"u8.ToArray()), new RecordFormat(','), cuts: true);
        Assert.True(records.Read());
        Assert.True(records.Cutter!.TryPeekPair(out _, out _, out _));
        records.Cutter.PassPair();
        Assert.Equal((26L, 3L), (records.Position, records.NextLine));
        Assert.True(records.Read());
        Assert.Equal(("2025550103", 3L, 5L), (Encoding.UTF8.GetString(records.Current.Field(0)), records.Current.Line, records.NextLine));
    }

    [Theory]
    [InlineData(4 * 1024 * 1024, "None")]
    [InlineData((4 * 1024 * 1024) + 1, "TooLong")]
    public void Record_that_is_longer_than_any_text_is_named_when_its_end_is_found(int length, string fault)
    {
        byte[] bytes = [.. "2025550101,Hi\n2025550102,\""u8, .. Enumerable.Repeat((byte)'x', length - 13), .. "\"\n2025550103,Hi\n"u8];
        Assert.Equal(["0 1 2 13 None", $"14 2 3 {length} {fault}", $"{length + 15} 3 4 13 None"], Told(bytes, cuts: true));
    }

    [Fact]
    public void Record_without_an_end_is_refused_where_it_begins()
    {
        using FileRecords records = new(new MemoryStream([.. "2025550101,Hi\n2025550102,\""u8, .. Enumerable.Repeat((byte)'\n', 9 * 1024 * 1024)]), new RecordFormat(','), cuts: true);
        Assert.True(records.Read());
        Assert.Throws<CsvFormatException>(() => records.Read());
        Assert.Equal(2, records.NextLine);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void How_far_a_long_file_is_read_is_told(bool cuts)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("2025550101,Hi\n", 40_000)));
        using FileRecords records = new(new MemoryStream(bytes), new RecordFormat(','), cuts);
        for (int i = 1; i <= 40_000; i++)
        {
            Assert.True(records.Read());
            Assert.InRange(records.Position, (i * 14) - 1, i * 14);
        }
    }

    private static List<string> Told(byte[] bytes, bool cuts)
    {
        using FileRecords records = new(new MemoryStream(bytes), new RecordFormat(','), cuts);
        List<string> told = [];
        while (records.Read())
        {
            Core.Csv.Record record = records.Current;
            told.Add($"{record.ByteOffset} {record.Line} {records.NextLine} {record.Raw.Length} {(record.IsBlank ? "blank" : record.Faults)}");
            Assert.Equal(record.NextLine, records.NextLine);
            Assert.True(bytes.AsSpan((int)record.ByteOffset, record.Raw.Length).SequenceEqual(record.Raw), told[told.Count - 1]);
        }

        return told;
    }
}
