using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace RocketComs.PowerShell.Binding;

/// <summary>
/// Knows a day, a moment or a time of day in whatever form it is written: in figures, or with the English name of the month, in any order. It is known
/// so that it is not taken for nothing, and never used.
/// </summary>
internal static class DayText
{
    private const string Month =
        @"(?<month>jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)(?![a-z])\.?";

    private const string Time = @"[0-9]{1,2}(:[0-9]{2}(:[0-9]{2})?(\s*[AP]\.?M\.?)?|\s*[AP]\.?M\.?)";
    private const string Weekday = @"(mon|tue(s)?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun)(day)?\.?[\s,]+";
    private const string Day = @"(?<day>[0-9]{1,2})(st|nd|rd|th)?(?![0-9])";
    private const string Year = @"(?<year>[0-9]{4})(?![0-9])";
    private const string ShortYear = @"'?(?<year>[0-9]{4}|[0-9]{2})(?![0-9])";
    private const string Between = @"[\s\-/.,]*(of\s+|the\s+)?";
    private const string Apart = @"[\s\-/.,]+(of\s+|the\s+)?";

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly Regex s_time = new($"^{Time}$", Options);

    private static readonly Regex s_day = new(
        $@"^({Time}[\s,]+(on\s+)?)?({Weekday})?(the\s+)?("
            + @"(?<first>[0-9]{1,4})(?<sign>[-/.])\s?(?<second>[0-9]{1,2})\k<sign>\s?(?<third>[0-9]{1,4})"
            + $"|{Day}{Between}{Month}({Between}{ShortYear})?|{Month}{Between}{Day}({Apart}{ShortYear})?|{Year}{Between}{Month}{Between}{Day}|{Year}{Apart}{Day}{Between}{Month}"
            + ")([T ,Z].*)?$",
        Options | RegexOptions.Singleline);

    /// <summary>Whether a cell is a day, a moment or a time of day.</summary>
    /// <param name="value">The cell.</param>
    /// <param name="from">The first day that counts, so that those before it are no schedule, nor is a birthday; <see langword="null"/> when every day counts.</param>
    public static bool IsDayOrTime(object? value, DateTime? from) => Cell.Unwrap(value) switch
    {
        DateTime day => from is null || CellReader.IsNoDay(day) || (day.Date >= from && !IsOver(day)),
        DateTimeOffset moment => from is null || (moment.Date >= from && !IsOver(moment.UtcDateTime)),
        TimeSpan => true,
        string text => IsDayOrTime(Cell.Trim(text), from),
        PSObject copy => IsDayOrTime(copy, from),
        IFormattable other when other.GetType().FullName == "System.DateOnly" => IsDayOrTime(other.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), from),
        { } other => other.GetType().FullName == "System.TimeOnly",
        null => false,
    };

    // What is no value for a copy comes back from a job or a file as the table of its properties.
    private static bool IsDayOrTime(PSObject copy, DateTime? from) => copy.TypeNames.FirstOrDefault() switch
    {
        "Deserialized.System.DateTimeOffset" => IsDayOrTime(copy.Properties["DateTime"]?.Value, from),
        "Deserialized.System.DateOnly" => IsDayOrTime($"{copy.Properties["Year"]?.Value}-{copy.Properties["Month"]?.Value}-{copy.Properties["Day"]?.Value}", from),
        "Deserialized.System.TimeOnly" => true,
        _ => false,
    };

    private static bool IsDayOrTime(string text, DateTime? from) => text.Length > 2 && text.Any(char.IsDigit) && !(from is not null && IsOver(text))
        && (s_time.IsMatch(text) || (s_day.Match(text) is { Success: true } match && (from is null || Readings(match).Any(day => day >= from))));

    // A moment of today that has been: when a contact was changed, or called.
    private static bool IsOver(DateTime moment) =>
        moment.TimeOfDay > TimeSpan.Zero && moment <= (moment.Kind == DateTimeKind.Utc ? TimeProvider.System.GetUtcNow().UtcDateTime : TimeProvider.System.GetLocalNow().DateTime);

    private static bool IsOver(string text) =>
        text.Length > 10 && text[4] == '-' && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out DateTime moment) && IsOver(moment);

    // Which figure is the month, and which the day, is written in more than one way.
    private static IEnumerable<DateTime> Readings(Match match)
    {
        if (match.Groups["month"].Success)
        {
            return Valid(match.Groups["year"].Value, DateTime.ParseExact(match.Groups["month"].Value.Substring(0, 3), "MMM", CultureInfo.InvariantCulture).Month, Figure(match, "day"));
        }

        (string first, int second, string third) = (match.Groups["first"].Value, Figure(match, "second"), match.Groups["third"].Value);
        return first.Length > 2 ? Either(first, second, Figure(match, "third"))
            : third.Length > 2 || match.Groups["sign"].Value != "-" ? Either(third, Figure(match, "first"), second)
            : Either(third, Figure(match, "first"), second).Concat(Either(first, second, Figure(match, "third")));
    }

    private static IEnumerable<DateTime> Either(string year, int one, int other) => Valid(year, one, other).Concat(Valid(year, other, one));

    private static IEnumerable<DateTime> Valid(string year, int month, int day)
    {
        if (int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            int full = year.Length > 2 ? number : CultureInfo.InvariantCulture.Calendar.ToFourDigitYear(number);
            if (full is > 1899 and < 2200 && month is > 0 and < 13 && day > 0 && day <= DateTime.DaysInMonth(full, month))
            {
                yield return new DateTime(full, month, day);
            }
        }
    }

    private static int Figure(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
}
