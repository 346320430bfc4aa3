using System.Globalization;

namespace RocketComs.Benchmarks.Comparison;

/// <summary>One line of the comparison: what was measured, and what it should be.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Target">What it should be.</param>
/// <param name="AtLeast">Whether it should be the target or more; else the target or less.</param>
internal sealed record Figure(string Name, Unit Unit, double Target, bool AtLeast)
{
    /// <summary>Gets the figure of the best repetitions.</summary>
    public double Best { get; init; }

    /// <summary>Gets the figure of the median repetitions.</summary>
    public double Median { get; init; }

    /// <summary>Gets the figure of the least processor times; <see langword="null"/> where it is not one of times.</summary>
    public double? Processor { get; init; }

    /// <summary>Gets why it was not measured; <see langword="null"/> when it was.</summary>
    public string? NotRun { get; init; }

    /// <summary>Gets the target as it is printed.</summary>
    public string TargetText => (AtLeast ? ">= " : "<= ") + Text(Target);

    /// <summary>Gets the verdict as it is printed: unsure where best, median and processor time do not agree that the target is missed.</summary>
    public string Verdict => NotRun is not null ? "not run" : (Meets(Best), Meets(Median), Processor is { } processor && Meets(processor)) switch
    {
        (true, true, _) => "met",
        (false, false, false) => "MISSED",
        _ => "unsure",
    };

    /// <summary>A ratio of two works' times.</summary>
    public static Figure Ratio(string name, Timings over, Timings under, double target, bool atLeast = false) => new(name, Unit.Times, target, atLeast)
    {
        Best = over.Best / under.Best,
        Median = over.Median / under.Median,
        Processor = over.Processor / under.Processor,
    };

    /// <summary>A value of this figure as it is printed.</summary>
    public string Text(double value) => Unit switch
    {
        Unit.Times => value.ToString("F1", CultureInfo.InvariantCulture) + "x",
        Unit.TextsPerSecond => (value / 1e6).ToString("F1", CultureInfo.InvariantCulture) + " M/s",
        Unit.Bytes => (value / 1e6).ToString("F0", CultureInfo.InvariantCulture) + " MB",
        Unit.Pieces => value.ToString("F0", CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException(),
    };

    private bool Meets(double value) => AtLeast ? value >= Target : value <= Target;
}
