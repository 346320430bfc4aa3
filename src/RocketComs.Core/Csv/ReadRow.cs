namespace RocketComs.Core.Csv;

/// <summary>A row as it was read.</summary>
/// <param name="Row">The row.</param>
/// <param name="Fault">Why it cannot be trusted, such as three columns; <see langword="null"/> when it can.</param>
public sealed record ReadRow(RcBatchRow Row, string? Fault)
{
    /// <summary>Gets whether the record is a header, and so no row.</summary>
    public bool IsHeader { get; init; }
}
