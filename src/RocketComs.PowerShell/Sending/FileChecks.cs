using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Rules;
using RocketComs.Core.Segments;
using RocketComs.PowerShell.Common;

namespace RocketComs.PowerShell.Sending;

/// <summary>Checks the files of one command, each once, and says what its owner should know before it goes out.</summary>
internal sealed class FileChecks
{
    // What recipients see or the sender pays for: numbers twice, swallowed rows, refused links, placeholders, several segments, costly characters.
    private static readonly string[] s_costly = ["RC102", "RC105", "RC106", "RC111", "RC112", "RC113"];

    private readonly BatchCommand _command;
    private readonly MeasureOptions _measure;
    private readonly Dictionary<string, RcBatchCsvReport> _reports = new(StringComparer.Ordinal);

    /// <summary>Initializes the checks.</summary>
    /// <param name="command">The command.</param>
    /// <param name="measure">How texts are counted and priced.</param>
    public FileChecks(BatchCommand command, MeasureOptions measure)
    {
        _command = command;
        _measure = measure;
    }

    /// <summary>The warnings of a report in words: "3 warnings (RC102 2, RC113 1; Test-RcBatchCsv shows them)".</summary>
    /// <returns><see langword="null"/> for none.</returns>
    public static string? Doubts(RcBatchCsvReport? report) =>
        report is { WarningCount: > 0 } ? Words(report.WarningCount, report.IssueSummary.Where(rule => rule.Key[2] == '1')) : null;

    /// <summary>Checks a file. One file for many batches is checked once, or once a campaign where opt-outs count.</summary>
    /// <param name="file">The file or rows.</param>
    /// <param name="optOuts">Numbers that must not be sent to.</param>
    /// <param name="campaign">The campaign that these are of; <see langword="null"/> when they do not count.</param>
    /// <param name="stop">The user's stop.</param>
    public RcBatchCsvReport Check(BatchSource file, IReadOnlyCollection<string> optOuts, string? campaign, CancellationToken stop)
    {
        string? stamp = (file as FileSource)?.Stamp is { } state ? $"{state}|{campaign}" : null;
        if (stamp is not null && _reports.TryGetValue(stamp, out RcBatchCsvReport? known))
        {
            return known;
        }

        RcBatchCsvReport report = Run(file, optOuts, stop);
        if (Doubts(report) is { } doubts)
        {
            _command.WriteVerbose($"{file.Path ?? "The rows"}: {doubts}");
        }

        if (stamp is not null)
        {
            _reports[stamp] = report;
        }

        return report;
    }

    /// <summary>Of the warnings of a report those that recipients see or the sender pays for, in words.</summary>
    /// <returns><see langword="null"/> for none.</returns>
    public static string? CostlyDoubts(RcBatchCsvReport report)
    {
        KeyValuePair<string, long>[] costly = [.. report.IssueSummary.Where(rule => s_costly.Contains(rule.Key))];
        return costly.Length == 0 ? null : Words(costly.Sum(rule => rule.Value), costly);
    }

    /// <summary>Warns of what costs money or shows, where nobody read the question: it goes out now.</summary>
    public void WarnBeforeSending(RcBatchCsvReport? report, BatchDraft draft)
    {
        if (report is not null && draft.Action == RcBatchAction.Schedule && CostlyDoubts(report) is { } doubts)
        {
            _command.WriteWarning($"{report.Path ?? "The rows"} goes out with {doubts}.");
        }
    }

    private static string Words(long count, IEnumerable<KeyValuePair<string, long>> rules)
    {
        string each = string.Join(", ", rules.Select(rule => FormattableString.Invariant($"{rule.Key} {rule.Value:N0}")));
        return FormattableString.Invariant($"{count:N0} {(count == 1 ? "warning" : "warnings")} ({each}; Test-RcBatchCsv shows them)");
    }

    private RcBatchCsvReport Run(BatchSource file, IReadOnlyCollection<string> optOuts, CancellationToken stop)
    {
        ByteProgress progress = new($"Checking {file.Path ?? "the rows"}", "checked", _command.WriteProgress);
        long? total = (file as FileSource)?.Length;
        try
        {
            return BatchCsvChecker.Check(file, new CheckOptions { Measure = _measure, OptOutNumbers = optOuts, OnProgress = read => progress.Report(read, total) }, stop);
        }
        finally
        {
            progress.Complete();
        }
    }
}
