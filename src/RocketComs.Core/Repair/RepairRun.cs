using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Errors;
using RocketComs.Core.Rules;

namespace RocketComs.Core.Repair;

/// <summary>The repair of one file.</summary>
/// <param name="source">The file, in an encoding that can be read.</param>
/// <param name="format">How it is written.</param>
/// <param name="options">Where to, and how.</param>
/// <param name="cancellationToken">Stops the repair between two rows.</param>
internal sealed class RepairRun(BatchSource source, SourceFormat format, RepairOptions options, CancellationToken cancellationToken)
{
    private const int RowsBetweenLooks = 1024;
    private const int KeptReasons = 1000;

    private readonly BatchSource _source = source;
    private readonly SourceFormat _format = format;
    private readonly RepairOptions _options = options;
    private readonly CancellationToken _cancellationToken = cancellationToken;
    private readonly PassProgress _progress = new PassProgress(options.IsDryRun ? 2 : 3, options.OnProgress);
    private readonly RowRepairer _repairer = new RowRepairer(options.Transliterate);
    private readonly RepairCounts _changes = new();
    private readonly RepairedRowsCheck _check = new(KeptReasons);
    private readonly List<SetAsideRow> _setAside = [];
    private long _read;
    private long _written;
    private long _rejectedCount;

    /// <summary>Repairs the file.</summary>
    /// <returns>What was repaired and what was left out.</returns>
    public RcBatchCsvRepair Repair()
    {
        using RejectedRowsFile? rejected = _options.IsDryRun || _options.RejectedPath is null ? null : new RejectedRowsFile(_options.RejectedPath, _format.LineEnd);
        using BatchCsvFileWriter? destination = _options.IsDryRun ? null : new BatchCsvFileWriter(_options.Destination);
        if (rejected is not null && destination is not null)
        {
            RepairPaths.RequireTwo(destination.File, rejected.File);
        }

        _check.Run(new RepairedSource(_source, _format.Separator, _repairer, _cancellationToken), Options(), _cancellationToken);
        _progress.EndPass();
        Write(destination, rejected);
        if (destination is not null && _written > 0)
        {
            RequireSound(destination.Finish());
        }

        RcBatchCsvIssue[] reasons = new RejectedReasons(_setAside).Find(_source, _check.Reasons, _cancellationToken);
        using (Stream unchanged = _source.Open())
        {
            // Opening looks whether the file is still the one that was read.
        }

        _cancellationToken.ThrowIfCancellationRequested();
        rejected?.File.Commit(overwrite: true);
        if (_written == 0)
        {
            throw new BatchCsvUnusableException(_source.Path ?? _source.FileName, _options.Destination, reasons);
        }

        destination?.Commit(_options.Overwrite);
        return new RcBatchCsvRepair
        {
            Path = _source.Path,
            Destination = _options.Destination,
            RowsRead = _read,
            RowsWritten = _written,
            RowsRejected = _rejectedCount,
            Changes = _changes.Counts,
            Rejected = reasons,
        };
    }

    private void Write(BatchCsvFileWriter? destination, RejectedRowsFile? rejected)
    {
        using SeenRows seen = new(_options.DefaultRegion, _check.RepeatedNumbers);
        using BatchRowReader rows = new(_source, _format.Separator);
        long repaired = 0;
        while (rows.Read())
        {
            if (rows.IsHeader)
            {
                _changes.Add("RC009", 1);
                continue;
            }

            if (++_read % RowsBetweenLooks == 0)
            {
                _cancellationToken.ThrowIfCancellationRequested();
                _progress.Report(rows.ByteOffset);
            }

            RepairedRow? row = _repairer.Repair(rows);
            repaired += row is null ? 0 : 1;
            if (row is not { } good || _check.IsUnsaved(repaired))
            {
                SetAside(rows, row is null ? 0 : repaired, rejected);
            }
            else if (seen.Add(good))
            {
                _written++;
                _changes.Add(good.Changes);
                destination?.Write(good.Number, good.Message);
            }
            else
            {
                _changes.Add("RC102", 1);
            }
        }

        _changes.Add("RC010", _format.Separator == ',' ? 0 : 1);
        _changes.Add("RC109", _format.Encoding == TextEncoding.Utf8 ? 0 : 1);
        _changes.Add("RC110", rows.BlankLines);
        _progress.EndPass();
    }

    private void SetAside(BatchRowReader row, long repairedRow, RejectedRowsFile? rejected)
    {
        _rejectedCount++;
        if (_setAside.Count < KeptReasons)
        {
            _setAside.Add(new SetAsideRow(row.Row, row.Line, repairedRow));
        }

        rejected?.Add(row.Raw);
    }

    private void RequireSound(BatchSource written)
    {
        RcBatchCsvReport report = BatchCsvChecker.Check(written, Options(), _cancellationToken);
        if (!report.IsValid || report.RowCount != _written)
        {
            throw new BatchCsvUnusableException(
                _source.Path,
                $"The repaired rows of '{_source.Path}' do not pass the check. Nothing was written to '{_options.Destination}'.",
                "If nothing else was changing the file, this is a fault of the module: report it, with the file if you may.");
        }
    }

    private CheckOptions Options() => new()
    {
        MaxIssue = 0,
        DefaultRegion = _options.DefaultRegion,
        OnProgress = _progress.Report,
    };
}

/// <summary>The progress of work that goes over the same bytes several times, told as if it went over them once.</summary>
/// <param name="passes">How often the bytes are gone over.</param>
/// <param name="show">Takes the bytes done.</param>
internal sealed class PassProgress(int passes, Action<long>? show)
{
    private readonly int _passes = passes;
    private readonly Action<long>? _show = show;
    private long _before;
    private long _last;

    /// <summary>Takes note of the bytes done in this pass.</summary>
    public void Report(long done)
    {
        _last = done;
        _show?.Invoke((_before + done) / _passes);
    }

    /// <summary>Ends a pass.</summary>
    public void EndPass()
    {
        _before += _last;
        _last = 0;
    }
}
