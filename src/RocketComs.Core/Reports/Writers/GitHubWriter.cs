using RocketComs.Core.Errors;
using RocketComs.Core.Reports.Content;

namespace RocketComs.Core.Reports.Writers;

/// <summary>
/// Writes what is wrong as commands to a runner of GitHub Actions, which shows them at the lines of the files: one a rule. It takes ten of a kind
/// from a step and drops the rest, so the last of too many says what is missing.
/// </summary>
internal static class GitHubWriter
{
    private const int MostOfAKind = 10;

    public static IEnumerable<string> Write(ReportDocument report)
    {
        foreach ((RcIssueSeverity severity, string command) in ((RcIssueSeverity, string)[])[(RcIssueSeverity.Error, "error"), (RcIssueSeverity.Warning, "warning"), (RcIssueSeverity.Information, "notice")])
        {
            Finding[][] rules =
            [
                .. report.Findings.Value.Where(finding => finding.Severity == severity).GroupBy(finding => finding.RuleId)
                    .Select(rule => rule.ToArray()).OrderByDescending(rule => rule.Sum(finding => finding.Count)).ThenBy(rule => rule[0].RuleId, StringComparer.Ordinal),
            ];
            int shown = rules.Length > MostOfAKind ? MostOfAKind - 1 : rules.Length;
            foreach (Finding[] rule in rules.Take(shown))
            {
                yield return Command(command, rule);
            }

            if (shown < rules.Length)
            {
                yield return $"::{command} title={Property("More rules")}::{Data($"And {ReportText.Count(rules.Length - shown)} more: {string.Join(", ", rules.Skip(shown).Select(rule => rule[0].RuleId))}.")}";
            }
        }
    }

    private static string Command(string command, Finding[] rule)
    {
        Finding first = rule[0];
        string place = first.Place is null ? string.Empty : $"file={Property(first.Place.Replace('\\', '/'))},{(first.Line > 0 ? $"line={first.Line}," : string.Empty)}";
        string count = ReportText.Count(rule.Sum(finding => finding.Count)) + (rule.Length > 1 ? $" in {ShownText.Count(rule.Select(finding => finding.Key).Distinct().Count(), "place")}" : string.Empty);
        string where = first.Line > 0 ? $"{first.Subject}, line {ReportText.Count(first.Line)}" : first.Subject;
        return $"::{command} {place}title={Property($"{first.RuleId} {first.Title}")}::{Data($"{count}; first in {where}: {first.Message}")}";
    }

    private static string Data(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string Property(string text) => Data(text).Replace(":", "%3A").Replace(",", "%2C");
}
