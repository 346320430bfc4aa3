using System.Globalization;

namespace RocketComs.Core.Api;

/// <summary>When a batch begins, as far as it shows that. The platform documents no zone: only what is past in every zone is past.</summary>
/// <param name="Day">The first day.</param>
/// <param name="Time">The time of day from which messages go out.</param>
public sealed record BatchStart(DateTime Day, TimeSpan? Time)
{
    // The zone of a day that begins first.
    private static readonly TimeSpan s_earliestZone = TimeSpan.FromHours(14);

    /// <summary>Gets the moment in words, such as <c>2027-01-31 at 09:00</c>.</summary>
    public string Words => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (Time is { } time ? time.ToString(@"' at 'hh\:mm", CultureInfo.InvariantCulture) : string.Empty);

    /// <summary>The start of a batch; <see langword="null"/> when it shows none.</summary>
    public static BatchStart? Of(RcBatch batch) => batch.StartDate is { } day ? new BatchStart(day, batch.StartTime) : null;

    /// <summary>Whether it is after a moment, wherever its day is meant.</summary>
    public bool IsAfter(DateTimeOffset moment) => Day + (Time ?? TimeSpan.Zero) - s_earliestZone > moment.UtcDateTime;

    /// <summary>How far it is from a moment, such as <c>in 64 days</c>.</summary>
    public string DaysFrom(DateTimeOffset moment)
    {
        int days = (Day - moment.UtcDateTime.Date).Days;
        return days switch
        {
            <= 0 => "today",
            1 => "tomorrow",
            _ => FormattableString.Invariant($"in {days:N0} days"),
        };
    }
}
