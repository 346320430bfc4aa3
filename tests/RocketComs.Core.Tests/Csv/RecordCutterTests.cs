using System.Text;
using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using Xunit;

namespace RocketComs.Core.Tests.Csv;

public class RecordCutterTests
{
    [Theory]
    [InlineData("2025550101,Hi\n", "2025550101", "Hi", (int)ByteClasses.None)]
    [InlineData("2025550101,Hi\r\n", "2025550101", "Hi", (int)ByteClasses.None)]
    [InlineData("2025550101,\n", "2025550101", "", (int)ByteClasses.None)]
    [InlineData("x,5 % $5 #1 (a) / end.\n", "x", "5 % $5 #1 (a) / end.", (int)ByteClasses.Mark)]
    [InlineData("x,5 % $5 #1 5/5. End.\n", "x", "5 % $5 #1 5/5. End.", (int)ByteClasses.None)]
    [InlineData("x,bit.ly\n", "x", "bit.ly", (int)ByteClasses.WordDot)]
    [InlineData("\"2025550101\",\"Hi, you\"\r\n", "2025550101", "Hi, you", (int)ByteClasses.Quote)]
    [InlineData("2025550101,\"a \"\"b\"\" c\"\n", "2025550101", "a \"b\" c", (int)ByteClasses.Quote)]
    [InlineData("2025550101,\"\"\"\"\n", "2025550101", "\"", (int)ByteClasses.Quote)]
    [InlineData("2025550101,\"\"\n", "2025550101", "", (int)ByteClasses.Quote)]
    [InlineData("2025550101,caf\u00E9 \\n [x]\n", "2025550101", "caf\u00E9 \\n [x]", (int)(ByteClasses.NonAscii | ByteClasses.Extension | ByteClasses.Backslash | ByteClasses.Bracket))]
    public void Sound_record_is_cut(string line, string number, string text, int classes)
    {
        RecordCutter cutter = Over("first,row\n" + line + "2025550102,next\n");
        Assert.True(cutter.TryCut() && cutter.TryCut());
        Assert.Equal((2L, 3L, 10L, 2), (cutter.Line, cutter.NextLine, cutter.ByteOffset, cutter.FieldCount));
        Assert.Equal((number, text), (Text(cutter.Field(0)), Text(cutter.Field(1))));
        Assert.Equal(line.TrimEnd('\r', '\n'), Text(cutter.Raw));
        Assert.Equal(line.TrimEnd('\r', '\n'), Text(cutter.RawField(0)) + "," + Text(cutter.RawField(1)));
        Assert.Equal(((ByteClasses)classes, RecordFaults.None), (cutter.Classes, cutter.Faults));
        Assert.True(cutter.TryCut());
        Assert.Equal(("2025550102", "next"), (Text(cutter.Field(0)), Text(cutter.Field(1))));
        Assert.False(cutter.TryCut());
    }

    [Theory]
    [InlineData("a,b")]
    [InlineData("a,b\r")]
    [InlineData("a,b\rc,d\n")]
    [InlineData("a,b\"c\n")]
    [InlineData("a,\"b\"c\n")]
    [InlineData("a,\"b\" \n")]
    [InlineData("a,\"two\nlines\"\n")]
    [InlineData("a,\"never closed\n")]
    public void Any_other_record_is_left(string line)
    {
        RecordCutter cutter = Over("first,row\n" + line);
        Assert.True(cutter.TryCut());
        Assert.False(cutter.TryCut());
        Assert.Equal((10, 2L), (cutter.Position, cutter.NextLine));
        cutter.GoTo(10, 2);
        Assert.False(cutter.TryCut());
    }

