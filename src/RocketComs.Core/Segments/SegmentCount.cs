namespace RocketComs.Core.Segments;

/// <summary>The figures of a counted text, without its parts.</summary>
public readonly struct SegmentCount
{
    private const int NearMissUnits = 5;

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

    /// <summary>Gets whether the text is up to five units over the border to one segment less.</summary>
    internal bool IsNearMiss => Segments switch
    {
        < 2 => false,

        // A message of one segment holds more than the first of two do.
        2 => Units - SegmentSizes.For(Encoding, RcSmsConcatenation.Reference8Bit).Single <= NearMissUnits,
        _ => Capacity - Remaining <= NearMissUnits,
    };
}

/// <summary>How many units fit: into a message of one segment, and into each segment of a longer one.</summary>
/// <remarks>
/// A segment carries 140 octets (3GPP TS 23.040, clause 9.2.3.16). A message of several loses 6 of them to a header with an
/// 8-bit reference (clause 9.2.3.24.1), or 7 with a 16-bit reference (clause 9.2.3.24.8).
/// </remarks>
/// <param name="Single">The units of a message of one segment.</param>
/// <param name="Part">The units of each segment of a longer message.</param>
internal readonly record struct SegmentSizes(int Single, int Part)
{
    /// <summary>The septets of a message of one segment.</summary>
    public const int SingleSeptets = 160;

    /// <summary>The 16-bit units of a message of one segment.</summary>
    public const int SingleUcs2Units = 70;

    public static SegmentSizes For(RcSmsEncoding encoding, RcSmsConcatenation concatenation)
    {
        int more = concatenation switch
        {
            RcSmsConcatenation.Reference8Bit => 0,
            RcSmsConcatenation.Reference16Bit => 1,
            _ => throw new ArgumentOutOfRangeException(nameof(concatenation)),
        };

        // One octet more in the header is one septet less, or one unit of UCS-2.
        return encoding == RcSmsEncoding.Gsm7 ? new(SingleSeptets, 153 - more) : new(SingleUcs2Units, 67 - more);
    }
}
