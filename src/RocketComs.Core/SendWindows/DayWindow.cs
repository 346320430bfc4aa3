namespace RocketComs.Core.SendWindows;

/// <summary>The hours of one day in which the platform sends, on the clocks of the zone in which it reads times.</summary>
/// <remarks>The documents do not say which zone that is, so it is asked for.</remarks>
internal sealed class DayWindow
{
    // No clocks are further from UTC than 14 hours, and a day has 25 at most.
    private const int MostHours = 40;

    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);

    private readonly ClockSpans _clocks;

    /// <summary>Makes the window.</summary>
    /// <param name="zone">The zone in which the platform reads times.</param>
    /// <param name="date">The day.</param>
    /// <param name="start">When it begins; <see langword="null"/> for the start of the day.</param>
    /// <param name="end">When it ends; <see langword="null"/> for the end of the day.</param>
    public DayWindow(TimeZoneInfo zone, DateTime date, TimeSpan? start, TimeSpan? end)
    {
        Date = date.Date;
        DateTime utc = DateTime.SpecifyKind(Date, DateTimeKind.Utc);
        Around = new Span(utc.AddHours(-MostHours), utc.AddHours(MostHours + s_day.TotalHours));
        _clocks = new ClockSpans(zone, Around);
        Utc = [.. _clocks.ToUtc(Span.Of(Date, start ?? TimeSpan.Zero, end ?? s_day))];
    }

    /// <summary>The day.</summary>
    public DateTime Date { get; }

    /// <summary>When it is open, in UTC, in order: in pieces where clocks are put back, and never where they jump over it.</summary>
    public IReadOnlyList<Span> Utc { get; }

    /// <summary>Moments that hold the day, wherever it is.</summary>
    public Span Around { get; }

    /// <summary>How much of the window is quiet time in a zone.</summary>
    /// <param name="quiet">When it is quiet there, see <see cref="QuietTime.In"/>.</param>
    public TimeSpan QuietPart(IReadOnlyList<Span> quiet)
    {
        TimeSpan part = TimeSpan.Zero;
        foreach (Span open in Utc)
        {
            foreach (Span each in quiet)
            {
                part += open.Common(each)?.Length ?? TimeSpan.Zero;
            }
        }

        return part;
    }

    /// <summary>What the clocks of the platform show on this day, as if it were another one.</summary>
    /// <param name="utc">When, in UTC.</param>
    /// <param name="day">The other day.</param>
    public IEnumerable<Span> OnClocks(IEnumerable<Span> utc, DateTime day) => utc.SelectMany(_clocks.ToLocal).Select(span => span.Shift(day - Date));

    /// <summary>The widest window of the day, on its clocks, that is quiet time nowhere; of two as wide the earlier one.</summary>
    /// <param name="quiet">When it is quiet anywhere, see <see cref="OnClocks"/>.</param>
    /// <returns><see langword="null"/> for none. One to the end of the day ends at 24 hours.</returns>
    public (TimeSpan Start, TimeSpan End)? Widest(IEnumerable<Span> quiet)
    {
        Span day = Span.Of(Date, TimeSpan.Zero, s_day);
        Span[] shown = [.. _clocks.ToLocal(Around).Select(span => span.Common(day)).OfType<Span>()];
        (TimeSpan Start, TimeSpan End)? widest = null;
        TimeSpan most = TimeSpan.Zero;
        DateTime free = day.Start;
        foreach (Span taken in quiet.Append(new Span(day.End, DateTime.MaxValue)).OrderBy(static span => span.Start))
        {
            // What the clocks jump over at the border of a window is no part of it.
            Span[] parts = [.. shown.Select(span => span.Common(new Span(free, taken.Start))).OfType<Span>()];
            TimeSpan length = parts.Aggregate(TimeSpan.Zero, static (sum, part) => sum + part.Length);
            if (length > most)
            {
                (most, widest) = (length, (parts[0].Start - Date, parts[parts.Length - 1].End - Date));
            }

            free = taken.End > free ? taken.End : free;
        }

        return widest;
    }
}
