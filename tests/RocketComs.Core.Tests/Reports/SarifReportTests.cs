using System.Text.Json;
using RocketComs.Core.Reports.Content;
using Xunit;

namespace RocketComs.Core.Tests.Reports;

/// <summary>SARIF 2.1.0, as GitHub takes it.</summary>
public sealed class SarifReportTests
{
    [Fact]
    public void Issues_are_results_with_rule_level_place_and_fingerprint()
    {
        JsonElement run = Run(ReportSample.Input(ReportSample.Check("2025550123,Hello\nbad,Hello\n2025550124, Hello\n") with { Path = null }), out _);
        Assert.Equal(0, run.GetProperty("results").EnumerateArray().Count(result => result.GetProperty("locations")[0].TryGetProperty("physicalLocation", out JsonElement _)));

        run = Run(ReportSample.Input(Moved("/data/spring sale/ä%.csv", ReportSample.Check("2025550123,Hello\nbad,Hello\n2025550124, Hello\n"))), out JsonElement root);
        Assert.Equal(("2.1.0", "https://json.schemastore.org/sarif-2.1.0.json"), (root.GetProperty("version").GetString(), root.GetProperty("$schema").GetString()));
        JsonElement[] results = [.. run.GetProperty("results").EnumerateArray()];
        JsonElement[] rules = [.. run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()];
        Assert.Equal(["RC005 error 2", "RC107 warning 3"], results.Select(result => $"{result.GetProperty("ruleId")} {result.GetProperty("level")} {Place(result).GetProperty("region").GetProperty("startLine")}"));
        Assert.All(results, result =>
        {
            Assert.Equal("spring%20sale/%C3%A4%25.csv", Place(result).GetProperty("artifactLocation").GetProperty("uri").GetString());
            JsonElement rule = rules[result.GetProperty("ruleIndex").GetInt32()];
            Assert.Equal(rule.GetProperty("id").GetString(), result.GetProperty("ruleId").GetString());
            Assert.Equal(result.GetProperty("level").GetString(), rule.GetProperty("defaultConfiguration").GetProperty("level").GetString());
            string id = rule.GetProperty("id").GetString()!;
            Assert.Equal($"Run Get-RcRule {id}, or see {id} in docs/rules.md of the module RocketComs.", rule.GetProperty("help").GetProperty("text").GetString());
            Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
            Assert.Matches("^[a-p]{32}$", result.GetProperty("partialFingerprints").GetProperty("issue/v1").GetString());
        });
    }

    [Fact]
    public void Fingerprints_differ_and_stay_when_rows_are_put_in_before_them()
    {
        string[] Prints(string text) => [.. Run(ReportSample.Input(ReportSample.Check(text)), out _).GetProperty("results").EnumerateArray().Select(result => result.GetProperty("partialFingerprints").GetProperty("issue/v1").GetString()!)];
        string[] before = Prints("bad,Hello\nworse,Hello\nbad,Hello\n");
        Assert.Equal(3, before.Distinct().Count());
        Assert.Equal(before, Prints("2025550123,Hello\n2025550124,Hello\nbad,Hello\nworse,Hello\nbad,Hello\n"));
    }

    [Fact]
    public void No_more_results_than_GitHub_takes_and_errors_first()
    {
        RcBatchCsvIssue issue = new() { RuleId = "RC107", Severity = RcIssueSeverity.Warning, Path = "/data/a.csv", Line = 1, Row = 1, Message = "m" };
        RcBatchCsvIssue error = issue with { RuleId = "RC005", Severity = RcIssueSeverity.Error };
        RcBatchCsvReport check = new()
        {
            Path = "/data/a.csv",
            RowCount = 1,
            Issues = [.. Enumerable.Repeat(issue, 25_010), error],
            IssueSummary = new Dictionary<string, long> { ["RC005"] = 1, ["RC107"] = 40_000 },
        };
        JsonElement run = Run(ReportSample.Input(check), out _);
        JsonElement[] results = [.. run.GetProperty("results").EnumerateArray()];
        Assert.Equal((25_000, "RC005"), (results.Length, results[0].GetProperty("ruleId").GetString()));
        string[] notes = [.. run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications").EnumerateArray().Select(note => note.GetProperty("message").GetProperty("text").GetString()!)];
        Assert.Equal(["40,001 issues were counted, and 25,011 of them kept by the check (-MaxIssue).", "A run holds 25,000 results at most; the errors go first.", "GitHub shows the first 5,000 of 25,000 results."], notes);
    }

    [Fact]
    public void Everything_else_stands_in_the_properties_of_the_run()
    {
        JsonElement run = Run(ReportSample.Everything(), out _);
        Assert.Equal("100", run.GetProperty("properties").GetProperty("facts").GetProperty("Submitted").GetString());
        Assert.Contains("Failures by reason", run.GetProperty("properties").GetProperty("figures").EnumerateArray().Select(figure => figure.GetProperty("title").GetString()));
        Assert.Contains("quiet-time", run.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("ruleId").GetString()));
        Assert.All(run.GetProperty("results").EnumerateArray(), result => Assert.Equal(1, result.GetProperty("locations").GetArrayLength()));
    }

    private static RcBatchCsvReport Moved(string path, RcBatchCsvReport check) => check with { Path = path, Issues = [.. check.Issues.Select(issue => issue with { Path = path })] };

    private static JsonElement Place(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation");

    private static JsonElement Run(ReportInput input, out JsonElement root)
    {
        root = JsonDocument.Parse(ReportSample.Write(".sarif", input)).RootElement;
        return Assert.Single(root.GetProperty("runs").EnumerateArray());
    }
}
