namespace RocketComs.Benchmarks.Comparison;

/// <summary>What was to be measured did not do its work, so its time says nothing.</summary>
internal sealed class MeasureException : Exception
{
    /// <summary>Initializes the exception.</summary>
    public MeasureException(string message)
        : base(message)
    {
    }
}
