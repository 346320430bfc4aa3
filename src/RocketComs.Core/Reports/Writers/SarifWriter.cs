using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RocketComs.Core.Reports.Content;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Reports.Writers;

/// <summary>Writes a report as SARIF 2.1.0: the issues as results, and the figures as properties of the run.</summary>
/// <remarks>GitHub takes 25,000 results of a run, and shows 5,000 of them.</remarks>
internal sealed class SarifWriter : IDisposable
{
    private const int MostResults = 25_000;
    private const int MostShown = 5_000;

    // As they are, not escaped: the file is read by tools, and no part of a page.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ReportDocument _report;
    private readonly ReportInput _input;
    private readonly ReportText _text;
    private readonly Utf8JsonWriter _json;
    private readonly Dictionary<string, int> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    private SarifWriter(ReportDocument report, ReportInput input, ReportOptions options, Stream stream)
    {
        (_report, _input, _text) = (report, input, new ReportText(options));
        _json = new Utf8JsonWriter(stream, s_options);
    }

    public static void Write(ReportDocument report, ReportInput input, ReportOptions options, Stream stream)
    {
        using SarifWriter writer = new(report, input, options, stream);
        writer.Write();
    }

    public void Dispose() => _json.Dispose();

    private static string Level(RcIssueSeverity severity) => severity switch
    {
        RcIssueSeverity.Error => "error",
        RcIssueSeverity.Warning => "warning",
        _ => "note",
    };

