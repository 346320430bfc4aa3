using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;
using RocketComs.Core.Api.Paging;

namespace RocketComs.Core.Api;

/// <summary>The brands of the account, which the platform lists campaigns by.</summary>
/// <remarks>Sources: API pages "List All Brands" and "Retrieve a Brand".</remarks>
internal sealed class BrandsClient
{
    private readonly ITransport _transport;

    /// <summary>Initializes the endpoints.</summary>
    public BrandsClient(ITransport transport) => _transport = transport;

    /// <summary>Lists brands lazily, page by page (<c>GET /v1/brands</c>).</summary>
    public IAsyncEnumerable<Candidate?> ListAsync(CancellationToken cancellationToken) =>
        new PagedList(_transport, "v1/brands", [], "the list of brands").ReadAsync(Read, cancellationToken);

    private static Candidate? Read(JsonFields fields) => Candidate.Of(fields.Text("id"), fields.Text("displayName") ?? fields.Text("companyName"), fields.Text("status"));
}
