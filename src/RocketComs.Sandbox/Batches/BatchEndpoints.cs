using System.Text.Json.Nodes;
using RocketComs.Sandbox.Messages;
using RocketComs.Sandbox.Recipients;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Batches;

/// <summary>The calls on campaign batches.</summary>
internal sealed class BatchEndpoints
{
    private readonly BatchStore _store;
    private readonly SandboxStores _stores;
    private readonly SandboxClock _clock;
    private readonly SandboxOptions _options;

    public BatchEndpoints(BatchStore store, SandboxStores stores, SandboxClock clock, SandboxOptions options)
    {
        _store = store;
        _stores = stores;
        _clock = clock;
        _options = options;
    }

    public Answer Create(RcSandboxRequest request)
    {
        DateTimeOffset now = _clock.UtcNow;
        BatchRules rules = Rules(request, now);
        bool isScheduled = rules.IsScheduled();
        StoredBatch batch = new() { Id = Guid.NewGuid(), Content = rules.Create(), CreatedAt = now, UpdatedAt = now, ScheduledAt = isScheduled ? now : null };
        _store.Add(batch);
        return Answer.Enveloped(Write(batch, now), "Batch was successfully created");
    }

    public Answer Update(RcSandboxRequest request, string id)
    {
        while (true)
        {
            StoredBatch current = _store.Get(id);
            DateTimeOffset now = _clock.UtcNow;
            RequireCreated(current, now, "updated");
            BatchRules rules = Rules(request, now);
            bool isScheduled = rules.IsScheduled();
            StoredBatch next = current with { Content = rules.Update(current.Content), UpdatedAt = now, ScheduledAt = isScheduled ? now : null };
            if (_store.TryReplace(current, next))
            {
                return Answer.Enveloped(Write(next, now), "Batch was successfully updated");
            }

            // Somebody else was faster: judge again what the batch is now.
        }
    }

    public Answer Retrieve(string id) => Answer.Bare(Write(_store.Get(id), _clock.UtcNow));

    public Answer List(RcSandboxRequest request)
    {
        DateTimeOffset now = _clock.UtcNow;
        BatchFilter filter = new(request);
        Paging paging = Paging.Read(request, BatchJson.Fields);
        StoredBatch[] batches = [.. _store.All().Where(batch => filter.Lets(batch, Life(batch, now)))];
        return Answer.Enveloped(paging.Cut(batches, batch => Write(batch, now)));
    }

    public Answer Remove(string id)
    {
        StoredBatch current;
        do
        {
            current = _store.Get(id);
            RequireCreated(current, _clock.UtcNow, "deleted");
        }
        while (!_store.TryRemove(current));

        return Answer.Text("200 Batch was successfully deleted");
    }

    public Answer Errors(RcSandboxRequest request, string id)
    {
        IReadOnlyList<FileError> errors = _store.Get(id).Content.Errors;
        JsonObject page = Paging.Read(request).Cut(errors, error => new JsonObject { ["line"] = error.Line, ["detailMessage"] = error.DetailMessage });
        if (!IsVerbose(request))
        {
            page.Remove("content");
        }

        page["fileErrors"] = errors.Count;
        return Answer.Enveloped(page);
    }

    public Answer Report(RcSandboxRequest request, string id)
    {
        StoredBatch batch = _store.Get(id);
        BatchLife life = Life(batch, _clock.UtcNow);

        // A batch that was only validated has no messages yet.
        IReadOnlyList<MessageRow> rows = batch.ScheduledAt is null ? [] : batch.Content.Rows();
        int[] indexes = [.. Enumerable.Range(0, rows.Count)];
        return Answer.Enveloped(Paging.Read(request, MessageJson.Fields).Cut(indexes, index => MessageJson.Write(batch, life, rows[index], index)));
    }

    public Answer Insights(string id)
    {
        StoredBatch batch = _store.Get(id);
        return Answer.Enveloped(InsightJson.Write(batch, Life(batch, _clock.UtcNow)), "Insights were successfully retrieved");
    }

    private static bool IsVerbose(RcSandboxRequest request) => QueryText.Single(request, "verbose") switch
    {
        null or "false" => false,
        "true" => true,
        string other => throw Refusal.BadRequest($"verbose must be one of true, false, not '{other}'"),
    };

    private BatchRules Rules(RcSandboxRequest request, DateTimeOffset now) => new(BatchParameters.Read(request, _options.Placement), _stores, _clock.DayOf(now));

    private BatchLife Life(StoredBatch batch, DateTimeOffset now) => BatchLife.Of(batch, _clock, now, _options.ProcessingTime);

    private JsonObject Write(StoredBatch batch, DateTimeOffset now) => BatchJson.Write(batch, Life(batch, now));

    private void RequireCreated(StoredBatch batch, DateTimeOffset now, string verb)
    {
        string status = Life(batch, now).Status;
        if (status != ApiWords.Created)
        {
            throw Refusal.BadRequest($"Batch {WireFormat.Id(batch.Id)} cannot be {verb} because its status is {status}, not {ApiWords.Created}");
        }
    }
}
