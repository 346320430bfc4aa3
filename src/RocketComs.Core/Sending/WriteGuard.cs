using RocketComs.Core.Errors;
using RocketComs.Core.Journal;

namespace RocketComs.Core.Sending;

/// <summary>
/// What every write of a command passes, one after the other: a line in the journal before it goes and one when it has ended; and after every end,
/// also by a stop, it can be said what was done, what was not, and what is not known.
/// </summary>
/// <param name="journal">The journal; <see langword="null"/> for none.</param>
/// <param name="common">What all entries of the command have in common: command, host, user.</param>
/// <param name="clock">The times of the entries.</param>
/// <param name="warn">Shows a warning.</param>
public sealed class WriteGuard(JournalFile? journal, RcJournalEntry common, TimeProvider clock, Action<string> warn)
{
    private const int MostNames = 5;

    private readonly List<string> _expected = [];
    private readonly List<string> _done = [];
    private readonly List<WriteIntent> _unknown = [];
    private readonly HashSet<(string Words, RcJournalEntry? About)> _told = [];
    private volatile bool _isAwaitingAnswer;
    private JournalFile? _journal = journal;
    private IReadOnlyList<RcJournalEntry>? _entries;

    /// <summary>Notes that the platform has refused what was sent, so that nothing is under way until it is tried again; from any thread.</summary>
    public void NoteRefusal() => _isAwaitingAnswer = false;

    /// <summary>Warns of something once: what was looked up before a question is looked up again after it.</summary>
    /// <param name="words">The warning.</param>
    /// <param name="about">The earlier write that it is about; <see langword="null"/> for none.</param>
    public void WarnOnce(string words, RcJournalEntry? about = null)
    {
        if (_told.Add((words, about)))
        {
            warn(words);
        }
    }

    /// <summary>Notes what the command is about to write, so that an early end can say what of it was not: a write that is begun is noted by itself.</summary>
    public void Expect(IEnumerable<string> names) => _expected.AddRange(names);

    /// <summary>
    /// The entries of the journal for the account's host as the command found them, the oldest first; none where there is no journal or it cannot be
    /// read, of which is warned.
    /// </summary>
    /// <param name="stop">The user's stop.</param>
    public async Task<IReadOnlyList<RcJournalEntry>> JournalAsync(CancellationToken stop)
    {
        if (_entries is null)
        {
            IReadOnlyList<RcJournalEntry> entries = [];
            await WithJournalAsync(async file => entries = await file.ReadAsync(stop));
            _entries = [.. entries.Where(IsOfAccount)];
        }

        return _entries;
    }

    /// <summary>Whether an entry is about the account's host, however that is spelled.</summary>
    public bool IsOfAccount(RcJournalEntry entry) => string.Equals(HostOf(entry.Target), HostOf(common.Target), StringComparison.OrdinalIgnoreCase);

    /// <summary>Notes what became of an earlier write whose outcome was not known.</summary>
    /// <param name="write">Its entry.</param>
    /// <param name="outcome">What the platform shows of it.</param>
    /// <param name="words">The few words for the journal.</param>
    /// <param name="stop">The user's stop.</param>
    public Task ResolveAsync(RcJournalEntry write, RcJournalOutcome outcome, string words, CancellationToken stop)
    {
        // Read again when it is asked for again: this write is unknown no longer.
        _entries = null;
        return WithJournalAsync(file => file.AppendAsync(write with { Time = clock.GetUtcNow(), Outcome = outcome, Message = words }, stop));
    }

    /// <summary>Runs a write.</summary>
    /// <param name="intent">What is written.</param>
    /// <param name="write">The write; it reports the bytes that it has sent.</param>
    /// <param name="stop">The user's stop.</param>
    /// <exception cref="RocketComsException">The journal speaks against it, or it failed.</exception>
    public async Task<T> RunAsync<T>(WriteIntent intent, Func<Action<long, long?>, Task<T>> write, CancellationToken stop)
    {
        _isAwaitingAnswer = false;
        if (!_expected.Contains(intent.Name))
        {
            _expected.Add(intent.Name);
        }

        RcJournalEntry entry = Complete(intent.Entry);
        await BeginAsync(entry, intent, stop);
        try
        {
            T result = await write((_, _) => _isAwaitingAnswer = true);
            Note(intent, RcJournalOutcome.Done);
            await EndAsync(result is RcBatch batch ? Shown(entry, batch) : entry, RcJournalOutcome.Done, null);
            return result;
        }
        catch (RocketComsException exception)
        {
            (RcJournalOutcome outcome, string words) = WriteEnding.Of(exception);
            Note(intent, outcome);
            await EndAsync(entry, outcome, words);
            throw;
        }
        catch (Exception exception)
        {
            // A stop for the most part; whatever it is, once a byte has gone nobody knows.
            RcJournalOutcome outcome = _isAwaitingAnswer ? RcJournalOutcome.Unknown : RcJournalOutcome.Refused;
            Note(intent, outcome);
            await EndAsync(entry, outcome, exception is OperationCanceledException ? "stopped" : exception.GetType().Name);
            throw;
        }
    }

