namespace RocketComs.Core.Reports.Content;

/// <summary>What a report is made of, as the commands of this module emitted it.</summary>
public sealed class ReportInput
{
    private readonly List<RcBatchCsvReport> _checks = [];
    private readonly List<RcBatchCsvRepair> _repairs = [];
    private readonly List<RcSendWindow> _windows = [];
    private readonly List<RcBatch> _batches = [];
    private readonly List<RcInsight> _insights = [];
    private readonly List<RcBatchMessage> _batchMessages = [];
    private readonly List<RcMessage> _messages = [];
    private readonly List<RcReply> _replies = [];
    private readonly Dictionary<(Type Kind, object Key), int> _places = [];

    /// <summary>Gets the types that are taken.</summary>
    public static IReadOnlyList<Type> Kinds { get; } =
    [
        typeof(RcBatchCsvReport), typeof(RcBatchCsvRepair), typeof(RcSendWindow), typeof(RcBatch), typeof(RcInsight), typeof(RcBatchMessage), typeof(RcMessage),
        typeof(RcReply),
    ];

    /// <summary>Gets whether nothing was taken.</summary>
    public bool IsEmpty => _checks.Count + _repairs.Count + _windows.Count + _batches.Count + _insights.Count + _batchMessages.Count + _messages.Count + _replies.Count == 0;

    internal IReadOnlyList<RcBatchCsvReport> Checks => _checks;

    internal IReadOnlyList<RcBatchCsvRepair> Repairs => _repairs;

    /// <summary>Gets the repairs whose copy was not repaired again: the rows of a chain are those of the last.</summary>
    internal IReadOnlyList<RcBatchCsvRepair> LastRepairs =>
        [.. _repairs.Where(repair => !_repairs.Exists(next => next.Path == repair.Destination && next.Destination != repair.Path))];

    internal IReadOnlyList<RcSendWindow> Windows => _windows;

    internal IReadOnlyList<RcBatch> Batches => _batches;

    internal IReadOnlyList<RcInsight> Insights => _insights;

    internal IReadOnlyList<RcBatchMessage> BatchMessages => _batchMessages;

    internal IReadOnlyList<RcMessage> Messages => _messages;

    internal IReadOnlyList<RcReply> Replies => _replies;

    /// <summary>Gets the checks of what would be sent: never that of a file that was repaired, whose copy goes out.</summary>
    internal IReadOnlyList<RcBatchCsvReport> ToSend => [.. _checks.Where(check => check.Path is null || !_repairs.Exists(repair => repair.Path == check.Path))];

    /// <summary>Gets the repairs of whose copies nobody knows what they cost, as they were not checked.</summary>
    internal IReadOnlyList<RcBatchCsvRepair> Unchecked => [.. LastRepairs.Where(repair => CheckOf(repair.Destination) is null)];

    /// <summary>Gets the checks of files as they came: not those of repaired copies, where what was repaired was checked, too.</summary>
    internal IReadOnlyList<RcBatchCsvReport> Found => [.. _checks.Where(check => !Sources(check.Path).Any(source => CheckOf(source) is not null))];

    /// <summary>Takes an object; in place of one that was about the same file or had the same id.</summary>
    /// <param name="item">The object.</param>
    /// <returns>Whether it is one of <see cref="Kinds"/>.</returns>
    public bool TryAdd(object? item)
    {
        switch (item)
        {
            case RcBatchCsvReport check:
                Put(_checks, check, check.Path ?? (object)check);
                return true;
            case RcBatchCsvRepair repair:
                Put(_repairs, repair, (repair.Path, repair.Destination));
                return true;
            case RcSendWindow window:
                Put(_windows, window, window.Path is null ? null : (window.Path, window.TimeZone, window.LocalStart, window.LocalEnd, window.QuietFrom, window.QuietUntil));
                return true;
            case RcBatch batch:
                Put(_batches, batch, batch.Id);
                return true;
            case RcInsight insight:
                Put(_insights, insight, insight.BatchId);
                return true;
            case RcBatchMessage message:
                Put(_batchMessages, message, message.Id);
                return true;
            case RcMessage message:
                Put(_messages, message, message.Id);
                return true;
            case RcReply reply:
                Put(_replies, reply, reply.Id);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The check of a file; <see langword="null"/> when there is none.</summary>
    internal RcBatchCsvReport? CheckOf(string? path) => path is null ? null : _checks.Find(check => check.Path == path);

    // What is piped twice counts once, as it was piped last.
    private void Put<T>(List<T> items, T item, object? key)
    {
        if (key is not null && _places.TryGetValue((typeof(T), key), out int place))
        {
            items[place] = item;
            return;
        }

        if (key is not null)
        {
            _places.Add((typeof(T), key), items.Count);
        }

        items.Add(item);
    }

    // The files that a file was made of by repairs, the nearest first.
    private HashSet<string> Sources(string? path)
    {
        HashSet<string> sources = new(StringComparer.Ordinal);
        for (string? file = path; file is not null && _repairs.Find(repair => repair.Destination == file)?.Path is { } source && source != path && sources.Add(source); file = source)
        {
        }

        return sources;
    }
}

/// <summary>How a report is written.</summary>
public sealed record ReportOptions
{
    /// <summary>Gets whether the numbers of people are shown.</summary>
    /// <value>The default is <see langword="false"/>: all but their last two digits are masked.</value>
    public bool ShowNumber { get; init; }

    /// <summary>Gets the full paths of the folders that files are named from, the first that holds a file; a file elsewhere keeps its full path.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<string> Roots { get; init; } = [];
}
