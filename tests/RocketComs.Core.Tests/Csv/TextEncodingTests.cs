using System.Text;
using RocketComs.Core.Csv.Encodings;
using Xunit;

namespace RocketComs.Core.Tests.Csv;

public class TextEncodingTests
{
    // Pairs of bytes: "a0" is a letter and a NUL, "0a" the other way round, "ab" two letters, "00" two NULs.
    [Theory]
    [InlineData("a0", TextEncoding.Utf8)]
    [InlineData("a0 a0", TextEncoding.Utf16LittleEndianWithoutBom)]
    [InlineData("a0 a0 a0 a0 a0 a0 a0 ab ab ab", TextEncoding.Utf16LittleEndianWithoutBom)]
    [InlineData("a0 a0 a0 a0 a0 a0 ab ab ab ab", TextEncoding.Utf8)]
    [InlineData("a0 a0 a0 a0 a0 a0 a0 a0 a0 00", TextEncoding.Utf8)]
    [InlineData("a0 a0 a0 a0 a0 a0 a0 a0 a0 a0 00", TextEncoding.Utf16LittleEndianWithoutBom)]
    [InlineData("0a", TextEncoding.Utf8)]
    [InlineData("0a 0a", TextEncoding.Utf16BigEndianWithoutBom)]
    [InlineData("0a 0a 0a 0a 0a 0a 0a ab ab ab", TextEncoding.Utf16BigEndianWithoutBom)]
    [InlineData("0a 0a 0a 0a 0a 0a ab ab ab ab", TextEncoding.Utf8)]
    [InlineData("0a 0a 0a 0a 0a 0a 0a 0a 0a 00", TextEncoding.Utf8)]
    [InlineData("0a 0a 0a 0a 0a 0a 0a 0a 0a 0a 00", TextEncoding.Utf16BigEndianWithoutBom)]
    [InlineData("ab ab ab", TextEncoding.Utf8)]
    [InlineData("", TextEncoding.Utf8)]
    public void Text_in_utf16_without_a_mark_is_known_by_its_nuls(string pairs, TextEncoding encoding) =>
        Assert.Equal(encoding, TextEncodings.Detect([.. pairs.Where(each => each != ' ').Select(each => each == '0' ? (byte)0 : (byte)each)]));

    [Theory]
    [InlineData("utf-8", TextEncoding.Utf8WithBom, "UTF-8 with BOM", true, false)]
    [InlineData("utf-16", TextEncoding.Utf16LittleEndian, "UTF-16 LE", true, true)]
    [InlineData("utf-16BE", TextEncoding.Utf16BigEndian, "UTF-16 BE", true, true)]
    [InlineData("utf-32", TextEncoding.Utf32, "UTF-32", false, false)]
    [InlineData("utf-32BE", TextEncoding.Utf32, "UTF-32", false, false)]
    public void Text_with_a_mark_is_known_by_it(string name, TextEncoding encoding, string shown, bool isReadable, bool isUtf16)
    {
        Encoding written = Encoding.GetEncoding(name);
        Assert.Equal(encoding, TextEncodings.Detect([.. written.GetPreamble(), .. written.GetBytes("2025550101,Hi\n")]));
        Assert.Equal((shown, isReadable, isUtf16), (TextEncodings.Name(encoding), TextEncodings.IsReadable(encoding), TextEncodings.IsUtf16(encoding)));
    }

    [Fact]
    public void Encoding_that_is_none_has_no_name() => Assert.Throws<ArgumentOutOfRangeException>(() => TextEncodings.Name((TextEncoding)99));
}
