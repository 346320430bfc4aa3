using RocketComs.Core.Api.Calls;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;

namespace RocketComs.Core.Api;

/// <summary>What brands are qualified for.</summary>
/// <param name="transport">The way to the platform.</param>
/// <remarks>Source: API page "Qualify a Brand for All Use Cases". The use cases are names with capitals in one sample and without in another.</remarks>
internal sealed class QualificationsClient(ITransport transport)
{
    /// <summary>Gets how fast operators take the messages of a use case (<c>GET /v1/brands/{id}/qualification</c>).</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="usecase">The use case, as the campaign has it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The operators that take them; none where that is not told.</returns>
    public async Task<IReadOnlyList<OperatorRate>> GetRatesAsync(string brandId, string usecase, CancellationToken cancellationToken)
    {
        IReadOnlyList<UsecaseRates> usecases = await UnpagedList.ReadAsync(
            transport, $"v1/brands/{Uri.EscapeDataString(brandId)}/qualification", $"the qualification of brand {brandId}", QualificationJson.Usecase, cancellationToken).ConfigureAwait(false);
        return [.. usecases.Where(known => Letters(known.Usecase) == Letters(usecase)).SelectMany(static known => known.Operators).Where(static rate => rate.IsQualified)];
    }

    private static string Letters(string? name) => new([.. (name ?? string.Empty).Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);
}
