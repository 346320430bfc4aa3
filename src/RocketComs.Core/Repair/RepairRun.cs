using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Errors;
using RocketComs.Core.Rules;
using RocketComs.Core.Rules.Engine;

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

    private readonly PassProgress _progress = new(options.IsDryRun ? 2 : 3, options.OnProgress);
    private readonly RowRepairer _repairer = new(options.Transliterate);
    private readonly RepairCounts _changes = new(KeptReasons);
    private readonly RepairedRowsCheck _check = new(KeptReasons);
    private readonly List<SetAsideRow> _setAside = [];
    private long _read;
    private long _written;
    private long _rejectedCount;

    public RcBatchCsvRepair Repair()
    {
        using ReplacingFile? rejected = options.IsDryRun || options.RejectedPath is null ? null : new ReplacingFile(options.RejectedPath, source.Path);
        using BatchCsvFileWriter? destination = options.IsDryRun ? null : new BatchCsvFileWriter(options.Destination, source.Path);
        if (rejected is not null && destination is not null)
        {
            RepairPaths.RequireTwo(destination.File, rejected);
        }

        _check.Run(new RepairedSource(source, _repairer, cancellationToken), Options(), cancellationToken);
        _progress.EndPass();
        Write(destination, rejected is null ? null : new RejectedRows(() => rejected.Stream, format.LineEnd));
        if (destination is not null && _written > 0)
        {
            RequireValid(destination.Finish());
        }

        RcBatchCsvIssue[] reasons = new RejectedReasons(_setAside).Find(source, _check.Reasons, Options() with { OnProgress = null }, cancellationToken);
        using (Stream unchanged = source.Open())
        {
            // Opening looks whether the file is still the one that was read.
        }

        cancellationToken.ThrowIfCancellationRequested();
        rejected?.Commit(options.Overwrite);
        if (_written == 0)
        {
            throw new BatchCsvUnusableException(source.Path ?? source.FileName, options.Destination, reasons);
        }

        destination?.Commit(options.Overwrite);
        return new RcBatchCsvRepair
        {
            Path = source.Path,
            Destination = options.Destination,
            RowsRead = _read,
            RowsWritten = _written,
            RowsRejected = _rejectedCount,
            Changes = _changes.Counts,
            Changed = _changes.Changed,
            Rejected = reasons,
        };
    }

    private void Write(BatchCsvFileWriter? destination, RejectedRows? rejected)
    {
        using SeenRows seen = new(options.DefaultRegion, _check.RepeatedNumbers);
        using BatchRowReader rows = new(source);
        long repaired = 0;
        while (rows.Read())
        {
            if (rows.Header is not null)
            {
                _changes.Add(RuleTable.Header, 1);
                continue;
            }

            if (++_read % RowsBetweenLooks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
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
                _changes.Add(rows, good);
                destination?.Write(good.Number.ToString(), good.Message);
            }
            else
            {
                _changes.Add(RuleTable.DuplicateNumber, 1);
            }
        }

        _changes.Add(RuleTable.Delimiter, format.Separator == ',' ? 0 : 1);
        _changes.Add(RuleTable.ByteOrderMark, format.Encoding == TextEncoding.Utf8 ? 0 : 1);
        _changes.Add(RuleTable.BlankLine, rows.BlankLines);
        _progress.EndPass();
    }

    private void SetAside(BatchRowReader row, long repairedRow, RejectedRows? rejected)
    {
        _rejectedCount++;
        if (_setAside.Count < KeptReasons)
        {
            _setAside.Add(new SetAsideRow(row.Row, row.Line, repairedRow));
        }

        if (rejected is not null)
        {
            byte[] raw = row.Raw.ToArray();
            ReplacingFile.Guard(options.RejectedPath!, () => rejected.Add(raw));
        }
    }

    private void RequireValid(BatchSource written)
    {
        RcBatchCsvReport report = BatchCsvChecker.Check(written, Options(), cancellationToken);
        if (!report.IsValid || report.RowCount != _written)
        {
            throw new BatchCsvUnusableException(
                source.Path,
                $"The repaired rows of '{source.Path}' do not pass the check. Nothing was written to '{options.Destination}'.",
                "If nothing else was changing the file, this is a fault of the module: report it, with the file if you may.");
        }
    }

    private CheckOptions Options() => new()
    {
        MaxIssue = 0,
        DefaultRegion = options.DefaultRegion,
        OptOutNumbers = options.OptOutNumbers,
        OnProgress = _progress.Report,
    };
}

/// <summary>The progress of work that goes over the same bytes several times, told as if it went over them once.</summary>
/// <param name="passes">How often the bytes are gone over.</param>
/// <param name="show">Takes the bytes done.</param>
internal sealed class PassProgress(int passes, Action<long>? show)
{
    private long _before;
    private long _last;

    public void Report(long done)
    {
        _last = done;
        show?.Invoke((_before + done) / passes);
    }

    public void EndPass()
    {
        _before += _last;
        _last = 0;
    }
}
