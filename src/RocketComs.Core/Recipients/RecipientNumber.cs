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
        : $"'{number}' is not a number in E.164: a plus and {FewestDigits} to {MostDigits} digits, nothing between them.";

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

/// <summary>
/// Finds numbers that stand in a file with and without the country code of North America: <c>+12025550101</c> and <c>2025550101</c>. For
/// another country the bare number would not tell which.
/// </summary>
/// <remarks>Source: API page "Recipient Object": E.164 in its words, ten bare digits in its samples.</remarks>
internal sealed class NationalNumbers
{
    private const int NationalLength = 10;

    private readonly Dictionary<string, (int Line, string Number)> _bare = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Line, string Number)> _whole = new(StringComparer.Ordinal);
    private long _count;
    private string? _first;

    /// <summary>A sentence on those that were found, with the first; <see langword="null"/> for none.</summary>
    public string? Warning => _count == 0 ? null : FormattableString.Invariant(
        $"{_count:N0} {(_count == 1 ? "number is" : "numbers are")} in the file with and without the country code ({_first}). They may be the same recipient; the platform may make two of one.");

    /// <summary>Takes note of a number.</summary>
    /// <param name="line">The line on which its row begins.</param>
    /// <param name="number">The number, 8 to 15 digits with or without a plus.</param>
    public void Add(int line, string number)
    {
        string digits = RecipientNumber.Digits(number);
        if (digits.Length == NationalLength && !RecipientNumber.HasPlus(number))
        {
            Add(line, number, digits, _bare, _whole);
        }
        else if (digits.Length == NationalLength + 1 && digits[0] == '1')
        {
            Add(line, number, digits.Substring(1), _whole, _bare);
        }
    }

    // Each counts once, when the second of the two ways to write it comes up.
    private void Add(int line, string number, string key, Dictionary<string, (int Line, string Number)> own, Dictionary<string, (int Line, string Number)> others)
    {
        if (own.ContainsKey(key))
        {
            return;
        }

        own.Add(key, (line, number));
        if (others.TryGetValue(key, out (int Line, string Number) other))
        {
            _count++;
            _first ??= FormattableString.Invariant($"line {line}, '{number}', and line {other.Line}, '{other.Number}'");
        }
    }
}
