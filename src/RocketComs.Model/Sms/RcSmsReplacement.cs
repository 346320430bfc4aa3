namespace RocketComs;

/// <summary>A replacement that transliteration made.</summary>
public sealed record RcSmsReplacement
{
    /// <summary>Gets the place in the text as it was given, from 0, in UTF-16 units.</summary>
    public int Index { get; init; }

    /// <summary>Gets what stood there.</summary>
    public string Before { get; init; } = string.Empty;

    /// <summary>Gets what stands there now.</summary>
    public string After { get; init; } = string.Empty;
}
