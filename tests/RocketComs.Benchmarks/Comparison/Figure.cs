using System.Globalization;

namespace RocketComs.Benchmarks.Comparison;

/// <summary>One line of the comparison: what was measured, and what it should be.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Target">What it should be.</param>
/// <param name="AtLeast">Whether it should be the target or more; else the target or less.</param>
internal sealed record Figure(string Name, Unit Unit, double Target, bool AtLeast = false)
{
    // A work that runs all the time and got less has waited for other programs.
    private const double LeastOfCore = 0.9;

    /// <summary>Gets what it might be one day; <see langword="null"/> where the target is all that is wanted.</summary>
    public double? Aim { get; init; }

    /// <summary>Gets the cores that its works could use.</summary>
    public int Cores { get; init; } = Environment.ProcessorCount;

    /// <summary>Gets the cores that the least served of its works got; <see langword="null"/> where it is not one of times.</summary>
    public double? CoresGot { get; init; }

    /// <summary>Gets the figure of the best repetitions.</summary>
    public double Best { get; init; }

    /// <summary>Gets the figure of the median repetitions.</summary>
    public double Median { get; init; }

    /// <summary>Gets the figure of the least processor times; <see langword="null"/> where it is not one of times.</summary>
    public double? Processor { get; init; }

    /// <summary>Gets why it was not measured; <see langword="null"/> when it was.</summary>
    public string? NotRun { get; init; }

    /// <summary>Gets the target as it is printed.</summary>
    public string TargetText => (AtLeast ? ">= " : "<= ") + Text(Target) + (Aim is { } aim ? $" (aim {Text(aim)})" : string.Empty);

    /// <summary>
    /// Gets the verdict as it is printed: unsure where best, median and processor time do not agree that the target is missed, and where a
    /// work that missed it had less than a core.
    /// </summary>
    public string Verdict => (Meets(Target, Best), Meets(Target, Median), Meets(Target, Processor)) switch
    {
        _ when NotRun is not null => "not run",
        (true, true, _) => Meets(Aim, Best) && Meets(Aim, Median) ? "aim met" : "met",
        (false, false, false) when CoresGot is not < LeastOfCore => "MISSED",
        _ => "unsure",
    };

    /// <summary>This figure as the ratio of two works' times.</summary>
    /// <param name="over">The work whose time is divided.</param>
    /// <param name="under">The work whose time it is divided by.</param>
    /// <param name="share">What the ratio is multiplied by: how much more the one has to do than the other.</param>
    public Figure Of(Timings over, Timings under, double share = 1) => this with
    {
        Best = share * (over.Best / under.Best),
        Median = share * (over.Median / under.Median),
        Processor = share * (over.Processor / under.Processor),
        CoresGot = Math.Min(over.CoresGot, under.CoresGot),
    };

    /// <summary>This figure as the time of a work, in seconds.</summary>
    /// <param name="times">The times of the work.</param>
    /// <param name="items">The things that it goes through, where the time is that of one.</param>
    public Figure Of(Timings times, long items = 1) => this with
    {
        Best = times.Best.TotalSeconds / items,
        Median = times.Median.TotalSeconds / items,
        Processor = times.Processor.TotalSeconds / items,
        CoresGot = times.CoresGot,
    };

    /// <summary>A value of this figure as it is printed.</summary>
    public string Text(double value) => Unit switch
    {
        Unit.Times => value.ToString(value < 2 ? "F2" : "F1", CultureInfo.InvariantCulture) + "x",
        Unit.Milliseconds => (value * 1e3).ToString("N0", CultureInfo.InvariantCulture) + " ms",
        Unit.Microseconds => (value * 1e6).ToString("F2", CultureInfo.InvariantCulture) + " us",
        Unit.TextsPerSecond => (value / 1e6).ToString("F1", CultureInfo.InvariantCulture) + " M/s",
        Unit.Megabytes => (value / 1e6).ToString("F0", CultureInfo.InvariantCulture) + " MB",
        Unit.Bytes => value.ToString("N0", CultureInfo.InvariantCulture) + " B",
        Unit.Pieces => value.ToString("F0", CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException(),
    };

    // What is not known meets nothing.
    private bool Meets(double? target, double? value) => AtLeast ? value >= target : value <= target;
}
