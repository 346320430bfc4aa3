using System.Text;
using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Tests.Rules;
using Xunit;

namespace RocketComs.Core.Tests.Csv;

public class Utf16Tests
{
    // What is no UTF-16, the number of units before it, and the line it stands on. An encoding would put U+FFFD in its place.
    private static readonly (string Text, int Units, int Line)[] s_broken =
    [
        ("\uD800", 0, 1),
        ("a\uDBFF", 1, 1),
        ("a\uDC00b", 1, 1),
        ("\uDFFF", 0, 1),
        ("ab\uD83Dc", 2, 1),
        ("\uD83D\uD83D\uDE00", 0, 1),
        ("\uD83D\uDE00\uDE00", 2, 1),
        ("a\nb\n\uDE00", 4, 3),
        ("a\rb\r\uDE00", 4, 3),
        ("a\r\nb\r\n\uDE00", 6, 3),
        ("\n\r\uDE00", 2, 3),
        ("\r\r\n\n\uDE00\n", 4, 4),
        ("\uFEFF\u0A0D\u0D0A\uDE00", 3, 1),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Half_a_character_is_found_with_its_place_and_line(bool isBigEndian)
    {
        foreach ((string text, int units, int line) in s_broken)
        {
            Assert.Equal((2L * units, (long)line), Find(Bytes(text, isBigEndian), isBigEndian));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Sound_text_is_sound_and_half_a_unit_at_its_end_is_not(bool isBigEndian)
    {
        foreach (string text in (string[])["", "a", "\U00010000\U0010FFFF", "\uD7FF\uE000", "a\r\n\U0001F600\n"])
        {
            byte[] bytes = Bytes(text, isBigEndian);
            Assert.Null(Find(bytes, isBigEndian));
            Assert.Equal(bytes.Length, Find([.. bytes, 0], isBigEndian)?.Offset);
        }
    }

    [Fact]
    public void Long_text_is_searched_to_its_end()
    {
        foreach (int units in (int[])[32_767, 32_768, 32_769, 100_000])
        {
            string text = new string('a', units - 1) + "\n";
            Assert.Null(Find(Bytes(text, false), false));
            Assert.Equal((2L * units, 2L), Find(Bytes(text + "\uD83D", false), false));
            Assert.Equal((2L * units, 2L), Find(Bytes(text + "\uD83Dx", false), false));
            Assert.Null(Find(Bytes(text + "\U0001F600", false), false));
        }
    }

    [Fact]
    public void Text_in_another_encoding_is_not_searched() => Assert.Null(Utf16Text.FindInvalid(new BytesSource([0, 0xD8]), TextEncoding.Utf8, CancellationToken.None));

    // 32,768 units are read at a time: the halves of a pair come apart there.
    [Theory]
    [InlineData(0, 7)]
    [InlineData(5, 7)]
    [InlineData(32_767, 1_000)]
    [InlineData(32_768, 100_000)]
    [InlineData(70_000, 64 * 1024)]
    public void Text_is_read_as_utf8_in_pieces_of_any_length(int before, int piece)
    {
        string text = new string('\u4e00', before) + "\U0001F600" + new string('\u4e01', 40_000) + "\r\n";
        MemoryStream inner = new([.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(text)]);
        using MemoryStream read = new();
        using (Utf16Reading reading = new(inner, TextEncoding.Utf16BigEndian))
        {
            byte[] buffer = new byte[piece];
            for (int length; (length = reading.Read(buffer, 0, piece)) > 0;)
            {
                read.Write(buffer, 0, length);
            }
        }

        Assert.True(read.ToArray().AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(text)));
        Assert.False(inner.CanRead, "It is closed with the reading.");
    }

    [Fact]
    public void Half_a_character_at_the_end_is_read_as_one_that_cannot_be()
    {
        using StreamReader reader = new(new Utf16Reading(new MemoryStream(Bytes("a\uD83D", false)), TextEncoding.Utf16LittleEndian));
        Assert.Equal("a\uFFFD", reader.ReadToEnd());
    }

    private static (long Offset, long Line)? Find(byte[] bytes, bool isBigEndian) =>
        Utf16Text.FindInvalid(new BytesSource(bytes), isBigEndian ? TextEncoding.Utf16BigEndian : TextEncoding.Utf16LittleEndian, CancellationToken.None);

    private static byte[] Bytes(string text, bool isBigEndian) =>
        [.. text.SelectMany(unit => (byte[])(isBigEndian ? [(byte)(unit >> 8), (byte)unit] : [(byte)unit, (byte)(unit >> 8)]))];
}
