using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

/// <summary>RC008, RC011 and RC104 say what stands there, and where.</summary>
public sealed class FieldRulesTests
{
    [Theory]
    [InlineData("2025550101,a\0\n", "RC011", "The text contains a control character (U+0000, NUL).")]
    [InlineData("2025550101,a\u0001\n", "RC011", "The text contains a control character (U+0001).")]
    [InlineData("2025550101,a{80}\n", "RC008", "The byte 0x80 at offset 12 is not UTF-8; in Windows-1252 it is \u20AC.")]
    [InlineData("2025550101,a{81}\n", "RC008", "The byte 0x81 at offset 12 is not UTF-8.")]
    [InlineData("2025550101,a{A0}\n", "RC008", "The byte 0xA0 at offset 12 is not UTF-8; in Windows-1252 it is \u00A0.")]
    [InlineData("2025550101,a{E9}\n", "RC008", "The byte 0xE9 at offset 12 is not UTF-8; in Windows-1252 it is \u00E9.")]
    public void Message_says_what_stands_there(string row, string rule, string message) => Assert.Equal(message, Single(Check(Bytes(row)), rule).Message);

    [Theory]
    [InlineData("RC008", "2025550100,\"two\n\uFFFD\"\n", 3)]
    [InlineData("RC104", "2025550100,\"\nHi\"\n", 2)]
    public void Issue_stands_on_its_line(string rule, string row, int line) => Assert.Equal(line, Single(Check("2025550109,Hi\n" + row), rule).Line);
}
