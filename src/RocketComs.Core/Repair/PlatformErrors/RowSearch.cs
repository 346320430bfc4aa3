using RocketComs.Core.Csv;
using RocketComs.Core.Rules;

namespace RocketComs.Core.Repair.PlatformErrors;

/// <summary>Finds the rows of a batch file that line numbers could mean. Only those are held in memory.</summary>
internal static class RowSearch
{
    /// <summary>The rows that the platform's line numbers could mean, in the order of the file.</summary>
    /// <exception cref="Errors.BatchFileException">The file cannot be opened or read.</exception>
    public static LocatedRow[] Find(BatchSource file, IEnumerable<int> lines, CancellationToken cancellationToken)
    {
        // The line itself, and the next one for a platform that counts from 0.
        HashSet<long> places = [];
        foreach (int line in lines)
        {
            places.Add(line);
            places.Add((long)line + 1);
        }

        using BatchRowReader reader = new(file);
        HashSet<long> faulty = FaultyLines(file, cancellationToken);
        List<LocatedRow> rows = [];
        for (long record = 1; reader.Read(); record++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (places.Contains(record) || HoldsAny(places, reader.Line, reader.LastLine))
            {
                rows.Add(new LocatedRow(record, reader.Line, reader.LastLine, reader.Number, reader.Rest) { IsFaulty = HoldsAny(faulty, reader.Line, reader.LastLine) });
            }
        }

        return [.. rows];
    }

    private static bool HoldsAny(HashSet<long> lines, long first, long last)
    {
        for (long line = first; line <= last; line++)
        {
            if (lines.Contains(line))
            {
                return true;
            }
        }

        return false;
    }

    private static HashSet<long> FaultyLines(BatchSource file, CancellationToken cancellationToken)
    {
        HashSet<long> lines = [];
        BatchCsvChecker.Check(file, new CheckOptions { MaxIssue = 0, OnIssue = Note }, cancellationToken);
        return lines;

        void Note(RcBatchCsvIssue issue)
        {
            if (issue.Severity == RcIssueSeverity.Error)
            {
                lines.Add(issue.Line);
            }
        }
    }
}

/// <summary>A row of a batch file with the places that a line number of the platform could mean.</summary>
/// <param name="Record">The record, from 1, as any CSV reader counts: blank lines are none, a header is one.</param>
/// <param name="FirstLine">The physical line on which it begins, from 1.</param>
/// <param name="LastLine">The physical line on which it ends.</param>
/// <param name="Number">Its number as it stands in the file, without the quotes around it.</param>
/// <param name="Message">Its text as it stands in the file; of a row with too many columns, all that follows the number.</param>
internal sealed record LocatedRow(long Record, long FirstLine, long LastLine, string Number, string Message)
{
    /// <summary>Whether the module's own rules find an error in it.</summary>
    public bool IsFaulty { get; init; }
}
