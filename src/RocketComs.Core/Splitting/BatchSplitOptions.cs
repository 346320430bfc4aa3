using RocketComs.Core.Numbers;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Splitting;

/// <summary>How a batch file is split: in one of four ways.</summary>
public sealed record BatchSplitOptions
{
    /// <summary>The name of the plan in the folder.</summary>
    public const string PlanFileName = "plan.csv";

    /// <summary>Gets the full path of the folder for the parts and their plan; it is made if it is not there.</summary>
    public required string Destination { get; init; }

    /// <summary>Gets the rows that a part may have.</summary>
    /// <value>The default is not to split by rows.</value>
    public long? MaxRow { get; init; }

    /// <summary>Gets the segments that the texts of a part may need.</summary>
    /// <value>The default is not to split by segments.</value>
    public long? MaxSegmentCount { get; init; }

    /// <summary>Gets the shares of the numbers, in percent, that the parts get; their sum is 100.</summary>
    /// <value>The default is not to split by shares.</value>
    public IReadOnlyList<decimal> Percent { get; init; } = [];

    /// <summary>Gets whether the numbers of each time zone make a part.</summary>
    public bool ByTimeZone { get; init; }

    /// <summary>Gets the hours in which messages are to arrive, by which the plan gives each part a window; with <see cref="ByTimeZone"/>.</summary>
    /// <value>The default is none: the plan says nothing of times.</value>
    public LocalHours? Hours { get; init; }

    /// <summary>Gets how texts are counted.</summary>
    /// <value>The default counts URLs as they stand.</value>
    public MeasureOptions Measure { get; init; } = new();

    /// <summary>Gets the region whose numbering plan the numbers without a country code follow (ISO 3166-1, two letters).</summary>
    /// <value>The default is <c>US</c>.</value>
    public string DefaultRegion { get; init; } = NumberingPlan.DefaultRegion;

    /// <summary>Gets whether files in the folder are replaced.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Gets whether nothing is written: all is read, and the result is what it would be.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Gets a listener to the progress, as bytes of the file, called every few thousand rows.</summary>
    /// <value>The default is none.</value>
    public Action<long>? OnProgress { get; init; }

    /// <summary>Refuses what are no shares of a whole.</summary>
    /// <param name="percent">The shares.</param>
    /// <exception cref="Errors.InvalidParameterException">They are not above 0, too fine, too many, or do not add up to 100.</exception>
    public static void RequireShares(IReadOnlyList<decimal> percent) => ShareChoice.Require(percent);
}

/// <summary>What a batch file was split into.</summary>
/// <param name="Parts">The parts, in the order of the plan.</param>
/// <param name="Warnings">What to know of them, a sentence each.</param>
public sealed record SplitResult(IReadOnlyList<RcBatchCsvPart> Parts, IReadOnlyList<string> Warnings);
