using RocketComs.Core.Numbers;
using Xunit;

namespace RocketComs.Core.Tests.Numbers;

/// <summary>What is dialled before a country code.</summary>
public sealed class DialOutTests
{
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

    private static DigitRun Run(string digits) => new(ulong.Parse(digits, System.Globalization.CultureInfo.InvariantCulture), digits.Length);
}