    private void Write()
    {
        RcBatchCsvIssue[] issues =
        [
            .. _input.Files.Checks.SelectMany(check => check.Issues.Select(issue => issue with { Path = check.Path })),
            .. _input.Files.Repairs.SelectMany(repair => FindingList.SetAside(_input, repair).Select(issue => issue with { Path = repair.Path })),
        ];
        Finding[] others = [.. _report.Findings.Value.Where(finding => FindingList.OtherRules.ContainsKey(finding.RuleId))];

        // Errors first where there is no room for all, in the order in which they came.
        RcBatchCsvIssue[] kept = issues.Length + others.Length <= MostResults ? issues : [.. issues.OrderByDescending(issue => issue.Severity).Take(MostResults - others.Length)];
        _json.WriteStartObject();
        _json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        _json.WriteString("version", "2.1.0");
        _json.WriteStartArray("runs");
        _json.WriteStartObject();
        WriteTool([.. kept.Select(issue => _text.Rule(issue.RuleId)).Concat(others.Select(finding => finding.RuleId)).Distinct().OrderBy(id => id, StringComparer.Ordinal)]);
        WriteNotifications(issues.Length, others.Length, kept.Length + others.Length);
        _json.WriteStartArray("results");
        foreach (RcBatchCsvIssue issue in kept)
        {
            WriteResult(issue);
        }

        foreach (Finding finding in others)
        {
            WriteResult(finding);
        }

        _json.WriteEndArray();
        _json.WriteString("columnKind", "utf16CodeUnits");
        WriteProperties();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteTool(IReadOnlyList<string> rules)
    {
        _json.WriteStartObject("tool");
        _json.WriteStartObject("driver");
        _json.WriteString("name", "RocketComs");
        _json.WriteStartArray("rules");
        foreach (string id in rules)
        {
            _rules.Add(id, _rules.Count);
            RuleInfo? known = RuleTable.Find(id);
            _json.WriteStartObject();
            _json.WriteString("id", id);
            WriteText("shortDescription", FindingList.TitleOf(id));
            if (known is not null)
            {
                // No address: the page lies on the machine that made the report.
                WriteText("help", $"Run Get-RcRule {id}, or see {id} in docs/rules.md of the module RocketComs.");
            }

            _json.WriteStartObject("defaultConfiguration");
            _json.WriteString("level", Level(known?.Severity ?? (id == FindingList.BatchError ? RcIssueSeverity.Error : RcIssueSeverity.Warning)));
            _json.WriteEndObject();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteNotifications(int issues, int others, int written)
    {
        long counted = _input.Files.Checks.Sum(check => check.IssueSummary.Sum(rule => rule.Value)) + _input.Files.Repairs.Sum(repair => FindingList.SetAside(_input, repair).LongCount());
        string[] notes =
        [
            .. CheckSections.NotAsked(_input, _text),
            .. counted > issues ? [$"{ReportText.Count(counted)} issues were counted, and {ReportText.Count(issues)} of them kept by the check (-MaxIssue)."] : Array.Empty<string>(),
            .. written < issues + others ? [$"A run holds {ReportText.Count(MostResults)} results at most; the errors go first."] : Array.Empty<string>(),
            .. written > MostShown ? [$"GitHub shows the first {ReportText.Count(MostShown)} of {ReportText.Count(written)} results."] : Array.Empty<string>(),
        ];
        _json.WriteStartArray("invocations");
        _json.WriteStartObject();
        _json.WriteBoolean("executionSuccessful", true);
        _json.WriteStartArray("toolExecutionNotifications");
        foreach (string note in notes)
        {
            _json.WriteStartObject();
            _json.WriteString("level", "note");
            WriteText("message", note);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WriteResult(RcBatchCsvIssue issue)
    {
        _json.WriteStartObject();
        WriteHead(_text.Rule(issue.RuleId), issue.Severity, $"{_text.Message(issue)} {_text.Suggestion(issue)}".Trim());
        WriteLocation(issue.Path, issue.Line, issue.Row == 0 ? $"line {issue.Line}" : $"row {issue.Row}");

        // Without its line, so that it is the same issue when rows are put in before it; and without its number.
        string key = string.Join("\n", issue.RuleId, _text.Uri(issue.Path), issue.Column, NumberMask.Of(issue.Message), NumberMask.OfField(issue.Value));
        WriteFingerprint(key);
        _json.WriteEndObject();
    }

    private void WriteResult(Finding finding)
    {
        _json.WriteStartObject();
        WriteHead(finding.RuleId, finding.Severity, $"{finding.Subject}: {finding.Message}");
        WriteLocation(path: null, 0, finding.Subject);
        WriteFingerprint(string.Join("\n", finding.RuleId, finding.Subject));
        _json.WriteEndObject();
    }

    private void WriteHead(string rule, RcIssueSeverity severity, string message)
    {
        _json.WriteString("ruleId", rule);
        _json.WriteNumber("ruleIndex", _rules[rule]);
        _json.WriteString("level", Level(severity));
        WriteText("message", message);
    }

    private void WriteLocation(string? path, long line, string name)
    {
        _json.WriteStartArray("locations");
        _json.WriteStartObject();
        if (_text.Uri(path) is { } uri)
        {
            _json.WriteStartObject("physicalLocation");
            _json.WriteStartObject("artifactLocation");
            _json.WriteString("uri", uri);
            _json.WriteEndObject();
            _json.WriteStartObject("region");
            _json.WriteNumber("startLine", Math.Max(1, line));
            _json.WriteEndObject();
            _json.WriteEndObject();
        }
        else
        {
            _json.WriteStartArray("logicalLocations");
            _json.WriteStartObject();
            _json.WriteString("name", name);
            _json.WriteEndObject();
            _json.WriteEndArray();
        }

        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WriteFingerprint(string key)
    {
        _seen[key] = _seen.TryGetValue(key, out int before) ? before + 1 : 1;
        using SHA256 sha = SHA256.Create();
        byte[] hash = sha.ComputeHash(Encoding.UTF8.GetBytes($"{key}\n{_seen[key]}"));

        // In letters: digits in a row could look like a number.
        string letters = new([.. hash.Take(16).SelectMany(each => new[] { (char)('a' + (each >> 4)), (char)('a' + (each & 0xF)) })]);
        _json.WriteStartObject("partialFingerprints");
        _json.WriteString("issue/v1", letters);
        _json.WriteEndObject();
    }

    private void WriteProperties()
    {
        _json.WriteStartObject("properties");
        _json.WriteStartObject("facts");
        foreach ((string name, string value) in _report.Facts)
        {
            _json.WriteString(name, value);
        }

        _json.WriteEndObject();
        _json.WriteStartArray("figures");
        foreach ((ReportSection section, Figure figure) in _report.Sections.SelectMany(section => section.Figures.Select(figure => (section, figure))))
        {
            _json.WriteStartObject();
            _json.WriteString("section", section.Title);
            _json.WriteString("title", figure.Title);
            WriteTexts("columns", figure.Table.Columns.Select(column => column.Name));
            _json.WriteStartArray("rows");
            foreach (string[] row in figure.Table.Rows)
            {
                WriteTexts(null, row);
            }

            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteTexts(string? name, IEnumerable<string> texts)
    {
        if (name is null)
        {
            _json.WriteStartArray();
        }
        else
        {
            _json.WriteStartArray(name);
        }

        foreach (string text in texts)
        {
            _json.WriteStringValue(text);
        }

        _json.WriteEndArray();
    }

    private void WriteText(string name, string text)
    {
        _json.WriteStartObject(name);
        _json.WriteString("text", text);
        _json.WriteEndObject();
    }
}
