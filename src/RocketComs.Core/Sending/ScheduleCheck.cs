using RocketComs.Core.Api;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Sending;

/// <summary>When a batch will go out: what is given now, over what the batch has.</summary>
/// <param name="StartDate">The first day.</param>
/// <param name="EndDate">The last day.</param>
/// <param name="StartTime">The time of day from which messages go out.</param>
/// <param name="EndTime">The time of day until which they do.</param>
/// <remarks>Source: API pages "Update a Campaign Batch" and "Create a Campaign Batch".</remarks>
internal sealed record BatchSchedule(DateTime? StartDate, DateTime? EndDate, TimeSpan? StartTime, TimeSpan? EndTime)
{
    /// <summary>The schedule as it will be.</summary>
    public static BatchSchedule Of(BatchDraft draft, RcBatch? before) => new(
        (draft.StartDate ?? before?.StartDate)?.Date, (draft.EndDate ?? before?.EndDate)?.Date, draft.StartTime ?? before?.StartTime, draft.EndTime ?? before?.EndTime);

    /// <summary>Says it in words: "from 2027-01-31, daily 09:00-17:00, until 2027-02-02".</summary>
    public override string ToString()
    {
        string window = StartTime is null && EndTime is null ? string.Empty : $", daily {BatchParameters.Time(StartTime) ?? "00:00"}-{BatchParameters.Time(EndTime) ?? "24:00"}";
        return (StartDate is null ? "no start date" : $"from {BatchParameters.Date(StartDate)}") + window + (EndDate is null ? string.Empty : $", until {BatchParameters.Date(EndDate)}");
    }

    /// <summary>Why a batch with it could not be sent as it is meant.</summary>
    /// <param name="draft">What is given now: the parameter at fault is one of its own, where it can be.</param>
    /// <param name="clock">Today's date comes from here.</param>
    public IEnumerable<InvalidParameterException> Flaws(BatchDraft draft, TimeProvider clock)
    {
        DateTime today = BatchDraftCheck.Today(clock);
        if (StartDate < today)
        {
            yield return Flaw("StartDate", StartDate, $"{Whose(draft.StartDate is null)} start date {BatchParameters.Date(StartDate)} is in the past.", $"Give -StartDate {BatchParameters.Date(today)} or a later day.");
        }

        if (EndDate < today)
        {
            yield return Flaw("EndDate", EndDate, $"{Whose(draft.EndDate is null)} end date {BatchParameters.Date(EndDate)} is in the past.", "Give an -EndDate that is not.");
        }

        if (EndDate < StartDate)
        {
            yield return Flaw(
                draft.EndDate is null ? "StartDate" : "EndDate",
                draft.EndDate ?? StartDate,
                $"{Whose(draft.EndDate is null)} end date {BatchParameters.Date(EndDate)} is before {Whose(draft.StartDate is null, "the")} start date {BatchParameters.Date(StartDate)}.",
                "Give -StartDate and -EndDate that go together.");
        }

        if (EndTime <= StartTime)
        {
            yield return Flaw(
                draft.EndTime is null ? "StartTime" : "EndTime",
                draft.EndTime ?? StartTime,
                $"{Whose(draft.EndTime is null)} end time {BatchParameters.Time(EndTime)} is not after {Whose(draft.StartTime is null, "the")} start time {BatchParameters.Time(StartTime)}; RocketCOMS does not document a window over midnight.",
                "Give -StartTime and -EndTime that go together.");
        }
    }

    private static string Whose(bool isOfBatch, string otherwise = "The") => isOfBatch ? otherwise == "The" ? "The batch's" : "the batch's" : otherwise;

    private static InvalidParameterException Flaw(string parameter, object? value, string message, string advice) => new(parameter, value, $"{message} Nothing was sent.", advice);
}

/// <summary>What must be there before a batch is scheduled: what the documents say cannot be sent otherwise.</summary>
internal static class ScheduleCheck
{
    private const string Active = "ACTIVE";

    /// <summary>Refuses what cannot be judged by the draft alone.</summary>
    /// <param name="intent">What will be sent.</param>
    /// <param name="clock">Today's date comes from here.</param>
    /// <param name="warn">Gets the same of a batch that is not scheduled yet.</param>
    /// <exception cref="InvalidParameterException">The batch is to be scheduled, and could not be sent as it is meant.</exception>
    public static void Check(BatchIntent intent, TimeProvider clock, Action<string> warn)
    {
        foreach (InvalidParameterException flaw in BatchSchedule.Of(intent.Draft, intent.Before).Flaws(intent.Draft, clock))
        {
            if (intent.IsScheduled)
            {
                throw flaw;
            }

            warn(flaw.Message.Replace(" Nothing was sent.", string.Empty));
        }

        if (intent is { IsScheduled: true, Campaign: { Status: { Length: > 0 } status } campaign } && !string.Equals(status, Active, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidParameterException(
                "CampaignId",
                campaign.Id ?? intent.CampaignId,
                $"Campaign {intent.CampaignId} is {status}, and RocketCOMS sends batches of {Active} campaigns only. Nothing was sent.",
                "Wait until the campaign is registered, or choose another one with Get-RcCampaign.");
        }
    }

    /// <summary>Refuses a new batch that lacks what the documents require, before any request.</summary>
    /// <exception cref="InvalidParameterException">It is to be scheduled, and has no reference or no first day.</exception>
    public static void RequireNewBatch(BatchDraft draft)
    {
        foreach ((string name, bool isGiven) in ((string, bool)[])[("ExternalId", draft.ExternalId is not null), ("StartDate", draft.StartDate is not null)])
        {
            if (!isGiven && draft.Action == RcBatchAction.Schedule)
            {
                throw new InvalidParameterException(
                    name,
                    null,
                    $"RocketCOMS requires -{name} of a new batch that is scheduled. Nothing was sent.",
                    name == "ExternalId" ? "Give -ExternalId, a reference of your own; by it a batch that was sent before is recognized." : "Give -StartDate, the first day on which messages go out.");
            }
        }
    }
}
