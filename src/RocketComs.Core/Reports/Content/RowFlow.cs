using RocketComs.Core.Errors;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Reports.Content;

/// <summary>Where the rows of files went. A repaired file counts by its repair, and what is sent of it by the check of the copy, where there is one.</summary>
internal sealed record RowFlow
{
    private const int MostFiles = 5;

    public long Read { get; private init; }

    public long Repaired { get; private init; }

    public long SetAside { get; private init; }

    public long Duplicates { get; private init; }

    /// <summary>Gets the rows whose number has opted out; <see langword="null"/> where not every check compared them.</summary>
    public long? OptedOut { get; private init; }

    public long ToSend { get; private init; }

    /// <summary>Gets whether numbers stand twice among the rows to send.</summary>
    public long SentTwice { get; private init; }

    private bool IsRepaired { get; init; }

    private bool IsAtLeast { get; init; }

    public static RowFlow Of(ReportInput input)
    {
        IReadOnlyList<RcBatchCsvRepair> repairs = input.Files.Last;
        RcBatchCsvReport[] unrepaired =
        [
            .. input.Files.ToSend.Where(check => check.Path is null || !repairs.Any(repair => repair.Destination == check.Path)),
        ];
        RcBatchCsvReport[] copies = [.. repairs.Select(repair => input.Files.CheckOf(repair.Destination)).OfType<RcBatchCsvReport>()];
        RcBatchCsvReport[] sent = [.. unrepaired, .. copies];
        long optedOut = sent.Sum(check => Count(check.IssueSummary, RuleTable.OptOut)) + repairs.Sum(repair => repair.Rejected.LongCount(issue => issue.RuleId == RuleTable.OptOut.Id));
        long stopped = sent.Sum(check => check.RowCount - check.ValidRowCount) + repairs.Sum(repair => repair.RowsRejected);
        return new RowFlow
        {
            Read = unrepaired.Sum(check => check.RowCount) + repairs.Sum(repair => repair.RowsRead),
            Repaired = repairs.Sum(Mended),
            SetAside = Math.Max(0, stopped - optedOut),
            Duplicates = repairs.Sum(repair => Count(repair.Changes, RuleTable.DuplicateNumber)),
            OptedOut = optedOut > 0 || (sent.Length > 0 && !sent.Any(check => check.UncheckedRules.Contains(RuleTable.OptOut.Id))) ? optedOut : null,
            ToSend = unrepaired.Sum(check => check.ValidRowCount) + repairs.Sum(repair => input.Files.CheckOf(repair.Destination)?.ValidRowCount ?? repair.RowsWritten),
            SentTwice = sent.Sum(check => check.DuplicateCount),
            IsRepaired = repairs.Count > 0,
            IsAtLeast = repairs.Any(repair => repair.RowsRejected > repair.Rejected.Length || repair.Changed.Length >= 1000),
        };
    }

    public ReportSection Section(ReportInput input, ReportText text)
    {
        List<(string Name, long Rows, Fill Fill)> steps = [("Read", Read, Fill.Plain)];
        if (IsRepaired)
        {
            steps.Add(("Repaired", Repaired, Fill.Plain));
            steps.Add(("Dropped: the number stands twice", Duplicates, Fill.Doubtful));
        }

        steps.Add((IsRepaired ? "Set aside" : "With errors", SetAside, Fill.Wrong));
        if (OptedOut is { } optedOut)
        {
            steps.Add(("Opted out", optedOut, Fill.Wrong));
        }

        steps.Add(("To send", ToSend, Fill.Plain));
        string[] again = [.. input.Files.Again.Select(repair => $"{text.File(repair.Path)} (to {text.File(repair.Destination)})")];
        string[] texts =
        [
            .. again.Length > 0 ? [$"Repaired more than once, and counted by the last repair: {text.List(again, MostFiles)}."] : Array.Empty<string>(),
            .. SentTwice > 0 ? [$"{ShownText.Count(SentTwice, "row")} {(SentTwice == 1 ? "has" : "have")} a number that stands in an earlier row already."] : Array.Empty<string>(),
            .. IsAtLeast ? ["A repair lists its first 1,000 rows of a kind: at least so many were repaired or opted out."] : Array.Empty<string>(),
        ];
        return new ReportSection("Where the rows went", texts, [new Figure(
            "Rows by what became of them",
            "A bar a step, from the rows that were read to those that would be sent; hatched are rows that are not sent.",
            new BarChart([.. steps.Select(step => new Bar(step.Name, step.Rows, step.Fill))]),
            new ReportTable(
                [new("Step"), new("Rows", CellKind.Figure), new("Of those read", CellKind.Figure)],
                [.. steps.Select(step => (string[])[step.Name, ReportText.Count(step.Rows), ReportText.Share(step.Rows, Read)])]))]);
    }

    // Rows, not fields, as far as the repair lists them.
    private static long Mended(RcBatchCsvRepair repair) => repair.Changed.Select(change => change.Row).Distinct().LongCount();

    private static long Count(IReadOnlyDictionary<string, long> counts, RuleInfo rule) => counts.TryGetValue(rule.Id, out long count) ? count : 0;
}
