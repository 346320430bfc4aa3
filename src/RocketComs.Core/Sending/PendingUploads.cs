using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Sending;

/// <summary>What has to wait for the end of the pipeline: rows, which become one upload a batch, and files for one given batch.</summary>
public sealed class PendingUploads : IDisposable
{
    private readonly List<(BatchTarget Target, RowsSource Rows)> _rows = [];
    private readonly Dictionary<string, RowsSource> _rowsById = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(BatchTarget Target, string Path, BatchDraft Draft)> _files = [];

    /// <summary>Gets the rows of each batch, in the order in which the batches first appeared.</summary>
    public IReadOnlyList<(BatchTarget Target, RowsSource Rows)> Rows => _rows;

    /// <summary>Gets the files.</summary>
    public IReadOnlyList<(BatchTarget Target, string Path, BatchDraft Draft)> Files => _files;

    /// <summary>Gets whether there are rows.</summary>
    public bool HasRows => _rows.Count > 0;

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

    /// <summary>Adds a file.</summary>
    public void AddFile(BatchTarget target, string path, BatchDraft draft) => _files.Add((target, path, draft));

    /// <summary>Refuses several files for one batch: each would replace the one before.</summary>
    public void RefuseSeveralFiles()
    {
        if (_files.Count > 1 && !_files[0].Target.IsNew)
        {
            throw new InvalidParameterException(
                "Path",
                string.Join(", ", _files.Select(file => file.Path)),
                $"{_files.Count} files were piped for the one batch {_files[0].Target.Id}, and each would replace the one before. Nothing was sent.",
                "Give one file, or put all rows into one; to update several batches pipe objects with Id and Path.");
        }
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
