using System.Management.Automation;

namespace RocketComs.PowerShell.Binding;

/// <summary>Reads what a campaign shows of its registration. Of one with chosen properties nothing is taken: what was left out would seem not to be known.</summary>
internal static class ShownCampaign
{
    /// <summary>The campaign; <see langword="null"/> for an object of another kind.</summary>
    /// <param name="given">The campaign, or a copy of it out of a file or a job.</param>
    public static RcCampaign? Of(PSObject given) => given.BaseObject as RcCampaign ?? (ModuleTypes.NameOf(given) != nameof(RcCampaign) ? null : new RcCampaign
    {
        Id = Text(given, nameof(RcCampaign.Id)),
        CampaignName = Text(given, nameof(RcCampaign.CampaignName)),
        EmbeddedLink = Flag(given, nameof(RcCampaign.EmbeddedLink)),
        EmbeddedPhone = Flag(given, nameof(RcCampaign.EmbeddedPhone)),
        SubscriberOptout = Flag(given, nameof(RcCampaign.SubscriberOptout)),
        OptoutMessage = Text(given, nameof(RcCampaign.OptoutMessage)),
        Sample1 = Text(given, nameof(RcCampaign.Sample1)),
        Sample2 = Text(given, nameof(RcCampaign.Sample2)),
        Sample3 = Text(given, nameof(RcCampaign.Sample3)),
        Sample4 = Text(given, nameof(RcCampaign.Sample4)),
        Sample5 = Text(given, nameof(RcCampaign.Sample5)),
    });

    private static string? Text(PSObject given, string name) => given.Properties[name]?.Value as string;

    private static bool? Flag(PSObject given, string name) => given.Properties[name]?.Value as bool?;
}
