namespace RocketComs.Core.Segments;

/// <summary>How a text is measured.</summary>
public sealed record MeasureOptions
{
    /// <summary>The length that is assumed for a short link; see <see cref="ShortLinkLength"/>.</summary>
    public const int DefaultShortLinkLength = 23;

    /// <summary>Gets whether every URL counts as a short link.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool ShortLink { get; init; }

    /// <summary>Gets the characters of a short link. The platform publishes neither its length nor its domain.</summary>
    /// <value>The default is 23, an assumption.</value>
    public int ShortLinkLength { get; init; } = DefaultShortLinkLength;

    /// <summary>Gets whether the text is brought to Unicode's form C and typographic characters are replaced by those of the GSM alphabet.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool Transliterate { get; init; }

    /// <summary>Gets whether a backslash and <c>n</c> stay two characters instead of becoming a line break.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool Literal { get; init; }

    /// <summary>Gets the reference in the headers of a long message.</summary>
    /// <value>The default is the 8-bit reference.</value>
    public RcSmsConcatenation Concatenation { get; init; }

    /// <summary>Gets the price of a segment, in any currency.</summary>
    /// <value>The default is <see langword="null"/>: no cost is computed.</value>
    public decimal? PricePerSegment { get; init; }
}
