using System.Globalization;
using System.Text.RegularExpressions;
using RocketComs.Core.Numbers;

namespace RocketComs.Core.Reports.Content;

/// <summary>
/// Masks what can be the number of a person, however it is spelled: with separators, in the digits of any script, with letters that stand for
/// digits or with invisible characters in it, and whatever the search for phone numbers in texts takes for one. A digit becomes a dot, so
/// that a text keeps its length. The last two digits stay, by which somebody who has the file knows the row.
/// </summary>
internal static class NumberMask
{
    private const char Dot = '•';
    private const int KeptDigits = 2;

    // As many as the shortest numbers of subscribers have. With other separators than people put into numbers, times and amounts have that many, too.
    private const int FewestInRow = 7;
    private const int FewestSpelled = 10;

    // Some numerals stand for two digits.
    private const int MostOfNumeral = 99;

    // .NET takes them for letters alone.
    private const string Ideographs = "零一二三四五六七八九";

    // Of other characters between two digits of one number.
    private const int WidestGap = 6;

    // Fewer digits than these are no sign that a text repeats a number.
    private const int FewestRepeated = 5;

    private const string Year = "(?:19|20)[0-9]{2}";
    private const string Day =
        $"(?:{Year}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12][0-9]|3[01])|(?:0?[1-9]|[12][0-9]|3[01])[-./](?:0?[1-9]|[12][0-9]|3[01])[-./]{Year}|{Year} ?[-/–] ?{Year})";
    private const string Hour = "(?:(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?)";

    // Days and times, and nothing else: no number.
    private static readonly Regex s_moments = new($"^(?:{Day}|{Hour})(?:[ ,;–-]{{1,3}}(?:{Day}|{Hour}))*$", RegexOptions.CultureInvariant);

    private static readonly Regex s_amount = new("^[0-9]{1,2}(?:[ \u00a0\u202f.][0-9]{3})+(?:[.,][0-9]{1,2})?$", RegexOptions.CultureInvariant);

    // A day, also with a time, as names of files and batches carry it.
    private static readonly Regex s_stamps = new(
        "(?<![0-9])(?:19|20)[0-9]{2}(-?)(?:0[1-9]|1[0-2])\\1(?:0[1-9]|[12][0-9]|3[01])(?:[-_T ](?:[01][0-9]|2[0-3])-?[0-5][0-9](?:-?[0-5][0-9])?)?(?![0-9])", RegexOptions.CultureInvariant);

    /// <summary>The text without numbers.</summary>
    /// <param name="text">A text that may hold some.</param>
    /// <param name="known">A field with a number, or what stands in its place: what the text repeats of it is masked, however short.</param>
    public static string Of(string text, string known = "")
    {
        string repeated = new([.. Digits(known).Select(Plain)]);
        char[]? masked = null;
        List<Digit> run = [];
        foreach (Digit digit in Digits(text))
        {
            if (run.Count > 0 && !AreOfOne(text, run[run.Count - 1], digit))
            {
                masked = Mask(text, run, repeated, masked);
                run.Clear();
            }

            run.Add(digit);
        }

        masked = Mask(text, run, repeated, masked);
        return WithoutWords(masked is null ? text : new string(masked));
    }

    /// <summary>The name of a file or batch without numbers. The days in it are none.</summary>
    public static string OfName(string name)
    {
        System.Text.StringBuilder masked = new();
        int start = 0;
        foreach (Match stamp in s_stamps.Matches(name))
        {
            masked.Append(Of(name.Substring(start, stamp.Index - start))).Append(stamp.Value);
            start = stamp.Index + stamp.Length;
        }

        return masked.Append(Of(name.Substring(start))).ToString();
    }

    /// <summary>A field that holds a number, or something in its place: no digit of it stays but the last two of a long one.</summary>
    public static string OfField(string text)
    {
        char[] masked = text.ToCharArray();
        Hide(masked, [.. Digits(text)]);
        return new string(masked);
    }

