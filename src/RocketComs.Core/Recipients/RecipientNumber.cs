namespace RocketComs.Core.Recipients;

/// <summary>Judges the number of a recipient.</summary>
/// <remarks>Source: API page "Recipient Object": E.164, a plus and up to 15 digits (ITU-T E.164). Its own samples show ten bare digits.</remarks>
internal static class RecipientNumber
{
    private const int FewestDigits = 8;
    private const int MostDigits = 15;

    /// <summary>What is wrong with a number; <see langword="null"/> when nothing is. It is judged as it stands, blanks and all.</summary>
    public static string? Fault(string number) =>
        number.Trim().Length == 0 ? "The number is missing."
        : number != number.Trim() ? $"The number '{number}' has blanks around it."
        : IsLikeOne(number) ? null
        : $"'{number}' is no number in E.164: a plus and {FewestDigits} to {MostDigits} digits, nothing between them.";

    /// <summary>Whether a text is a number in E.164, but for the plus.</summary>
    public static bool IsLikeOne(string text)
    {
        string digits = Digits(text);
        if (digits.Length is < FewestDigits or > MostDigits)
        {
            return false;
        }

        foreach (char character in digits)
        {
            if (character is < '0' or > '9')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a number begins with a plus, as E.164 wants it.</summary>
    public static bool HasPlus(string number) => number.StartsWith("+", StringComparison.Ordinal);

    /// <summary>A number without its plus: by it two are the same.</summary>
    public static string Digits(string number) => HasPlus(number) ? number.Substring(1) : number;
}
