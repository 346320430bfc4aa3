namespace RocketComs.Core.Csv;

/// <summary>How the quotes of a raw field stand (RFC 4180, section 2).</summary>
internal enum QuoteState
{
    Sound, // no quote, or an opening and a closing one with doubled quotes between
    Unclosed,
    TextAfterClosing,
    Stray, // inside a field that does not begin with one; it is kept as text
}

/// <summary>Judges the quotes of raw fields.</summary>
internal static class QuotedField
{
    /// <summary>Judges a field as it stands in the file.</summary>
    public static QuoteState Inspect(ReadOnlySpan<byte> raw)
    {
        if (raw.IsEmpty || raw[0] != '"')
        {
            return raw.IndexOf((byte)'"') < 0 ? QuoteState.Sound : QuoteState.Stray;
        }

        ReadOnlySpan<byte> rest = raw.Slice(1);
        while (true)
        {
            int quote = rest.IndexOf((byte)'"');
            if (quote < 0)
            {
                return QuoteState.Unclosed;
            }

            rest = rest.Slice(quote + 1);
            if (rest.IsEmpty)
            {
                return QuoteState.Sound;
            }

            if (rest[0] != '"')
            {
                return QuoteState.TextAfterClosing;
            }

            rest = rest.Slice(1);
        }
    }
}
