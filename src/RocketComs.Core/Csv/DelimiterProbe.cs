using System.Text.RegularExpressions;

namespace RocketComs.Core.Csv;

/// <summary>Finds out whether a file is delimited by something else than commas.</summary>
internal static class DelimiterProbe
{
    private const string Candidates = ",;\t|";
    private const int JudgedLines = 20;

    private static readonly Regex s_number = new(
        @"^[+(]?\d[\d \-().]{5,}\d$|^\d+([.,]\d+)?[eE]\+?\d+$", RegexOptions.CultureInvariant | RegexOptions.Compiled);

    /// <summary>Judges the first rows that are not blank.</summary>
    /// <param name="head">The beginning of the file, decoded.</param>
    /// <returns>A comma, unless the rows plainly have their columns separated by something else.</returns>
    public static char Detect(string head)
    {
        // Decoding leaves the byte order mark in front.
        string[] lines = head.TrimStart('\uFEFF').Split('\n', '\r').Where(line => !string.IsNullOrWhiteSpace(line)).Take(JudgedLines).ToArray();
        if (lines.Length == 0)
        {
            return ',';
        }

        if (lines[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && lines[0].Length > 4 && Candidates.IndexOf(lines[0][4]) > 0)
        {
            return lines[0][4];
        }

        // The first column of a batch file is a number, so the delimiter is what ends one in most rows; a tie goes to the comma.
        (char separator, int votes) = Candidates
            .Select(candidate => (Separator: candidate, Votes: lines.Count(line => EndsNumber(line, candidate))))
            .OrderByDescending(candidate => candidate.Votes)
            .First();
        return votes > 0 ? separator : Consistent(lines);
    }

    private static bool EndsNumber(string line, char separator)
    {
        int end = line.IndexOf(separator);
        if (end < 0)
        {
            return false;
        }

        string first = line.Substring(0, end).Trim().Trim('"').Trim();
        return s_number.IsMatch(first) || HeaderRow.IsNumberName(first);
    }

    // Where no row begins with a number, the one that stands in every row equally often, if commas do not stand in every row.
    private static char Consistent(string[] lines)
    {
        if (lines.All(line => line.IndexOf(',') >= 0))
        {
            return ',';
        }

        foreach (char candidate in Candidates.Skip(1))
        {
            int count = lines[0].Count(character => character == candidate);
            if (count > 0 && lines.All(line => line.Count(character => character == candidate) == count))
            {
                return candidate;
            }
        }

        return ',';
    }
}
