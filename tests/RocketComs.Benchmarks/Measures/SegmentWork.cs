using RocketComs.Benchmarks.Comparison;

namespace RocketComs.Benchmarks.Measures;

/// <summary>Texts to count, and a way to count them.</summary>
internal sealed class SegmentWork
{
    private readonly int _texts;
    private readonly Func<long> _count;

    /// <summary>Initializes the work.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="count">Counts their segments.</param>
    public SegmentWork(string[] texts, Func<long> count)
    {
        _texts = texts.Length;
        _count = count;
        Bytes = texts.Sum(text => (long)text.Length * sizeof(char));
    }

    /// <summary>Gets the bytes of the texts.</summary>
    public long Bytes { get; }

    /// <summary>Counts once.</summary>
    /// <exception cref="MeasureException">Fewer segments than texts came out.</exception>
    public void Run()
    {
        long segments = _count();
        if (segments < _texts)
        {
            throw new MeasureException($"{_texts} texts were counted as {segments} segments.");
        }
    }
}
