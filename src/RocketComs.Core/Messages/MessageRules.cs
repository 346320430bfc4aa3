using System.Collections.Generic;
using System.Linq;
using System.Threading;
using RocketComs.Core.Batches;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Rules;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Messages;

/// <summary>What a single message must be before it is sent: the rules for a row of a batch file hold for it too.</summary>
public static class MessageRules
{
    /// <summary>Checks a message.</summary>
    /// <param name="draft">The message.</param>
    /// <param name="measure">How its text is counted and priced.</param>
    /// <param name="optOuts">Numbers that must not be sent to, in any spelling.</param>
    /// <returns>What the check found: segments, cost, and warnings. It has no error.</returns>
    /// <exception cref="InvalidParameterException">The campaign is no UUID, or a rule says that the message cannot be sent.</exception>
    public static RcBatchCsvReport Check(MessageDraft draft, MeasureOptions measure, IReadOnlyCollection<string> optOuts)
    {
        DraftRules.CheckId("CampaignId", draft.CampaignId);
        using RowsSource row = new();
        row.Add(draft.Number, draft.Message);
        RcBatchCsvReport report = BatchCsvChecker.Check(row, new CheckOptions { Measure = measure, OptOutNumbers = optOuts }, CancellationToken.None);
        if (report.Issues.FirstOrDefault(issue => issue.Severity == RcIssueSeverity.Error) is not { } error)
        {
            return report;
        }

        // A row with nothing in it, or with the words of a header, is no row to the checker; here it is a message without a number.
        return error.Column == "Message"
            ? throw new InvalidParameterException("Message", draft.Message, Sentence(error), error.Suggestion)
            : throw new InvalidParameterException("Number", draft.Number, Sentence(error), error.Suggestion);
    }

    private static string Sentence(RcBatchCsvIssue error) => $"{error.Message.TrimEnd('.')} ({error.RuleId}). Nothing was sent.";
}
