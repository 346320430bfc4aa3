using System.Globalization;

namespace RocketComs.Benchmarks.Comparison;

/// <summary>One line of what stands behind the ratios: the time of a work.</summary>
/// <param name="Name">The work.</param>
/// <param name="Times">Its repetitions.</param>
/// <param name="Items">The rows or texts that it goes through.</param>
/// <param name="Bytes">The bytes that it goes through; 0 where they say nothing.</param>
internal sealed record WorkTime(string Name, Timings Times, long Items, long Bytes)
{
    /// <summary>Gets the cells of its line: best, median, least processor time, cores it got, processor time an item, bytes a second by the best.</summary>
    public string[] Cells =>
    [
        Name,
        Milliseconds(Times.Best),
        Milliseconds(Times.Median),
        Milliseconds(Times.Processor),
        Times.CoresGot.ToString("F2", CultureInfo.InvariantCulture),
        string.Create(CultureInfo.InvariantCulture, $"{Times.Processor.TotalNanoseconds / Items:N0} ns"),
        Bytes == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{Bytes / 1e6 / Times.Best.TotalSeconds:N0} MB/s"),
    ];

    private static string Milliseconds(TimeSpan time) =>
        time.TotalMilliseconds.ToString(time.TotalMilliseconds < 100 ? "N1" : "N0", CultureInfo.InvariantCulture) + " ms";
}
