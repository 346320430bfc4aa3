namespace RocketComs;

/// <summary>A replacement that transliteration made.</summary>
public sealed record RcSmsReplacement
{
    /// <summary>Gets the place in the text as it is counted without transliteration (line breaks unescaped, short links in place), from 0, in UTF-16 units.</summary>
    public int Index { get; init; }

    /// <summary>Gets what stood there: a character, or several that belong together, such as a letter and its accent.</summary>
    public string Before { get; init; } = string.Empty;

    /// <summary>Gets what stands there now; empty for what is not seen, such as a zero-width space.</summary>
    public string After { get; init; } = string.Empty;
}
