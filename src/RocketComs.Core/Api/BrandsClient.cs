using RocketComs.Core.Api.Calls;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;

namespace RocketComs.Core.Api;

/// <summary>The reading half of the brand endpoints.</summary>
/// <param name="transport">The way to the platform.</param>
/// <remarks>Sources: API pages "Retrieve a Brand" and "List All Brands".</remarks>
public sealed class BrandsClient(ITransport transport)
{
    private const string Root = "v1/brands";
    private const int ShortestId = 36;
    private const int LongestId = 60;

    /// <summary>Refuses what cannot be the id of a brand: it is no UUID everywhere in the documentation.</summary>
    /// <param name="parameterName">The parameter, without a dash.</param>
    /// <param name="id">The id.</param>
    /// <exception cref="InvalidParameterException">It does not have the documented length.</exception>
    public static void ThrowIfNotId(string parameterName, string id)
    {
        if (id.Length is < ShortestId or > LongestId)
        {
            throw new InvalidParameterException(
                parameterName,
                id,
                $"-{parameterName} '{id}' is not the id of a brand: it must have {ShortestId} to {LongestId} characters.",
                "Give the id, or the brand itself; 'Get-RcBrand -Name' finds it by its name.");
        }
    }

    /// <summary>Gets a brand (<c>GET /v1/brands/{id}</c>).</summary>
    /// <param name="id">The brand.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">The answer is no brand, or another one.</exception>
    public Task<RcBrand> GetAsync(string id, CancellationToken cancellationToken) => transport.GetAsync(
        $"{Root}/{Uri.EscapeDataString(id)}",
        $"brand {id}",
        document =>
        {
            RcBrand brand = LookupJson.Brand(document.Object());
            return (brand.Id ?? brand.CompanyName) is null ? throw document.Unrecognized() : brand with { Id = document.SameId(id, brand.Id) };
        },
        cancellationToken);

    /// <summary>Lists the brands of the account lazily, page by page (<c>GET /v1/brands</c>).</summary>
    /// <param name="cancellationToken">Stops it.</param>
    public IAsyncEnumerable<RcBrand> ListAsync(CancellationToken cancellationToken) =>
        new PagedList(transport, Root, [], "the list of brands").ReadAsync(LookupJson.Brand, cancellationToken);
}