    [Theory]
    [InlineData("one column\n", (int)RecordFaults.TooFewFields, false, "one column")]
    [InlineData("a,b,c\n", (int)RecordFaults.TooManyFields, false, "a|b|c")]
    [InlineData("\"a\"\"a\",\"b\"\"\"\r\n", 0, false, "a\"a|b\"")]
    [InlineData("1,2,\"3,3\",,5,6,7,8,9,10,11,12,13,14,15,16,17,18\n", (int)RecordFaults.TooManyFields, false, "1|2|3,3||5|6|7|8|9|10|11|12|13|14|15|16|17|18")]
    [InlineData("a,tab\there\n", 0, false, "a|tab\there")]
    [InlineData("a,bell\u0007here\n", (int)RecordFaults.ControlCharacter, false, "a|bell\u0007here")]
    [InlineData("a,\"bell\u0007here\"\n", (int)RecordFaults.ControlCharacter, false, "a|bell\u0007here")]
    [InlineData("\n", (int)RecordFaults.TooFewFields, true, "")]
    [InlineData("\r\n", (int)RecordFaults.TooFewFields, true, "")]
    [InlineData(",,\n", (int)RecordFaults.TooManyFields, true, "||")]
    [InlineData("|,\n", 0, true, "||")]
    [InlineData("},\n", 0, false, "}|")]
    [InlineData(" ;,\t|\n", 0, true, " ;|\t|")]
    [InlineData(" ,blank\n", 0, false, " |blank")]
    [InlineData("\"\",\" \t\"\n", 0, true, "| \t")]
    [InlineData("\"\"\n", (int)RecordFaults.TooFewFields, true, "")]
    [InlineData("\"\",\",\"\n", 0, false, "|,")]
    [InlineData("\"\",\"\"\"\"\n", 0, false, "|\"")]
    public void Fields_however_many_are_cut_and_named(string line, int faults, bool isBlank, string fields)
    {
        RecordCutter cutter = Over("first,row\n" + line + "2025550102,next\n");
        Assert.True(cutter.TryCut() && cutter.TryCut());
        Assert.Equal(fields, string.Join('|', Enumerable.Range(0, cutter.FieldCount).Select(index => Text(cutter.Field(index)))));
        Assert.Equal((isBlank, (RecordFaults)faults, line.TrimEnd('\r', '\n')), (cutter.IsBlank, cutter.Faults, Text(cutter.Raw)));
        Assert.True(cutter.TryCut());
        Assert.Equal((false, "2025550102", "next", 3L), (cutter.IsBlank, Text(cutter.Field(0)), Text(cutter.Field(1)), cutter.Line));
    }

