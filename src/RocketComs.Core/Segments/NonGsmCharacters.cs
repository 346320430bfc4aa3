using System.Collections.Generic;
using System.Globalization;

namespace RocketComs.Core.Segments;

/// <summary>Finds and explains the characters that make a text UCS-2.</summary>
internal static class NonGsmCharacters
{
    /// <summary>Every character of a text that is in neither GSM table; a surrogate pair is one.</summary>
    public static RcSmsCharacter[] Find(string text)
    {
        List<RcSmsCharacter> characters = [];
        for (int i = 0; i < text.Length; i++)
        {
            if (GsmAlphabet.Septets(text[i]) > 0)
            {
                continue;
            }

            bool isPair = char.IsSurrogatePair(text, i);
            int codePoint = isPair ? char.ConvertToUtf32(text, i) : text[i];
            characters.Add(new RcSmsCharacter
            {
                Index = i,
                Text = text.Substring(i, isPair ? 2 : 1),
                CodePoint = "U+" + codePoint.ToString("X4", CultureInfo.InvariantCulture),
                Suggestion = Transliterator.IsMark(text[i]) ? Transliterator.ComposedLetter(text, i) : TypographicTable.Find(text[i]),
            });
            i += isPair ? 1 : 0;
        }

        return [.. characters];
    }
}
