using RocketComs.Core.Csv;

namespace RocketComs.Core.Repair.PlatformErrors;

/// <summary>Puts the rows of a file beside the errors that the platform found in it.</summary>
/// <remarks>
/// Source: API page "Retrieve Errors for a Batch". Whether <c>line</c> counts from 0 or from 1, and whether lines or records, it does not
/// say. What fits the file is taken: the way in which most numbers are of rows at all, and then that in which most of these rows
/// have an error by the module's own rules, or hold the number that the platform's text names.
/// </remarks>
public static class FileErrorRows
{
    // A shorter text stands in a sentence by chance.
    private const int ShortestQuote = 4;

    /// <summary>Adds the rows.</summary>
    /// <param name="errors">The errors of one batch.</param>
    /// <param name="file">The file, as it was uploaded or repaired since.</param>
    /// <param name="warn">Told why a row may be another one's.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The same errors, in their order. One whose line is not in the file stays as it was.</returns>
    /// <exception cref="Errors.BatchFileException">The file cannot be opened or read.</exception>
    public static IReadOnlyList<RcBatchError> Join(IReadOnlyList<RcBatchError> errors, BatchSource file, Action<string> warn, CancellationToken cancellationToken)
    {
        RcBatchError[] placed = [.. errors.Where(error => error.Line is not null)];
        LocatedRow[] rows = RowSearch.Find(file, placed.Select(error => error.Line!.Value), cancellationToken);
        (LineNumbering Meaning, int Found, int Fitting)[] ways =
        [
            .. LineNumbering.All.Select(way => Weigh(way, rows, placed)).OrderByDescending(way => way.Found).ThenByDescending(way => way.Fitting),
        ];
        LineNumbering best = ways[0].Meaning;
        bool isAmbiguous = ways.Skip(1).Any(way =>
            (way.Found, way.Fitting) == (ways[0].Found, ways[0].Fitting) && placed.Any(error => way.Meaning.Find(rows, error.Line!.Value) != best.Find(rows, error.Line!.Value)));
        if (isAmbiguous)
        {
            warn($"RocketCOMS does not document whether the lines of its errors count from 0 or 1, and '{file.Path ?? file.FileName}' does not tell: they are taken from {best.Base}. The rows shown may be those beside.");
        }

        string name = file.Path ?? file.FileName;
        if (ways[0].Found < placed.Length)
        {
            warn(FormattableString.Invariant($"'{name}' has no line for {placed.Length - ways[0].Found} of {placed.Length} errors: is it the file of this batch?"));
        }
        else if (ways[0].Fitting == 0 && placed.Length > 0 && !isAmbiguous)
        {
            warn($"No row of '{name}' that an error names has one now: it has been repaired since, or it is not the file of this batch.");
        }

        return [.. errors.Select(error => error.Line is { } line && best.Find(rows, line) is { } row ? With(error, row) : error)];
    }

    private static RcBatchError With(RcBatchError error, LocatedRow row) => error with { FileLine = row.FirstLine, Number = row.Number, Message = row.Message };

    private static (LineNumbering Meaning, int Found, int Fitting) Weigh(LineNumbering way, LocatedRow[] rows, RcBatchError[] errors)
    {
        int found = 0;
        int fitting = 0;
        foreach (RcBatchError error in errors)
        {
            LocatedRow? row = way.Find(rows, error.Line!.Value);
            found += row is null ? 0 : 1;
            fitting += row is not null && (row.IsFaulty || IsQuoted(row.Number, error.DetailMessage)) ? 1 : 0;
        }

        return (way, found, fitting);
    }

    private static bool IsQuoted(string number, string? sentence) =>
        number.Length >= ShortestQuote && sentence?.IndexOf(number, StringComparison.Ordinal) >= 0;
}

/// <summary>One way to read the line numbers of the platform: what is counted, and from where.</summary>
/// <param name="Base">The number of the first one: 0 or 1.</param>
/// <param name="CountsRecords">Whether records are counted, instead of the lines that an editor shows.</param>
/// <remarks>Source: API page "Retrieve Errors for a Batch", which says neither.</remarks>
internal sealed record LineNumbering(int Base, bool CountsRecords)
{
    /// <summary>All ways, the likeliest first.</summary>
    public static IReadOnlyList<LineNumbering> All { get; } = [new(1, false), new(0, false), new(1, true), new(0, true)];

    /// <summary>The row that a line number means, read this way.</summary>
    /// <param name="rows">Rows in the order of the file.</param>
    /// <param name="line">The platform's number.</param>
    public LocatedRow? Find(LocatedRow[] rows, int line)
    {
        long place = (long)line - Base + 1;
        int index = Array.BinarySearch(rows, new LocatedRow(place, place, place, string.Empty, string.Empty), Comparer<LocatedRow>.Create(Compare));
        return index < 0 ? null : rows[index];
    }

    // Rows that overlap compare as equal: a line within a text belongs to the row of the text.
    private int Compare(LocatedRow row, LocatedRow other)
    {
        (long first, long last) = Span(row);
        (long otherFirst, long otherLast) = Span(other);
        return last < otherFirst ? -1 : first > otherLast ? 1 : 0;
    }

    private (long First, long Last) Span(LocatedRow row) => CountsRecords ? (row.Record, row.Record) : (row.FirstLine, row.LastLine);
}
