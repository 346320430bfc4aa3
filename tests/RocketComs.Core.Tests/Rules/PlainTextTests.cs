using System.Text;
using RocketComs.Core.Csv;
using RocketComs.Core.Rules;
using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Segments;
using Xunit;

namespace RocketComs.Core.Tests.Rules;

public class PlainTextTests
{
    private static readonly string[] s_signs =
    [
        "Sale ", "a", "Z", "\\n", "\\", "n", ".", "www.a.com", "bit.ly", "@", "<", "%", "[x] ", "[name]", "]", "^", "}", "~", "{", "|", "*", "$5", "#", "(", "`", "\"\"", ",",
        "\u20AC", "\u00E9", "\u00A3", "\u0394", "\u2019", "\u2026", "\u200B", "\u2260", "\u00C3", "\u00A0", "\u0085", "\u2082", "\uD83D\uDE00", "\u007F", " ", "5.5", "a@b.de", "<3",
    ];

    [Theory]
    [InlineData("Sale at 9.", 10)]
    [InlineData("Sale\\nnow", 8)]
    [InlineData("C:\\temp ^_^ ~ }", 20)]
    [InlineData("5\u20AC caf\u00E9 \u00A3 \u0394\u0394", 0)]
    [InlineData("5\u20AC caf\u00E9 \u00A3 \u0394.", 13)]
    [InlineData("[Open day] in [Rome]", 24)]
    [InlineData("www.example.com ann@example.com <3", 34)]
    [InlineData("Sale\\n now", 0)]
    [InlineData("\\nSale", 0)]
    [InlineData("Hi [First Name]", 0)]
    [InlineData("see bit.ly/a", 0)]
    [InlineData("@@x", 0)]
    [InlineData("<<x", 0)]
    [InlineData("<%x", 0)]
    [InlineData("{x", 0)]
    [InlineData("*|x", 0)]
    [InlineData("$$x", 0)]
    [InlineData("It\u2019s", -4)]
    [InlineData("5\u20AC caf\u00E9 ^ \\n \uD83D\uDE00!", 0)]
    [InlineData("5\u20AC caf\u00E9 ^ \\nx\uD83D\uDE00!", -15)]
    [InlineData("Sale \u2013 50% \u2026", -12)]
    [InlineData("Sale\uD83D\uDE00", -6)]
    [InlineData("\u2019s", 0)]
    [InlineData("\\n\u2019", 0)]
    [InlineData("It\u2019\u2019s", 0)]
    [InlineData("x\uD83D\uDE00\uFE0F", 0)]
    [InlineData("x\uFFFD", 0)]
    [InlineData("x\u0416", 0)]
    [InlineData("Hi\u2019 [First Name]", 0)]
    [InlineData("a`b", 0)]
    [InlineData("a\u007Fb", 0)]
    [InlineData("a\u00A0b", 0)]
    public void Text_without_anything_for_a_rule_is_counted_by_its_marks(string text, int units) => Assert.Equal(units, Units(text));

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_left_to_the_rules() =>
        Assert.All((byte[][])[[0xE9], [0xC3], [0xC0, 0x80], [0xC2, 0x41], [0xE2, 0x82], [0xE2, 0x82, 0x41], [0xFF], [0xA9], [0x61, 0xE2, 0x80], [0x61, 0xE2, 0x41, 0x80], [0x61, 0xF0, 0x9F, 0x98], [0x61, 0xF0, 0x9F, 0x41, 0x98], [0x61, 0xF0, 0x8F, 0x98, 0x80]], bytes => Assert.Equal(0, Units(bytes)));

    [Fact]
    public void Whatever_is_counted_by_its_marks_is_what_the_rules_find_nothing_in()
    {
#pragma warning disable CA5394 // A test wants the same texts again.
        Random random = new(7);
        int texts = Cases.Of(60_000);
        int counted = 0;
        for (int i = 0; i < texts; i++)
        {
            string text = "x" + string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => s_signs[random.Next(s_signs.Length)])) + "x";
            string unquoted = text.Contains(',', StringComparison.Ordinal) || text.Contains('"', StringComparison.Ordinal) ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
            int units = Units(unquoted.Length < text.Length || text.Contains(',', StringComparison.Ordinal) ? $"\"{text}\"" : text);
#pragma warning restore CA5394
            if (units != 0)
            {
                counted++;
                SegmentCount count = SegmentCounter.Count(LineBreakEscape.Unescape(unquoted).AsSpan());
                Assert.Equal((units > 0 ? RcSmsEncoding.Gsm7 : RcSmsEncoding.Ucs2, Math.Abs(units), text), (count.Encoding, count.Units, text));
                Assert.Equal((0L, text), (Issues($"2025550101,\"{unquoted.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n"), text));
            }
        }

        Assert.InRange(counted, texts / 10, texts * 3 / 4);
    }

    private static int Units(string field) => Units(Encoding.UTF8.GetBytes(field));

    private static int Units(byte[] field)
    {
        RecordCutter cutter = new();
        byte[] bytes = [.. "2025550101,"u8, .. field, (byte)'\n'];
        cutter.Begin(bytes, bytes.Length, 0);
        cutter.GoTo(0, 1);
        Assert.True(cutter.TryPeekPair(out _, out ReadOnlySpan<byte> text, out ReadOnlySpan<int> marks));
        return PlainText.Units(text, cutter.Bytes, marks);
    }

    private static long Issues(string file)
    {
        RcBatchCsvReport report = BytesSource.Check(file, new CheckOptions { CutsRecords = false });
        return report.Issues.Length;
    }
}
