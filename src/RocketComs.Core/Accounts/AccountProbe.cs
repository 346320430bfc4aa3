using System.Text.Json;
using RocketComs.Core.Api;
using RocketComs.Core.Api.Calls;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Reports.Content;
using RocketComs.Core.Rules;
using RocketComs.Core.Sending;

namespace RocketComs.Core.Accounts;

/// <summary>
/// Makes a batch of one row to the user's own number with Validate, looks at it, updates it, and removes it whatever happens. It is meant to be harmless even
/// where the documentation is read wrongly: the action, the day, a year ahead, and everything else stand in query and form alike, and only the description,
/// which decides nothing, tells where it was read from.
/// </summary>
/// <param name="transport">The way to the platform.</param>
/// <param name="guard">Watches the writes.</param>
/// <param name="clock">The first day comes from here, and the pauses between looks.</param>
/// <param name="verbose">Is told why a step failed.</param>
public sealed class AccountProbe(ITransport transport, WriteGuard guard, TimeProvider clock, Action<string> verbose)
{
    private const string Text = "Test of the account: please ignore this message, it has a comma in it";

    private const int MostLooks = 6;

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(2);

    // A user who stops the command is not kept waiting for long, and the batch is not left behind for that.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly AccountReader _reader = new(transport);
    private readonly BatchesClient _batches = new(transport, RcParameterPlacement.Query);
    private readonly string _reference = "account-check-" + Guid.NewGuid().ToString("N").Substring(0, 8);
    private ProbeSeen _seen = new();
    private string? _id;
    private volatile bool _mayBeThere;

    /// <summary>Gets the day on which the batch starts.</summary>
    public DateTime FirstDay { get; } = clock.GetLocalNow().Date.AddYears(1);

    /// <summary>Gets what is left on the platform and what to do about it, in sentences; <see langword="null"/> where nothing is.</summary>
    public string? Leftover { get; private set; }

    /// <summary>Gets the batch as it was shown.</summary>
    public IReadOnlyList<JsonElement> Shown => [.. new[] { _seen.Created, _seen.Updated }.Select(seen => seen?.Payload).OfType<JsonElement>()];

    /// <summary>Refuses a number that no text could reach.</summary>
    /// <param name="parameterName">The parameter that it came by.</param>
    /// <param name="number">The number.</param>
    /// <exception cref="InvalidParameterException">It is none, or none that a numbering plan assigns.</exception>
    public static void RequireNumber(string parameterName, string number)
    {
        if (TextCheck.CheckRow(number, Text, new CheckOptions()).Issues.FirstOrDefault(issue => issue.Column == "Number") is { } issue)
        {
            string suggestion = NumberMask.Of(issue.Suggestion ?? string.Empty, number);
            throw new InvalidParameterException(
                parameterName, Masked(number), $"-{parameterName}: {NumberMask.Of(issue.Message, number)} Nothing was sent.", $"Give your own mobile number. {suggestion}");
        }
    }

    /// <summary>The user's number as it is shown: but for its last two digits it goes into no log.</summary>
    /// <param name="number">The number.</param>
    public static string Masked(string number) => NumberMask.OfField(number);

    /// <summary>Makes the probe.</summary>
    /// <param name="campaign">The campaign, a UUID.</param>
    /// <param name="number">The user's own number.</param>
    /// <param name="placement">Where the connection puts scalar parameters.</param>
    /// <param name="consent">Who agreed.</param>
    /// <param name="stop">The user's stop.</param>
    /// <returns>What it showed.</returns>
    public async Task<IReadOnlyList<RcAccountCheck>> RunAsync(string campaign, string number, RcParameterPlacement placement, RcJournalConsent consent, CancellationToken stop)
    {
        RcJournalEntry entry = new() { CampaignId = campaign, ExternalId = _reference, Action = RcBatchAction.Validate, RecipientCount = 1, Consent = consent };
        try
        {
            await LookAsync(campaign, number, entry, stop);
        }
        catch (RocketComsException exception)
        {
            _seen = _seen with { Failure = AccountReader.Words(exception) };
            verbose($"The probe ended early: {exception.Message}");
        }
        finally
        {
            // Also after a stop: the time for that is its own.
            using CancellationTokenSource patience = clock.CreateCancellationTokenSource(s_patience);
            await RemoveAsync(campaign, entry, patience.Token);
        }

        return [.. new ProbeChecks(_seen, placement, FirstDay).Check()];
    }

    private async Task LookAsync(string campaign, string number, RcJournalEntry entry, CancellationToken stop)
    {
        BatchDraft draft = new()
        {
            CampaignId = campaign,
            ExternalId = _reference,
            Action = RcBatchAction.Validate,
            StartDate = FirstDay,
            EndDate = FirstDay.AddDays(1),
            StartTime = TimeSpan.FromHours(9),
            EndTime = TimeSpan.FromHours(17),
        };
        using RowsSource sound = new();
        sound.Add(number, Text);
        _id = await WriteAsync("the probe batch", entry, sent => SendAsync(HttpMethod.Post, null, draft with { File = sound }, ProbeWords.Created, sent, stop), stop);
        if (_id is null)
        {
            throw ApiCalls.NotShown("The probe batch", HowToFind(campaign));
        }

        _seen = _seen with { Created = await UploadedAsync(_id, stop), CreatedErrors = await ErrorsAsync(_id, stop) };
        if (_seen.Created.Payload is not { } batch || !ProbeSeen.IsCreated(Seen.Text(batch, "status")))
        {
            // Whatever it is, it is not touched again but to be removed.
            _seen = _seen with { Failure = "it is not CREATED" };
            return;
        }

        // The second row has no text: its line tells from where lines are counted.
        using RowsSource spoiled = new();
        spoiled.Add(number, Text);
        spoiled.Add(number, string.Empty);
        await WriteAsync(
            "the update of the probe batch", entry with { BatchId = _id }, sent => SendAsync(ApiCalls.Patch, _id, draft with { CampaignId = null, File = spoiled }, ProbeWords.Updated, sent, stop), stop);
        _seen = _seen with { Updated = await _reader.GetAsync(PathOf(_id), stop), UpdatedErrors = await ErrorsAsync(_id, stop) };
    }

