using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;
using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Binding;

/// <summary>Reads what was typed or piped as what a parameter means, the same in every culture. What is not clear is refused.</summary>
internal static class CellReader
{
    // Excel's numbers of the days from 2000 to 2100.
    private const double FirstDay = 36526;
    private const double LastDay = 73415;

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    // The days that spreadsheets and databases put before a time of day.
    private static readonly DateTime[] s_noDays = [default, new(1899, 12, 30), new(1899, 12, 31), new(1900, 1, 1)];

    private static readonly Regex s_date = new(@"^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})([T ](?<time>[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?))?$", Plain);

    private static readonly Regex s_moment = new(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?( ?(Z|[+-][0-9]{2}:[0-9]{2}))?)?$", Plain);

    private static readonly TimeSpan s_stepOfOffsets = TimeSpan.FromMinutes(15);

    private static readonly Regex s_time = new(
        @"^((0001-01-01|1899-12-3[01]|1900-01-01)[T ])?(?<hour>[0-9]{1,2})(:(?<minute>[0-9]{2})(:(?<second>[0-9]{2})(\.0+)?)?)?(\s*(?<half>[AP])\.?M\.?)?$", Plain);

    // Hours and minutes with a dot between them, or a fraction as no spreadsheet writes it: 00.30, 0.30.
    private static readonly Regex s_maybeClock = new(@"^(00.*\..*|[0-9]*\.[0-9]*0)$", Plain);

    /// <summary>A text. What PowerShell would only describe (<c>@{en=Hi}</c>) is none.</summary>
    public static string Text(string parameter, object? value) => Cell.Unwrap(value) switch
    {
        string text => text,
        char or Guid or Uri => Cell.Show(value),
        { } number when IsNumber(number) => Cell.Figures(value!),
        _ => throw Refused(parameter, value, "is not text but an object of its own", "Give a text or a number; of an object, choose the property with a script block, such as { $_.Text }."),
    };

