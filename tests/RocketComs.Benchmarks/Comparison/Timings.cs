namespace RocketComs.Benchmarks.Comparison;

/// <summary>The times of one work's repetitions.</summary>
internal sealed class Timings
{
    private readonly List<(TimeSpan Time, TimeSpan Processor)> _repetitions = [];

    /// <summary>Gets the repetitions, in order: what the clock said, and what all processors together worked.</summary>
    public IReadOnlyList<(TimeSpan Time, TimeSpan Processor)> Repetitions => _repetitions;

    /// <summary>Gets the shortest: what the work takes when nothing disturbs it.</summary>
    public TimeSpan Best => _repetitions.Min(one => one.Time);

    /// <summary>Gets the middle one; of an even number, the mean of the two in the middle.</summary>
    public TimeSpan Median
    {
        get
        {
            TimeSpan[] sorted = [.. _repetitions.Select(one => one.Time).Order()];
            return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        }
    }

    /// <summary>Gets the least processor time. It does not grow when other programs hold the processors, and is more than the time where several threads work.</summary>
    public TimeSpan Processor => _repetitions.Min(one => one.Processor);

    /// <summary>Gets how many cores the work had on average. Less than one, for a work that does not wait by nature: other programs held them.</summary>
    public double CoresGot => _repetitions.Sum(one => one.Processor.Ticks) / (double)_repetitions.Sum(one => one.Time.Ticks);

    /// <summary>Adds a repetition.</summary>
    /// <param name="time">What the clock said.</param>
    /// <param name="processor">What all processors together worked.</param>
    public void Add(TimeSpan time, TimeSpan processor) => _repetitions.Add((time, processor));
}
