using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Rules;

namespace RocketComs.Core.Splitting;

/// <summary>Splits a batch file into parts that are batch files of their own: every row in one of them, byte for byte.</summary>
/// <remarks>The check has the first word, and the last: a file with errors is not split, and each part is checked before it takes its place.</remarks>
public static class BatchCsvSplitter
{
    private const string NothingWritten = "Nothing was written.";

    /// <summary>Splits a file.</summary>
    /// <param name="source">The file; it is never changed.</param>
    /// <param name="options">Where to, and how.</param>
    /// <param name="cancellationToken">Stops it between two rows; then nothing was written.</param>
    /// <returns>The parts, without those that no row came into.</returns>
    /// <exception cref="InvalidParameterException">The options are unclear, a row is too large for a part, or a place is taken.</exception>
    /// <exception cref="BatchFileException">A file cannot be opened or written.</exception>
    /// <exception cref="BatchCsvInvalidException">The file has errors, or has changed since it was first looked at.</exception>
    public static SplitResult Split(BatchSource source, BatchSplitOptions options, CancellationToken cancellationToken)
    {
        RowChoice choice = Choose(options);
        SplitPlaces places = new(source, options);
        places.RequirePlan();
        PassProgress progress = new(options.IsDryRun ? 2 : 3, options.OnProgress);
        RcBatchCsvReport report = BatchCsvChecker.Check(source, Check(options, progress.Report), cancellationToken);
        if (!report.IsValid)
        {
            throw new BatchCsvInvalidException(
                report,
                "Run Repair-RcBatchCsv, which mends what is safe and sets the rest aside, and split the repaired file; 'Test-RcBatchCsv -AsIssue' shows every issue.",
                NothingWritten);
        }

        progress.EndPass();
        using SplitRun run = new(source, options, choice, places);
        run.Read(progress, cancellationToken);
        run.RequireAll(report, part => BatchCsvChecker.Check(part, Check(options, progress.Report), cancellationToken), progress.EndPass);
        using (Stream unchanged = source.Open())
        {
            // Opening looks whether the file is still the one that was read.
        }

        cancellationToken.ThrowIfCancellationRequested();
        SplitResult split = run.Commit();
        return report.DuplicateCount == 0 ? split : split with { Warnings = [.. split.Warnings, Repeats(report.DuplicateCount)] };
    }

    // No check of a part sees a number that stands in another one.
    private static string Repeats(long rows) =>
        $"{ShownText.Count(rows, "row")} {(rows == 1 ? "has" : "have")} a number that stands in an earlier row already (RC102), of this part or another: its owner gets each of the messages. 'Test-RcBatchCsv' of the whole file names them.";

    private static RowChoice Choose(BatchSplitOptions options) =>
        options.ByTimeZone ? new ZoneChoice(options) : options.Percent.Count > 0 ? new ShareChoice(options) : new SizeChoice(options);

    private static CheckOptions Check(BatchSplitOptions options, Action<long> report) => new()
    {
        MaxIssue = 3,
        Measure = options.Measure,
        DefaultRegion = options.DefaultRegion,
        ExcludedRules = [.. Rules.Engine.RuleTable.All.Where(rule => rule.Severity != RcIssueSeverity.Error)],
        OnProgress = report,
    };
}
