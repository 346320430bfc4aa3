namespace RocketComs;

/// <summary>When the sending window of a batch is, on the clocks of one time zone, and how many rows it reaches in quiet time.</summary>
/// <remarks>
/// The zone is that of the number's area code or country: where the number was assigned, which is no residence. A number that may lie in
/// several zones is counted once, in the one whose clocks stand worst against the window.
/// </remarks>
public sealed record RcSendWindow
{
    /// <summary>Gets the file; <see langword="null"/> for rows from the pipeline.</summary>
    public string? Path { get; init; }

    /// <summary>Gets the IANA name of the time zone, such as <c>America/New_York</c>; empty for numbers whose zone is not known.</summary>
    public string TimeZone { get; init; } = string.Empty;

    /// <summary>Gets the number of rows whose numbers lie in the zone.</summary>
    public long RowCount { get; init; }

    /// <summary>Gets when the window begins, on the clocks of the zone; <see langword="null"/> where no window was given.</summary>
    public DateTime? LocalStart { get; init; }

    /// <summary>Gets when the window ends, on the clocks of the zone; <see langword="null"/> where no window was given.</summary>
    public DateTime? LocalEnd { get; init; }

    /// <summary>Gets when quiet time begins, on the clocks of the zone.</summary>
    public TimeSpan? QuietFrom { get; init; }

    /// <summary>Gets when quiet time ends, on the same clocks.</summary>
    public TimeSpan? QuietUntil { get; init; }

    /// <summary>
    /// Gets the number of those rows that the window can reach in quiet time; 0 also where nothing is known of it, since no window was given or the
    /// zone is not known: <see cref="LocalStart"/> is <see langword="null"/> there.
    /// </summary>
    public long QuietRowCount { get; init; }

    /// <summary>
    /// Gets where the widest window begins that is quiet time for nobody in the input, on the clocks of <see cref="CommonTimeZone"/>;
    /// <see langword="null"/> where there is none.
    /// </summary>
    public TimeSpan? CommonStart { get; init; }

    /// <summary>Gets where that window ends, on the same clocks.</summary>
    public TimeSpan? CommonEnd { get; init; }

    /// <summary>
    /// Gets the IANA name of the zone in which the platform reads times, as it was given (<c>-TimeZone</c>, or that of the connection);
    /// <see langword="null"/> where none was given.
    /// </summary>
    public string? CommonTimeZone { get; init; }

    /// <summary>The window in one line: <c>America/New_York: 1,200 rows, 40 in quiet time</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{(TimeZone.Length > 0 ? TimeZone : "zone not known")}: {RowCount:N0} rows, {(LocalStart is null ? "quiet time not judged" : FormattableString.Invariant($"{QuietRowCount:N0} in quiet time"))}");
}
