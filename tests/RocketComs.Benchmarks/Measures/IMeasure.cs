using RocketComs.Benchmarks.Comparison;

namespace RocketComs.Benchmarks.Measures;

/// <summary>One of the things that a comparison measures.</summary>
internal interface IMeasure
{
    /// <summary>Gets the name by which <c>--only</c> asks for it.</summary>
    string Name { get; }

    /// <summary>Measures.</summary>
    /// <param name="place">Where, how often, and on which files.</param>
    /// <param name="report">Where the figures go.</param>
    void Run(Workplace place, Report report);
}
