using RocketComs.Core.Api;
using RocketComs.Core.Api.Requests;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;

namespace RocketComs.Core.Sending;

/// <summary>Takes a call that changes something all the way: what can be charged held to the ceiling and against repeats, then asked for and sent.</summary>
/// <param name="transport">The way to the platform.</param>
/// <param name="connection">Its ceiling, and where it puts the parameters of a batch.</param>
/// <param name="host">Who is asked and told.</param>
/// <param name="guard">Watches the writes.</param>
/// <param name="clock">The time now.</param>
public sealed class RequestSender(ITransport transport, RcConnection connection, ISendingHost host, WriteGuard guard, TimeProvider clock)
{
    /// <summary>Gets whether what has gone out before may go out again.</summary>
    public bool AllowRepeat { get; init; }

    /// <summary>Gets whether to send without asking.</summary>
    public bool Force { get; init; }

    /// <summary>Checks a call, asks, and sends it.</summary>
    /// <param name="draft">The call; it must have been checked.</param>
    /// <param name="send">Sends it; it reports the bytes that it has sent.</param>
    /// <param name="stop">The user's stop.</param>
    /// <exception cref="RocketComsException">It was not sent, was refused, or it is not known whether it was carried out.</exception>
    public async Task SendAsync(RequestDraft draft, Func<Action<long, long?>, Task> send, CancellationToken stop)
    {
        string? risk = RequestRisk.Of(draft, connection.ParameterPlacement);
        WriteIntent write = new($"{draft.Method.Method} /{draft.Target.Path}", "Check the platform before you send it again.");
        RequestContent content = new(draft);
        if (RequestRisk.IsCharge(risk))
        {
            write = write with { Entry = content.Entry(stop) };
            write = await HoldAsync(write, content.HasContent, stop);
        }
        else if (risk is null && content.IsOfBatch)
        {
            // Not sent, but what a later call sends when it gives nothing of its own.
            write = write with { Entry = content.Entry(stop) with { Action = RcBatchAction.Validate } };
        }

        // What is sent is what was there before anybody was asked.
        foreach (SealedSource file in (draft.Form ?? []).Select(part => part.Value).OfType<SealedSource>())
        {
            file.Seal(stop);
        }

        if (host.Ask($"{write.Name} at {host.Authority}. {risk ?? "It can change something."}", risk is not null, Force) is not { } consent)
        {
            return;
        }

        if (consent == RcJournalConsent.Asked && RequestRisk.IsCharge(risk))
        {
            // While somebody thought about the answer, others may have sent the same.
            write = await HoldAsync(write, content.HasContent, stop);
        }

        string what = $"{draft.Method.Method} /{RequestPath.WithoutPersons(draft.Target.Path)}";
        await guard.RunAsync(
            write with { Entry = write.Entry with { Message = what, Consent = consent } },
            send,
            stop);
    }

    private async Task<WriteIntent> HoldAsync(WriteIntent write, bool hasContent, CancellationToken stop)
    {
        if (connection.MaxCost is { } ceiling)
        {
            throw new CeilingExceededException(
                ceiling,
                $"What {write.Name} would cost is not known, so it cannot be held to the ceiling of the connection.",
                "Use New-RcBatch, Update-RcBatch or Send-RcMessage, which count what they send; or make the call with a connection without -MaxCost.");
        }

        // An update names no campaign, and may give no content; what made or mended its batch has both, where it stands in the journal.
        RcJournalEntry entry = write.Entry;
        RcJournalEntry[] lines = entry.BatchId is not { } id ? [] : [.. (await guard.JournalAsync(stop)).Where(line => string.Equals(line.BatchId, id, StringComparison.OrdinalIgnoreCase))];
        entry = entry with { CampaignId = entry.CampaignId ?? lines.LastOrDefault(static line => line.CampaignId is not null)?.CampaignId };
        if (!hasContent && lines.LastOrDefault(static line => line.Outcome is RcJournalOutcome.Done or RcJournalOutcome.Unknown && line.ContentHash is not null) is { } made)
        {
            entry = entry with { ContentHash = made.ContentHash, RowsHash = made.RowsHash };
        }

        write = write with { Entry = entry };
        RepeatGuard repeats = new(new BatchesClient(transport, connection.ParameterPlacement), guard, host, AllowRepeat, clock);
        if (write.Entry is { CampaignId: { } known, ExternalId: { } reference })
        {
            BatchTarget target = new(entry.BatchId ?? known, IsNew: entry.BatchId is null);
            await repeats.LookAsync(new BatchIntent(target, new BatchDraft { ExternalId = reference }, new RcBatch { Id = entry.BatchId, CampaignId = known }), reference, stop);
        }

        // The batch is not looked at: whatever the journal knows of it counts.
        await repeats.RequireNewAsync(write, DateTimeOffset.MinValue, stop);
        return repeats.Hold(write, DateTimeOffset.MinValue);
    }
}
