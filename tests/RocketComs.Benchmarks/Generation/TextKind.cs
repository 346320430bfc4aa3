namespace RocketComs.Benchmarks.Generation;

/// <summary>Of which alphabet texts are.</summary>
internal enum TextKind
{
    /// <summary>As in the clean file: one in a hundred is UCS-2.</summary>
    Mixed,

    /// <summary>Every one is GSM-7; some hold characters of the extension table.</summary>
    Gsm7,

    /// <summary>Every one holds a character that no GSM table has, in any place.</summary>
    Ucs2,
}
