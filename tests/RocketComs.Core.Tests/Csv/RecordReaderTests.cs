using System.Text;
using RocketComs.Core.Csv;
using Xunit;

namespace RocketComs.Core.Tests.Csv;

/// <summary>What is wrong or rare about a record, by the one reader that decides it.</summary>
public class RecordReaderTests
{
    [Theory]
    [InlineData("a,b", "None")]
    [InlineData("a", "TooFewFields")]
    [InlineData("a,b,c", "TooManyFields")]
    [InlineData("a,\"b\"", "None")]
    [InlineData("a,\"b", "QuoteUnclosed")]
    [InlineData("a,\"b\"c", "TextAfterQuote")]
    [InlineData("\"a\"x,\"b\"y", "TextAfterQuote")]
    [InlineData("\"a\"x,\"b", "TextAfterQuote")]
    [InlineData("\"a\"x,b\"c", "TextAfterQuote, StrayQuote")]
    [InlineData("a\"b,\"c", "QuoteUnclosed, StrayQuote")]
    [InlineData("a\"b,c", "StrayQuote")]
    [InlineData("a\"b,c\"d", "StrayQuote")]
    [InlineData("a\"b,c\"d,e\"f", "TooManyFields, StrayQuote")]
    [InlineData("a,b\tc", "None")]
    [InlineData("a,\"b\nc\"", "LineBreak")]
    [InlineData("a,\"b\rc\"", "LineBreak")]
    [InlineData("a,b\u0007", "ControlCharacter")]
    [InlineData("\u0007,b", "ControlCharacter")]
    [InlineData("a,\u0085", "ControlCharacter")]
    [InlineData("a,\uFFFD", "ReplacementCharacter")]
    [InlineData("a,\uFFFD\u0085\u0007", "ControlCharacter, ReplacementCharacter")]
    [InlineData("a,\"\u00E9\n\u0007", "QuoteUnclosed, ControlCharacter, LineBreak")]
    [InlineData("1,3456789", "TooLong")]
    [InlineData("1,345678", "None")]
    [InlineData("1,\"4567\"", "None")]
    [InlineData("1,\"45678\"", "TooLong")]
    [InlineData("1,\u00E9\u00E9\u00E9", "None")]
    [InlineData("1,\u00E9\u00E9\u00E9x", "TooLong")]
    [InlineData("1\"2345678", "TooFewFields, TooLong")]
    public void Record_has_the_faults_that_it_has_and_no_others(string record, string faults)
    {
        int mostBytes = faults.Contains("TooLong", StringComparison.Ordinal) || record.StartsWith("1,", StringComparison.Ordinal) ? 8 : 100;
        using RecordReader reader = RecordReader.Over(Encoding.UTF8.GetBytes(record), new RecordFormat(',', mostBytes));
        Assert.True(reader.Read());
        Assert.Equal(faults, reader.Faults.ToString());
    }

    [Theory]
    [InlineData("a,b\nc,d\n", "1 2 3")]
    [InlineData("a,\"b\nc\"\r\nd,e\r\n", "1 3 4")]
    [InlineData("\n\na,b\r", "1 2 3 4")]
    [InlineData("a,\"b\r\n\r\rc\"\nd,\"e\"\"\"\n", "1 5 6")]
    public void Lines_are_those_on_which_records_begin(string text, string lines)
    {
        using RecordReader reader = RecordReader.Over(Encoding.UTF8.GetBytes(text), new RecordFormat(','));
        List<long> found = [];
        while (reader.Read())
        {
            found.Add(reader.Line);
        }

        Assert.Equal(lines, string.Join(' ', found.Append(reader.NextLine)));
    }

    [Fact]
    public void Stream_is_left_open_and_its_place_is_that_in_the_file()
    {
        MemoryStream stream = new("a,\"b\"\"\"\nc,d\n"u8.ToArray());
        using (RecordReader reader = RecordReader.Over(stream, new RecordFormat(','), line: 7, offset: 100))
        {
            Assert.True(reader.Read());
            Assert.Equal((7L, 100L, "b\"", "\"b\"\"\""), (reader.Line, reader.ByteOffset, reader.Text(1), Encoding.UTF8.GetString(reader.RawField(1).ToArray())));
            Assert.True(reader.Read());
            Assert.Equal((8L, 108L, 9L), (reader.Line, reader.ByteOffset, reader.NextLine));
            Assert.False(reader.Read());
        }

        Assert.True(stream.CanRead);
    }
}
