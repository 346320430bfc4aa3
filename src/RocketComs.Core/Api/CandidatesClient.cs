using RocketComs.Core.Http.Transport;

namespace RocketComs.Core.Api;

/// <summary>Asks the platform for what ids could be meant. The first hundred of a list are enough: nobody looks through more.</summary>
/// <param name="transport">The way to the platform.</param>
public sealed class CandidatesClient(ITransport transport)
{
    private const int Most = 100;

    /// <summary>Batches, the latest first.</summary>
    public Task<IReadOnlyList<Candidate>> BatchesAsync(CancellationToken cancellationToken) => FirstAsync(
        new BatchesClient(transport, RcParameterPlacement.Query).ListAsync(new BatchFilter(), Sorting.Query("createdAt", "desc"), cancellationToken),
        batch => Candidate.Of(batch.Id, batch.ExternalId ?? batch.Description, Join(batch.Status, BatchParameters.Date(batch.StartDate), batch.ExternalId is null ? null : batch.Description)));

    /// <summary>The campaigns of the account's brands: the platform lists campaigns by brand only.</summary>
    public async Task<IReadOnlyList<Candidate>> CampaignsAsync(CancellationToken cancellationToken)
    {
        CampaignsClient campaigns = new(transport);
        List<Candidate> all = [];
        foreach (Candidate brand in await BrandsAsync(cancellationToken).ConfigureAwait(false))
        {
            all.AddRange(await FirstAsync(
                campaigns.ListAsync(new CampaignFilter(brand.Id), cancellationToken), campaign => Candidate.Of(campaign.Id, campaign.CampaignName, Join(campaign.Status, brand.Name))).ConfigureAwait(false));
            if (all.Count >= Most)
            {
                break;
            }
        }

        return all;
    }

    /// <summary>The brands of the account (<c>GET /v1/brands</c>).</summary>
    /// <remarks>Sources: API pages "List All Brands" and "Retrieve a Brand".</remarks>
    public Task<IReadOnlyList<Candidate>> BrandsAsync(CancellationToken cancellationToken) =>
        FirstAsync(new BrandsClient(transport).ListAsync(cancellationToken), brand => Candidate.Of(brand.Id, brand.DisplayName ?? brand.CompanyName, brand.Status));

    /// <summary>Message templates, the usable ones first.</summary>
    public async Task<IReadOnlyList<Candidate>> MessageTemplatesAsync(CancellationToken cancellationToken) =>
    [
        .. (await new MessageTemplatesClient(transport).ListAsync(cancellationToken).ConfigureAwait(false))
            .OrderBy(template => string.Equals(template.Status, TemplateChange.Active, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .Select(template => Candidate.Of(template.Id, template.Name, Join(template.Status, template.Message)))
            .OfType<Candidate>(),
    ];

    /// <summary>Recipient lists.</summary>
    public Task<IReadOnlyList<Candidate>> RecipientListsAsync(CancellationToken cancellationToken) => FirstAsync(
        new RecipientListsClient(transport).ListAsync(cancellationToken),
        list => Candidate.Of(list.Id, list.Name, list.RecipientsAmount is { } count ? FormattableString.Invariant($"{count:N0} {(count == 1 ? "recipient" : "recipients")}") : string.Empty));

    private static string Join(params string?[] parts) => string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));

    private static async Task<IReadOnlyList<Candidate>> FirstAsync<T>(IAsyncEnumerable<T> items, Func<T, Candidate?> toCandidate)
    {
        List<Candidate> candidates = [];
        await foreach (T item in items.ConfigureAwait(false))
        {
            if (toCandidate(item) is { } candidate)
            {
                candidates.Add(candidate);
            }

            if (candidates.Count == Most)
            {
                break;
            }
        }

        return candidates;
    }
}
