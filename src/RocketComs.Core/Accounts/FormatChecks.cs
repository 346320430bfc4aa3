using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using RocketComs.Core.Json;

namespace RocketComs.Core.Accounts;

/// <summary>How the account writes moments, dates and times of day, seen on whatever objects it has.</summary>
internal static class FormatChecks
{
    private static readonly Regex s_withZone = new(@"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$", RegexOptions.CultureInvariant);
    private static readonly Regex s_date = new(@"^\d{4}-\d\d-\d\d$", RegexOptions.CultureInvariant);

    /// <summary>Makes the checks.</summary>
    /// <param name="items">Objects of the account.</param>
    public static IEnumerable<RcAccountCheck> Check(IReadOnlyCollection<JsonElement> items) =>
    [
        Moments([.. Values(items, "createdAt", "updatedAt", "finishedAt", "lastStatusAt")]),
        Dates([.. Values(items, "startDate", "endDate")]),
        Times([.. Values(items, "startTime", "endTime")]),
    ];

    private static RcAccountCheck Moments(string[] values) =>
        values.Length == 0 ? Verdict.NotKnown(CheckNames.Moments, "The account has nothing with a moment in it.")
        : values.FirstOrDefault(value => !IsMoment(value)) is { } unread ? Verdict.Contradicted(
            CheckNames.Moments,
            $"They are written as {Verdict.Shape(unread)}, which is not ISO 8601.",
            $"CreatedAt and the like stay empty, and the value is kept in AdditionalProperties. What became of a change whose answer was lost cannot be told by its time then: look at the batch itself. {Verdict.Report}")
        : values.FirstOrDefault(value => !s_withZone.IsMatch(value)) is { } local ? Verdict.Contradicted(
            CheckNames.Moments,
            $"They are written as {Verdict.Shape(local)}, without a time zone.",
            "There is nothing to set: the module takes them for UTC. Compare the CreatedAt of a batch with the clock; if the platform means another zone, all moments are off by that. Nothing is sent by them.")
        : Verdict.Confirmed(CheckNames.Moments, $"They are written as {Verdict.Shape(values[0])}, with a time zone.");

    private static RcAccountCheck Dates(string[] values) =>
        values.Length == 0 ? Verdict.NotKnown(CheckNames.Dates, "No batch of the account shows a date.")
        : values.FirstOrDefault(value => Read(value, static (fields, name) => fields.Date(name)) is null) is { } unread ? Unread(CheckNames.Dates, unread, "StartDate and EndDate")
        : values.FirstOrDefault(value => !s_date.IsMatch(value)) is { } longer ? Verdict.Contradicted(
            CheckNames.Dates,
            $"They are written as {Verdict.Shape(longer)}, rather than 0000-00-00.",
            $"{Verdict.NothingToSet} The day is taken as it is written, whatever the zone behind it; compare it with the day that you gave.")
        : Verdict.Confirmed(CheckNames.Dates, "They are written as 0000-00-00.");

    private static RcAccountCheck Times(string[] values) =>
        values.Length == 0 ? Verdict.NotKnown(CheckNames.Times, "No batch of the account shows a sending window.")
        : values.FirstOrDefault(value => Read(value, static (fields, name) => fields.Time(name)) is null) is { } unread ? Unread(CheckNames.Times, unread, "StartTime and EndTime")
        : Verdict.Confirmed(CheckNames.Times, $"They are written as {Verdict.Shape(values[0])}.");

    private static RcAccountCheck Unread(string name, string value, string properties) => Verdict.Contradicted(
        name,
        $"They are written as {Verdict.Shape(value)}, which is not documented.",
        $"{properties} of a batch stay empty. An update that does not give them anew is refused when it would schedule, so no window is overlooked: give them each time. {Verdict.Report}");

    private static bool IsMoment(string value) =>
        value.Contains('-') && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    // As the commands would read it.
    private static T? Read<T>(string value, Func<JsonFields, string, T?> read)
        where T : struct
    {
        using JsonDocument document = JsonDocument.Parse(JsonBody.OfFields(("value", value)));
        return read(new JsonFields(document.RootElement), "value");
    }

    private static IEnumerable<string> Values(IReadOnlyCollection<JsonElement> items, params string[] names) =>
        names.SelectMany(name => items.Select(item => Seen.Text(item, name))).Where(value => !string.IsNullOrEmpty(value)).Select(value => value!);
}
