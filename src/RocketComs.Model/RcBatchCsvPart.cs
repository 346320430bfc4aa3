namespace RocketComs;

/// <summary>A part of a batch file that was split: a batch file of its own.</summary>
public sealed record RcBatchCsvPart
{
    /// <summary>Gets the file.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>Gets the number of rows in it.</summary>
    public long RowCount { get; init; }

    /// <summary>Gets the number of segments that its texts need.</summary>
    public long SegmentCount { get; init; }

    /// <summary>
    /// Gets the IANA name of the time zone in which its numbers lie, such as <c>America/New_York</c>; several with commas between them where each of
    /// its numbers may lie in any of them; empty where the zone is not known; <see langword="null"/> unless the file was split by time zone.
    /// </summary>
    public string? TimeZone { get; init; }

    /// <summary>Returns the file, which is what a parameter that takes a path means.</summary>
    public override string ToString() => Path;
}
