namespace RocketComs;

/// <summary>The concatenation reference in the header of every segment of a long message (3GPP TS 23.040, clauses 9.2.3.24.1 and 9.2.3.24.8).</summary>
public enum RcSmsConcatenation
{
    /// <summary>An 8-bit reference, 6 octets of header: 153 septets or 67 UCS-2 units a segment. The usual one.</summary>
    Reference8Bit,

    /// <summary>A 16-bit reference, 7 octets of header: 152 septets or 66 UCS-2 units a segment, as on US toll-free numbers.</summary>
    Reference16Bit,
}
