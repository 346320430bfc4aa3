using System;
using System.Collections.Generic;
using System.Linq;

namespace RocketComs.Benchmarks.Comparison;

/// <summary>The times of one work's repetitions.</summary>
internal sealed class Timings
{
    private readonly List<TimeSpan> _times = [];

    /// <summary>Gets the repetitions, in order.</summary>
    public IReadOnlyList<TimeSpan> Times => _times;

    /// <summary>Gets the shortest: what the work takes when nothing disturbs it.</summary>
    public TimeSpan Best => _times.Min();

    /// <summary>Gets the middle one; of an even number, the mean of the two in the middle.</summary>
    public TimeSpan Median
    {
        get
        {
            TimeSpan[] sorted = [.. _times.Order()];
            return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        }
    }

    /// <summary>Adds a repetition.</summary>
    public void Add(TimeSpan time) => _times.Add(time);
}
