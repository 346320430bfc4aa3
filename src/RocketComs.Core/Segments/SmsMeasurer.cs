namespace RocketComs.Core.Segments;

/// <summary>Measures a text in full: what <see cref="SegmentCounter"/> counts, with the parts and the reasons.</summary>
public static class SmsMeasurer
{
    /// <summary>Measures a text.</summary>
    /// <param name="message">The text as the user wrote it.</param>
    /// <param name="options">How to count it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length of a short link is less than 1.</exception>
    public static RcSmsMeasurement Measure(string message, MeasureOptions options)
    {
        string before = Prepare(message, options);
        (string text, IReadOnlyList<RcSmsReplacement> replacements) = options.Transliterate ? Transliterator.Apply(before) : (before, []);
        SegmentCount count = SegmentCounter.Count(text.AsSpan(), options.Concatenation);
        SegmentCount countBefore = replacements.Count == 0 ? count : SegmentCounter.Count(before.AsSpan(), options.Concatenation);
        return new RcSmsMeasurement
        {
            Message = text,
            Encoding = count.Encoding,
            Units = count.Units,
            SegmentCount = count.Segments,
            SegmentCapacity = count.Capacity,
            UnitsRemaining = count.Remaining,
            Segments = Split(text, count),
            NonGsmCharacters = count.Encoding == RcSmsEncoding.Ucs2 ? NonGsmCharacters.Find(text) : [],
            Replacements = replacements.ToArray(),
            UnitsSaved = countBefore.Units - count.Units,
            SegmentsSaved = countBefore.Segments - count.Segments,
            EstimatedCost = options.PricePerSegment * count.Segments,
        };
    }

    // A short link stands for the URL whatever characters the URL holds, so nothing is replaced in one.
    private static string Prepare(string message, MeasureOptions options)
    {
        string text = options.Literal ? message : LineBreakEscape.Unescape(message);
        return options.ShortLink ? UrlFinder.Shorten(text, options.ShortLinkLength) : text;
    }

    private static RcSmsSegment[] Split(string text, SegmentCount count)
    {
        if (count.Segments == 1)
        {
            return [new RcSmsSegment { Number = 1, Text = text, Units = count.Units }];
        }

        RcSmsSegment[] segments = new RcSmsSegment[count.Segments];
        int start = 0;
        for (int number = 0; number < segments.Length; number++)
        {
            int end = start;
            int used = 0;
            while (end < text.Length)
            {
                (int length, int units) = SegmentCounter.Character(text.AsSpan(), end, count.Encoding);
                if (used + units > count.Capacity)
                {
                    break;
                }

                used += units;
                end += length;
            }

            segments[number] = new RcSmsSegment { Number = number + 1, Text = text.Substring(start, end - start), Units = used };
            start = end;
        }

        return segments;
    }
}

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

    /// <summary>Gets the currency of that price, three letters.</summary>
    /// <value>The default is <see langword="null"/>: it is not known.</value>
    public string? Currency { get; init; }
}
