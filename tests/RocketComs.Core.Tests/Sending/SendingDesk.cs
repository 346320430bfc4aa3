using System.Collections.Concurrent;
using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Journal;
using RocketComs.Core.Sending;
using RocketComs.Core.Tests.Csv;
using RocketComs.Core.Tests.Http;

namespace RocketComs.Core.Tests.Sending;

/// <summary>A platform of objects that a test lays out, a journal, and a host that notes all that it is told.</summary>
internal sealed class SendingDesk : ISendingHost, IDisposable
{
    public const string Campaign = "22968230-dd15-41fa-9e38-a0abade08b27";
    public const string Batch = TestClient.BatchId;
    public const string Other = "11112222-3333-4444-5555-666677778888";
    public const string Active = $$"""{"id":"{{Campaign}}","status":"ACTIVE"}""";
    public const string Created = $$"""{"id":"{{Batch}}","campaignId":"{{Campaign}}","externalId":"spring-1","status":"CREATED","startDate":"2027-02-01","updatedAt":"2027-01-14T09:00:00Z"}""";
    public const string Rows = "2025550101,Hello\n2025550102,Hello\n";

    private readonly TemporaryFolder _folder = new();
    private readonly LoopbackServer _server;
    private readonly TestClient _client;
    private readonly List<string> _told = [];
    private readonly ConcurrentQueue<ProgressState> _shown = new();

    public SendingDesk()
    {
        _server = new LoopbackServer(request => request.Method == "GET" ? Read(request) : Write(request));
        _client = new TestClient(_server.BaseUri, retries: 0);
        Journal = new JournalFile(_folder.File("journal.jsonl"));
    }

    /// <summary>Gets what the platform has, by path; all else is not found.</summary>
    public Dictionary<string, string> Has { get; } = new() { ["/v1/campaigns/" + Campaign] = Active, ["/v1/batches/" + Batch] = Created, ["/v1/batches"] = List() };

    /// <summary>Gets or sets what the platform does about a write.</summary>
    public Func<WireRequest, WireAnswer> Write { get; set; } = request => WireAnswer.Of(
        200, Created.Replace("CREATED", "PENDING", StringComparison.Ordinal).Replace(Batch, request.Target.Contains(Other, StringComparison.Ordinal) ? Other : Batch, StringComparison.Ordinal));

    /// <summary>Gets or sets who agrees to a question.</summary>
    public RcJournalConsent? Answer { get; set; } = RcJournalConsent.Asked;

    /// <summary>Gets or sets what happens in the world while a question is thought about.</summary>
    public Action WhileAsked { get; set; } = () => { };

    /// <summary>Gets or sets what happens in the world just before a path is read.</summary>
    public Action<string> WhileRead { get; set; } = _ => { };

    public BatchSendOptions Options { get; set; } = new();

    public JournalFile Journal { get; }

    public LeapingClock Clock => _client.Clock;

    public ITransport Transport => _client.Transport;

    public string Authority => "rocket.test";

    public bool IsWhatIf { get; set; }

    /// <summary>Gets or sets whether a question is asked whatever is forced, as with <c>-Confirm</c>.</summary>
    public bool IsAlwaysAsked { get; set; }

    /// <summary>Gets all that was told, in its order: "warn", "verbose", "ask", "risky ask", "forced ask" or "emit", and the words.</summary>
    public string[] Told => [.. _told];

    /// <summary>Gets the progress that was shown: the work, and whether it has ended.</summary>
    public (string Activity, bool IsDone)[] Shown => [.. _shown.Select(state => (state.Activity, state.IsDone))];

    /// <summary>Gets the paths and queries of all requests.</summary>
    public string[] Targets => [.. _server.Requests.Select(request => request.Target)];

    /// <summary>Gets the requests, without their query.</summary>
    public string[] Requests => [.. _server.Requests.Select(request => $"{request.Method} {request.Target.Split('?')[0]}")];

