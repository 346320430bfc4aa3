namespace RocketComs.Core.Sending;

/// <summary>How far work on many bytes has come.</summary>
/// <param name="Done">The bytes done.</param>
/// <param name="Total">The bytes in all; <see langword="null"/> when that is not known.</param>
/// <param name="BytesPerSecond">The rate since the work began, or began anew.</param>
public sealed record ByteState(long Done, long? Total, double BytesPerSecond)
{
    /// <summary>Gets the part that is done, 0 to 100; <see langword="null"/> when the total is not known.</summary>
    public int? Percent => Total > 0 ? (int)Math.Min(100, Done * 100.0 / Total.Value) : null;

    /// <summary>Gets the time that the rest takes at the same rate; <see langword="null"/> when that cannot be told.</summary>
    public TimeSpan? Remaining => Total > 0 && BytesPerSecond > 0 ? TimeSpan.FromSeconds(Math.Max(0, Total.Value - Done) / BytesPerSecond) : null;
}
