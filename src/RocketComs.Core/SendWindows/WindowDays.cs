namespace RocketComs.Core.SendWindows;

/// <summary>Of the days of a batch those on which clocks may stand otherwise than on the ones before: what holds for them holds for every day.</summary>
internal static class WindowDays
{
    // Every change that a year has comes within so many days.
    private const int MostDays = 400;

    // No clocks are further from UTC than 14 hours, and a day has 25 at most.
    private const int HoursBefore = -16;
    private const int HoursAfter = 42;

    /// <summary>Gets for how many days a batch without a last one is judged.</summary>
    public static int WithoutEnd => 7;

    /// <summary>Chooses the days.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day.</param>
    /// <param name="zones">The zones whose clocks matter.</param>
    /// <returns>The first day, and of the others those that differ, in order.</returns>
    public static IReadOnlyList<DateTime> Of(DateTime first, DateTime last, IReadOnlyCollection<TimeZoneInfo> zones)
    {
        List<DateTime> days = [first];
        HashSet<string> seen = [];
        for (DateTime day = first; day <= last && day < first.AddDays(MostDays); day = day.AddDays(1))
        {
            DateTime utc = DateTime.SpecifyKind(day, DateTimeKind.Utc);
            string before = Offsets(zones, utc.AddHours(HoursBefore));
            bool isEven = before == Offsets(zones, utc.AddHours(HoursAfter));

            // Around a change each day is one of its own.
            if ((!isEven || seen.Add(before)) && day > first)
            {
                days.Add(day);
            }
        }

        return days;
    }

    private static string Offsets(IEnumerable<TimeZoneInfo> zones, DateTime utc) =>
        string.Join(" ", zones.Select(zone => (int)zone.GetUtcOffset(utc).TotalMinutes));
}
