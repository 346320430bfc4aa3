using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using RocketComs.Benchmarks.Comparison;

namespace RocketComs.Benchmarks.Children;

/// <summary>Times on their way from a child process: one line a work, its name, then its repetitions in milliseconds, parted by tabs.</summary>
internal static class NamedTimes
{
    /// <summary>A line.</summary>
    public static string Write(string name, Timings times) =>
        string.Join('\t', times.Times.Select(time => time.TotalMilliseconds.ToString("R", CultureInfo.InvariantCulture)).Prepend(name));

    /// <summary>Reads lines.</summary>
    /// <returns>The times by name.</returns>
    /// <exception cref="MeasureException">A line is none that <see cref="Write"/> makes.</exception>
    public static Dictionary<string, Timings> Read(IEnumerable<string> lines)
    {
        Dictionary<string, Timings> times = [];
        foreach (string line in lines)
        {
            string[] cells = line.Split('\t');
            Timings timings = new();
            foreach (string cell in cells.Skip(1))
            {
                timings.Add(
                    double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double time)
                    ? TimeSpan.FromMilliseconds(time)
                    : throw new MeasureException($"A child process wrote what is no time: {line}"));
            }

            times.Add(cells[0], timings);
        }

        return times;
    }
}
