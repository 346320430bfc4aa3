using System.Globalization;
using RocketComs.Core.Accounts;
using RocketComs.Core.Journal;
using RocketComs.Core.Sending;
using RocketComs.Core.Tests.Csv;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Accounts;

/// <summary>An account whose answers a test lays out; it begins with one that is as documented, with two batches of one campaign that have gone out.</summary>
internal sealed class AccountDesk : IDisposable
{
    public const string Campaign = "22968230-dd15-41fa-9e38-a0abade08b27";
    public const string Batch = TestClient.BatchId;
    public const string Number = "12025550123";

    private readonly TemporaryFolder _folder = new();
    private readonly LoopbackServer _server;
    private readonly TestClient _client;
    private readonly List<string> _told = [];
    private string _reference = string.Empty;

    public AccountDesk(Uri? baseUri = null)
    {
        _server = new LoopbackServer(Answer);
        _client = new TestClient(_server.BaseUri, retries: 0);
        BaseUri = baseUri ?? _server.BaseUri;
        Journal = new JournalFile(_folder.File("journal.jsonl"));
        Clock.Deadline = TimeSpan.FromSeconds(30);
        Answers("/v1/campaigns/c1/optouts", Enveloped("[]"));
        Answers("/v1/insights/campaigns/b1", Enveloped("""{"sent":1}"""));
        Answers("/v1/insights/campaigns/c1", Enveloped("""{"sent":2}"""));
    }

    /// <summary>Gets the items of each list, by its path.</summary>
    public Dictionary<string, string[]> Lists { get; } = new()
    {
        ["/v1/batches"] = [BatchOf("b1", "c1"), BatchOf("b2", "c1")],
        ["/v1/recipients/lists"] = ["""{"id":"l1"}""", """{"id":"l2"}"""],
        ["/v1/brands"] = ["""{"id":"br1"}""", """{"id":"br2"}"""],
        ["/v1/campaigns"] = ["""{"id":"c1"}""", """{"id":"c2"}"""],
        ["/v1/message-templates"] = ["""{"id":"t1"}"""],
        ["/v1/recipients"] = [],
    };

    /// <summary>
    /// Gets what else is answered, by the path or the whole target, and after a method other than GET: JSON, a status, "drop" or "hang"; several in
    /// turn, the last again and again. A reference that was given to a new batch stands for REF.
    /// </summary>
    public Dictionary<string, Queue<string>> Says { get; } = [];

    public Uri BaseUri { get; }

    public JournalFile Journal { get; }

    public LeapingClock Clock => _client.Clock;

    public string[] Told => [.. _told];

    public WireRequest[] Requests => _server.Requests;

    /// <summary>Gets the requests in a line each.</summary>
    public string[] Asked => [.. _server.Requests.Select(request => $"{request.Method} {request.Target}")];

    public static string BatchOf(string id, string campaign, string status = "COMPLETED", string more = "") => $$"""{"id":"{{id}}","campaignId":"{{campaign}}","status":"{{status}}"{{more}}}""";

    /// <summary>A check in a line. What is contradicted comes with advice, and what holds without.</summary>
    public static string Line(RcAccountCheck check)
    {
        Assert.True(check.Result == RcAccountCheckResult.NotKnown || (check.Result == RcAccountCheckResult.Contradicted) == (check.Advice.Length > 0), check.Name);
        return $"{check.Result}: {check.Evidence}";
    }

    public void Answers(string key, params string[] answers) => Says[key] = new Queue<string>(answers);

    /// <summary>All checks without a probe, by their names.</summary>
    public async Task<Dictionary<string, string>> ReadAsync()
    {
        AccountChecks checks = Checks();
        List<RcAccountCheck> all = await TestClient.ToListAsync(checks.ReadAsync(TestClient.Stop));
        return all.Concat(checks.End([])).ToDictionary(check => check.Name, Line);
    }

    public AccountChecks Checks() => new(_client.Transport, BaseUri);

    public AccountProbe Probe() => new(
        _client.Transport, new WriteGuard(Journal, new RcJournalEntry { Command = "Test-RcAccount", Target = "rocket.test" }, Clock, _told.Add), Clock, _told.Add);

    /// <summary>The checks of a probe, by their names.</summary>
    public static async Task<Dictionary<string, string>> RunAsync(AccountProbe probe, RcParameterPlacement placement = RcParameterPlacement.Query, CancellationToken? stop = null)
    {
        IReadOnlyList<RcAccountCheck> checks = await probe.RunAsync(Campaign, Number, placement, RcJournalConsent.Force, stop ?? TestClient.Stop);
        return checks.ToDictionary(check => check.Name, Line);
    }

    /// <summary>The end of the transport, as when its connection is closed while it is at work.</summary>
    public void CloseTransport() => _client.Transport.Dispose();

    public Task ArrivalAsync() => _server.ArrivalAsync();

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
        _folder.Dispose();
    }

    private WireAnswer Answer(WireRequest request)
    {
        string[] target = request.Target.Split('?');
        Dictionary<string, string> query = target.Length == 1 ? [] : target[1].Split('&').ToDictionary(pair => pair.Split('=')[0], pair => Uri.UnescapeDataString(pair.Split('=')[1]));
        _reference = query.GetValueOrDefault("externalId", _reference);
        string method = request.Method == "GET" ? string.Empty : request.Method + " ";
        if (Says.TryGetValue(method + request.Target, out Queue<string>? answers) || Says.TryGetValue(method + target[0], out answers))
        {
            string answer = answers.Count > 1 ? answers.Dequeue() : answers.Peek();
            return answer switch
            {
                "drop" => WireAnswer.Drop,
                "hang" => WireAnswer.Hang,
                _ when int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out int status) => WireAnswer.Of(status),
                _ => WireAnswer.Of(200, answer.Replace("REF", _reference, StringComparison.Ordinal)),
            };
        }

        return method.Length == 0 && Lists.TryGetValue(target[0], out string[]? items) ? WireAnswer.Of(200, Page(items, Of(query, "page", 0), Of(query, "pageSize", 20))) : WireAnswer.Of(404);
    }

    private static int Of(Dictionary<string, string> query, string name, int otherwise) => query.TryGetValue(name, out string? value) ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    private static string Page(string[] items, int page, int size) => Enveloped($$"""{"content":[{{string.Join(',', items.Skip(page * size).Take(size))}}],"total":{{items.Length}}}""");

    public static string Enveloped(string json) => $$"""{"status":"0000","result":{{json}}}""";
}
