namespace RocketComs;

/// <summary>What is wrong with a line of a file of recipients.</summary>
/// <remarks>Source: API page "Recipient Batch Object", <c>errorDetails</c>. Whether the platform counts lines from 0 or from 1, and the header as one, is not documented.</remarks>
public sealed record RcRecipientError
{
    /// <summary>Gets the line. Of the platform's errors, counted as the platform counts; of the module's own, the physical line from 1.</summary>
    public int? LineNumber { get; init; }

    /// <summary>Gets what is wrong.</summary>
    public string? Description { get; init; }

    /// <summary>Returns line and text.</summary>
    public override string ToString() => LineNumber is null ? Description ?? string.Empty : $"line {LineNumber}: {Description}";
}
