using System.Runtime.CompilerServices;
using RocketComs.Core.Csv.Encodings;

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

    /// <summary>Reads a field that would be quoted soundly without the blanks that stand around it.</summary>
    /// <param name="raw">The field as it stands in the file.</param>
    /// <param name="text">What it would hold.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryReadBetweenBlanks(ReadOnlySpan<byte> raw, out byte[] text)
    {
        ReadOnlySpan<byte> quoted = Utf8Text.TrimBlanks(raw);
        text = [];
        if (quoted is not [(byte)'"', ..] || raw[0] == '"' || Inspect(quoted) != QuoteState.Sound)
        {
            return false;
        }

        text = new byte[quoted.Length - 2];
        Array.Resize(ref text, Undouble(quoted.Slice(1, text.Length), text));
        return true;
    }

    /// <summary>Makes one quote of two.</summary>
    /// <param name="quoted">What stands between the quotes of a sound field.</param>
    /// <param name="into">Takes it; as long as that.</param>
    /// <returns>The length of what is left.</returns>
    [MethodImpl(Jit.Hot)]
    public static int Undouble(ReadOnlySpan<byte> quoted, Span<byte> into)
    {
        // Up to the first quote of each pair, and with it.
        int length = 0;
        for (int quote; (quote = quoted.IndexOf((byte)'"')) >= 0; quoted = quoted.Slice(quote + 2))
        {
            quoted.Slice(0, quote + 1).CopyTo(into.Slice(length));
            length += quote + 1;
        }

        quoted.CopyTo(into.Slice(length));
        return length + quoted.Length;
    }
}
