using RocketComs.Core.Api.Calls;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Content;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;

namespace RocketComs.Core.Api;

/// <summary>Which batches are listed. What is <see langword="null"/> is no filter.</summary>
/// <remarks>Source: API page "List All Batches".</remarks>
public sealed record BatchFilter
{
    /// <summary>Gets the campaign, a UUID.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Gets the status, in any case. The server has no filter for <c>CREATED</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Gets the earliest first day.</summary>
    public DateTime? StartDateFrom { get; init; }

    /// <summary>Gets the latest first day.</summary>
    public DateTime? StartDateTo { get; init; }

    /// <summary>Gets the earliest last day.</summary>
    public DateTime? EndDateFrom { get; init; }

    /// <summary>Gets the latest last day.</summary>
    public DateTime? EndDateTo { get; init; }

    internal IEnumerable<KeyValuePair<string, string>> Query()
    {
        (string Name, string? Value)[] all =
        [
            ("startDateFrom", BatchParameters.Date(StartDateFrom)),
            ("startDateTo", BatchParameters.Date(StartDateTo)),
            ("endDateFrom", BatchParameters.Date(EndDateFrom)),
            ("endDateTo", BatchParameters.Date(EndDateTo)),
            ("campaignId", CampaignId),
            ("status", Status?.ToUpperInvariant()),
        ];
        return all.Where(pair => pair.Value is not null).Select(pair => new KeyValuePair<string, string>(pair.Name, pair.Value!));
    }
}

/// <summary>The batch endpoints of the API.</summary>
/// <param name="transport">The way to the platform.</param>
/// <param name="placement">Where scalar parameters travel.</param>
public sealed class BatchesClient(ITransport transport, RcParameterPlacement placement)
{
    /// <summary>The only status in which a batch can be updated or removed.</summary>
    public const string CreatedStatus = "CREATED";

    /// <summary>The status of a batch whose file was found wrong.</summary>
    public const string ErrorStatus = "ERROR";

    private const string Root = "v1/batches";

    /// <summary>Creates a batch (<c>POST /v1/batches</c>).</summary>
    /// <param name="draft">What it should be.</param>
    /// <param name="uploaded">Called with the bytes of the body sent so far, and in all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<RcBatch> CreateAsync(BatchDraft draft, Action<long, long?>? uploaded, CancellationToken cancellationToken)
    {
        ApiRequest request = Upload(HttpMethod.Post, Root, draft, uploaded, draft.ExternalId is null
            ? "List the campaign's batches with Get-RcBatch and look for this one before you create it again."
            : $"List the campaign's batches with Get-RcBatch and look for ExternalId '{draft.ExternalId}' before you create it again.");
        return await transport.WriteAsync(request, "the new batch", document => Shown(document) is { Id: not null } batch ? batch : null, cancellationToken).ConfigureAwait(false)
            ?? throw ApiCalls.NotShown("The new batch", HowToFindNew(draft));
    }

