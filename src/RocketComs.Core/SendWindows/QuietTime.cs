namespace RocketComs.Core.SendWindows;

/// <summary>The part of a day in which nobody is to get a message, on the recipient's own clocks. It may go over midnight.</summary>
/// <param name="From">When it begins: a window may end then.</param>
/// <param name="Until">When it ends: a window may begin then.</param>
public sealed record QuietTime(TimeSpan From, TimeSpan Until)
{
    /// <summary>Gets the quiet time that is meant where nobody says another: 21:00 to 08:00.</summary>
    public static QuietTime Default { get; } = new(TimeSpan.FromHours(21), TimeSpan.FromHours(8));

    /// <summary>In words: "21:00 to 08:00".</summary>
    public override string ToString() => $"{From:hh\\:mm} to {Until:hh\\:mm}";

    /// <summary>When it is quiet in a zone, in UTC, in order.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="utc">Between which moments.</param>
    internal IReadOnlyList<Span> In(TimeZoneInfo zone, Span utc)
    {
        ClockSpans clocks = new(zone, utc);
        List<Span> quiet = [];
        TimeSpan until = From < Until ? Until : Until + TimeSpan.FromDays(1);
        for (DateTime day = utc.Start.Date.AddDays(-2); day <= utc.End.AddDays(1); day = day.AddDays(1))
        {
            quiet.AddRange(clocks.ToUtc(Span.Of(day, From, until)));
        }

        return quiet;
    }
}
