namespace RocketComs;

/// <summary>A character outside the GSM 7-bit alphabet, which makes the whole text UCS-2.</summary>
public sealed record RcSmsCharacter
{
    /// <summary>Gets the place in the counted text, from 0, in UTF-16 units.</summary>
    public int Index { get; init; }

    /// <summary>Gets the character; a surrogate pair is one.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Gets its code point, such as <c>U+2019</c>.</summary>
    public string CodePoint { get; init; } = string.Empty;

    /// <summary>Gets what to write instead, empty to leave it out; <see langword="null"/> where the alphabet has nothing that means the same.</summary>
    public string? Suggestion { get; init; }
}
