namespace RocketComs.Core.Rules.Engine;

/// <summary>Knows which row begins on a line. Rows mostly have a line each, so only those are noted with which that changes.</summary>
internal sealed class RowPlaces
{
    private readonly List<(long Line, long Row)> _changes = [];

    /// <summary>Notes a row, and with it all that follow on the lines after it.</summary>
    /// <param name="line">The physical line on which it begins; later than that of any row before.</param>
    /// <param name="row">The record, from 1.</param>
    public void Note(long line, long row)
    {
        if (_changes.Count == 0 || _changes[_changes.Count - 1].Line - _changes[_changes.Count - 1].Row != line - row)
        {
            _changes.Add((line, row));
        }
    }

    /// <summary>The row that begins on a line; 0 before the first.</summary>
    public long RowOn(long line)
    {
        (int first, int end) = (0, _changes.Count);
        while (first < end)
        {
            int middle = (first + end) / 2;
            (first, end) = _changes[middle].Line <= line ? (middle + 1, end) : (first, middle);
        }

        return first == 0 ? 0 : _changes[first - 1].Row + line - _changes[first - 1].Line;
    }
}
