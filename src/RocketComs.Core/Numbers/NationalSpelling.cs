using System.Text.RegularExpressions;

namespace RocketComs.Core.Numbers;

/// <summary>
/// Reads a number without a country code that is grouped as its region groups it: libphonenumber says which groups these are, so that a
/// date, an amount, two numbers or an extension is not read as one. In North America, <see cref="PhoneSpelling"/> knows the groups.
/// </summary>
internal sealed class NationalSpelling
{
    // Groups of two digits or more, the first in brackets or with a slash behind it at most.
    private static readonly Regex s_groups = new(
        @"^(\([0-9]{2,6}\)" + PhoneSpelling.Any + "?|[0-9]{2,6}(/|" + PhoneSpelling.Any + "))[0-9]{2,12}(" + PhoneSpelling.Any + @"[0-9]{2,8}){0,6}\z",
        RegexOptions.ExplicitCapture);

    private const ulong Ten = 10_000_000_000;

    private readonly string _region;

    private NationalSpelling(string region) => _region = region;

    /// <summary>That of a region; <see langword="null"/> in North America.</summary>
    public static NationalSpelling? Of(string region) => NumberingPlan.IsNorthAmerican(region) ? null : new NationalSpelling(region.ToUpperInvariant());

    /// <summary>Reads a number.</summary>
    /// <param name="text">What stands there, without the blanks around it.</param>
    /// <param name="number">The number, as it is dialled in the region.</param>
    /// <returns>Whether it is grouped as such, assigned there, and can be no other number.</returns>
    public bool TryRead(string text, out NumberText number)
    {
        number = default;
        string seen = PhoneSpelling.WithoutUnseen(text);
        return s_groups.IsMatch(seen)
            && NumberText.TryRead(new string([.. seen.Where(static character => character is >= '0' and <= '9')]), out number)
            && !IsNorthAmerican(number)
            && PhoneLibrary.IsGrouped(seen, _region);
    }

    // Where nobody says the region, as in an upload, ten digits that do not begin with 0 or 1, or 1 before them, are a number of North America.
    private static bool IsNorthAmerican(in NumberText number)
    {
        ulong ten = number.Digits == NumberingPlan.NorthAmericanDigits + 1 ? number.Value - Ten : number.Value;
        return number.Digits <= NumberingPlan.NorthAmericanDigits + 1 && ten >= Ten / 5 && ten < Ten;
    }
}
