using System.Globalization;
using System.Text;
using System.Xml;
using RocketComs.Core.Reports.Content;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Reports.Writers;

/// <summary>
/// Writes a report as JUnit's XML: a suite a file, and in it a test a rule, which an error fails. JUnit has no warnings, so a rule that warns passes
/// and says what it found; one that was not asked is skipped. All else stands in the output of the first suite.
/// </summary>
internal static class JUnitWriter
{
    private const string General = "RocketComs report";

    public static void Write(ReportDocument report, ReportInput input, ReportOptions options, Stream stream)
    {
        ReportText text = new(options);
        (string Key, string Name) File(string? path) => (text.Place(path) ?? text.File(path), text.File(path));
        (string Key, string Name) Batch(string? id) => ("batch " + text.Id(id), "batch " + text.Id(id));
        ILookup<string, RcBatchCsvReport> checks = input.Files.Checks.ToLookup(check => File(check.Path).Key);
        (string Key, string Name)[] subjects =
        [
            .. input.Files.Checks.Select(check => File(check.Path)).Concat(input.Files.Repairs.Select(repair => File(repair.Path))).Concat(input.Windows.Select(window => File(window.Path)))
                .Concat(input.Batches.Select(batch => Batch(batch.Id))).Concat(input.Insights.Select(insight => Batch(insight.BatchId))).Distinct(),
        ];
        (string Name, Test[] Tests)[] suites = [.. subjects.DefaultIfEmpty((Key: General, Name: General)).Select(subject => (subject.Name, Tests(subject.Key, [.. checks[subject.Key]], report)))];

        XmlWriterSettings settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false };
        using XmlWriter xml = XmlWriter.Create(stream, settings);
        Test[] all = [.. suites.SelectMany(suite => suite.Tests)];
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", report.Title);
        WriteCounts(xml, all);
        for (int i = 0; i < suites.Length; i++)
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", suites[i].Name);
            WriteCounts(xml, suites[i].Tests);
            xml.WriteAttributeString("skipped", suites[i].Tests.Count(test => test.NotAsked is not null).ToString(CultureInfo.InvariantCulture));
            foreach (Test test in suites[i].Tests)
            {
                WriteTest(xml, suites[i].Name, test);
            }

            if (i == 0)
            {
                xml.WriteElementString("system-out", "\n" + MarkdownWriter.Write(report));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    // Of a checked file all rules; of anything else those that found something, or one that says that none did.
    private static Test[] Tests(string key, RcBatchCsvReport[] checks, ReportDocument report)
    {
        Dictionary<string, Finding[]> found = report.Findings.Value.Where(finding => finding.Key == key).GroupBy(finding => finding.RuleId).ToDictionary(rule => rule.Key, rule => rule.ToArray());
        IEnumerable<Test> tests = checks.Length > 0
            ? RuleTable.All.Where(rule => !found.ContainsKey(rule.Id)).Select(rule => new Test(rule.Id, rule.Title, []) { NotAsked = Reason(rule, checks) })
            : [];
        Test[] each = [.. tests.Concat(found.Select(rule => new Test(rule.Key, rule.Value[0].Title, rule.Value))).OrderBy(test => test.Id, StringComparer.Ordinal)];
        return each.Length > 0 ? each : [new Test("report", "Nothing is wrong", [])];
    }

    // Why no check asked a rule; null where one did.
    private static string? Reason(RuleInfo rule, RcBatchCsvReport[] checks) =>
        checks.All(check => check.ExcludedRules.Contains(rule.Id)) ? "The check left this rule out."
        : checks.All(check => check.ExcludedRules.Contains(rule.Id) || check.UncheckedRules.Contains(rule.Id)) ? "The check was given nothing to compare with (-OptOutNumber, -Campaign)."
        : null;

    private static void WriteCounts(XmlWriter xml, Test[] tests)
    {
        xml.WriteAttributeString("tests", tests.Length.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("failures", tests.Count(test => test.IsFailure).ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("errors", "0");
        xml.WriteAttributeString("time", "0");
    }

    private static void WriteTest(XmlWriter xml, string suite, Test test)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", $"{test.Id} {test.Title}");
        xml.WriteAttributeString("classname", suite);
        xml.WriteAttributeString("time", "0");
        if (test.NotAsked is not null)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", test.NotAsked);
            xml.WriteEndElement();
        }
        else if (test.Findings.Length > 0)
        {
            string[] lines = [.. test.Findings.Select(Describe)];
            if (test.IsFailure)
            {
                xml.WriteStartElement("failure");
                xml.WriteAttributeString("message", lines[0]);
                xml.WriteAttributeString("type", test.Id);
                xml.WriteString(string.Join("\n", lines));
                xml.WriteEndElement();
            }
            else
            {
                xml.WriteElementString("system-out", string.Join("\n", lines));
            }
        }

        xml.WriteEndElement();
    }

    private static string Describe(Finding finding) =>
        $"{ReportText.Count(finding.Count)}×{(finding.Line > 0 ? $", first on line {ReportText.Count(finding.Line)}" : string.Empty)}: {finding.Message}";

    private sealed record Test(string Id, string Title, Finding[] Findings)
    {
        public string? NotAsked { get; init; }

        public bool IsFailure => Findings.Any(finding => finding.Severity == RcIssueSeverity.Error);
    }
}
