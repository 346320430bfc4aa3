using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Numbers;

namespace RocketComs.Core.Sending;

/// <summary>The numbers whose owners opted out of a campaign, asked for once a campaign and command.</summary>
/// <param name="transport">The way to the platform.</param>
/// <param name="verbose">Is told how many there are.</param>
public sealed class OptOutNumbers(ITransport transport, Action<string> verbose)
{
    private readonly Dictionary<string, string[]> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the numbers of a campaign.</summary>
    /// <param name="campaign">The campaign, a UUID.</param>
    /// <param name="stop">The user's stop.</param>
    /// <exception cref="UnexpectedResponseException">An opt-out cannot be compared with anything.</exception>
    public async Task<string[]> GetAsync(string campaign, CancellationToken stop)
    {
        if (_known.TryGetValue(campaign, out string[]? known))
        {
            return known;
        }

        string[] numbers = [.. (await new CampaignsClient(transport).GetOptOutsAsync(campaign, stop)).Select(optOut => optOut.Number ?? string.Empty)];

        // Whose number it is cannot be told, and it may be that of a row: nobody is sent to.
        if (OptOutEntries.Unclear(numbers, national: null).ToArray() is { Length: > 0 } unclear)
        {
            throw new UnexpectedResponseException(
                $"RocketCOMS lists {unclear.Length} {(unclear.Length == 1 ? "opt-out" : "opt-outs")} of campaign {campaign} that cannot be used: {OptOutEntries.Describe(unclear[0])} Nothing was done.",
                "Look at them with Get-RcOptOut and take those numbers out of the file by hand. Take the others out with Test-RcBatchCsv -OptOutNumber, and send what is left without -CheckOptOut.");
        }

        verbose($"The numbers are compared with {numbers.Length} opt-outs of campaign {campaign}.");
        return _known[campaign] = numbers;
    }
}