    [Theory]
    [InlineData("a,b\n", "a|b|")]
    [InlineData("a,b\r\n", "a|b|")]
    [InlineData(",\n", "||")]
    [InlineData("a,\"b, c\"\n", "a|b, c|2 4 7")]
    [InlineData("a,\"\"\r\n", "a||2 3")]
    [InlineData("a,\"b \"\"c\"\"\"\n", "a|b \"c\"|2 5 6 8 9 10")]
    [InlineData("a,b. c: 5% / d.\n", "a|b. c: 5% / d.|")]
    [InlineData("a,www.example.com/b\n", "a|www.example.com/b|5 13")]
    [InlineData("a,[b] \u20AC\\n@\n", "a|[b] \u20AC\\n@|2 4 6 7 8 9 11")]
    [InlineData("a,\"[b]\"\n", "a|[b]|2 3 5 6")]
    [InlineData("a\n", null)]
    [InlineData("a.b,c\n", null)]
    [InlineData("a,b,c\n", null)]
    [InlineData("a,b.c,d\n", null)]
    [InlineData("\"a\",b\n", null)]
    [InlineData("a,b\rc\n", null)]
    [InlineData("a,b\tc\n", null)]
    [InlineData("a,b", null)]
    [InlineData("a,b.c", null)]
    [InlineData("a,\"b\"", null)]
    [InlineData("a,\"b\nc\"\n", null)]
    [InlineData("a,\"b\tc\"\n", null)]
    [InlineData("a,\"b\"c\n", null)]
    [InlineData("a,b\"c\n", null)]
    public void Pair_is_looked_at_with_its_marks_and_passed_and_any_other_record_is_still_the_next(string line, string? seen)
    {
        const int First = 10;
        RecordCutter cutter = Over("first,row\n" + line);
        Assert.True(cutter.TryPeekPair(out _, out _, out _));
        cutter.PassPair();
        bool isPair = cutter.TryPeekPair(out ReadOnlySpan<byte> number, out ReadOnlySpan<byte> text, out ReadOnlySpan<int> marks);
        Assert.Equal(seen, isPair ? $"{Text(number)}|{Text(cutter.Undoubled(text))}|{string.Join(' ', marks.ToArray().Select(at => at - First))}" : null);
        Assert.Equal((First, 2L), (cutter.Position, cutter.NextLine));
        if (isPair)
        {
            cutter.PassPair();
            Assert.Equal((First + Encoding.UTF8.GetByteCount(line), 3L, false), (cutter.Position, cutter.NextLine, cutter.TryCut()));
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1_023)]
    [InlineData(3_000)]
    public void Fields_of_doubled_quotes_are_looked_at_side_by_side(int length)
    {
        string text = new string('b', length) + "\"";
        RecordCutter cutter = Over($"\"a\"\"\",\"{text}\"\"\nnext,row\n");
        Assert.True(cutter.TryCut());
        ReadOnlySpan<byte> number = cutter.Field(0);
        ReadOnlySpan<byte> before = cutter.Field(1);
        ReadOnlySpan<byte> after = cutter.Field(0);
        Assert.Equal(("a\"", text, "a\""), (Text(number), Text(before), Text(after)));
        Assert.Equal(text, Text(cutter.Field(1)));
    }

    [Fact]
    public void Characters_that_are_damaged_are_named()
    {
        byte[] bytes = [.. "a,\xFF\n"u8[..2], 0xFF, (byte)'\n', .. "a,\uFFFD\n"u8, .. "a,\u0085\n"u8];
        RecordCutter cutter = Over(bytes);
        RecordFaults[] expected = [RecordFaults.BytesInvalid, RecordFaults.ReplacementCharacter, RecordFaults.ControlCharacter];
        Assert.All(expected, fault => Assert.Equal((true, fault), (cutter.TryCut(), cutter.Faults)));
    }

    [Fact]
    public void Records_that_lie_across_blocks_are_whole()
    {
        // Longer than several blocks, with records of every length; one is longer than a block and left.
        StringBuilder text = new();
        for (int length = 1; length < 700; length++)
        {
            text.Append(length % 7 == 0 ? $"{length},\"{new string('x', length)}, \"\"é\"\"\"\r\n" : $"{length},{new string('y', length)}\n");
        }

        int long1 = Encoding.UTF8.GetByteCount(text.ToString());
        text.Append("long,").Append('z', 20_000).Append("\nlast,row\n");
        RecordCutter cutter = Over(text.ToString());
        for (int length = 1; length < 700; length++)
        {
            Assert.True(cutter.TryCut());
            Assert.Equal(
                (length.ToString(System.Globalization.CultureInfo.InvariantCulture), length % 7 == 0 ? new string('x', length) + ", \"é\"" : new string('y', length)),
                (Text(cutter.Field(0)), Text(cutter.Field(1))));
        }

        Assert.False(cutter.TryCut());
        Assert.Equal(long1, cutter.Position);
        cutter.GoTo(long1 + 20_006, 701);
        Assert.True(cutter.TryCut());
        Assert.Equal(("last", "row", 701L), (Text(cutter.Field(0)), Text(cutter.Field(1)), cutter.Line));
    }

    private static RecordCutter Over(string text) => Over(Encoding.UTF8.GetBytes(text));

    private static RecordCutter Over(byte[] bytes)
    {
        RecordCutter cutter = new();
        cutter.Begin(bytes, bytes.Length, 0);
        cutter.GoTo(0, 1);
        return cutter;
    }

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
}
