using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;
using RocketComs.Core.Api.Paging;

namespace RocketComs.Core.Api;

/// <summary>The endpoints that tell what became of a batch: its messages and counters.</summary>
public sealed class BatchReportClient
{
    private readonly ITransport _transport;

    /// <summary>Initializes the endpoints.</summary>
    /// <param name="transport">The way to the platform.</param>
    public BatchReportClient(ITransport transport) => _transport = transport;

    /// <summary>Gets the messages of a batch lazily, page by page (<c>GET /v1/batches/{id}/report</c>).</summary>
    /// <param name="id">The batch.</param>
    /// <param name="sorting">The sorting, from <see cref="Sorting"/>.</param>
    /// <param name="doubted">Told, on any thread, why the list may not be whole.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IAsyncEnumerable<RcBatchMessage> GetMessagesAsync(
        string id, IReadOnlyList<KeyValuePair<string, string>> sorting, Action<string>? doubted, CancellationToken cancellationToken) =>
        new PagedList(_transport, $"v1/batches/{Uri.EscapeDataString(id)}/report", sorting, $"the messages of batch {id}") { Doubted = doubted }
            .ReadAsync(ReportJson.Message, cancellationToken);

    /// <summary>Gets the counters of a batch (<c>GET /v1/insights/campaigns/{batchId}</c>).</summary>
    /// <remarks>The page on the insights of a campaign has the same path: an answer with a campaign's time line is not taken for a batch's.</remarks>
    /// <param name="id">The batch.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="Errors.UnexpectedResponseException">The answer has none of the counters, or is a campaign's.</exception>
    public async Task<RcInsight> GetInsightAsync(string id, CancellationToken cancellationToken)
    {
        ApiRequest request = new(HttpMethod.Get, "v1/insights/campaigns/" + Uri.EscapeDataString(id));
        ApiAnswer answer = await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        using ApiDocument document = ApiDocument.Parse(answer, $"the insights of batch {id}");
        return ReportJson.IsInsight(document.Payload)
            ? ReportJson.Insight(id, document.Object())
            : throw document.Unexpected("it does not have the counters of a batch");
    }
}
