namespace RocketComs.Core.Segments;

/// <summary>Which characters make a text UCS-2, and what it would cost without them. Nothing is allocated.</summary>
internal static class CostlyCharacters
{
    /// <summary>Finds the different characters of a text that are in neither GSM table, in the order in which they first stand.</summary>
    /// <param name="text">The text as it is counted.</param>
    /// <param name="found">Where their code points go. What chooses the drawing of a character (U+FE0E, U+FE0F) belongs to that character.</param>
    /// <returns>How many they are; one more than there is room for when they are too many.</returns>
    public static int Find(ReadOnlySpan<char> text, Span<int> found)
    {
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (GsmAlphabet.Septets(text[i]) > 0 || IsPartOfTheOneBefore(text, i))
            {
                continue;
            }

            int codePoint = text[i];
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                codePoint = char.ConvertToUtf32(text[i], text[i + 1]);
                i++;
            }

            if (found.Slice(0, count).IndexOf(codePoint) >= 0)
            {
                continue;
            }

            if (count == found.Length)
            {
                return count + 1;
            }

            found[count++] = codePoint;
        }

        return count;
    }

    /// <summary>
    /// The segments of a text in which every such character is replaced: by what can be written there instead, else by
    /// nothing. An accent that came apart from its letter costs nothing either way: the composed letter is one septet, as the bare one.
    /// </summary>
    /// <param name="text">The text as it is counted.</param>
    /// <param name="concatenation">The reference in the headers of a long message.</param>
    public static int SegmentsWithout(ReadOnlySpan<char> text, RcSmsConcatenation concatenation)
    {
        SegmentSizes sizes = SegmentSizes.For(RcSmsEncoding.Gsm7, concatenation);
        SeptetPacker packer = new(sizes.Part);
        char before = '\0';
        for (int i = 0; i < text.Length; i++)
        {
            int septets = GsmAlphabet.Septets(text[i]);
            if (septets > 0)
            {
                packer.Add(septets);
                before = text[i];
                continue;
            }

            foreach (char replacement in Neighbours.Fit(text, i, before) ?? string.Empty)
            {
                packer.Add(GsmAlphabet.Septets(replacement));
                before = replacement;
            }
        }

        return packer.Total == 0 ? 0 : packer.Total <= sizes.Single ? 1 : packer.Segments;
    }

    private static bool IsPartOfTheOneBefore(ReadOnlySpan<char> text, int index) =>
        text[index] is '\uFE0E' or '\uFE0F' && index > 0 && GsmAlphabet.Septets(text[index - 1]) == 0;

    /// <summary>Packs septets into segments as <see cref="SegmentCounter"/> does: the two of an escape sequence stay together.</summary>
    private struct SeptetPacker(int capacity)
    {
        private int _used;

        public int Total { get; private set; }

        public int Segments { get; private set; } = 1;

        public void Add(int septets)
        {
            Total += septets;
            if (_used + septets > capacity)
            {
                Segments++;
                _used = 0;
            }

            _used += septets;
        }
    }
}
