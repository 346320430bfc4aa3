using RocketComs.Core.Errors;

namespace RocketComs.Core.Splitting;

/// <summary>Fills one part after the other, each as far as it may be filled.</summary>
/// <param name="options">How far.</param>
internal sealed class SizeChoice(BatchSplitOptions options) : RowChoice
{
    // Each is a batch of its own; more are a slip of the hand.
    private const int MostParts = 10_000;

    private int _part;
    private long _rows;
    private long _segments;

    public override bool IsInTurns => true;

    public override int PartOf(in RowToPlace row)
    {
        if (row.Segments > options.MaxSegmentCount)
        {
            throw new InvalidParameterException(
                nameof(options.MaxSegmentCount),
                options.MaxSegmentCount,
                FormattableString.Invariant($"Row {row.Row}, number '{row.Number}', on line {row.Line}, needs {row.Segments} segments, and a part may have {options.MaxSegmentCount}. Nothing was written."),
                "Shorten its text, or allow a part as many segments as its longest text needs.");
        }

        if (_rows >= options.MaxRow || _segments + row.Segments > options.MaxSegmentCount)
        {
            Begin();
        }

        _rows++;
        _segments += row.Segments;
        return _part;
    }

    private void Begin()
    {
        (_part, _rows, _segments) = (_part + 1, 0, 0);
        if (_part == MostParts)
        {
            (string name, long? value) = options.MaxRow is null ? (nameof(options.MaxSegmentCount), options.MaxSegmentCount) : (nameof(options.MaxRow), options.MaxRow);
            throw new InvalidParameterException(
                name, value, FormattableString.Invariant($"-{name} {value} would make more than {MostParts:N0} parts, each a batch of its own. Nothing was written."), $"Give a larger -{name}.");
        }
    }
}
