namespace RocketComs.Core.SendWindows;

/// <summary>
/// The clocks of a zone over some days, cut where they are put forward or back. Within a piece they run evenly, so an hour that does not
/// exist or exists twice needs no rule of its own: what the clocks show decides.
/// </summary>
internal sealed class ClockSpans
{
    // No zone changes its clocks twice within so short a time.
    private static readonly TimeSpan s_step = TimeSpan.FromMinutes(30);

    private readonly List<(Span Utc, TimeSpan Offset)> _pieces = [];

    /// <summary>Looks at the clocks of a zone.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="utc">When, in UTC: from one whole hour to another.</param>
    public ClockSpans(TimeZoneInfo zone, Span utc)
    {
        DateTime start = utc.Start;
        TimeSpan offset = zone.GetUtcOffset(start);
        for (DateTime before = start, next; before < utc.End; before = next)
        {
            next = before + s_step;
            if (zone.GetUtcOffset(next) is var changed && changed != offset)
            {
                DateTime change = FindChange(zone, before, next, offset);
                _pieces.Add((new Span(start, change), offset));
                (start, offset) = (change, changed);
            }
        }

        _pieces.Add((new Span(start, utc.End), offset));
    }

    /// <summary>When the clocks show a time between two, in UTC.</summary>
    public IEnumerable<Span> ToUtc(Span local)
    {
        foreach ((Span utc, TimeSpan offset) in _pieces)
        {
            if (utc.Common(local.Shift(-offset)) is { } common)
            {
                yield return common;
            }
        }
    }

    /// <summary>What the clocks show between two moments.</summary>
    public IEnumerable<Span> ToLocal(Span utc)
    {
        foreach ((Span piece, TimeSpan offset) in _pieces)
        {
            if (piece.Common(utc) is { } common)
            {
                yield return common.Shift(offset);
            }
        }
    }

    private static DateTime FindChange(TimeZoneInfo zone, DateTime before, DateTime after, TimeSpan offset)
    {
        while (after.Ticks - before.Ticks > TimeSpan.TicksPerSecond)
        {
            DateTime middle = before.AddSeconds(Math.Floor((after - before).TotalSeconds / 2));
            (before, after) = zone.GetUtcOffset(middle) == offset ? (middle, after) : (before, middle);
        }

        return after;
    }
}

/// <summary>From one time on until before another.</summary>
/// <param name="Start">The first time.</param>
/// <param name="End">The first time after it.</param>
internal readonly record struct Span(DateTime Start, DateTime End)
{
    public TimeSpan Length => End - Start;

    /// <summary>A part of a day, on its clocks.</summary>
    public static Span Of(DateTime day, TimeSpan from, TimeSpan until) => new(day.Date + from, day.Date + until);

    public Span Shift(TimeSpan by) => new(Start + by, End + by);

    /// <summary>What lies in both; <see langword="null"/> for nothing.</summary>
    public Span? Common(Span other)
    {
        Span common = new(Start > other.Start ? Start : other.Start, End < other.End ? End : other.End);
        return common.Start < common.End ? common : null;
    }
}
