using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Numbers;
using RocketComs.Core.Rules;

namespace RocketComs.Core.Repair;

/// <summary>The repair of one file.</summary>
/// <param name="source">The file, in an encoding that can be read.</param>
/// <param name="format">How it is written.</param>
/// <param name="options">Where to, and how.</param>
/// <param name="cancellationToken">Stops the repair between two rows.</param>
internal sealed class RepairRun(BatchSource source, SourceFormat format, RepairOptions options, CancellationToken cancellationToken)
{
    /// <summary>How many reasons, and how many changes, are kept.</summary>
    public const int KeptReasons = 1000;

    // A draft and its check, and both once more; most files need no more than the first half.
    private const int MostPasses = 4;
    private const int DryPasses = 2;

    private readonly PassProgress _progress = new(options.IsDryRun ? DryPasses : MostPasses, options.OnProgress);
    private readonly RowRepairer _repairer = new(options.Transliterate, NationalSpelling.Of(options.DefaultRegion), format.HasNumbersForTexts);
    private readonly RepairedRowsCheck _check = new(KeptReasons);

    public RcBatchCsvRepair Repair()
    {
        // Rows that are not saved, and those that come again, show when all rows have been looked at. Without such, the draft is the file.
        if (options.IsDryRun)
        {
            _check.Run(new RepairedSource(source, _repairer, cancellationToken), Options(), cancellationToken);
            _progress.EndPass();
        }
        else
        {
            using RepairPass draft = new(source, format, options, _check);
            if (draft.Write(_repairer, _progress, cancellationToken) is not { } written || IsValid(written, draft.RowsWritten))
            {
                return Finish(draft);
            }
        }

        using RepairPass pass = new(source, format, options, _check);
        if (pass.Write(_repairer, _progress, cancellationToken) is { } file)
        {
            RequireValid(file, pass.RowsWritten);
        }

        return Finish(pass);
    }

    private RcBatchCsvRepair Finish(RepairPass pass)
    {
        RcBatchCsvIssue[] reasons = new RejectedReasons(pass.SetAside).Find(source, _check.Reasons, Options() with { OnProgress = null }, cancellationToken);
        using (Stream unchanged = source.Open())
        {
            // Opening looks whether the file is still the one that was read.
        }

        cancellationToken.ThrowIfCancellationRequested();
        pass.CommitRejected();
        if (pass.RowsWritten == 0)
        {
            throw new BatchCsvUnusableException(source.Path ?? source.FileName, options.Destination, reasons);
        }

        pass.Commit();
        return new RcBatchCsvRepair
        {
            Path = source.Path,
            Destination = options.Destination,
            RowsRead = pass.RowsRead,
            RowsWritten = pass.RowsWritten,
            RowsRejected = pass.RowsRejected,
            Changes = pass.Changes.Counts,
            Changed = pass.Changes.Changed,
            Rejected = reasons,
        };
    }

    private bool IsValid(FileSource draft, long rows)
    {
        RcBatchCsvReport report = _check.Run(new DraftSource(draft, source), Options(), cancellationToken);
        _progress.EndPass();
        return report.IsValid && report.RowCount == rows && _check.RepeatedNumbers.Count == 0;
    }

    private void RequireValid(FileSource written, long rows)
    {
        RcBatchCsvReport report = BatchCsvChecker.Check(written, Options(), cancellationToken);
        if (!report.IsValid || report.RowCount != rows)
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
