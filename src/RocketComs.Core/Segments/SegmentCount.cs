namespace RocketComs.Core.Segments;

/// <summary>The figures of a counted text, without its parts.</summary>
public readonly struct SegmentCount
{
    internal SegmentCount(RcSmsEncoding encoding, int units, int segments, int capacity, int remaining)
    {
        Encoding = encoding;
        Units = units;
        Segments = segments;
        Capacity = capacity;
        Remaining = remaining;
    }

    /// <summary>Gets the alphabet.</summary>
    public RcSmsEncoding Encoding { get; }

    /// <summary>Gets the length in septets (GSM-7) or 16-bit units (UCS-2).</summary>
    public int Units { get; }

    /// <summary>Gets the number of segments; 0 for an empty text.</summary>
    public int Segments { get; }

    /// <summary>Gets the units that one segment holds.</summary>
    public int Capacity { get; }

    /// <summary>Gets the units left in the last segment.</summary>
    public int Remaining { get; }
}
