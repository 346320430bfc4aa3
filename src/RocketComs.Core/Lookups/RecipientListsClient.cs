using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using RocketComs.Core.Errors;
using RocketComs.Core.Http;
using RocketComs.Core.Json;
using RocketComs.Core.Paging;

namespace RocketComs.Core.Lookups;

/// <summary>The reading half of the recipient list endpoints.</summary>
/// <remarks>Sources: API pages "Retrieve a Recipient List" and "List All Recipient Lists".</remarks>
public sealed class RecipientListsClient
{
    private const string Root = "v1/recipients/lists";

    private readonly ITransport _transport;

    /// <summary>Initializes the endpoints.</summary>
    /// <param name="transport">The way to the platform.</param>
    public RecipientListsClient(ITransport transport) => _transport = transport;

    /// <summary>Gets a list (<c>GET /v1/recipients/lists/{id}</c>); who is on it the platform documents no call for.</summary>
    /// <param name="id">The list.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">The answer is no list, or another one.</exception>
    public async Task<RcRecipientList> GetAsync(string id, CancellationToken cancellationToken)
    {
        ApiAnswer answer = await _transport.SendAsync(new ApiRequest(HttpMethod.Get, Root + "/" + Uri.EscapeDataString(id)), cancellationToken).ConfigureAwait(false);
        using ApiDocument document = ApiDocument.Parse(answer, $"recipient list {id}");
        RcRecipientList list = LookupJson.RecipientList(document.Object());
        return list with { Id = LookupJson.SameId(document, id, list.Id, (list.Id ?? list.Name) is not null || list.RecipientsAmount is not null) };
    }

    /// <summary>Lists all lists lazily, page by page (<c>GET /v1/recipients/lists</c>); the platform has no filter for them.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    public IAsyncEnumerable<RcRecipientList> ListAsync(CancellationToken cancellationToken) =>
        new PagedList(_transport, Root, [], "the recipient lists").ReadAsync(LookupJson.RecipientList, cancellationToken);
}
