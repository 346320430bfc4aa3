using System.Globalization;
using RocketComs.Core.Errors;
using RocketComs.Core.Sending;

namespace RocketComs.Core.Api;

/// <summary>Which messages to search for; what is <see langword="null"/> is not asked for.</summary>
/// <remarks>Source: API page "Search Messages". It does not say in which time zone its days are.</remarks>
public sealed record MessageFilter
{
    /// <summary>Gets the campaign, a UUID.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Gets the batch, a UUID.</summary>
    public string? BatchId { get; init; }

    /// <summary>Gets the first day on which they were sent; its time of day does not count.</summary>
    public DateTime? From { get; init; }

    /// <summary>Gets the last such day.</summary>
    public DateTime? To { get; init; }

    /// <summary>Gets the status. It is sent in capitals, and one that the platform does not know is its to refuse.</summary>
    public string? Status { get; init; }

    /// <summary>Gets whether only messages that belong to no batch are asked for.</summary>
    public bool? SingleOnly { get; init; }

    /// <summary>Refuses what cannot be meant.</summary>
    /// <exception cref="InvalidParameterException">An id is none, the last day is before the first, or a single message is asked of a batch.</exception>
    public void Check()
    {
        DraftRules.CheckId(nameof(CampaignId), CampaignId);
        DraftRules.CheckId(nameof(BatchId), BatchId);
        if (To?.Date < From?.Date)
        {
            throw new InvalidParameterException(nameof(To), To, $"-To {Date(To)} is before -From {Date(From)}.", "Give a last day that is not before the first.");
        }

        if (BatchId is not null && SingleOnly == true)
        {
            throw new InvalidParameterException(
                nameof(SingleOnly), BatchId, "-SingleOnly and -BatchId exclude each other: a single message is of no batch.", "Leave one of them out.");
        }
    }

    /// <summary>The query, in the order of the documentation.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Query()
    {
        List<KeyValuePair<string, string>> query = [];
        foreach ((string name, string? value) in ((string, string?)[])
            [
                ("campaignId", CampaignId), ("batchId", BatchId), ("from", Date(From)), ("to", Date(To)), ("status", Status?.ToUpperInvariant()),
                ("singleOnly", SingleOnly is { } single ? (single ? "true" : "false") : null),
            ])
        {
            if (value is not null)
            {
                query.Add(new(name, value));
            }
        }

        return query;
    }

    private static string? Date(DateTime? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
