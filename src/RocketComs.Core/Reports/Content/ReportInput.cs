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
    private RepairChains? _files;

    /// <summary>Gets the types that are taken.</summary>
    public static IReadOnlyList<Type> Kinds { get; } =
    [
        typeof(RcBatchCsvReport), typeof(RcBatchCsvRepair), typeof(RcSendWindow), typeof(RcBatch), typeof(RcInsight), typeof(RcBatchMessage), typeof(RcMessage),
        typeof(RcReply),
    ];

    /// <summary>Gets whether nothing was taken.</summary>
    public bool IsEmpty => _checks.Count + _repairs.Count + _windows.Count + _batches.Count + _insights.Count + _batchMessages.Count + _messages.Count + _replies.Count == 0;

    internal RepairChains Files => _files ??= new RepairChains(_checks, _repairs);

    internal IReadOnlyList<RcSendWindow> Windows => _windows;

    internal IReadOnlyList<RcBatch> Batches => _batches;

    internal IReadOnlyList<RcInsight> Insights => _insights;

    internal IReadOnlyList<RcBatchMessage> BatchMessages => _batchMessages;

    internal IReadOnlyList<RcMessage> Messages => _messages;

    internal IReadOnlyList<RcReply> Replies => _replies;

    /// <summary>Takes an object; in place of one that was about the same file or had the same id.</summary>
    /// <param name="item">The object.</param>
    /// <returns>Whether it is one of <see cref="Kinds"/>.</returns>
    public bool TryAdd(object? item)
    {
        _files = null;
        switch (item)
        {
            case RcBatchCsvReport check:
                Put(_checks, check, check.Path ?? (object)check);
                return true;
            case RcBatchCsvRepair repair:
                _repairs.RemoveAll(earlier => earlier.Path == repair.Path && earlier.Destination == repair.Destination);
                _repairs.Add(repair);
                return true;
            case RcSendWindow { Path: { } file, TimeZone: "" } window:
                // The rows whose zone is not known are the same, whatever the window.
                Put(_windows, window, file);
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
