using System.Globalization;
using System.Text;
using RocketComs.Core.Segments;

namespace RocketComs.PowerShell.Views;

/// <summary>Texts as a screen can show them: nothing in them moves the cursor, and what is not seen has a name.</summary>
internal static class VisibleText
{
    private const char ZeroWidthJoiner = '\u200D';

    /// <summary>A text on one line: line breaks as <c>\n</c>, other controls, invisible characters and lone surrogates as <c>&lt;U+200B&gt;</c>.</summary>
    public static string OneLine(string text) => Write(LineBreakEscape.Escape(text), namesBlanks: false);

    /// <summary>A character, or a few that belong together: blanks have a name too.</summary>
    public static string Character(string text) => Write(text, namesBlanks: true);

    /// <summary>What to write instead of a character, in words where nothing would be seen.</summary>
    public static string Replacement(string text) => text switch
    {
        "" => "(nothing)",
        " " => "(space)",
        _ => OneLine(text),
    };

    private static string Write(string text, bool namesBlanks)
    {
        StringBuilder result = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                result.Append(text, i++, 2);
            }
            else if (IsHidden(text[i]) || (namesBlanks && char.IsWhiteSpace(text[i])))
            {
                result.Append("<U+").Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture)).Append('>');
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }

    // The joiner is what makes a family of four faces.
    private static bool IsHidden(char character) => character != ZeroWidthJoiner && CharUnicodeInfo.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
