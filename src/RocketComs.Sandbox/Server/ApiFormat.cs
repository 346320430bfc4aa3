using System.Globalization;

namespace RocketComs.Sandbox.Server;

/// <summary>Ids, numbers, dates, times and moments as the API writes them.</summary>
internal static class ApiFormat
{
    private static readonly string[] s_timesOfDay = [@"hh\:mm", @"hh\:mm\:ss"];

    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string Date(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string TimeOfDay(TimeSpan time) => time.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture);

    public static string Id(Guid id) => id.ToString("D");

    public static bool TryDate(string text, out DateTime date) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    public static bool TryTimeOfDay(string text, out TimeSpan time) =>
        TimeSpan.TryParseExact(text, s_timesOfDay, CultureInfo.InvariantCulture, out time);

    public static bool TryId(string text, out Guid id) => Guid.TryParseExact(text, "D", out id);

    /// <summary>Whether a text can be a mobile number: up to 15 digits, with or without a plus in front.</summary>
    public static bool IsMobileNumber(string text, int fewestDigits)
    {
        string digits = text.StartsWith("+", StringComparison.Ordinal) ? text.Substring(1) : text;
        return digits.Length >= fewestDigits && digits.Length <= 15 && digits.All(character => character is >= '0' and <= '9');
    }
}
