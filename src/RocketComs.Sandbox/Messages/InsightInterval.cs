using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Messages;

/// <summary>The intervals that the insights of a campaign can be cut into: hours and days of the sandbox.</summary>
internal static class InsightInterval
{
    private static readonly string[] s_names = ["HOUR", "DAY", "WEEK", "MONTH"];

    /// <summary>The interval asked for; <see langword="null"/> for none.</summary>
    public static string? Read(RcSandboxRequest request)
    {
        string? name = QueryText.Single(request, "interval");
        return name is null || Array.IndexOf(s_names, name) >= 0 ? name : throw Refusal.BadRequest($"interval must be one of {string.Join(", ", s_names)}, not '{name}'");
    }

    /// <summary>When the interval around a moment begins; a week begins on Monday.</summary>
    public static DateTimeOffset StartOf(string name, DateTimeOffset moment, SandboxClock clock)
    {
        DateTime day = clock.DayOf(moment);
        return name switch
        {
            "HOUR" => moment.AddTicks(-(clock.Local(moment).Ticks % TimeSpan.TicksPerHour)),
            "WEEK" => clock.StartOf(day.AddDays(-(((int)day.DayOfWeek + 6) % 7))),
            "MONTH" => clock.StartOf(day.AddDays(1 - day.Day)),
            _ => clock.StartOf(day),
        };
    }
}
