using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Rules;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Sending;

/// <summary>What a single message must be before it is sent: the rules for a row of a batch file hold for it too.</summary>
public static class MessageCheck
{
    /// <summary>Checks a message.</summary>
    /// <param name="draft">The message.</param>
    /// <param name="measure">How its text is counted and priced.</param>
    /// <param name="optOuts">Numbers that must not be sent to, in any spelling.</param>
    /// <returns>What the check found: segments, cost, and warnings. It has no error.</returns>
    /// <exception cref="InvalidParameterException">A rule says that the message cannot be sent.</exception>
    public static RcBatchCsvReport Check(MessageDraft draft, MeasureOptions measure, IReadOnlyCollection<string> optOuts)
    {
        RcBatchCsvReport report = TextCheck.CheckRow(draft.Number, draft.Message, new CheckOptions { Measure = measure, OptOutNumbers = optOuts });
        if (report.Issues.FirstOrDefault(issue => issue.Severity == RcIssueSeverity.Error) is not { } error)
        {
            return report;
        }

        (string message, string advice) = TextCheck.Describe(error);
        throw new InvalidParameterException(error.Column, error.Column == "Message" ? draft.Message : draft.Number, $"{message}. The message was not sent.", advice);
    }

    /// <summary>How many numbers stand in more than one message, however they are written.</summary>
    /// <param name="drafts">The messages.</param>
    public static int Repeated(IEnumerable<MessageDraft> drafts)
    {
        using RowsSource rows = new();
        foreach (MessageDraft draft in drafts)
        {
            rows.Add(draft.Number, "x");
        }

        return (int)BatchCsvChecker.Check(rows, new CheckOptions { MaxIssue = 0 }, CancellationToken.None).DuplicateCount;
    }
}
