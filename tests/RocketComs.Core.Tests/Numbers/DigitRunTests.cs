using RocketComs.Core.Numbers;
using Xunit;

namespace RocketComs.Core.Tests.Numbers;

public class DigitRunTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("000", 2)]
    [InlineData("7", 0)]
    [InlineData("44", 0)]
    [InlineData("044", 1)]
    [InlineData("100", 0)]
    [InlineData("010", 1)]
    [InlineData("00007", 4)]
    public void Zeros_at_the_start_count(string digits, int zeros)
    {
        DigitRun run = Run(digits);
        Assert.Equal((zeros, digits), (run.LeadingZeros, run.ToString()));
    }

    [Theory]
    [InlineData("0123456", 1, 0u, "123456")]
    [InlineData("0123456", 3, 12u, "3456")]
    [InlineData("9000001", 1, 9u, "000001")]
    public void Digits_are_parted(string digits, int count, uint first, string rest) => Assert.Equal((first, rest), (Run(digits).First(count), Run(digits).Skip(count).ToString()));

    [Theory]
    [InlineData(9, "905")]
    [InlineData(10, "1005")]
    [InlineData(99, "9905")]
    [InlineData(100, "10005")]
    [InlineData(999, "99905")]
    public void Country_code_comes_before_a_number(int code, string number) => Assert.Equal(Run(number), Run("05").After(code));

    [Theory]
    [InlineData("00447911123456", "447911123456")]
    [InlineData("011447911123456", "447911123456")]
    [InlineData("0012025550101", "12025550101")]
    [InlineData("00999123456789", null)]
    [InlineData("000447911123456", null)]
    [InlineData("01012025550101", null)]
    [InlineData("012447911123456", null)]
    [InlineData("447911123456", null)]
    public void What_is_dialled_before_a_country_code_is_stripped(string digits, string? rest) =>
        Assert.Equal(rest, DialOut.TryStrip(Run(digits), out DigitRun stripped) ? stripped.ToString() : null);

    [Theory]
    [InlineData("12025550101", 1, "2025550101")]
    [InlineData("447911123456", 44, "7911123456")]
    [InlineData("353871234567", 353, "871234567")]
    [InlineData("0447911123456", 0, "0447911123456")]
    [InlineData("9991234567", 0, "9991234567")]
    public void Country_code_is_parted_from_what_follows(string digits, int code, string rest)
    {
        Assert.Equal(code > 0, CountryCodes.TryPart(Run(digits), out int found, out DigitRun national));
        Assert.Equal((code, rest), (found, national.ToString()));
    }

    private static DigitRun Run(string digits) => new(ulong.Parse(digits, System.Globalization.CultureInfo.InvariantCulture), digits.Length);
}
