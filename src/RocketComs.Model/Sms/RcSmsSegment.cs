namespace RocketComs;

/// <summary>One segment of a message: what is charged once.</summary>
public sealed record RcSmsSegment
{
    /// <summary>Gets the place in the message, from 1.</summary>
    public int Number { get; init; }

    /// <summary>Gets the part of the text that travels in it.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Gets its length in septets (GSM-7) or 16-bit units (UCS-2).</summary>
    public int Units { get; init; }
}