    /// <summary>Gets the writes, whole.</summary>
    public WireRequest[] Writes => [.. _server.Requests.Where(request => request.Method != "GET")];

    public WriteGuard Guard() => new(Journal, new RcJournalEntry { Command = "Update-RcBatch", Target = Authority, UserName = "me" }, Clock, Warn);

    public BatchSender Sender(WriteGuard? guard = null) => new(Transport, RcParameterPlacement.Query, Options, this, guard ?? Guard(), Clock);

    /// <summary>A file, which is not written again where it is there already: what changes while a command is at work is refused.</summary>
    public FileSource File(string text = Rows, string name = "spring.csv") =>
        new(System.IO.File.Exists(_folder.File(name)) && System.IO.File.ReadAllText(_folder.File(name)) == text ? _folder.File(name) : _folder.Write(name, text));

    public BatchDraft FileDraft(string text = Rows, RcBatchAction action = RcBatchAction.Schedule) => new() { Operation = BatchOperation.CsvFile, Action = action, File = File(text) };

    /// <summary>Sends drafts with one command.</summary>
    /// <returns>The failures of their sending.</returns>
    public async Task<RocketComsException[]> SendAsync(params (BatchTarget Target, BatchDraft Draft)[] drafts)
    {
        BatchSender sender = Sender();
        foreach ((BatchTarget target, BatchDraft draft) in drafts)
        {
            await sender.AddAsync(target, draft, TestClient.Stop);
        }

        List<RocketComsException> failures = [];
        await sender.SendAllAsync((_, _, failure) => failures.Add(failure), TestClient.Stop);
        return [.. failures];
    }

    public Task<RocketComsException[]> UpdateAsync(BatchDraft draft) => SendAsync((new BatchTarget(Batch, false), draft));

    public Task<RocketComsException[]> CreateAsync(BatchDraft draft) => SendAsync((new BatchTarget(Campaign, true), draft));

    /// <summary>Writes a line into the journal: of this host and campaign, scheduled an hour ago, if nothing else is said.</summary>
    public Task NoteAsync(Func<RcJournalEntry, RcJournalEntry> of) => Journal.AppendAsync(
        of(new RcJournalEntry
        {
            Time = LeapingClock.Noon.AddHours(-1),
            WriteId = Guid.NewGuid().ToString("N"),
            Command = "New-RcBatch",
            Target = Authority,
            CampaignId = Campaign,
            Action = RcBatchAction.Schedule,
            Outcome = RcJournalOutcome.Unknown,
        }),
        TestClient.Stop);

    public async Task<RcJournalEntry[]> EntriesAsync() => [.. await Journal.ReadAsync(TestClient.Stop)];

    public static string List(params string[] items) => $$"""{"content":[{{string.Join(',', items)}}],"total":{{items.Length}},"pageSize":100}""";

    public void Warn(string message) => _told.Add("warn: " + message);

    public void Verbose(string message) => _told.Add("verbose: " + message);

    public void ShowProgress(ProgressState state) => _shown.Enqueue(state);

    public bool ShowsBefore(bool isForced) => !isForced || IsWhatIf || IsAlwaysAsked;

    public RcJournalConsent? Ask(string description, bool isRisky, bool isForced)
    {
        _told.Add($"{(isForced ? "forced " : string.Empty)}{(isRisky ? "risky " : string.Empty)}ask: {description}");
        WhileAsked();
        return Answer;
    }

    public void Emit(object result) => _told.Add("emit: " + (result is RcBatch batch ? $"{batch.Id} {batch.Status}" : result.ToString()));

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
        _folder.Dispose();
    }

    private WireAnswer Read(WireRequest request)
    {
        WhileRead(request.Target.Split('?')[0]);
        return Has.TryGetValue(request.Target.Split('?')[0], out string? json) ? json[0] is '{' or '[' ? WireAnswer.Of(200, json) : WireAnswer.Of(int.Parse(json, System.Globalization.CultureInfo.InvariantCulture)) : WireAnswer.Of(404);
    }
}
