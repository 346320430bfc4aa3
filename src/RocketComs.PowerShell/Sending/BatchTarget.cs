namespace RocketComs.PowerShell.Sending;

/// <summary>Where a draft goes.</summary>
/// <param name="Id">The batch to update, or the campaign to create one for.</param>
/// <param name="IsNew">Whether a batch is created.</param>
internal sealed record BatchTarget(string Id, bool IsNew);
