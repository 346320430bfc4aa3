namespace RocketComs.Core.Repair;

/// <summary>How a batch file is repaired.</summary>
public sealed record RepairOptions
{
    /// <summary>Gets the full path of the repaired file.</summary>
    public required string Destination { get; init; }

    /// <summary>Gets the full path for the rows that are set aside, as they stood; a file there is replaced.</summary>
    /// <value>The default is nowhere.</value>
    public string? RejectedPath { get; init; }

    /// <summary>Gets whether typographic characters in texts are replaced by those of the GSM alphabet.</summary>
    public bool Transliterate { get; init; }

    /// <summary>Gets whether a file at <see cref="Destination"/> is replaced.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Gets whether nothing is written: all is read, and the result is what it would be.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Gets the region whose numbering plan the numbers without a country code follow (ISO 3166-1, two letters).</summary>
    /// <value>The default is <c>US</c>.</value>
    public string DefaultRegion { get; init; } = "US";

    /// <summary>Gets a listener to the progress, as bytes of the file, called every few thousand rows.</summary>
    /// <value>The default is none.</value>
    public Action<long>? OnProgress { get; init; }
}
