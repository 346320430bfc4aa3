namespace RocketComs.Core.Recipients;

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

    /// <summary>Gets a sentence on those that were found, with the first; <see langword="null"/> for none.</summary>
    public string? Doubt => _count == 0 ? null : FormattableString.Invariant(
        $"{_count:N0} {(_count == 1 ? "number stands" : "numbers stand")} there with and without the country code ({_first}). They may be the same recipient; the platform may make two of one.");

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