    // Numbers that end in a word, such as 202-555-HELP, have too few digits to be known by them.
    private static string WithoutWords(string text)
    {
        List<Digit> digits = [.. Digits(text)];
        char[] plain = text.ToCharArray();
        digits.ForEach(digit => plain[digit.Index] = Plain(digit));
        char[]? masked = null;
        while (PhoneSearch.Find(new string(plain), NumberingPlan.DefaultRegion) is { } found)
        {
            int start = new string(plain).IndexOf(found, StringComparison.Ordinal);
            masked ??= text.ToCharArray();
            Hide(masked, digits.FindAll(digit => digit.Index >= start && digit.Index < start + found.Length));
            Array.Clear(plain, start, found.Length);
        }

        return masked is null ? text : new string(masked);
    }

    private static char[]? Mask(string text, List<Digit> run, string repeated, char[]? masked)
    {
        if (run.Count == 0)
        {
            return masked;
        }

        (int start, int end) = (run[0].Index, run[run.Count - 1].End);
        string digits = new([.. run.Select(Plain)]);

        // What was cut off may have been the rest of a number.
        bool isCut = end < text.Length && text[end] == '…';
        string spelled = text.Substring(start, end - start);
        bool isSpelled = (run.Count >= FewestSpelled || (run.Count >= FewestInRow && IsSpelledAsNumber(spelled, start > 0 && text[start - 1] is '+' or '＋'))) && !s_moments.IsMatch(spelled);
        bool isRepeated = repeated.Length > KeptDigits && ((digits.Length >= FewestRepeated && repeated.Contains(digits)) || digits.Contains(repeated));
        if (isCut || isSpelled || isRepeated)
        {
            masked ??= text.ToCharArray();
            Hide(masked, run);
            return masked;
        }

        for (int first = 0, next; first < run.Count; first = next)
        {
            next = first + 1;
            while (next < run.Count && run[next].Index == run[next - 1].End)
            {
                next++;
            }

            if (next - first >= FewestInRow)
            {
                masked ??= text.ToCharArray();
                Hide(masked, run.GetRange(first, next - first));
            }
        }

        return masked;
    }

    private static bool IsSpelledAsNumber(string spelled, bool hasPlus) =>
        hasPlus || (!s_amount.IsMatch(spelled) && spelled.All(character => character is '.' or '/' or '_' || CharUnicodeInfo.GetUnicodeCategory(character)
            is not (UnicodeCategory.OtherPunctuation or UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol or UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol)));

    private static void Hide(char[] text, List<Digit> digits)
    {
        int hidden = digits.Count < FewestInRow ? digits.Count : digits.Count - KeptDigits;
        foreach (Digit digit in digits.Take(hidden))
        {
            for (int i = digit.Index; i < digit.End; i++)
            {
                text[i] = Dot;
            }
        }
    }

    // Digits of any script, circled and raised ones as well, and letters that are numerals: Roman ones, or those of Chinese.
    private static IEnumerable<Digit> Digits(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            int ideograph = Ideographs.IndexOf(text[i]);
            double value = ideograph >= 0 ? ideograph : CharUnicodeInfo.GetNumericValue(text, i);
            int length = char.IsSurrogatePair(text, i) ? 2 : 1;
            if (value is >= 0 and <= MostOfNumeral && value == Math.Floor(value))
            {
                yield return new Digit(i, i + length, (int)value % 10);
            }

            i += length - 1;
        }
    }

    private static bool AreOfOne(string text, Digit one, Digit other)
    {
        for (int i = one.End; i < other.Index; i++)
        {
            // An x stands between digits for a separator, too.
            if (char.IsLetter(text, i) && !(text[i] is 'x' or 'X' && other.Index - one.End == 1))
            {
                return false;
            }
        }

        return other.Index - one.End <= WidestGap;
    }

    private static char Plain(Digit digit) => (char)('0' + digit.Value);

    private readonly record struct Digit(int Index, int End, int Value);
}
