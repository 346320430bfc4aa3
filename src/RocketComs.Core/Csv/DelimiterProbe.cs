namespace RocketComs.Core.Csv;

/// <summary>Finds out whether a file is delimited by something else than commas.</summary>
internal static class DelimiterProbe
{
    private const string Others = ";\t|";

    /// <summary>Judges the first row that is not blank.</summary>
    /// <param name="head">The beginning of the file, decoded.</param>
    /// <returns>A comma, unless the first column of that row plainly ends at another delimiter.</returns>
    public static char Detect(string head)
    {
        string line = FirstLine(head);
        int other = IndexOfOther(line);
        if (other < 0)
        {
            return ',';
        }

        string first = line.Substring(0, other).Trim().Trim('"').Trim();
        int comma = line.IndexOf(',');
        bool isNumber = LooksLikeNumber(first);
        bool isHeader = HeaderRow.IsNumberName(first);

        // "1237774444,Doors open; come in" is a comma file: its first column ends at the comma.
        return (isNumber || isHeader) && (comma < 0 || other < comma) ? line[other] : ',';
    }

    private static string FirstLine(string head)
    {
        // Decoding leaves the byte order mark in front.
        foreach (string line in head.TrimStart('\uFEFF').Split('\n', '\r'))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                return line;
            }
        }

        return string.Empty;
    }

    private static int IndexOfOther(string line) => line.IndexOfAny(Others.ToCharArray());

    private static bool LooksLikeNumber(string text)
    {
        int digits = 0;
        foreach (char character in text)
        {
            digits += character is >= '0' and <= '9' ? 1 : 0;
            if (character is not (>= '0' and <= '9') && " +-().".IndexOf(character) < 0)
            {
                return false;
            }
        }

        return digits >= 7;
    }
}
