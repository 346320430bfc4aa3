using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;

namespace RocketComs.Core.Sending;

/// <summary>The numbers whose owners opted out of a campaign, asked for once a campaign and command.</summary>
/// <param name="transport">The way to the platform.</param>
/// <param name="host">Who is told.</param>
public sealed class OptOutNumbers(ITransport transport, ISendingHost host)
{
    private const int ShortestNumber = 10;

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

        string[] numbers = [.. (await new CampaignsClient(transport).GetOptOutsAsync(campaign, stop)).Select(optOut => optOut.Number!)];
        if (numbers.Where(number => number.Count(char.IsDigit) < ShortestNumber).ToArray() is { Length: > 0 } unclear)
        {
            throw new UnexpectedResponseException(
                $"{unclear.Length} of the opt-outs of campaign {campaign} have fewer than ten digits, such as '{unclear[0]}', and cannot be compared with anything. Nothing was sent.",
                "Look at them with Get-RcOptOut, take those numbers out of the file by hand, and send it without -CheckOptOut.");
        }

        host.Verbose($"The numbers are compared with {numbers.Length} opt-outs of campaign {campaign}.");
        return _known[campaign] = numbers;
    }
}
