using System.Text;
using RocketComs.Core.Csv.Encodings;
using Xunit;

namespace RocketComs.Core.Tests.Csv;

public class Utf8TextTests
{
    [Theory]
    [InlineData("C2 80")]
    [InlineData("DF BF")]
    [InlineData("E0 A0 80")]
    [InlineData("E0 BF BF")]
    [InlineData("E1 80 80")]
    [InlineData("EC BF BF")]
    [InlineData("ED 80 80")]
    [InlineData("ED 9F BF")]
    [InlineData("EE 80 80")]
    [InlineData("EF BF BF")]
    [InlineData("F0 90 80 80")]
    [InlineData("F0 BF BF BF")]
    [InlineData("F1 80 80 80")]
    [InlineData("F3 BF BF BF")]
    [InlineData("F4 80 80 80")]
    [InlineData("F4 8F BF BF")]
    public void Sequence_of_utf8_is_sound_and_what_follows_is_found(string sequence)
    {
        byte[] bytes = Bytes(sequence);
        Assert.Equal(-1, Utf8Text.IndexOfInvalid(bytes));
        Assert.Equal(-1, Utf8Text.IndexOfInvalid([.. "ab"u8, .. bytes, .. "c"u8]));
        Assert.Equal(bytes.Length, Utf8Text.IndexOfInvalid([.. bytes, 0xFF]));
        Assert.Equal(bytes.Length + 3, Utf8Text.IndexOfInvalid([.. "ab"u8, .. bytes, (byte)'c', 0x80, .. bytes]));
        Assert.Equal(0, Utf8Text.IndexOfInvalid(bytes.AsSpan(0, bytes.Length - 1)));
    }

    [Theory]
    [InlineData("80")]
    [InlineData("BF")]
    [InlineData("C0 80")]
    [InlineData("C1 BF")]
    [InlineData("C2 7F")]
    [InlineData("C2 C0")]
    [InlineData("DF 7F")]
    [InlineData("E0 9F BF")]
    [InlineData("E0 A0 7F")]
    [InlineData("E0 A0 C0")]
    [InlineData("E1 7F 80")]
    [InlineData("ED A0 80")]
    [InlineData("EF C0 80")]
    [InlineData("F0 8F BF BF")]
    [InlineData("F0 90 7F 80")]
    [InlineData("F1 80 80 7F")]
    [InlineData("F1 80 80 C0")]
    [InlineData("F3 C0 80 80")]
    [InlineData("F4 90 80 80")]
    [InlineData("F5 80 80 80")]
    [InlineData("FF")]
    public void What_is_no_utf8_is_found_where_it_begins(string sequence)
    {
        Assert.Equal(0, Utf8Text.IndexOfInvalid(Bytes(sequence)));
        Assert.Equal(4, Utf8Text.IndexOfInvalid([.. "a\u00e9b"u8, .. Bytes(sequence), .. "c"u8]));
    }

    [Theory]
    [InlineData("00", 0, 0)]
    [InlineData("61 1F", 1, 0x1F)]
    [InlineData("61 20 09 0D 0A 1B", 5, 0x1B)]
    [InlineData("C2 80", 0, 0x80)]
    [InlineData("61 C2 9F", 1, 0x9F)]
    [InlineData("C3 80 C2 A0 C2 85", 4, 0x85)]
    public void Control_character_is_found_and_named(string text, int index, int character)
    {
        byte[] bytes = Bytes(text);
        Assert.Equal((index, character), (Utf8Text.IndexOfControl(bytes), Utf8Text.ControlAt(bytes, index)));
        Assert.Equal(character >= 0x80, Utf8Text.HoldsC1(bytes));
    }

    [Theory]
    [InlineData("")]
    [InlineData("20 09 0D 0A 7E 7F")]
    [InlineData("C2 A0")]
    [InlineData("C3 85")]
    [InlineData("61 C2")]
    [InlineData("C2")]
    [InlineData("C2 61")]
    public void Any_other_character_is_no_control_character(string text)
    {
        Assert.Equal(-1, Utf8Text.IndexOfControl(Bytes(text)));
        Assert.False(Utf8Text.HoldsC1(Bytes(text)));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 0)]
    [InlineData("\n", 1)]
    [InlineData("\r", 1)]
    [InlineData("\r\n", 1)]
    [InlineData("\n\r", 2)]
    [InlineData("\r\r\n", 2)]
    [InlineData("\r\na\r\n\n\r", 4)]
    public void Line_break_counts_once_however_it_is_written(string text, int breaks) => Assert.Equal(breaks, Utf8Text.CountLineBreaks(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("", "")]
    [InlineData(" \t ", "")]
    [InlineData("a", "a")]
    [InlineData(" a b\t", "a b")]
    [InlineData("\ta\r\n", "a\r\n")]
    public void Blanks_and_tabs_around_a_field_are_left_out(string field, string left) =>
        Assert.Equal(left, Encoding.UTF8.GetString(Utf8Text.TrimBlanks(Encoding.UTF8.GetBytes(field)).ToArray()));

    [Theory]
    [InlineData("a", 1)]
    [InlineData("Z9", 1)]
    [InlineData("-a", 0)]
    [InlineData("\u00aa", 2)]
    [InlineData("\u00e9a", 2)]
    [InlineData("\u00ab", 0)]
    [InlineData("\u07c0", 2)]
    [InlineData("\u0800", 3)]
    [InlineData("\u4e00", 3)]
    [InlineData("\u2014", 0)]
    [InlineData("\uffda", 3)]
    [InlineData("\U0001d400", 0)]
    public void Letter_or_digit_is_known_at_the_start_and_at_the_end(string text, int length)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Assert.Equal(length, Utf8Letters.LengthAtStart(bytes));
        Assert.Equal(length > 0, Utf8Letters.StandAtEnd(bytes.AsSpan(0, length > 0 ? length : text[0] < 0x80 ? 1 : bytes.Length)));
        Assert.Equal(length > 0, Utf8Letters.StandAtEnd([.. "- "u8, .. bytes.AsSpan(0, length > 0 ? length : 1)]));
    }

    [Theory]
    [InlineData("C3")]
    [InlineData("E4 B8")]
    [InlineData("A9")]
    [InlineData("C1 81")]
    public void What_is_no_utf8_is_no_letter(string text)
    {
        Assert.Equal(0, Utf8Letters.LengthAtStart(Bytes(text)));
        Assert.False(Utf8Letters.StandAtEnd(Bytes(text)));
        Assert.False(Utf8Letters.StandAtEnd([]));
    }

    [Fact]
    public void Half_a_character_is_found_and_a_whole_one_is_not()
    {
        (string Text, int Index)[] cases = [("", -1), ("a\U0001F600b", -1), ("\U0001F600\U0001F601", -1), ("\uD83D", 0), ("a\uDE00", 1), ("\uDE00\uD83D", 0), ("\U0001F600\uD83D", 2), ("\uD83D\U0001F600", 0)];
        Assert.All(cases, item => Assert.Equal(item.Index, LoneSurrogate.IndexIn(item.Text)));
    }

    private static byte[] Bytes(string hex) => [.. hex.Split([' '], StringSplitOptions.RemoveEmptyEntries).Select(each => Convert.ToByte(each, 16))];
}
