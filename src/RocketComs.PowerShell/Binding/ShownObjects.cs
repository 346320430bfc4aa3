using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Json;
using RocketComs.Core.Sending;

namespace RocketComs.PowerShell.Binding;

/// <summary>Reads what a piped batch has. Of one that the platform returned it is no word of the user's; a copy from a file or a job may have been changed.</summary>
internal static class ShownBatch
{
    private static readonly string[] s_compared =
    [
        nameof(RcBatch.Id), nameof(RcBatch.CampaignId), nameof(RcBatch.ExternalId), nameof(RcBatch.Description), nameof(RcBatch.StartDate), nameof(RcBatch.EndDate), nameof(RcBatch.StartTime),
        nameof(RcBatch.EndTime), nameof(RcBatch.Message), nameof(RcBatch.MessageTemplateId),
    ];

    /// <summary>What a batch shows that may be the user's word, to be compared with what the platform has; <see langword="null"/> for a batch that nobody has changed.</summary>
    /// <param name="input">The batch.</param>
    /// <param name="isGiven">Whether a parameter was given besides, so that its property does not count.</param>
    /// <exception cref="InvalidParameterException">Something in it is unclear.</exception>
    public static PipedBatch? Of(PSObject input, Func<string, bool> isGiven)
    {
        if (input.BaseObject is RcBatch live && UnchangedObjects.Contains(live))
        {
            return null;
        }

        if (input.BaseObject is RcBatch changed && UnchangedObjects.ChangesOf(changed).FirstOrDefault(name => !s_compared.Contains(name)) is { } other)
        {
            throw new InvalidParameterException(
                other, input, $"{other} of the batch was changed after it was read, and properties of a batch are not sent. Nothing was sent for it.", $"Give what Get-RcBatch gives now, and -{other} if there is such a parameter.");
        }

        return new PipedBatch(
            Text(nameof(RcBatch.Id)),
            new BatchDraft
            {
                CampaignId = Text(nameof(RcBatch.CampaignId)),
                ExternalId = Text(nameof(RcBatch.ExternalId)),
                Description = Text(nameof(RcBatch.Description)),
                StartDate = Read<DateTime?>(nameof(RcBatch.StartDate), static (name, value) => CellReader.Date(name, value, isPiped: true)),
                EndDate = Read<DateTime?>(nameof(RcBatch.EndDate), static (name, value) => CellReader.Date(name, value, isPiped: true)),
                StartTime = Read<TimeSpan?>(nameof(RcBatch.StartTime), static (name, value) => CellReader.Time(name, value)),
                EndTime = Read<TimeSpan?>(nameof(RcBatch.EndTime), static (name, value) => CellReader.Time(name, value)),
                Message = Text(nameof(RcBatch.Message)),
                MessageTemplateId = Text(nameof(RcBatch.MessageTemplateId)),
            });

        string? Text(string name) => Read(name, CellReader.Text);

        // What was added to a batch is a column like any other.
        T? Read<T>(string name, Func<string, object, T> read) =>
            !isGiven(name) && input.Properties[name] is { } property && ModuleTypes.IsOwn(input, property) && !Cell.IsEmpty(property.Value) ? read(name, property.Value) : default;
    }
}

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
