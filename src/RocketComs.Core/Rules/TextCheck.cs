using System.Globalization;
using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Errors;
using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Rules.Texts;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Rules;

/// <summary>Checks a text that is in no file, such as that of a template, with the rules for the text of a row.</summary>
public static class TextCheck
{
    // A number that is nobody's and that no rule has anything to say about.
    private const string Nobody = "2025550100";

    /// <summary>Refuses a name or text that says nothing, or that no encoding has bytes for.</summary>
    /// <param name="parameterName">The parameter, without a dash.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="InvalidParameterException">It is blank, or holds half a character.</exception>
    public static void Require(string parameterName, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new InvalidParameterException(parameterName, text, $"-{parameterName} is blank.", "Give a text that is not blank.");
        }

        LoneSurrogate.Refuse(parameterName, text!);
    }

    /// <summary>Checks a text that is to be sent now.</summary>
    /// <param name="text">The text.</param>
    /// <param name="parameterName">The parameter that it came by.</param>
    /// <param name="measure">How it is counted.</param>
    /// <returns>The warnings, in sentences with the ids of their rules.</returns>
    /// <exception cref="InvalidParameterException">A rule says that it cannot be sent.</exception>
    public static IReadOnlyList<string> Check(string text, string parameterName, MeasureOptions measure)
    {
        RcBatchCsvReport report = CheckRow(Nobody, text, new CheckOptions { Measure = measure });
        if (report.Issues.FirstOrDefault(issue => issue.Severity == RcIssueSeverity.Error) is { } error)
        {
            (string message, string advice) = Describe(error);
            throw new InvalidParameterException(parameterName, text, $"{message}. Nothing was sent.", advice);
        }

        return Warnings(text, report);
    }

    /// <summary>Checks a text that is only kept, such as that of a template: what would stop its sending is a warning, too.</summary>
    /// <param name="text">The text, without half characters.</param>
    /// <returns>The warnings, in sentences with the ids of their rules.</returns>
    public static IReadOnlyList<string> Warnings(string text) => Warnings(text, CheckRow(Nobody, text, new CheckOptions()));

    /// <summary>What a text has that the registration of its campaign speaks against.</summary>
    /// <param name="text">The text, without half characters.</param>
    /// <param name="campaign">The campaign.</param>
    /// <returns>Sentences with the ids of their rules, and how much each weighs.</returns>
    public static IEnumerable<(RcIssueSeverity Severity, string Sentence)> AgainstRegistration(string text, RcCampaign campaign)
    {
        HashSet<string> rules = [.. RuleTable.OfRegistration.Select(rule => rule.Id)];
        return CheckRow(Nobody, text, new CheckOptions { Campaign = campaign }).Issues.Where(issue => rules.Contains(issue.RuleId)).Select(issue => (issue.Severity, Describe(issue).Message + "."));
    }

    /// <summary>What is damaged in a text that is only measured: characters that were lost or misread on the way here.</summary>
    /// <param name="text">The text; half characters may stand in it.</param>
    /// <returns>The warnings, in sentences with the ids of their rules.</returns>
    public static IEnumerable<string> Damage(string text) => IsOfPrintableAscii(text) ? [] : DamageIn(text);

    // Called for each measured text.
    private static bool IsOfPrintableAscii(string text) =>
#if NET8_0_OR_GREATER
        !text.AsSpan().ContainsAnyExceptInRange(' ', '~');
#else
        text.All(static character => character is >= ' ' and <= '~');
#endif

    private static IEnumerable<string> DamageIn(string text)
    {
        if (text.IndexOf('\uFFFD') >= 0)
        {
            yield return $"The text contains U+FFFD, which stands for a character that another program could not read ({RuleTable.CharactersLost.Id}).";
        }

        if (ControlIn(text) is { } control)
        {
            yield return string.Format(CultureInfo.InvariantCulture, "The text contains a control character (U+{0:X4}) ({1}).", (int)control, RuleTable.ControlCharacter.Id);
        }

        if (DecodedTwice.Find(text) is { } found)
        {
            yield return $"The text was decoded twice: {found.Word} was {found.Was} ({RuleTable.DecodedTwice.Id}).";
        }
    }

    private static char? ControlIn(string text)
    {
        foreach (char character in text)
        {
            if (char.IsControl(character) && character is not ('\t' or '\r' or '\n' or '\u007F'))
            {
                return character;
            }
        }

        return null;
    }

    /// <summary>Says what a text needs on the air: "Gsm7, 33 units, 1 segment of 160".</summary>
    /// <param name="text">The text.</param>
    public static string Describe(string text)
    {
        RcSmsMeasurement measured = SmsMeasurer.Measure(text, new MeasureOptions());
        return FormattableString.Invariant($"{measured.Encoding}, {measured.Units} units, {measured.SegmentCount} {(measured.SegmentCount == 1 ? "segment" : "segments")} of {measured.SegmentCapacity}");
    }

    /// <summary>Says what is wrong with a number or a text that stands in no row, with the id of its rule, and what to do about it.</summary>
    internal static (string Message, string Advice) Describe(RcBatchCsvIssue issue)
    {
        (string message, string advice) =
            issue.RuleId == RuleTable.NumberMissing.Id ? ("The number is missing", "Give the recipient's mobile number.")
            : issue.RuleId == RuleTable.MessageMissing.Id ? ("The text is blank", "Give a text that is not blank.")
            : (issue.Message.TrimEnd('.'), issue.RuleId == RuleTable.OptOut.Id ? "Send nothing to this number." : issue.Suggestion);
        return ($"{message} ({issue.RuleId})", advice);
    }

    /// <summary>Checks a number with its text as the one row of a file.</summary>
    internal static RcBatchCsvReport CheckRow(string number, string text, CheckOptions options)
    {
        using RowsSource row = new();
        row.Add(number, text);
        return BatchCsvChecker.Check(row, options, CancellationToken.None);
    }

    private static List<string> Warnings(string text, RcBatchCsvReport report)
    {
        List<string> warnings =
        [
            .. report.Issues.Select(issue => Describe(issue).Message + (issue.Severity == RcIssueSeverity.Error ? ", so it cannot be sent." : ".")),
        ];
        if (text.IndexOfAny(['\r', '\n']) >= 0)
        {
            warnings.Add(@"The text contains a real line break; the documented way to write one is the two characters \n.");
        }

        return warnings;
    }
}
