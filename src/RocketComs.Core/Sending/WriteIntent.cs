using System.Net;
using System.Text.RegularExpressions;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Sending;

/// <summary>One write, before it goes.</summary>
/// <param name="Name">What is written, for the user: "batch 32df…".</param>
/// <param name="IfUnknown">How to find out whether it was carried out, in a sentence.</param>
public sealed record WriteIntent(string Name, string IfUnknown)
{
    /// <summary>Gets what the journal shall say of it, without time, command and outcome.</summary>
    public RcJournalEntry Entry { get; init; } = new();

    /// <summary>Gets what speaks against it in the journal, whose entries it is given with the oldest first; asked while no other process writes there.</summary>
    internal Func<IReadOnlyList<RcJournalEntry>, RocketComsException?>? Objection { get; init; }
}

/// <summary>What became of a write: three outcomes, no fourth.</summary>
public static class WriteEnding
{
    /// <summary>The outcome of a write that ended with an error, and the few words that the journal may have: no number and no text.</summary>
    public static (RcJournalOutcome Outcome, string Words) Of(RocketComsException exception) => exception switch
    {
        OutcomeUnknownException => (RcJournalOutcome.Unknown, "no answer"),
        UnexpectedResponseException { Outcome: RcJournalOutcome.Done } => (RcJournalOutcome.Done, "accepted, not shown"),
        UnexpectedResponseException { Outcome: RcJournalOutcome.Refused } => (RcJournalOutcome.Refused, "refused in a success"),
        UnexpectedResponseException => (RcJournalOutcome.Unknown, "answer not understood"),

        // The one answer of a server in trouble by which it surely did nothing: it is also the one after which a write is tried again.
        ApiException { StatusCode: HttpStatusCode.ServiceUnavailable, RetryAfter: not null } busy => (RcJournalOutcome.Refused, Words(busy)),
        ApiException api => ((int)api.StatusCode >= 500 ? RcJournalOutcome.Unknown : RcJournalOutcome.Refused, Words(api)),
        _ => (RcJournalOutcome.Refused, "not sent"),
    };

    // A text without what could be somebody's number.
    private static string WithoutNumbers(string text) => Regex.Replace(text, @"(?<![0-9A-Fa-f-])\+?[0-9]{7,15}(?![0-9A-Fa-f-])", "***");

    private static string Words(ApiException api) => $"HTTP {(int)api.StatusCode}" + (api.Body.TraceId is { } trace ? $", traceId {WithoutNumbers(trace)}" : string.Empty);
}
