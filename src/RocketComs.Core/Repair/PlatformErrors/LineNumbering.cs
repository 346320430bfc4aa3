namespace RocketComs.Core.Repair.PlatformErrors;

/// <summary>One way to read the line numbers of the platform: what is counted, and from where.</summary>
/// <param name="Base">The number of the first one: 0 or 1.</param>
/// <param name="CountsRecords">Whether records are counted, instead of the lines that an editor shows.</param>
/// <remarks>Source: API page "Retrieve Errors for a Batch", which says neither.</remarks>
internal sealed record LineNumbering(int Base, bool CountsRecords)
{
    /// <summary>Gets all ways, the likeliest first.</summary>
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
