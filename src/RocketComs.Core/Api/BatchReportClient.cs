using RocketComs.Core.Api.Calls;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;

namespace RocketComs.Core.Api;

/// <summary>The endpoints that tell what became of a batch: its messages and counters.</summary>
/// <param name="transport">The way to the platform.</param>
public sealed class BatchReportClient(ITransport transport)
{
    /// <summary>Gets the messages of a batch lazily, page by page (<c>GET /v1/batches/{id}/report</c>).</summary>
    /// <param name="id">The batch.</param>
    /// <param name="sorting">The sorting, from <see cref="Sorting"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IAsyncEnumerable<RcBatchMessage> GetMessagesAsync(
        string id, IReadOnlyList<KeyValuePair<string, string>> sorting, CancellationToken cancellationToken) =>
        new PagedList(transport, $"v1/batches/{Uri.EscapeDataString(id)}/report", sorting, $"the messages of batch {id}")
            .ReadAsync(BatchJson.Message, cancellationToken);

    /// <summary>Gets the counters of a batch (<c>GET /v1/insights/campaigns/{batchId}</c>).</summary>
    /// <remarks>The page on the insights of a campaign has the same path: an answer with a campaign's time line is not taken for a batch's.</remarks>
    /// <param name="id">The batch.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="Errors.UnexpectedResponseException">The answer has none of the counters, or is a campaign's.</exception>
    public Task<RcInsight> GetInsightAsync(string id, CancellationToken cancellationToken) => transport.GetAsync(
        "v1/insights/campaigns/" + Uri.EscapeDataString(id),
        $"the insights of batch {id}",
        document => BatchJson.IsInsight(document.Payload) ? BatchJson.Insight(id, document.Object()) : throw document.Unexpected("it does not have the counters of a batch"),
        cancellationToken);
}
