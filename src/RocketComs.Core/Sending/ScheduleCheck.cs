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
    private const int MostYears = 200;

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
        foreach (InvalidParameterException flaw in DateFlaws(draft, clock))
        {
            yield return flaw;
        }

        if (EndTime <= (StartTime ?? TimeSpan.Zero))
        {
            yield return new InvalidParameterException(
                draft.EndTime is null ? nameof(StartTime) : nameof(EndTime),
                draft.EndTime ?? StartTime,
                $"{Sentence(Name(nameof(EndTime), draft.EndTime))} {BatchParameters.Time(EndTime)} is not after {(StartTime is null ? "the start of the day" : Name(nameof(StartTime), draft.StartTime))} {BatchParameters.Time(StartTime ?? TimeSpan.Zero)}; RocketCOMS does not document a window over midnight.",
                "Give -StartTime and -EndTime that go together.");
        }
    }

    /// <summary>Of those the flaws of its days.</summary>
    public IEnumerable<InvalidParameterException> DateFlaws(BatchDraft draft, TimeProvider clock)
    {
        DateTime today = Today(clock);
        foreach ((string name, DateTime? date, DateTime? given) in ((string, DateTime?, DateTime?)[])[(nameof(StartDate), StartDate, draft.StartDate), (nameof(EndDate), EndDate, draft.EndDate)])
        {
            if (date < today)
            {
                yield return new InvalidParameterException(
                    name,
                    date,
                    $"{Sentence(Name(name, given))} {BatchParameters.Date(date)} is in the past.",
                    $"Give -{name} {BatchParameters.Date(today)} or a later day. RocketCOMS does not document the time zone of its dates.");
            }

            // Of another calendar: the Buddhist one is 543 years ahead.
            if (date > today.AddYears(MostYears))
            {
                yield return new InvalidParameterException(
                    name,
                    date,
                    $"{Sentence(Name(name, given))} {BatchParameters.Date(date)} is more than {MostYears} years away.",
                    $"Give -{name} as a day of the Gregorian calendar, such as {BatchParameters.Date(today.AddDays(1))}.");
            }
        }

        if (EndDate < StartDate)
        {
            yield return new InvalidParameterException(
                draft.EndDate is null ? nameof(StartDate) : nameof(EndDate),
                draft.EndDate is null ? StartDate : EndDate,
                $"{Sentence(Name(nameof(EndDate), draft.EndDate))} {BatchParameters.Date(EndDate)} is before {Name(nameof(StartDate), draft.StartDate)} {BatchParameters.Date(StartDate)}.",
                "Give an end that is not before the start, or leave it out to send until everything is sent.");
        }
    }

    // A day that has ended in the user's zone but not in UTC, or the other way round, is left to the platform.
    private static DateTime Today(TimeProvider clock)
    {
        (DateTime utc, DateTime local) = (clock.GetUtcNow().UtcDateTime.Date, clock.GetLocalNow().Date);
        return utc < local ? utc : local;
    }

    private static string Name(string parameter, object? given) => given is null ? $"the batch's {parameter}" : $"-{parameter}";

    private static string Sentence(string name) => name[0] == 't' ? "T" + name.Substring(1) : name;
}

/// <summary>What must be there before a batch is scheduled: what the documents say cannot be sent otherwise.</summary>
internal static class ScheduleCheck
{
    private const string Active = "ACTIVE";

    private static readonly (string Name, Func<BatchDraft, object?> Given)[] s_values =
    [
        ("ExternalId", draft => draft.ExternalId),
        ("StartDate", draft => draft.StartDate),
        ("EndDate", draft => draft.EndDate),
        ("StartTime", draft => draft.StartTime),
        ("EndTime", draft => draft.EndTime),
    ];

    /// <summary>Refuses what cannot be judged by the draft alone.</summary>
    /// <param name="intent">What will be sent.</param>
    /// <param name="clock">Today's date comes from here.</param>
    /// <param name="warn">Gets the same of a batch that is not scheduled yet.</param>
    /// <exception cref="InvalidParameterException">The batch is to be scheduled, and could not be sent as it is meant.</exception>
    public static void Check(BatchIntent intent, TimeProvider clock, Action<string> warn)
    {
        foreach (InvalidParameterException flaw in Unread(intent).Concat(BatchSchedule.Of(intent.Draft, intent.Before).Flaws(intent.Draft, clock)))
        {
            if (intent.IsScheduled)
            {
                throw flaw;
            }

            warn(flaw.Message);
        }

        // Required of a new batch, but documented as optional for an update: the batch may have it and not show it.
        if (intent is { IsScheduled: true, Before: { } before })
        {
            foreach (string name in new[] { intent.ExternalId is null ? "ExternalId" : null, BatchSchedule.Of(intent.Draft, before).StartDate is null ? "StartDate" : null }.OfType<string>())
            {
                warn($"Batch {intent.Target.Id} shows no {name}, and none was given. RocketCOMS requires one of every new batch; {(name == "StartDate" ? "when one without it goes out is not documented" : "by it a batch that was sent before is recognized")}. Give -{name}.");
            }
        }

        if (intent is { IsScheduled: true, Campaign.Status: { Length: > 0 } status } && !string.Equals(status, Active, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidParameterException(
                "CampaignId",
                intent.CampaignId,
                $"Campaign {intent.CampaignId} is {status}, and RocketCOMS sends batches of {Active} campaigns only. Nothing was sent.",
                "Wait until the campaign is registered, or choose another one with Get-RcCampaign.");
        }
    }

    // What the platform shows in a form that cannot be read is there all the same.
    private static IEnumerable<InvalidParameterException> Unread(BatchIntent intent)
    {
        foreach ((string name, Func<BatchDraft, object?> given) in s_values)
        {
            if (given(intent.Draft) is null && intent.Before is { } before && AnswerComparison.Unread(before, name) is { } shown)
            {
                yield return new InvalidParameterException(
                    name, shown, $"The batch's {name} '{shown}' cannot be read, so it cannot be checked.", $"Give -{name}, or look at the batch in the portal first.");
            }
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
