using RocketComs.Core.Csv;

namespace RocketComs.Core.Sending;

/// <summary>The rows of a pipeline, which become one upload a batch at its end.</summary>
public sealed class PendingUploads : IDisposable
{
    private readonly List<(BatchTarget Target, RowsSource Rows)> _rows = [];
    private readonly Dictionary<string, RowsSource> _rowsById = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the rows of each batch, in the order in which the batches first appeared.</summary>
    public IReadOnlyList<(BatchTarget Target, RowsSource Rows)> Rows => _rows;

    /// <summary>Adds a row to its batch.</summary>
    public void AddRow(BatchTarget target, string? number, string? message)
    {
        if (!_rowsById.TryGetValue(target.Id, out RowsSource? rows))
        {
            rows = new RowsSource();
            _rowsById.Add(target.Id, rows);
            _rows.Add((target, rows));
        }

        rows.Add(number, message);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach ((_, RowsSource rows) in _rows)
        {
            rows.Dispose();
        }
    }
}
