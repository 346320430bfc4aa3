using RocketComs.Core.Errors;

namespace RocketComs.Core.Csv.Encodings;

/// <summary>Finds half of a character: a surrogate without its partner. No encoding of a file has bytes for it.</summary>
public static class LoneSurrogate
{
    /// <summary>The first lone surrogate of a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Its index; -1 when there is none.</returns>
    public static int IndexIn(string text)
    {
        for (int i = FirstHalf(text); i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (!char.IsSurrogatePair(text, i))
            {
                return i;
            }

            i++;
        }

        return -1;
    }

    // Asked of each row that is piped, and hardly any has one.
    private static int FirstHalf(string text)
    {
#if NET8_0_OR_GREATER
        int first = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        return first < 0 ? text.Length : first;
#else
        return 0;
#endif
    }

    /// <summary>Refuses a text that holds half a character.</summary>
    /// <param name="parameterName">The parameter that it came by.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="InvalidParameterException">It does.</exception>
    public static void Refuse(string parameterName, string text)
    {
        if (IndexIn(text) is >= 0 and int index)
        {
            throw new InvalidParameterException(
                parameterName,
                text,
                FormattableString.Invariant($"-{parameterName} holds half a character at position {index + 1}, as a text that was cut within an emoji does."),
                "Give the whole character, or leave it out.");
        }
    }
}
