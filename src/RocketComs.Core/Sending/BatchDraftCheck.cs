using System.Globalization;
using RocketComs.Core.Api;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Sending;

/// <summary>What a draft must be before any request is made.</summary>
public static class BatchDraftCheck
{
    // A server takes 8,000 bytes of address or so; past 65,000 .NET makes no address of it.
    private const int MaximumTextLength = 3000;

    /// <summary>Refuses a draft that the platform would refuse, or that cannot be meant.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="clock">Today's date comes from here.</param>
    /// <exception cref="InvalidParameterException">With the parameter's name, its value and what to give instead.</exception>
    public static void Check(BatchDraft draft, TimeProvider clock)
    {
        InvalidParameterException.ThrowIfNotUuid("CampaignId", draft.CampaignId);
        InvalidParameterException.ThrowIfNotUuid("MessageTemplateId", draft.MessageTemplateId);
        foreach (string id in draft.RecipientListIds)
        {
            InvalidParameterException.ThrowIfNotUuid("RecipientListId", id);
        }

        CheckText("ExternalId", draft.ExternalId);
        CheckText("Description", draft.Description);
        CheckText("Message", draft.Message);
        if (BatchSchedule.Of(draft, null).DateFlaws(draft, clock).FirstOrDefault() is { } flaw)
        {
            throw flaw;
        }

        CheckTime("StartTime", draft.StartTime);
        CheckTime("EndTime", draft.EndTime);
        CheckMessage(draft);
    }

    private static void CheckText(string name, string? text)
    {
        if (text is null)
        {
            return;
        }

        if (text.Length > MaximumTextLength)
        {
            throw new InvalidParameterException(
                name, text, FormattableString.Invariant($"-{name} has {text.Length} characters; more than {MaximumTextLength} fit into no request."), "Shorten it.");
        }

        LoneSurrogate.Refuse(name, text);
    }

    private static void CheckTime(string name, TimeSpan? time)
    {
        if (time is { } value && (value < TimeSpan.Zero || value >= TimeSpan.FromDays(1) || value.Ticks % TimeSpan.TicksPerMinute != 0))
        {
            throw new InvalidParameterException(
                name, time, $"-{name} {value.ToString("c", CultureInfo.InvariantCulture)} is not a time of day in hours and minutes.", "Give hours and minutes, such as 09:00.");
        }
    }

    private static void CheckMessage(BatchDraft draft)
    {
        if (draft.Operation != BatchOperation.ManualMessage)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(draft.Message))
        {
            throw new InvalidParameterException("Message", draft.Message, "-Message is blank.", "Give the text that the recipients are to get.");
        }

        if (draft.Message!.Length > BatchDraft.MaximumMessageLength)
        {
            throw new InvalidParameterException(
                "Message",
                draft.Message,
                $"-Message has {draft.Message.Length} characters; RocketCOMS takes at most {BatchDraft.MaximumMessageLength}.",
                "Shorten the text, or send it as a batch file with Update-RcBatch -Path.");
        }
    }
}
