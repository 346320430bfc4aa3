namespace RocketComs.PowerShell.Common;

/// <summary>A campaign where a parameter takes one: an id, or any object with a <c>CampaignId</c> (a batch is of a campaign), or else an <c>Id</c>, property.</summary>
public sealed class CampaignReference : IdReference
{
    /// <summary>Initializes the reference.</summary>
    /// <param name="value">The id, or the object that has it.</param>
    public CampaignReference(object value)
        : base(value, nameof(RcCampaign), "CampaignId")
    {
    }
}
