using RocketComs.Core.Errors;

namespace RocketComs.Core.Reports.Content;

/// <summary>What became of batches that were sent.</summary>
/// <param name="input">What the report is made of.</param>
/// <param name="text">How texts are written.</param>
internal sealed class DeliverySections(ReportInput input, ReportText text)
{
    private const int MostBatches = 12;
    private const int MostReasons = 12;
    private const int MostReplies = 8;
    private const int LongestReply = 120;
    private const int LongestReason = 80;

    private static readonly (string Name, Func<RcInsight, int?> Value, Fill Fill)[] s_counters =
    [
        ("Submitted", insight => insight.Submitted, Fill.Plain), ("Processed", insight => insight.Processed, Fill.Plain), ("Rejected", insight => insight.Rejected, Fill.Wrong),
        ("Sent", insight => insight.Sent, Fill.Plain), ("Delivered", insight => insight.Delivered, Fill.Plain), ("Failed", insight => insight.Failed, Fill.Wrong),
        ("InProgress", insight => insight.InProgress, Fill.Doubtful),
    ];

    // A day begins that long before it begins in UTC.
    private static readonly TimeSpan s_earliestZone = TimeSpan.FromHours(14);

    private static readonly HashSet<string> s_optOutWords = new(["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"], StringComparer.OrdinalIgnoreCase);

    // Two commands emit the same messages: one says why they failed, the other when they were sent.
    private (string Status, string Reason)[] Statuses =>
    [
        .. Without(input.BatchMessages, message => message.Id, input.Messages.Select(message => message.Id)).Select(message => (text.Of(message.Status ?? "no status", most: LongestReason), string.Empty)),
        .. input.Messages.Select(message => (text.Of(message.Status ?? "no status", most: LongestReason), text.Of(message.ReasonText, most: LongestReason))),
    ];

    public IEnumerable<(string Name, string Value)> Facts()
    {
        if (input.Batches.Count > 0)
        {
            yield return ("Batches", ReportText.Count(input.Batches.Count));
        }

        foreach ((string name, long? value) in s_counters.Select(counter => (counter.Name, Sum(counter.Value))))
        {
            if (value is { } known && name is "Submitted" or "Delivered" or "Failed")
            {
                yield return (name, ReportText.Count(value!.Value));
            }
        }

        if (input.Replies.Count > 0)
        {
            yield return ("Replies", ReportText.Count(Answers().Count));
        }
    }

    public IEnumerable<ReportSection> Sections()
    {
        if (input.Batches.Count > 0)
        {
            ReportTable table = ReportTable.Of(
                [new("Batch", CellKind.Verbatim), new("ExternalId", CellKind.Verbatim), new("Status"), new("From", CellKind.Figure), new("Until", CellKind.Figure), new("Completed (UTC)", CellKind.Figure)],
                input.Batches,
                text.Most(MostBatches),
                "batch",
                batch => [text.Id(batch.Id), text.Name(batch.ExternalId), text.Of(batch.Status), ReportText.Day(batch.StartDate), ReportText.Day(batch.EndDate), ReportText.Moment(batch.FinishedAt)]);
            yield return new ReportSection("Batches", [], [new Figure("The batches", "Each batch with its status.", null, table)]);
        }

        if (input.Insights.Count > 0)
        {
            yield return Funnel();
        }

        if (Statuses is { Length: > 0 } statuses)
        {
            yield return Messages(statuses);
        }

        if (Drain.Section(Moments()) is { } drain)
        {
            yield return drain;
        }

        if (input.Replies.Count > 0)
        {
            yield return Replies();
        }
    }

    /// <summary>Whether a status says that a message did not arrive and will not.</summary>
    public static bool IsFailure(string? status) => status is "FAILED" or "INVALID-INPUT" or "LENGTH-ERROR" or "CANCELED" or "DECLINED" or "REJECTED";

    private static IEnumerable<T> Without<T>(IEnumerable<T> items, Func<T, string?> id, IEnumerable<string?> others)
    {
        HashSet<string?> known = [.. others];
        return items.Where(item => id(item) is null || !known.Contains(id(item)));
    }

    private IReadOnlyList<DateTimeOffset?> Moments() =>
    [
        .. input.BatchMessages.Select(message => message.SentAt),
        .. Without(input.Messages, message => message.Id, input.BatchMessages.Select(message => message.Id)).Select(message => message.StatusUpdatedAt),
    ];

    private long? Sum(Func<RcInsight, int?> value) => input.Insights.Any(insight => value(insight) is not null) ? input.Insights.Sum(insight => (long)(value(insight) ?? 0)) : null;

