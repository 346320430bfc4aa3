using System.Text.Json;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Content;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;
using RocketComs.Core.Api.Paging;

namespace RocketComs.Core.Api;

/// <summary>The batch endpoints of the API.</summary>
public sealed class BatchesClient
{
    /// <summary>The only status in which a batch can be updated or removed.</summary>
    public const string CreatedStatus = "CREATED";

    private const string Root = "v1/batches";

    private readonly ITransport _transport;
    private readonly RcParameterPlacement _placement;

    /// <summary>Initializes the endpoints.</summary>
    /// <param name="transport">The way to the platform.</param>
    /// <param name="placement">Where scalar parameters travel.</param>
    public BatchesClient(ITransport transport, RcParameterPlacement placement)
    {
        _transport = transport;
        _placement = placement;
    }

    /// <summary>Creates a batch (<c>POST /v1/batches</c>).</summary>
    /// <param name="draft">What it shall be.</param>
    /// <param name="uploaded">Told of the bytes of the body that have left so far, and of how many they are in all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<RcBatch> CreateAsync(BatchDraft draft, Action<long, long?>? uploaded, CancellationToken cancellationToken)
    {
        ApiRequest request = Upload(HttpMethod.Post, Root, draft, uploaded, draft.ExternalId is null
            ? "List the campaign's batches with Get-RcBatch and look for this one before you create it again."
            : $"List the campaign's batches with Get-RcBatch and look for ExternalId '{draft.ExternalId}' before you create it again.");
        ApiAnswer answer = await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            using ApiDocument document = ApiDocument.Parse(answer, "the new batch");
            return Batch(document, expectedId: null);
        }
        catch (UnexpectedResponseException exception)
        {
            throw WriteAnswer.Unclear(exception, request);
        }
    }

    /// <summary>Updates a batch (<c>PATCH /v1/batches/{id}</c>).</summary>
    /// <param name="id">The batch.</param>
    /// <param name="draft">What it shall be.</param>
    /// <param name="uploaded">Told of the bytes of the body that have left so far, and of how many they are in all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<RcBatch> UpdateAsync(string id, BatchDraft draft, Action<long, long?>? uploaded, CancellationToken cancellationToken)
    {
        ApiRequest request = Upload(
            new HttpMethod("PATCH"), PathOf(id), draft, uploaded, $"Run 'Get-RcBatch {id}': UpdatedAt and Status tell whether the update arrived. Only while it is CREATED send it again.");
        ApiAnswer answer = await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (WriteAnswer.IsText(answer))
        {
            // Other calls of this API answer with a plain sentence; the batch itself is then asked for.
            return await ReadBackAsync(id, cancellationToken).ConfigureAwait(false);
        }

        return Updated(answer, request, id) ?? await ReadBackAsync(id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gets a batch (<c>GET /v1/batches/{id}</c>).</summary>
    /// <param name="id">The batch.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<RcBatch> GetAsync(string id, CancellationToken cancellationToken)
    {
        ApiAnswer answer = await _transport.SendAsync(new ApiRequest(HttpMethod.Get, PathOf(id)), cancellationToken).ConfigureAwait(false);
        using ApiDocument document = ApiDocument.Parse(answer, $"batch {id}");
        return Batch(document, id);
    }

    /// <summary>Lists batches lazily, page by page (<c>GET /v1/batches</c>).</summary>
    /// <param name="query">Filters and sorting.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IAsyncEnumerable<RcBatch> ListAsync(IReadOnlyList<KeyValuePair<string, string>> query, CancellationToken cancellationToken) =>
        new PagedList(_transport, Root, query, "the list of batches").ReadAsync(BatchJson.Batch, cancellationToken);

    /// <summary>Gets the errors of a batch's file, all pages (<c>GET /v1/batches/{id}/errors</c>).</summary>
    /// <param name="id">The batch.</param>
    /// <param name="doubted">Told, on any thread, why the list may not be whole.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IAsyncEnumerable<RcBatchError> GetErrorsAsync(string id, Action<string>? doubted, CancellationToken cancellationToken)
    {
        // Without verbose the platform gives a count and no lines.
        KeyValuePair<string, string>[] query = [new("verbose", "true")];
        return new PagedList(_transport, PathOf(id) + "/errors", query, $"the errors of batch {id}") { Doubted = doubted }
            .ReadAsync(fields => BatchJson.Error(id, fields), cancellationToken);
    }

    /// <summary>Removes a batch (<c>DELETE /v1/batches/{id}</c>). Success is a 2xx with words, with JSON that does not say no, or with nothing.</summary>
    /// <param name="id">The batch.</param>
    /// <param name="sent">Told, on any thread, that a request leaves; once for each try.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">A gateway answered, or the platform said no in a success.</exception>
    public async Task RemoveAsync(string id, Action<long, long?>? sent, CancellationToken cancellationToken)
    {
        ApiRequest request = new(HttpMethod.Delete, PathOf(id))
        {
            Content = left => new FieldContent([], left),
            Uploaded = sent,
            HowToFindOut = $"Run 'Get-RcBatch {id}': if it is not found, it was removed.",
        };
        ApiAnswer answer = await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        WriteAnswer.RequireSuccess(answer, request, $"the removal of batch {id}");
    }

    /// <summary>Refuses a batch that can be neither updated nor removed.</summary>
    /// <exception cref="BatchNotUpdatableException">Its status is not <c>CREATED</c>.</exception>
    public static void RequireCreated(RcBatch batch, string id)
    {
        if (!string.Equals(batch.Status, CreatedStatus, StringComparison.Ordinal))
        {
            throw new BatchNotUpdatableException(id, batch.Status);
        }
    }

    private static string PathOf(string id) => Root + "/" + Uri.EscapeDataString(id);

    private static RcBatch Batch(ApiDocument document, string? expectedId)
    {
        RcBatch batch = BatchJson.Batch(document.Object());
        return !BatchJson.IsBatch(document.Payload) ? throw document.Unexpected("it is no batch")
            : batch.Id is null && expectedId is null ? throw document.Unexpected("it has no id")
            : batch with { Id = batch.Id ?? expectedId };
    }

    // The batch that an update answers with; nothing when the answer is a word about it.
    private static RcBatch? Updated(ApiAnswer answer, ApiRequest request, string id)
    {
        try
        {
            using ApiDocument document = ApiDocument.Parse(answer, $"batch {id}");
            if (document.Payload.ValueKind == JsonValueKind.Null)
            {
                return null;
            }

            RcBatch batch = BatchJson.Batch(document.Object());
            return BatchJson.IsBatch(document.Payload) ? batch with { Id = batch.Id ?? id } : null;
        }
        catch (UnexpectedResponseException exception)
        {
            throw WriteAnswer.Unclear(exception, request);
        }
    }

    private async Task<RcBatch> ReadBackAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await GetAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (RocketComsException exception)
        {
            throw new UnexpectedResponseException(
                $"The update of batch {id} was accepted, but the batch could not be read back: {exception.Message}",
                $"Look with 'Get-RcBatch {id}' before you send it again.",
                exception);
        }
    }

    private ApiRequest Upload(HttpMethod method, string path, BatchDraft draft, Action<long, long?>? uploaded, string howToFindOut) => new(method, path)
    {
        Query = BatchForm.Query(draft, _placement),
        Content = sent => BatchForm.Body(draft, _placement, sent),
        Uploaded = uploaded,
        HowToFindOut = howToFindOut,
    };
}
