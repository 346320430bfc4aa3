using System.Text;

namespace RocketComs.PowerShell.Views;

/// <summary>Breaks a text between words. PowerShell does so in its own views, but only in some languages.</summary>
internal static class WordWrap
{
    /// <summary>Breaks a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="first">The indent of the first line.</param>
    /// <param name="following">The indent of the others.</param>
    /// <param name="width">The longest line; a longer word is not cut.</param>
    public static string Indent(string text, int first, int following, int width)
    {
        StringBuilder result = new(new string(' ', first));
        int column = first;
        bool isLineStart = true;
        foreach (string word in text.Split(' '))
        {
            if (!isLineStart && column + 1 + word.Length > width)
            {
                result.AppendLine().Append(' ', following);
                column = following;
                isLineStart = true;
            }

            if (!isLineStart)
            {
                result.Append(' ');
                column++;
            }

            result.Append(word);
            column += word.Length;
            isLineStart = false;
        }

        return result.ToString();
    }
}
