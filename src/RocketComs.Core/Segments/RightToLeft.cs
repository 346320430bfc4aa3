namespace RocketComs.Core.Segments;

/// <summary>Whether a text is written from right to left anywhere, so that the marks of direction in it mean something.</summary>
internal static class RightToLeft
{
    // RLM, RLE, RLO and RLI: from here on the text itself says "to the left".
    private const string Marks = "\u200F\u202B\u202E\u2067";

    /// <summary>Whether a text holds a letter of a right-to-left script, or a mark that turns the direction.</summary>
    /// <remarks>Source: the ranges of Bidi_Class R and AL that Unicode reserves in DerivedBidiClass.txt; of a surrogate pair the first half tells.</remarks>
    public static bool IsIn(string text)
    {
        foreach (char character in text)
        {
            bool isLetter = character is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFE')
                or '\uD802' or '\uD803' or '\uD83A' or '\uD83B';
            if (isLetter || Marks.IndexOf(character) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
