namespace RocketComs.Core.Segments;

/// <summary>How many units fit: into a message of one segment, and into each segment of a longer one.</summary>
/// <remarks>
/// A segment carries 140 octets (3GPP TS 23.040, clause 9.2.3.16). A message of several loses 6 of them to a header with an
/// 8-bit reference (clause 9.2.3.24.1), or 7 with a 16-bit reference (clause 9.2.3.24.8).
/// </remarks>
internal readonly struct SegmentSizes
{
    private SegmentSizes(int single, int part)
    {
        Single = single;
        Part = part;
    }

    /// <summary>Gets the units of a message of one segment.</summary>
    public int Single { get; }

    /// <summary>Gets the units of each segment of a longer message.</summary>
    public int Part { get; }

    /// <summary>The sizes for an alphabet and a reference.</summary>
    public static SegmentSizes For(RcSmsEncoding encoding, RcSmsConcatenation concatenation) => (encoding, concatenation) switch
    {
        (RcSmsEncoding.Gsm7, RcSmsConcatenation.Reference8Bit) => new(160, 153),
        (RcSmsEncoding.Gsm7, RcSmsConcatenation.Reference16Bit) => new(160, 152),
        (RcSmsEncoding.Ucs2, RcSmsConcatenation.Reference8Bit) => new(70, 67),
        (RcSmsEncoding.Ucs2, RcSmsConcatenation.Reference16Bit) => new(70, 66),
        _ => throw new ArgumentOutOfRangeException(nameof(concatenation)),
    };
}
