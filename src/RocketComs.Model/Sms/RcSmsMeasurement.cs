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
}
