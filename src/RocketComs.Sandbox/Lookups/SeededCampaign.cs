using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Lookups;

/// <summary>A campaign that is there from the start.</summary>
internal sealed record SeededCampaign(string Id, string Name, string Status)
{
    public bool IsUsable => Status == ApiWords.Active;
}
