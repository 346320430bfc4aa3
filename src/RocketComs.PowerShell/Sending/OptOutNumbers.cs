using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using RocketComs.PowerShell.Common;

namespace RocketComs.PowerShell.Sending;

/// <summary>The numbers whose owners opted out of a campaign, asked for once a campaign and command.</summary>
internal sealed class OptOutNumbers
{
    private const int ShortestNumber = 10;

    private readonly ConnectedCmdlet _command;
    private readonly CampaignsClient _campaigns;
    private readonly Dictionary<string, string[]> _known = new(System.StringComparer.OrdinalIgnoreCase);

    /// <summary>Initializes the look-up.</summary>
    public OptOutNumbers(ConnectedCmdlet command, ITransport transport)
    {
        _command = command;
        _campaigns = new CampaignsClient(transport);
    }

    /// <summary>Gets the numbers of the campaign that a draft goes to.</summary>
    /// <param name="target">Where the draft goes.</param>
    /// <param name="before">The batch that is updated; <see langword="null"/> for a new one.</param>
    /// <param name="stop">The user's stop.</param>
    /// <exception cref="UnexpectedResponseException">The batch does not show its campaign.</exception>
    public Task<string[]> GetAsync(BatchTarget target, RcBatch? before, CancellationToken stop) => GetAsync(
        before is null ? target.Id : before.CampaignId ?? throw new UnexpectedResponseException(
            $"Batch {target.Id} does not show its campaign, so its opt-outs cannot be asked for. Nothing was sent.",
            "Check the file with Test-RcBatchCsv -OptOutNumber (Get-RcOptOut <campaign>).Number, then update without -CheckOptOut."),
        stop);

    /// <summary>Gets the numbers of a campaign.</summary>
    /// <param name="campaign">The campaign, a UUID.</param>
    /// <param name="stop">The user's stop.</param>
    public async Task<string[]> GetAsync(string campaign, CancellationToken stop)
    {
        if (_known.TryGetValue(campaign, out string[]? known))
        {
            return known;
        }

        string[] numbers = [.. (await _campaigns.GetOptOutsAsync(campaign, stop)).Select(optOut => optOut.Number!)];
        if (numbers.Where(number => number.Count(char.IsDigit) < ShortestNumber).ToArray() is { Length: > 0 } unclear)
        {
            throw new UnexpectedResponseException(
                $"{unclear.Length} of the opt-outs of campaign {campaign} have fewer than ten digits, such as '{unclear[0]}', and cannot be compared with anything. Nothing was sent.",
                "Look at them with Get-RcOptOut, take those numbers out of the file by hand, and send it without -CheckOptOut.");
        }

        _command.WriteVerbose($"The numbers are compared with {numbers.Length} opt-outs of campaign {campaign}.");
        return _known[campaign] = numbers;
    }
}