    /// <summary>Runs a write that gives nothing back.</summary>
    /// <inheritdoc cref="RunAsync{T}(WriteIntent, Func{Action{long, long?}, Task{T}}, CancellationToken)"/>
    public Task RunAsync(WriteIntent intent, Func<Action<long, long?>, Task> write, CancellationToken stop) => RunAsync<object?>(
        intent,
        async sent =>
        {
            await write(sent);
            return null;
        },
        stop);

    /// <summary>Gets whether there is more to tell at an early end than the error about one write tells.</summary>
    public bool IsUnderWay => _done.Count > 0 || _expected.Count > 1;

    /// <summary>What was done, what was not, and what is not known, in sentences.</summary>
    public string SumUp()
    {
        List<string> rest = [.. _expected];
        foreach (string name in _done.Concat(_unknown.Select(intent => intent.Name)))
        {
            rest.Remove(name);
        }

        List<string> sentences = [];
        Add("Done", _done);
        Add("Not done", rest);
        sentences.AddRange(_unknown.Select(intent => $"Not known, whether it was done: {intent.Name}. {intent.IfUnknown}"));
        sentences.Add(_done.Count + _unknown.Count == 0 ? "Nothing was changed on the platform." : "Nothing else was changed.");
        return string.Join(" ", sentences);

        void Add(string words, List<string> names)
        {
            if (names.Count > 0)
            {
                string more = names.Count > MostNames ? FormattableString.Invariant($" and {names.Count - MostNames:N0} more") : string.Empty;
                sentences.Add($"{words}: {string.Join(", ", names.Take(MostNames))}{more}.");
            }
        }
    }

    // A batch that was to be validated only and is seen going out has gone out: that is what a repeat is held against.
    private static RcJournalEntry Shown(RcJournalEntry entry, RcBatch batch) => entry with
    {
        BatchId = batch.Id,
        CampaignId = entry.CampaignId ?? batch.CampaignId,
        Action = entry.Action == RcBatchAction.Validate && AnswerComparison.IsGoingOut(batch.Status) ? RcBatchAction.Schedule : entry.Action,
    };

    private void Note(WriteIntent intent, RcJournalOutcome outcome)
    {
        if (outcome == RcJournalOutcome.Done)
        {
            _done.Add(intent.Name);
        }
        else if (outcome == RcJournalOutcome.Unknown)
        {
            _unknown.Add(intent);
        }
    }

    // "localhost", 127.0.0.1 and [::1] are one host, as is one with a dot at its end.
    private static string? HostOf(string? target) => Uri.TryCreate("https://" + target, UriKind.Absolute, out Uri? address)
        ? FormattableString.Invariant($"{(address.IsLoopback ? "localhost" : address.IdnHost.TrimEnd('.'))}:{address.Port}")
        : target;

    private RcJournalEntry Complete(RcJournalEntry entry) => entry with
    {
        WriteId = Guid.NewGuid().ToString("N"),
        Command = common.Command,
        Target = common.Target,
        UserName = common.UserName,
    };

    private async Task BeginAsync(RcJournalEntry entry, WriteIntent intent, CancellationToken stop)
    {
        RocketComsException? objection = null;
        await WithJournalAsync(async file => objection = await file.TryAppendAsync(
            entry with { Time = clock.GetUtcNow(), Outcome = RcJournalOutcome.Begun }, entries => intent.Objection?.Invoke(entries), stop));
        if (objection is not null)
        {
            throw objection;
        }
    }

    // Not the user's stop: how a write ended is noted also when it was stopped.
    private Task EndAsync(RcJournalEntry entry, RcJournalOutcome outcome, string? words) =>
        WithJournalAsync(file => file.AppendAsync(entry with { Time = clock.GetUtcNow(), Outcome = outcome, Message = words ?? entry.Message }, CancellationToken.None));

    // Without a journal the work goes on, and its owner is told once.
    private async Task WithJournalAsync(Func<JournalFile, Task> use)
    {
        if (_journal is not { } file)
        {
            return;
        }

        try
        {
            await use(file);
            if (file.Damage is { } damage)
            {
                WarnOnce($"{damage} A repeat of it would not be noticed. Mend what is there, or take it out.");
            }
        }
        catch (BatchFileException exception)
        {
            _journal = null;
            warn($"{exception.Message} What this command sends is not noted, and a repeat of it would not be noticed by it. {exception.RecommendedAction}");
        }
    }
}
