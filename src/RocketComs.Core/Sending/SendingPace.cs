using System.Globalization;
using RocketComs.Core.Api;
using RocketComs.Core.Json;

namespace RocketComs.Core.Sending;

/// <summary>How long a batch takes, as far as its brand's qualification tells how fast operators take its messages.</summary>
/// <param name="Best">With the recipients spread over the operators as suits their rates.</param>
/// <param name="Worst">With all of them at the slowest operator, and each segment counted as a message.</param>
internal sealed record SendingPace(PaceCase Best, PaceCase Worst)
{
    /// <summary>Works it out.</summary>
    /// <param name="operators">The operators that take the messages.</param>
    /// <param name="recipients">How many get one.</param>
    /// <param name="segments">The segments of all of them; <see langword="null"/> when not known.</param>
    /// <param name="schedule">On which days, and in which hours.</param>
    /// <returns><see langword="null"/> where no limit is known.</returns>
    public static SendingPace? Of(IReadOnlyList<OperatorRate> operators, long recipients, long? segments, BatchSchedule schedule)
    {
        double minutes = ((schedule.EndTime ?? TimeSpan.FromDays(1)) - (schedule.StartTime ?? TimeSpan.Zero)).TotalMinutes;
        (double PerMinute, double PerDay)[] rates = [.. operators.Select(each =>
        {
            double perDay = Math.Min(each.PerDay ?? double.PositiveInfinity, each.PerMinute * minutes ?? double.PositiveInfinity);
            return (each.PerMinute ?? double.PositiveInfinity, perDay);
        })];
        if (rates.Length == 0 || recipients == 0 || minutes <= 0 || rates.All(static rate => double.IsInfinity(rate.PerDay)))
        {
            return null;
        }

        PaceCase[] each = [.. rates.Select(rate => PaceCase.Of(Math.Max(recipients, segments ?? 0), rate.PerMinute, rate.PerDay))];
        return new SendingPace(
            PaceCase.Of(recipients, rates.Sum(static rate => rate.PerMinute), rates.Sum(static rate => rate.PerDay)),
            each.OrderBy(static one => one.Days).ThenBy(static one => one.Time).Last());
    }

    /// <summary>In a sentence: "At the rates of its brand it takes 5 min at best and 3 days at worst, until 2027-02-02."</summary>
    /// <param name="first">The first day.</param>
    public string Describe(DateTime first)
    {
        string until = Worst.Days > 1 ? $", until {BatchParameters.Date(Worst.LastDay(first))}" : string.Empty;
        return "At the rates of its brand it takes " + (Best.Describe() == Worst.Describe() ? $"{Best.Describe()}{until}." : $"{Best.Describe()} at best and {Worst.Describe()} at worst{until}.");
    }

    /// <summary>What is wrong with a last day; <see langword="null"/> for nothing.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day; <see langword="null"/> without one.</param>
    public string? Flaw(DateTime first, DateTime? last)
    {
        if (!(Worst.LastDay(first) > last))
        {
            return null;
        }

        bool isSure = Best.LastDay(first) > last;
        return $"EndDate {BatchParameters.Date(last)} {(isSure ? "comes" : "may come")} too early: at the rates of its brand the batch takes until {BatchParameters.Date(Best.LastDay(first))} at best"
            + $" and {BatchParameters.Date(Worst.LastDay(first))} at worst. What becomes of messages that are not out by then is not documented. Give a later -EndDate, or a longer window.";
    }
}

/// <summary>One way in which a sending may go.</summary>
/// <param name="Days">On how many days.</param>
/// <param name="Time">How long on the only day; zero where only the number of a day is limited.</param>
internal sealed record PaceCase(long Days, TimeSpan Time)
{
    private const long MostDays = 36_500;

    public static PaceCase Of(long messages, double perMinute, double perDay)
    {
        long days = (long)Math.Min(MostDays, Math.Max(1, Math.Ceiling(messages / perDay)));
        return new PaceCase(days, days > 1 ? TimeSpan.Zero : TimeSpan.FromMinutes(messages / perMinute));
    }

    public DateTime LastDay(DateTime first) => first.AddDays(Days - 1);

    public string Describe() => Days > 1 ? string.Format(CultureInfo.InvariantCulture, Days < MostDays ? "{0:N0} days" : "more than {0:N0} days", Days)
        : Time < TimeSpan.FromMinutes(1) ? "a minute"
        : Time < TimeSpan.FromHours(1) ? string.Format(CultureInfo.InvariantCulture, "{0:N0} min", Math.Ceiling(Time.TotalMinutes))
        : string.Format(CultureInfo.InvariantCulture, "{0:0} h {1:00} min", Math.Floor(Time.TotalHours), Time.Minutes);
}
