namespace RocketComs.Core.Csv;

/// <summary>Finds half of a character: a surrogate without its partner. No encoding of a file has bytes for it.</summary>
internal static class LoneSurrogate
{
    /// <summary>The first lone surrogate of a text.</summary>
    /// <returns>Its index; -1 when there is none.</returns>
    public static int IndexIn(string text)
    {
        for (int i = 0; i < text.Length; i++)
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
}
