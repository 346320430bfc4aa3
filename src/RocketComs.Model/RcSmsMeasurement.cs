namespace RocketComs;

/// <summary>What a text needs on the air: its alphabet, its segments and its price.</summary>
/// <remarks>Sources: 3GPP TS 23.038 clause 6.2 and TS 23.040 clause 9.2.3.24.</remarks>
public sealed record RcSmsMeasurement
{
    /// <summary>Gets the text as counted: line breaks unescaped, short links in place, replacements made.</summary>
    public string Message { get; init; } = string.Empty;

    /// <summary>Gets the alphabet.</summary>
    public RcSmsEncoding Encoding { get; init; }

    /// <summary>Gets the length in septets (GSM-7) or 16-bit units (UCS-2), headers not counted.</summary>
    public int Units { get; init; }

    /// <summary>Gets the number of segments, each charged as one message; 0 for an empty text.</summary>
    public int SegmentCount { get; init; }

    /// <summary>Gets how many units one segment of this text holds: 160, 153, 152, 70, 67 or 66.</summary>
    public int SegmentCapacity { get; init; }

    /// <summary>Gets how many units are left in the last segment.</summary>
    public int UnitsRemaining { get; init; }

    /// <summary>Gets the segments in order.</summary>
    public RcSmsSegment[] Segments { get; init; } = [];

    /// <summary>Gets every character that is not in the GSM 7-bit alphabet.</summary>
    public RcSmsCharacter[] NonGsmCharacters { get; init; } = [];

    /// <summary>Gets what transliteration replaced; empty when it was not asked for.</summary>
    public RcSmsReplacement[] Replacements { get; init; } = [];

    /// <summary>Gets the units that transliteration saves: those of the text without it, less <see cref="Units"/>.</summary>
    /// <value>0 without transliteration; less than 0 where it makes the text longer ("…" becomes "...").</value>
    /// <remarks>
    /// Units change with the alphabet: where transliteration makes a UCS-2 text GSM-7, this takes septets from 16-bit units.
    /// <see cref="SegmentsSaved"/> is what is charged less.
    /// </remarks>
    public int UnitsSaved { get; init; }

    /// <summary>Gets the segments that transliteration saves: those of the text without it, less <see cref="SegmentCount"/>.</summary>
    /// <value>0 without transliteration; less than 0 where it makes the text longer and the alphabet stays UCS-2.</value>
    public int SegmentsSaved { get; init; }

    /// <summary>Gets <see cref="SegmentCount"/> times the price of a segment; <see langword="null"/> when no price was given.</summary>
    public decimal? EstimatedCost { get; init; }

    /// <summary>Returns the text.</summary>
    public override string ToString() => Message;
}

/// <summary>One segment of a message: what is charged once.</summary>
public sealed record RcSmsSegment
{
    /// <summary>Gets the place in the message, from 1.</summary>
    public int Number { get; init; }

    /// <summary>Gets the part of the text that travels in it.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Gets its length in septets (GSM-7) or 16-bit units (UCS-2).</summary>
    public int Units { get; init; }

    /// <summary>Returns the text.</summary>
    public override string ToString() => Text;
}

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

    /// <summary>Returns the code point, as <c>U+2019</c>.</summary>
    public override string ToString() => CodePoint;
}

/// <summary>A replacement that transliteration made.</summary>
public sealed record RcSmsReplacement
{
    /// <summary>Gets the place in the text as it is counted without transliteration (line breaks unescaped, short links in place), from 0, in UTF-16 units.</summary>
    public int Index { get; init; }

    /// <summary>Gets what stood there: a character, or several that belong together, such as a letter and its accent.</summary>
    public string Before { get; init; } = string.Empty;

    /// <summary>Gets what stands there now; empty for what is not seen, such as a zero-width space.</summary>
    public string After { get; init; } = string.Empty;

    /// <summary>Returns what was replaced by what.</summary>
    public override string ToString() => $"{Before} -> {After}";
}

/// <summary>The alphabet that a text needs (3GPP TS 23.038, clause 6.2).</summary>
public enum RcSmsEncoding : long
{
    /// <summary>The GSM 7-bit default alphabet with its extension table; units are septets.</summary>
    Gsm7,

    /// <summary>UCS-2; units are 16 bits wide.</summary>
    Ucs2,
}

/// <summary>The concatenation reference in the header of every segment of a long message (3GPP TS 23.040, clauses 9.2.3.24.1 and 9.2.3.24.8).</summary>
public enum RcSmsConcatenation : long
{
    /// <summary>An 8-bit reference, 6 octets of header: 153 septets or 67 UCS-2 units a segment. The usual one.</summary>
    Reference8Bit,

    /// <summary>A 16-bit reference, 7 octets of header: 152 septets or 66 UCS-2 units a segment, as on US toll-free numbers.</summary>
    Reference16Bit,
}
