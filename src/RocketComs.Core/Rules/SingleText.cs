using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Rules;

/// <summary>Checks a text that is in no file, such as that of a template, with the rules for the text of a row.</summary>
public static class SingleText
{
    // A number that is nobody's and that no rule has anything to say about.
    private const string Nobody = "2025550100";

    /// <summary>Checks a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="parameterName">The parameter that it came by.</param>
    /// <param name="measure">How it is counted.</param>
    /// <returns>The warnings, in sentences with the ids of their rules.</returns>
    /// <exception cref="InvalidParameterException">A rule says that it cannot be sent, or it needs more segments than a network takes.</exception>
    public static IReadOnlyList<string> Check(string text, string parameterName, MeasureOptions measure)
    {
        RcBatchCsvReport report = CheckRow(Nobody, text, new CheckOptions { Measure = measure });
        if (report.Issues.FirstOrDefault(issue => issue.Severity == RcIssueSeverity.Error) is { } error)
        {
            throw new InvalidParameterException(parameterName, text, $"The text cannot be sent: {error.Message.TrimEnd('.')} ({error.RuleId}). Nothing was sent.", error.Suggestion);
        }

        RequireSendable(report.SegmentCount, parameterName, text);
        List<string> doubts = [.. report.Issues.Select(issue => $"{issue.Message.TrimEnd('.')} ({issue.RuleId}).")];
        if (text.IndexOfAny(['\r', '\n']) >= 0)
        {
            doubts.Add(@"The text holds a real line break; the documented way to write one is the two characters \n.");
        }

        return doubts;
    }

    /// <summary>Checks a number with its text as the one row of a file.</summary>
    internal static RcBatchCsvReport CheckRow(string number, string text, CheckOptions options)
    {
        using RowsSource row = new();
        row.Add(number, text);
        return BatchCsvChecker.Check(row, options, CancellationToken.None);
    }

    /// <summary>Refuses a text that needs more segments than a network takes.</summary>
    /// <exception cref="InvalidParameterException">It does.</exception>
    internal static void RequireSendable(long segments, string parameterName, string text)
    {
        if (segments > SmsMeasurer.MaximumSegments)
        {
            throw new InvalidParameterException(
                parameterName,
                text,
                $"The text needs {segments} segments; no phone network takes a message of more than {SmsMeasurer.MaximumSegments}. Nothing was sent.",
                "Shorten it, or send it as several.");
        }
    }
}