    /// <summary>Updates a batch (<c>PATCH /v1/batches/{id}</c>). Where the answer does not show the batch, it is read.</summary>
    /// <param name="id">The batch.</param>
    /// <param name="draft">What it should be.</param>
    /// <param name="uploaded">Called with the bytes of the body sent so far, and in all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<RcBatch> UpdateAsync(string id, BatchDraft draft, Action<long, long?>? uploaded, CancellationToken cancellationToken)
    {
        ApiRequest request = Upload(
            ApiCalls.Patch, PathOf(id), draft, uploaded, $"Run 'Get-RcBatch {id}': UpdatedAt and Status tell whether the update arrived. Only while it is CREATED send it again.");
        return await transport.WriteAsync(request, $"batch {id}", document => Shown(document, BatchJson.IsState(document.Payload)) is { } batch ? Named(batch, document.OwnId(id)) : null, cancellationToken).ConfigureAwait(false)
            ?? await ApiCalls.ReadBackAsync(
                $"The update of batch {id}", $"Look with 'Get-RcBatch {id}' before you send it again.", () => GetAsync(id, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Gets a batch (<c>GET /v1/batches/{id}</c>).</summary>
    /// <param name="id">The batch.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<RcBatch> GetAsync(string id, CancellationToken cancellationToken) =>
        transport.GetAsync(PathOf(id), $"batch {id}", document => Shown(document) is { } batch ? Named(batch, document.SameId(id, batch.Id)) : throw document.Unexpected("it is not a batch"), cancellationToken);

    /// <summary>Lists batches lazily, page by page (<c>GET /v1/batches</c>).</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="sorting">The sorting, from <see cref="Sorting"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IAsyncEnumerable<RcBatch> ListAsync(BatchFilter filter, IReadOnlyList<KeyValuePair<string, string>> sorting, CancellationToken cancellationToken) =>
        new PagedList(transport, Root, [.. filter.Query(), .. sorting], "the list of batches").ReadAsync(BatchJson.Batch, cancellationToken);

    /// <summary>Gets the errors of a batch's file, all pages (<c>GET /v1/batches/{id}/errors</c>).</summary>
    /// <param name="id">The batch.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IAsyncEnumerable<RcBatchError> GetErrorsAsync(string id, CancellationToken cancellationToken)
    {
        // Without verbose the platform gives a count and no lines.
        KeyValuePair<string, string>[] query = [new("verbose", "true")];
        return new PagedList(transport, PathOf(id) + "/errors", query, $"the errors of batch {id}")
            .ReadAsync(fields => BatchJson.Error(id, fields), cancellationToken);
    }

    /// <summary>Removes a batch (<c>DELETE /v1/batches/{id}</c>).</summary>
    /// <param name="id">The batch.</param>
    /// <param name="sent">Called, on any thread, when a request is sent; once for each try.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">A gateway answered, or the platform said no in a success.</exception>
    public Task RemoveAsync(string id, Action<long, long?>? sent, CancellationToken cancellationToken)
    {
        ApiRequest request = new(HttpMethod.Delete, PathOf(id))
        {
            Content = count => new FieldContent([], count),
            Uploaded = sent,
            HowToFindOut = $"Run 'Get-RcBatch {id}': if it is not found, it was removed.",
        };
        return transport.WriteAsync(request, $"the removal of batch {id}", id, cancellationToken);
    }

    /// <summary>Refuses a batch that can be neither updated nor removed.</summary>
    /// <exception cref="BatchNotUpdatableException">Its status is not <c>CREATED</c>, or it has finished whatever its status says.</exception>
    public static void RequireCreated(RcBatch batch, string id)
    {
        if (BatchStatuses.FinishedAt(batch) is not null || batch.Status != CreatedStatus)
        {
            throw new BatchNotUpdatableException(id, batch.Status, BatchStatuses.Words(batch));
        }
    }

    private static string PathOf(string id) => Root + "/" + Uri.EscapeDataString(id);

    // A batch that was accepted is there: whoever creates it again pays twice.
    private static string HowToFindNew(BatchDraft draft) =>
        $"It is there, so do not create another one. Find it with 'Get-RcBatch{(draft.CampaignId is null ? string.Empty : $" -CampaignId {draft.CampaignId}")}'"
        + (draft.ExternalId is null ? ": it is the latest." : $": its ExternalId is '{draft.ExternalId}'.");

    private static RcBatch? Shown(ApiDocument document, bool isState = false)
    {
        RcBatch batch = BatchJson.Batch(document.Object());
        return isState || BatchJson.IsBatch(document.Payload) ? batch : null;
    }

    // Of the batch with the id that was asked for, however the platform spells it.
    private static RcBatch Named(RcBatch batch, string id) => UnchangedObjects.Add(batch with { Id = id });

    private ApiRequest Upload(HttpMethod method, string path, BatchDraft draft, Action<long, long?>? uploaded, string howToFindOut) => new(method, path)
    {
        Query = BatchParameters.Query(draft, placement),
        Content = sent => BatchParameters.Body(draft, placement, sent),
        Uploaded = uploaded,
        HowToFindOut = howToFindOut,
    };
}