    /// <summary>A day.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">The value.</param>
    /// <param name="isPiped">Whether it was piped, as from JSON: then a moment on a quarter of an hour may be midnight elsewhere. Any other is one of this computer's clock, such as <c>(Get-Date).AddDays(2)</c>.</param>
    /// <exception cref="InvalidParameterException">It is unclear which day is meant.</exception>
    public static DateTime Date(string parameter, object? value, bool isPiped = false)
    {
        object? bare = Cell.Unwrap(value);
        if (bare is DateTime { Kind: not DateTimeKind.Unspecified } clock && clock.TimeOfDay != TimeSpan.Zero
            && (clock.Kind == DateTimeKind.Utc || (isPiped && clock.Ticks % s_stepOfOffsets.Ticks == 0)))
        {
            // Text with an offset is refused, and this is what ConvertFrom-Json, Import-Clixml and jobs make of it. Offsets are quarters of an hour.
            throw Refused(
                parameter, value, "is a moment, not a day: where it was made, it may be the day before or after", "Give the day as text in the form yyyy-MM-dd, such as 2027-01-31, also in JSON and Clixml.");
        }

        DateTime? date = bare switch
        {
            DateTime day => day,
            string text => DateOfText(Cell.Trim(text)),
            { } other when other.GetType().FullName == "System.DateOnly" => DateOfText(((IFormattable)other).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            { } number when IsNumber(number) => DateOfNumber(Convert.ToDouble(number, CultureInfo.InvariantCulture)),
            _ => null,
        };
        return date ?? throw Refused(
            parameter, value, "is not a date in the form yyyy-MM-dd, such as 2027-01-31, without an offset from UTC", "Give the day as it is meant where the messages go out, such as 2027-01-31.");
    }

    /// <summary>A moment; without an offset from UTC it is one of this computer's clock.</summary>
    public static DateTimeOffset Moment(string parameter, object? value) => Cell.Unwrap(value) switch
    {
        DateTimeOffset moment => moment,
        DateTime moment => moment,
        string text when s_moment.IsMatch(Cell.Trim(text)) && DateTimeOffset.TryParse(Cell.Trim(text), CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out DateTimeOffset moment) => moment,
        _ => throw Refused(parameter, value, "is not a moment in the form yyyy-MM-dd HH:mm", "Give it so, such as 2027-01-31 09:00, or as Get-Date gives it."),
    };

    /// <summary>A time of day.</summary>
    public static TimeSpan Time(string parameter, object? value)
    {
        object? bare = Cell.Unwrap(value);
        TimeSpan? time = bare switch
        {
            TimeSpan span => span,

            // What ConvertTo-Json makes of a time span.
            PSObject { BaseObject: PSCustomObject } parts when parts.Properties["Ticks"]?.Value is { } ticks && IsNumber(ticks) => TimeSpan.FromTicks(Convert.ToInt64(ticks, CultureInfo.InvariantCulture)),
            DateTime { Kind: DateTimeKind.Unspecified } moment when IsNoDay(moment) => moment.TimeOfDay,
            string text => TimeOfText(Cell.Trim(text)),
            { } other when other.GetType().FullName == "System.TimeOnly" =>
                TimeSpan.ParseExact(((IFormattable)other).ToString("HH:mm:ss.fffffff", CultureInfo.InvariantCulture), "c", CultureInfo.InvariantCulture),
            { } number when IsNumber(number) => TimeOfNumber(Convert.ToDouble(number, CultureInfo.InvariantCulture)),
            _ => null,
        };
        return time is { } found && found >= TimeSpan.Zero && found < TimeSpan.FromDays(1) && found.Ticks % TimeSpan.TicksPerMinute == 0
            ? found
            : throw Refused(parameter, value, "is not a time of day in hours and minutes", "Give hours and minutes, such as 09:00.");
    }

    /// <summary>One of the words of an enumeration, whole. A number or several words are not.</summary>
    public static T Word<T>(string parameter, object? value)
        where T : struct, Enum => (T)Word(typeof(T), parameter, value);

    /// <summary>One of the words of an enumeration, whole. A number or several words are not.</summary>
    public static object Word(Type type, string parameter, object? value)
    {
        string[] words = Enum.GetNames(type);
        return WordOf(type, value) is { } meant
            ? Enum.Parse(type, meant)
            : throw Refused(parameter, value, $"is not one of the words {string.Join(", ", words)}", $"Give one of them: {string.Join(" or ", words)}.");
    }

    /// <summary>The word of an enumeration that a value is, as the enumeration spells it; <see langword="null"/> when it is none.</summary>
    public static string? WordOf(Type type, object? value)
    {
        object? bare = Cell.Unwrap(value);
        string word = bare is string text ? Cell.Trim(text) : bare?.GetType() == type ? bare.ToString()! : string.Empty;
        return Enum.GetNames(type).FirstOrDefault(known => string.Equals(known, word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a moment is a time of day alone, as spreadsheets and databases keep one.</summary>
    public static bool IsNoDay(DateTime moment) => s_noDays.Contains(moment.Date);

    /// <summary>Whether a value is a number, and not a word of an enumeration.</summary>
    public static bool IsNumber(object value) =>
        value is not Enum && Type.GetTypeCode(value.GetType()) is >= TypeCode.SByte and <= TypeCode.Decimal || value.GetType().FullName == "System.Numerics.BigInteger";

    private static DateTime? DateOfText(string text) =>
        s_date.Match(text) is { Success: true } match
            ? DateTime.TryParseExact(match.Groups["date"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date)
                && (!match.Groups["time"].Success || TimeSpan.TryParse(match.Groups["time"].Value, CultureInfo.InvariantCulture, out TimeSpan time) && time < TimeSpan.FromDays(1)) ? date : null
            : Number(text) is { } number ? DateOfNumber(number) : null;

    private static DateTime? DateOfNumber(double number) => number is >= FirstDay and <= LastDay && number == Math.Floor(number) ? DateTime.FromOADate(number) : null;

    private static TimeSpan? TimeOfText(string text)
    {
        Match match = s_time.Match(text);
        if (!match.Success || (!match.Groups["minute"].Success && !match.Groups["half"].Success))
        {
            return !s_maybeClock.IsMatch(text) && Number(text) is { } number ? TimeOfNumber(number) : null;
        }

        int hour = Figure(match, "hour");
        if (match.Groups["half"].Success)
        {
            if (hour is 0 or > 12)
            {
                return null;
            }

            hour = (hour % 12) + (match.Groups["half"].Value is "P" or "p" ? 12 : 0);
        }

        (int minute, int second) = (Figure(match, "minute"), Figure(match, "second"));
        return hour > 23 || minute > 59 || second > 59 ? null : new TimeSpan(hour, minute, second);
    }

    // The fraction of a day, as spreadsheets keep a time; 17:00 is 0.708333333333333.
    private static TimeSpan? TimeOfNumber(double number)
    {
        double minutes = Math.Round(number * 24 * 60);
        return number is >= 0 and < 1 && Math.Abs((number * 24 * 60) - minutes) < 0.0001 ? TimeSpan.FromMinutes(minutes) : null;
    }

    private static int Figure(Match match, string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;

    private static double? Number(string text) =>
        Regex.IsMatch(text, @"^[0-9]*\.?[0-9]+$") && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) ? number : null;

    private static InvalidParameterException Refused(string parameter, object? value, string what, string action) =>
        new(parameter, value, Cell.IsEmpty(value) ? $"-{parameter} is empty." : $"-{parameter} '{Cell.Show(value)}' {what}.", action);
}
