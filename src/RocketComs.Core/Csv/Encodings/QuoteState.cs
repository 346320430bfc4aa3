namespace RocketComs.Core.Csv.Encodings;

/// <summary>How the quotes of a raw field stand (RFC 4180, section 2).</summary>
internal enum QuoteState
{
    /// <summary>No quote, or an opening and a closing one with doubled quotes between.</summary>
    Sound,

    /// <summary>The opening quote is never closed.</summary>
    Unclosed,

    /// <summary>Something stands behind the closing quote.</summary>
    TextAfterClosing,

    /// <summary>A quote inside a field that does not begin with one; it is kept as text.</summary>
    Stray,
}
