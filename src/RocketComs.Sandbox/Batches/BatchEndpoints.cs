using System.Text.Json.Nodes;
using RocketComs.Sandbox.Lookups;
using RocketComs.Sandbox.Recipients;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Batches;

/// <summary>The calls on campaign batches.</summary>
internal sealed class BatchEndpoints(
    OrderedStore<StoredBatch> batches,
    OrderedStore<StoredTemplate> templates,
    RecipientStores recipients,
    SandboxClock clock,
    RcParameterPlacement? placement,
    TimeSpan processingTime)
{
    public Answer Create(RcSandboxRequest request)
    {
        DateTimeOffset now = clock.UtcNow;
        BatchRules rules = Rules(request, now);
        bool isScheduled = rules.IsScheduled();
        StoredBatch batch = new() { Id = Guid.NewGuid(), Content = rules.Create(), CreatedAt = now, UpdatedAt = now, ScheduledAt = isScheduled ? now : null };
        batches.Add(batch);
        return Answer.Enveloped(Write(batch, now), "Batch was successfully created");
    }

    public Answer Update(RcSandboxRequest request, string id)
    {
        while (true)
        {
            StoredBatch current = batches.Get(id);
            DateTimeOffset now = clock.UtcNow;
            RequireCreated(current, now, "updated");
            BatchRules rules = Rules(request, now);
            bool isScheduled = rules.IsScheduled();
            StoredBatch next = current with { Content = rules.Update(current.Content), UpdatedAt = now, ScheduledAt = isScheduled ? now : null };
            if (batches.TryReplace(current, next))
            {
                return Answer.Enveloped(Write(next, now), "Batch was successfully updated");
            }

            // Another request was faster: start again from what the batch is now.
        }
    }

    public Answer Retrieve(string id) => Answer.Bare(Write(batches.Get(id), clock.UtcNow));

    public Answer List(RcSandboxRequest request)
    {
        DateTimeOffset now = clock.UtcNow;
        BatchFilter filter = new(request);
        Paging paging = Paging.Read(request, BatchJson.Fields);
        StoredBatch[] found = [.. batches.All().Where(batch => filter.Lets(batch, Life(batch, now)))];
        return Answer.Enveloped(paging.Cut(found, batch => Write(batch, now)));
    }

    public Answer Remove(string id)
    {
        batches.Remove(id, batch => RequireCreated(batch, clock.UtcNow, "deleted"));
        return Answer.Text("200 Batch was successfully deleted");
    }

    public Answer Errors(RcSandboxRequest request, string id)
    {
        IReadOnlyList<FileError> errors = batches.Get(id).Content.Errors;
        JsonObject page = Paging.Read(request).Cut(errors, error => new JsonObject { ["line"] = error.Line, ["detailMessage"] = error.DetailMessage });
        if (!Checked.Flag("verbose", request.Query("verbose")))
        {
            page.Remove("content");
        }

        page["fileErrors"] = errors.Count;
        return Answer.Enveloped(page);
    }

    private BatchRules Rules(RcSandboxRequest request, DateTimeOffset now) => new(BatchParameters.Read(request, placement), templates, recipients, clock.DayOf(now));

    private BatchLife Life(StoredBatch batch, DateTimeOffset now) => new(batch, clock, now, processingTime);

    private JsonObject Write(StoredBatch batch, DateTimeOffset now) => BatchJson.Write(batch, Life(batch, now));

    private void RequireCreated(StoredBatch batch, DateTimeOffset now, string verb)
    {
        string status = Life(batch, now).Status;
        if (status != ApiWords.Created)
        {
            throw Refusal.BadRequest($"Batch {ApiFormat.Id(batch.Id)} cannot be {verb} because its status is {status}, not {ApiWords.Created}");
        }
    }
}
