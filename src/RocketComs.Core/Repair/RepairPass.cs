using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Repair;

/// <summary>One writing of the repaired rows: what was written, set aside and dropped. What is not committed is gone with it.</summary>
internal sealed class RepairPass : IDisposable
{
    private const int RowsBetweenLooks = 1024;

    private readonly BatchSource _source;
    private readonly SourceFormat _format;
    private readonly RepairOptions _options;
    private readonly RepairedRowsCheck _check;
    private readonly ReplacingFile? _rejectedFile;
    private readonly BatchCsvFileWriter? _destination;
    private readonly RejectedRows? _rejected;
    private readonly RepairCounts _changes = new(RepairRun.KeptReasons);
    private readonly List<SetAsideRow> _setAside = [];

    /// <summary>Opens the places; of a dry run there are none.</summary>
    /// <param name="source">The file.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="options">Where to, and how.</param>
    /// <param name="check">What is known of the repaired rows.</param>
    public RepairPass(BatchSource source, SourceFormat format, RepairOptions options, RepairedRowsCheck check)
    {
        _source = source;
        _format = format;
        _options = options;
        _check = check;
        if (options.IsDryRun)
        {
            return;
        }

        _rejectedFile = options.RejectedPath is null ? null : new ReplacingFile(options.RejectedPath, source.Path);
        _rejected = _rejectedFile is null ? null : new RejectedRows(() => _rejectedFile.Stream, format.LineEnd);
        _destination = new BatchCsvFileWriter(options.Destination, source.Path);
    }

    public long RowsRead { get; private set; }

    public long RowsWritten { get; private set; }

    public long RowsRejected { get; private set; }

    public RepairCounts Changes => _changes;

    /// <summary>The first of the rows that were set aside.</summary>
    public IReadOnlyList<SetAsideRow> SetAside => _setAside;

    /// <summary>Reads, repairs and writes the rows.</summary>
    /// <param name="repairer">What repairs them.</param>
    /// <param name="progress">Takes the bytes done.</param>
    /// <param name="cancellationToken">Stops between two rows.</param>
    /// <returns>What was written, where it stands until it is committed; <see langword="null"/> for nothing.</returns>
    public FileSource? Write(RowRepairer repairer, PassProgress progress, CancellationToken cancellationToken)
    {
        if (_rejectedFile is not null)
        {
            RepairPaths.RequireTwo(_destination!.File, _rejectedFile);
        }

        using SeenRows seen = new(_options.DefaultRegion, _check.RepeatedNumbers);
        using BatchRowReader rows = new(_source);
        long repaired = 0;
        long nextLook = RowsBetweenLooks;
        while (true)
        {
            repaired += _check.SavesAll && !_format.HasNumbersForTexts ? CopyUnchanged(rows) : 0;
            if (RowsRead >= nextLook)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress.Report(rows.Position);
                nextLook = RowsRead + RowsBetweenLooks;
            }

            if (!rows.Read())
            {
                break;
            }

            if (rows.Header is not null)
            {
                _changes.Add(RuleTable.Header, 1);
                continue;
            }

            RowsRead++;
            bool isRepaired = repairer.TryRepair(rows, out RepairedRow row);
            repaired += isRepaired ? 1 : 0;
            if (!isRepaired || _check.IsUnsaved(repaired))
            {
                Reject(rows, isRepaired ? repaired : 0);
            }
            else if (seen.Add(row))
            {
                RowsWritten++;
                _changes.Add(rows, row);
                _destination?.Write(row.WrittenNumber, row.Message);
            }
            else
            {
                _changes.Add(RuleTable.DuplicateNumber, 1);
            }
        }

        _changes.Add(RuleTable.Delimiter, _format.Separator == ',' ? 0 : 1);
        _changes.Add(RuleTable.ByteOrderMark, _format.Encoding == TextEncoding.Utf8 ? 0 : 1);
        _changes.Add(RuleTable.BlankLine, rows.BlankLines);
        progress.EndPass();
        return RowsWritten == 0 ? null : _destination?.Finish();
    }

    public void CommitRejected() => _rejectedFile?.Commit(_options.Overwrite);

    public void Commit() => _destination?.Commit(_options.Overwrite);

    public void Dispose()
    {
        _destination?.Dispose();
        _rejectedFile?.Dispose();
    }

    // Of the rows that follow each other, but not without a look.
    private int CopyUnchanged(BatchRowReader rows)
    {
        int count = 0;
        if (rows.Cutter is { } cutter)
        {
            for (; count < RowsBetweenLooks && cutter.TryPeekPair(out ReadOnlySpan<byte> number, out ReadOnlySpan<byte> text, out ReadOnlySpan<int> marks)
                && RowRepairer.IsUnchanged(number, text, cutter.Bytes, marks); count++)
            {
                _destination?.Copy(cutter.Pair);
                cutter.PassPair();
            }
        }

        rows.Pass(count);
        RowsRead += count;
        RowsWritten += count;
        return count;
    }

    private void Reject(BatchRowReader row, long repairedRow)
    {
        RowsRejected++;
        if (_setAside.Count < RepairRun.KeptReasons)
        {
            _setAside.Add(new SetAsideRow(row.Row, row.Line, repairedRow));
        }

        if (_rejected is not null)
        {
            byte[] raw = row.Raw.ToArray();
            ReplacingFile.Guard(_options.RejectedPath!, () => _rejected.Add(raw));
        }
    }
}
