using System.Globalization;

namespace RocketComs.Core.Json;

/// <summary>Single values as they stand in a query, a form or JSON: invariant, dates and moments in ISO 8601.</summary>
internal static class ScalarText
{
    /// <summary>The text of a value.</summary>
    /// <param name="value">A text, a number, a truth value, a date, a moment, a time, an enum value, a GUID or an address.</param>
    /// <returns><see langword="null"/> when it is no such value.</returns>
    /// <remarks>A date and time without a time of day is a date; another is a moment, taken for local where it does not say what it is.</remarks>
    public static string? Of(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        char character => character.ToString(),
        DateTime date => date.TimeOfDay == TimeSpan.Zero ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Moment(date.ToUniversalTime()),
        DateTimeOffset moment => Moment(moment.UtcDateTime),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        Uri address => address.OriginalString,
        Enum word => word.ToString(),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string Moment(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
