using System.Globalization;
using RocketComs.Benchmarks.Comparison;

namespace RocketComs.Benchmarks.Children;

/// <summary>Times on their way from a child process: one line a work, its name, then clock and processor time of each repetition in milliseconds, parted by tabs.</summary>
internal static class NamedTimes
{
    /// <summary>A line.</summary>
    public static string Write(string name, Timings times) =>
        string.Join('\t', times.Repetitions.SelectMany(one => new[] { Cell(one.Time), Cell(one.Processor) }).Prepend(name));

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
            for (int i = 1; i + 1 < cells.Length; i += 2)
            {
                timings.Add(Time(cells[i]), Time(cells[i + 1]));
            }

            times.Add(cells[0], timings);
        }

        return times;
    }

    private static string Cell(TimeSpan time) => time.TotalMilliseconds.ToString("R", CultureInfo.InvariantCulture);

    private static TimeSpan Time(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double time)
        ? TimeSpan.FromMilliseconds(time)
        : throw new MeasureException($"A child process wrote what is no time: {cell}");
}
