namespace RocketComs.PowerShell.Completion;

/// <summary>Completes the documented statuses of a campaign (API page "List All Campaigns").</summary>
public sealed class CampaignStatusCompleter : WordCompleter
{
    private protected override IEnumerable<string> Words => ["ACTIVE", "PENDING", "DECLINED", "DELETED", "COMPLETED"];
}
