using System.Runtime.CompilerServices;
using System.Text.Json;
using RocketComs.Core.Http.Transport;

namespace RocketComs.Core.Accounts;

/// <summary>
/// Asks an account whether the assumptions hold that README lists. It reads only; what comes is judged by its shape, so an answer that no command could
/// read is a check like any other.
/// </summary>
/// <param name="transport">The way to the platform.</param>
/// <param name="baseUri">The platform's address.</param>
public sealed class AccountChecks(ITransport transport, Uri baseUri)
{
    private const string BatchesPath = "v1/batches";
    private const string ListsPath = "v1/recipients/lists";
    private const string CampaignsPath = "v1/campaigns";
    private const string MostBatches = "100";

    private readonly AccountReader _reader = new(transport);
    private readonly List<JsonElement> _items = [];

    /// <summary>Gets whether batches and errors could be read if they were made: without that, no probe can be looked after.</summary>
    public bool CanProbe { get; private set; }

    /// <summary>Gets why not, in a sentence.</summary>
    public string WhyNoProbe { get; private set; } = string.Empty;

    /// <summary>Makes the checks that one read after the other shows.</summary>
    /// <param name="stop">The user's stop.</param>
    public async IAsyncEnumerable<RcAccountCheck> ReadAsync([EnumeratorCancellation] CancellationToken stop)
    {
        Seen batches = await _reader.GetAsync(BatchesPath, stop, ("page", "0"), ("pageSize", MostBatches));
        foreach (RcAccountCheck check in new AccessChecks(baseUri, batches).Check())
        {
            yield return check;
        }

        if (!batches.IsRead)
        {
            WhyNoProbe = $"The list of batches could not be read ({batches.Words}).";
            foreach (string name in new[] { CheckNames.Lists, CheckNames.FirstPage, CheckNames.PageSize, CheckNames.Total, CheckNames.OptOuts, CheckNames.Insights })
            {
                yield return Verdict.NotKnown(name, WhyNoProbe);
            }

            yield break;
        }

        CanProbe = batches.Items is not null;
        WhyNoProbe = CanProbe ? string.Empty : "The answers of the account cannot be read, so a batch that is made could not be found again.";
        await foreach (RcAccountCheck check in ReadMoreAsync(batches, stop))
        {
            yield return check;
        }
    }

    /// <summary>Makes the checks of how values are written, and names the assumptions that nothing shows.</summary>
    /// <param name="probe">The probe batch as it was shown; none where there was no probe.</param>
    public IEnumerable<RcAccountCheck> End(IEnumerable<JsonElement> probe) =>
        [.. FormatChecks.Check([.. probe, .. _items]), .. CheckNames.NotAsked.Select(assumption => Verdict.NotKnown(assumption.Name, assumption.Why))];

    /// <summary>The checks of a probe that was not made.</summary>
    /// <param name="why">Why not, in a sentence.</param>
    public static IEnumerable<RcAccountCheck> NoProbe(string why) => CheckNames.OfProbe.Select(name => Verdict.NotKnown(name, why, "Give -ProbeCampaign and -ProbeNumber: that makes a batch of one row with Validate, and removes it."));

    private async IAsyncEnumerable<RcAccountCheck> ReadMoreAsync(Seen batches, [EnumeratorCancellation] CancellationToken stop)
    {
        Seen lists = await _reader.GetAsync(ListsPath, stop, ("page", "0"), ("pageSize", "2"));
        Seen brands = await _reader.GetAsync("v1/brands", stop, ("page", "0"), ("pageSize", "2"));
        Seen templates = await _reader.GetAsync("v1/message-templates", stop);
        List<(string Name, Seen Seen)> all = [("batches", batches), ("recipient lists", lists), ("brands", brands), ("message templates", templates)];

        // The platform lists campaigns by brand.
        (string, string)[] brand = [.. (brands.Items ?? []).Select(item => Seen.Text(item, "id")).OfType<string>().Take(1).Select(id => ("brandId", id))];
        Seen? campaigns = brand.Length == 0 ? null : await _reader.GetAsync(CampaignsPath, stop, [.. brand, ("page", "0"), ("pageSize", "2")]);
        if (campaigns is not null)
        {
            all.Add(("campaigns", campaigns));
        }

        _items.AddRange(all.SelectMany(list => list.Seen.Items ?? []));
        yield return ListChecks.Check(all);

        (string, (string, string)[])[] paged = [(ListsPath, []), (BatchesPath, []), .. brand.Length == 0 ? [] : ((string, (string, string)[])[])[(CampaignsPath, brand)], ("v1/recipients", [])];
        foreach (RcAccountCheck check in await new PagingChecks(_reader).CheckAsync(paged, stop))
        {
            yield return check;
        }

        string? campaign = (campaigns?.Items ?? []).Select(item => Seen.Text(item, "id")).Concat((batches.Items ?? []).Select(item => Seen.Text(item, "campaignId"))).FirstOrDefault(id => id is not null);
        yield return ListChecks.OptOuts(campaign is null ? null : await _reader.GetAsync($"{CampaignsPath}/{Uri.EscapeDataString(campaign)}/optouts", stop));
        yield return await new InsightCheck(_reader).CheckAsync(batches.Items ?? [], stop);
    }
}
