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
        CheckDates(draft, clock);
        CheckTime("StartTime", draft.StartTime);
        CheckTime("EndTime", draft.EndTime);
        CheckMessage(draft);
    }

    /// <summary>The earliest day that may be meant: one that has ended in the user's zone but not in UTC, or the other way round, is left to the platform.</summary>
    internal static DateTime Today(TimeProvider clock)
    {
        (DateTime utc, DateTime local) = (clock.GetUtcNow().UtcDateTime.Date, clock.GetLocalNow().Date);
        return utc < local ? utc : local;
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
                name, null, FormattableString.Invariant($"-{name} has {text.Length} characters; more than {MaximumTextLength} fit into no request."), "Shorten it.");
        }

        LoneSurrogate.Refuse(name, text);
    }

    private static void CheckDates(BatchDraft draft, TimeProvider clock)
    {
        DateTime today = Today(clock);
        foreach ((string name, DateTime? date) in ((string, DateTime?)[])[("StartDate", draft.StartDate), ("EndDate", draft.EndDate)])
        {
            if (date?.Date < today)
            {
                throw new InvalidParameterException(
                    name,
                    date,
                    $"-{name} {BatchParameters.Date(date)} is in the past.",
                    $"Give {BatchParameters.Date(today)} or a later day. RocketCOMS does not document the time zone of its dates.");
            }
        }

        if (draft.EndDate?.Date < draft.StartDate?.Date)
        {
            throw new InvalidParameterException(
                "EndDate",
                draft.EndDate,
                $"-EndDate {BatchParameters.Date(draft.EndDate)} is before -StartDate {BatchParameters.Date(draft.StartDate)}.",
                "Give an end that is not before the start, or leave it out to send until everything is sent.");
        }
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
