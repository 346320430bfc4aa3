namespace RocketComs.Core.Numbers;

/// <summary>What is dialled before a country code instead of the plus sign: 00 in most countries, 011 in North America.</summary>
internal static class DialOut
{
    /// <summary>Strips it off a number. No number begins so otherwise, for no country code begins with 0.</summary>
    /// <param name="number">The digits, without a plus sign, that are no number of the region.</param>
    /// <param name="rest">The country code and what follows it.</param>
    /// <returns>Whether it stands there, before a country code in use.</returns>
    public static bool TryStrip(DigitRun number, out DigitRun rest)
    {
        int length = number.First(3) switch { < 10 => 2, 11 => 3, _ => 0 };
        rest = number.Skip(length);
        return length > 0 && CountryCodes.TryPart(rest, out _, out _);
    }
}
