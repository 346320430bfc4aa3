using RocketComs.Core.Numbers;
using Xunit;

namespace RocketComs.Core.Tests.Numbers;

/// <summary>Country codes before numbers.</summary>
public sealed class CountryCodesTests
{
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