    private ReportSection Funnel()
    {
        (string Name, long Value, Fill Fill)[] counters =
            [.. s_counters.Select(counter => (counter.Name, Value: Sum(counter.Value), counter.Fill)).Where(counter => counter.Value is not null).Select(counter => (counter.Name, counter.Value!.Value, counter.Fill))];
        ReportTable table = ReportTable.Of(
            [new("Batch", CellKind.Verbatim), .. s_counters.Select(counter => new TableColumn(counter.Name, CellKind.Figure))],
            input.Insights,
            text.Most(MostBatches),
            "batch",
            insight => [text.Id(insight.BatchId), .. s_counters.Select(counter => counter.Value(insight) is { } value ? ReportText.Count(value) : "–")]);
        return new ReportSection(
            "Delivery",
            ["The counters are as the platform gave them; how they belong together is not documented. A dash is one that it left out."],
            [new Figure("Messages by the platform's counters", "A bar a counter, over all batches; hatched are rejected and failed messages.", new BarChart([.. counters.Select(counter => new Bar(counter.Name, counter.Value, counter.Fill))]), table)]);
    }

    private ReportSection Messages((string Status, string Reason)[] statuses)
    {
        List<Figure> figures = [Counted("Messages by status", "A bar a status; hatched are messages that did not arrive.", "Status", "status", statuses.Select(message => (message.Status, message.Status)))];
        (string, string)[] failures = [.. statuses.Where(message => IsFailure(message.Status)).Select(message => (message.Reason.Length > 0 ? $"{message.Status}: {message.Reason}" : message.Status, message.Status))];
        if (failures.Length > 0)
        {
            figures.Add(Counted("Failures by reason", "A bar a reason, as the platform words it.", "Reason", "reason", failures));
        }

        return new ReportSection("Messages", failures.Length > 0 ? [$"{ReportText.Count(failures.Length)} of {ShownText.Count(statuses.Length, "message")} did not arrive."] : [], figures);
    }

    private Figure Counted(string title, string description, string column, string noun, IEnumerable<(string Name, string Status)> items)
    {
        (string Name, long Count, bool IsFailure)[] counted =
        [
            .. items.GroupBy(item => item.Name).Select(group => (group.Key, group.LongCount(), IsFailure(group.First().Status)))
                .OrderByDescending(group => group.Item2).ThenBy(group => group.Key, StringComparer.Ordinal),
        ];
        long all = counted.Sum(group => group.Count);
        return new Figure(
            title,
            description,
            new BarChart([.. counted.Take(text.Most(MostReasons)).Select(group => new Bar(group.Name, group.Count, group.IsFailure ? Fill.Wrong : Fill.Plain))]),
            ReportTable.Of([new(column), new("Messages", CellKind.Figure), new("Of all", CellKind.Figure)], counted, text.Most(MostReasons), noun, group => [group.Name, ReportText.Count(group.Count), ReportText.Share(group.Count, all)]));
    }

    // A campaign gives all its replies: those before the first message answer something else.
    private IReadOnlyList<RcReply> Answers()
    {
        DateTimeOffset? first = ((DateTimeOffset?[])
        [
            .. input.BatchMessages.Select(message => message.CreatedAt ?? message.SentAt), .. input.Messages.Select(message => message.CreatedAt ?? message.StatusUpdatedAt),
            .. input.Batches.Select(batch => batch.StartDate is { } day && day > DateTime.MinValue.AddDays(1) ? new DateTimeOffset(DateTime.SpecifyKind(day, DateTimeKind.Utc)) - s_earliestZone : (DateTimeOffset?)null),
        ]).Min();
        return first is null ? input.Replies : [.. input.Replies.Where(reply => reply.CreatedAt is null || reply.CreatedAt >= first)];
    }

    private ReportSection Replies()
    {
        IReadOnlyList<RcReply> answers = Answers();
        int earlier = input.Replies.Count - answers.Count;
        long optOuts = answers.LongCount(reply => s_optOutWords.Contains((reply.MessageText ?? string.Empty).Trim(' ', '.', '!').Replace(" ", string.Empty).Replace("-", string.Empty)));
        ReportTable table = ReportTable.Of(
            [new("Came (UTC)", CellKind.Figure), new("From", CellKind.Verbatim), new("Text", CellKind.Verbatim)],
            [.. answers.OrderByDescending(reply => reply.CreatedAt).ThenBy(reply => reply.Id, StringComparer.Ordinal)],
            text.Most(MostReplies),
            "reply",
            reply => [ReportText.Moment(reply.CreatedAt), text.Number(reply.Source), text.Of(reply.MessageText, reply.Source ?? string.Empty, LongestReply)]);
        return new ReportSection(
            "Replies",
            [
                $"{ShownText.Count(answers.Count, "message")} came back; {ReportText.Count(optOuts)} of them opted out with a word such as STOP.",
                .. earlier > 0 ? [$"{ReportText.Count(earlier)} more came before anything of this report was sent, and {(earlier == 1 ? "is" : "are")} not counted."] : Array.Empty<string>(),
            ],
            [new Figure(
                "The latest replies",
                "Two bars: replies that opt out, hatched, and all others; beside them the latest replies.",
                new BarChart([new Bar("Opt out", optOuts, Fill.Wrong), new Bar("Others", answers.Count - optOuts)]),
                table)]);
    }
}