    // A file may be taken in only after the answer.
    private async Task<Seen> UploadedAsync(string id, CancellationToken stop)
    {
        Seen batch = await _reader.GetAsync(PathOf(id), stop);
        for (int looks = 1; looks < MostLooks && batch.Payload is { } shown && Seen.Text(shown, "status") == "UPLOADING"; looks++)
        {
            await clock.Delay(s_pause, stop);
            batch = await _reader.GetAsync(PathOf(id), stop);
        }

        return batch;
    }

    // Only a batch that is not found any more has gone; a look that failed shows nothing, and the batch is named then.
    private async Task RemoveAsync(string campaign, RcJournalEntry entry, CancellationToken stop)
    {
        try
        {
            string? id = _id ?? (_mayBeThere ? await FindAsync(campaign, stop) : null);
            if (id is null)
            {
                return;
            }

            _id = id;
            Leftover = $"The probe batch {id} could not be removed: nothing documented says that it was. Look at it with 'Get-RcBatch {id}', and remove it with 'Remove-RcBatch {id}' or in the portal {_seen.When(FirstDay)}";
            await DeleteAsync(id, entry with { BatchId = id, Action = null }, stop);
            _seen = _seen with { Removed = await _reader.GetAsync(PathOf(id), stop) };
            Leftover = _seen.HasGone ? null
                : $"{(_seen.Removed.IsRead ? $"The probe batch {id} is still there." : $"Whether the probe batch {id} was removed is not known ({_seen.Removed.Words}).")} Look at it with 'Get-RcBatch {id}', and remove it with 'Remove-RcBatch {id}' or in the portal {_seen.When(FirstDay)}";
        }
        catch (Exception exception) when (exception is RocketComsException or OperationCanceledException)
        {
            _seen = _seen with { RemovalFailure = exception is RocketComsException known ? AccountReader.Words(known) : "no answer in time" };
            Leftover ??= $"Whether the probe batch was created is not known. {HowToFind(campaign)} If it is there, remove it with Remove-RcBatch {_seen.When(FirstDay)}";
            verbose($"The probe batch was not removed: {exception.Message}");
        }
    }

    // What an answer that was lost, or an error, has left is seen by the look that follows.
    private async Task DeleteAsync(string id, RcJournalEntry entry, CancellationToken stop)
    {
        try
        {
            await guard.RunAsync(new WriteIntent("the removal of the probe batch", $"If 'Get-RcBatch {id}' does not find it, it was removed.") { Entry = entry }, sent => _batches.RemoveAsync(id, sent, stop), stop);
        }
        catch (RocketComsException exception)
        {
            _seen = _seen with { RemovalFailure = AccountReader.Words(exception) };
            verbose($"The removal of the probe batch failed: {exception.Message}");
        }
    }

    // Where the answer to its creation was lost, or did not show it.
    private async Task<string?> FindAsync(string campaign, CancellationToken stop)
    {
        await foreach (RcBatch batch in _batches.ListAsync(new BatchFilter { CampaignId = campaign }, [], stop))
        {
            if (string.Equals(batch.ExternalId, _reference, StringComparison.Ordinal))
            {
                return batch.Id;
            }
        }

        Leftover = _seen.IsRefused ? null : $"The campaign's list does not show the probe batch, which may still show later. {HowToFind(campaign)} If it is there, remove it with Remove-RcBatch {_seen.When(FirstDay)}";
        return null;
    }

    private Task<string?> WriteAsync(string name, RcJournalEntry entry, Func<Action<long, long?>, Task<string?>> write, CancellationToken stop) =>
        guard.RunAsync(new WriteIntent(name, HowToFind(entry.CampaignId!)) { Entry = entry }, write, stop);

    private Task<string?> SendAsync(HttpMethod method, string? id, BatchDraft draft, ProbeWords words, Action<long, long?> sent, CancellationToken stop)
    {
        ApiRequest request = new(method, id is null ? "v1/batches" : PathOf(id))
        {
            Query = BatchParameters.Query(draft with { Description = words.InQuery }, RcParameterPlacement.Query),
            Content = count => BatchParameters.Body(draft with { Description = words.InForm }, RcParameterPlacement.Form, count),
            Uploaded = (count, all) =>
            {
                _mayBeThere = true;
                sent(count, all);
            },
        };
        return transport.WriteAsync(request, "the probe batch", document => document.Object().Text("id") is { } shown ? id is null ? shown : document.SameId(id, shown) : null, stop);
    }

    private Task<Seen> ErrorsAsync(string id, CancellationToken stop) => _reader.GetAsync(PathOf(id) + "/errors", stop, ("verbose", "true"), ("page", "0"), ("pageSize", "100"));

    private string HowToFind(string campaign) => $"Look for ExternalId '{_reference}' with 'Get-RcBatch -CampaignId {campaign}'.";

    private static string PathOf(string id) => "v1/batches/" + Uri.EscapeDataString(id);
}
