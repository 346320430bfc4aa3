using RocketComs.Core.Api;

namespace RocketComs.Core.Sending;

/// <summary>Says when a batch will go out: what the draft sets, else what the batch has.</summary>
public static class SendingTime
{
    /// <summary>Says it in words: "from 2027-01-31, daily 09:00-17:00, until 2027-02-02".</summary>
    /// <param name="draft">What will be sent to the platform.</param>
    /// <param name="before">The batch as it is; <see langword="null"/> for a new one.</param>
    public static string Describe(BatchDraft draft, RcBatch? before)
    {
        string? from = BatchParameters.Date(draft.StartDate ?? before?.StartDate);
        string? until = BatchParameters.Date(draft.EndDate ?? before?.EndDate);
        string? opens = BatchParameters.Time(draft.StartTime ?? before?.StartTime);
        string? closes = BatchParameters.Time(draft.EndTime ?? before?.EndTime);
        string window = opens is null && closes is null ? string.Empty : $", daily {opens ?? "00:00"}-{closes ?? "24:00"}";
        return (from is null ? "no start date" : $"from {from}") + window + (until is null ? string.Empty : $", until {until}");
    }
}
