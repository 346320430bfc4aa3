using System.Text;
using System.Text.Json;
using RocketComs.Core.Reports.Content;
using RocketComs.Core.Reports.Writers;
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
        RcBatchCsvIssue issue = new() { RuleId = "RC107", Severity = RcIssueSeverity.Warning, Path = "/data/a.csv", Line = 1, Row = 1 };
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
    public void Rules_that_were_not_asked_are_a_note() => Assert.Equal(
        """
        [{"executionSuccessful":true,"toolExecutionNotifications":[{"level":"note","message":{"text":"Left out of the check: RC102."}},{"level":"note","message":{"text":"Not checked, for want of opted-out numbers (-OptOutNumber) or of what a campaign shows (-Campaign): RC012, RC116, RC117, RC118, RC119."}}]}]
        """,
        Run(ReportSample.Input(ReportSample.Check("2025550123,Hello\n") with { ExcludedRules = ["RC102"] }), out _).GetProperty("invocations").GetRawText());

    [Fact]
    public void Everything_else_stands_in_the_properties_of_the_run()
    {
        JsonElement run = Run(ReportSample.Everything(), out _);
        Assert.Equal("100", run.GetProperty("properties").GetProperty("facts").GetProperty("Submitted").GetString());
        Assert.Contains("Failures by reason", run.GetProperty("properties").GetProperty("figures").EnumerateArray().Select(figure => figure.GetProperty("title").GetString()));
        Assert.Contains("quiet-time", run.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("ruleId").GetString()));
        Assert.All(run.GetProperty("results").EnumerateArray(), result => Assert.Equal(1, result.GetProperty("locations").GetArrayLength()));
    }

    [Fact]
    public void Small_report_is_told_whole()
    {
        JsonElement run = Run(ReportSample.Input(Moved(null, ReportSample.Check("2025550123,Hello\nbad,Hello\n") with { UncheckedRules = [] })), out _);
        Assert.Equal(
            """{"driver":{"name":"RocketComs","rules":[{"id":"RC005","shortDescription":{"text":"The number does not have 10 to 15 digits"},"help":{"text":"Run Get-RcRule RC005, or see RC005 in docs/rules.md of the module RocketComs."},"defaultConfiguration":{"level":"error"}}]}}""",
            run.GetProperty("tool").GetRawText());
        Assert.Equal("""[{"executionSuccessful":true,"toolExecutionNotifications":[]}]""", run.GetProperty("invocations").GetRawText());
        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        JsonElement result = Assert.Single(run.GetProperty("results").EnumerateArray());
        Assert.Equal("""[{"logicalLocations":[{"name":"row 2"}]}]""", result.GetProperty("locations").GetRawText());
        Assert.Equal("""{"issue/v1":"caampkmnhmkjdkpimemeolofdpjnijep"}""", result.GetProperty("partialFingerprints").GetRawText());
        JsonElement figure = run.GetProperty("properties").GetProperty("figures").EnumerateArray().Single(figure => figure.GetProperty("title").GetString() == "How often each rule fired");
        Assert.Equal("Errors and warnings", figure.GetProperty("section").GetString());
        Assert.Equal("""["Rule","What","Severity","Count","First line","What stands there","What to do"]""", figure.GetProperty("columns").GetRawText());
        Assert.Equal(["RC005", "The number does not have 10 to 15 digits", "Error", "1", "2"], Assert.Single(figure.GetProperty("rows").EnumerateArray()).EnumerateArray().Take(5).Select(cell => cell.GetString()));
    }

    [Fact]
    public void Issue_of_a_whole_file_stands_on_its_line()
    {
        JsonElement run = Run(ReportSample.Input(Moved(null, ReportSample.Check(""))), out _);
        Assert.Equal("""[{"logicalLocations":[{"name":"line 1"}]}]""", Assert.Single(run.GetProperty("results").EnumerateArray()).GetProperty("locations").GetRawText());
    }

    [Fact]
    public void Finding_of_no_row_is_a_result_with_its_subject()
    {
        RcBatch batch = new() { Id = ReportSample.BatchId, ExternalId = "sale-1", Status = "ERROR" };
        JsonElement run = Run(ReportSample.Input(batch, ReportSample.Window("Pacific/Honolulu", 4, 14, 40)), out _);
        JsonElement[] results = [.. run.GetProperty("results").EnumerateArray()];
        JsonElement[] rules = [.. run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()];
        Assert.Equal(
            [
                """quiet-time warning batch.csv: Pacific/Honolulu: 100 rows, 40 in quiet time. [{"logicalLocations":[{"name":"batch.csv"}]}] {"issue/v1":"ffmnhklkbccblbhbamanimlhbplkefni"}""",
                """batch-error error batch 32df8770-ee48-46e7-a8c7-9ec478883076: The batch ended with the status ERROR. Get-RcBatchError shows what the platform found. [{"logicalLocations":[{"name":"batch 32df8770-ee48-46e7-a8c7-9ec478883076"}]}] {"issue/v1":"oapdblahpjajebbofnpafdfggambampp"}""",
            ],
            results.Select(result => $"{result.GetProperty("ruleId")} {result.GetProperty("level")} {result.GetProperty("message").GetProperty("text")} {result.GetProperty("locations").GetRawText()} {result.GetProperty("partialFingerprints").GetRawText()}"));
        Assert.Equal(
            [
                """{"id":"batch-error","shortDescription":{"text":"The platform could not process a batch"},"defaultConfiguration":{"level":"error"}}""",
                """{"id":"quiet-time","shortDescription":{"text":"Rows are reached in quiet time"},"defaultConfiguration":{"level":"warning"}}""",
            ],
            rules.Select(rule => rule.GetRawText()));
    }

    [Fact]
    public void Report_is_written_to_the_byte()
    {
        RcBatchCsvIssue issue = new() { RuleId = "RC107", Severity = RcIssueSeverity.Warning, Row = 2, Line = 3, Message = "It has <b>\"é\"</b>.", Suggestion = "Mend it." };
        ReportInput input = ReportSample.Input(
            new RcBatchCsvReport
            {
                Path = "/data/a b.csv",
                RowCount = 4,
                ValidRowCount = 4,
                WarningCount = 3,
                Issues = [issue, issue, issue with { RuleId = "RC118", Severity = RcIssueSeverity.Information, Row = 0, Line = 0 }],
                IssueSummary = new Dictionary<string, long> { ["RC107"] = 3, ["RC118"] = 1 },
            },
            new RcBatchCsvRepair { Path = "/data/c.csv", Destination = "/data/d.csv", Rejected = [issue with { RuleId = "XX", Severity = RcIssueSeverity.Error }] },
            new RcInsight { BatchId = "1", Failed = 2 });
        ReportDocument report = ReportDocumentBuilder.Build(input, ReportSample.Options) with { Facts = [("Rows", "4")], Sections = [ReportSample.Document().Sections[0]] };
        using MemoryStream stream = new();
        SarifWriter.Write(report, input, ReportSample.Options, stream);
        Assert.Equal(
            """
            {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[
            {"tool":{"driver":{"name":"RocketComs","rules":[
            {"id":"RC107","shortDescription":{"text":"White space at the start or end of a field"},"help":{"text":"Run Get-RcRule RC107, or see RC107 in docs/rules.md of the module RocketComs."},"defaultConfiguration":{"level":"warning"}},
            {"id":"RC118","shortDescription":{"text":"Texts without an opt-out word, which the campaign promises"},"help":{"text":"Run Get-RcRule RC118, or see RC118 in docs/rules.md of the module RocketComs."},"defaultConfiguration":{"level":"note"}},
            {"id":"XX","shortDescription":{"text":"Not a rule of this version"},"defaultConfiguration":{"level":"warning"}},
            {"id":"undelivered","shortDescription":{"text":"Messages did not arrive"},"defaultConfiguration":{"level":"warning"}}]}},"invocations":[
            {"executionSuccessful":true,"toolExecutionNotifications":[
            {"level":"note","message":{"text":"5 issues were counted, and 4 of them kept by the check (-MaxIssue)."}}]}],"results":[
            {"ruleId":"RC107","ruleIndex":0,"level":"warning","message":{"text":"It has <b>\"é\"</b>. Mend it."},"locations":[
            {"physicalLocation":{"artifactLocation":{"uri":"a%20b.csv"},"region":{"startLine":3}}}],"partialFingerprints":{"issue/v1":"bfapciahnkaohfeipadmabonjnaengcn"}},
            {"ruleId":"RC107","ruleIndex":0,"level":"warning","message":{"text":"It has <b>\"é\"</b>. Mend it."},"locations":[
            {"physicalLocation":{"artifactLocation":{"uri":"a%20b.csv"},"region":{"startLine":3}}}],"partialFingerprints":{"issue/v1":"glpgjonlfgbbongimlalgaeplhfebfmn"}},
            {"ruleId":"RC118","ruleIndex":1,"level":"note","message":{"text":"It has <b>\"é\"</b>. Mend it."},"locations":[
            {"physicalLocation":{"artifactLocation":{"uri":"a%20b.csv"},"region":{"startLine":1}}}],"partialFingerprints":{"issue/v1":"onoeimgbidnkdbhdndjppdgnjgmjanfc"}},
            {"ruleId":"XX","ruleIndex":2,"level":"error","message":{"text":"It has <b>\"é\"</b>. Mend it."},"locations":[
            {"physicalLocation":{"artifactLocation":{"uri":"c.csv"},"region":{"startLine":3}}}],"partialFingerprints":{"issue/v1":"fdpgckjnhebkcjnpclidomkijbeoaeip"}},
            {"ruleId":"undelivered","ruleIndex":3,"level":"warning","message":{"text":"batch 1: 2 failed, 0 rejected."},"locations":[
            {"logicalLocations":[
            {"name":"batch 1"}]}],"partialFingerprints":{"issue/v1":"pjodepeagehekkikpdoakcakjonhkhef"}}],"columnKind":"utf16CodeUnits","properties":{"facts":{"Rows":"4"},"figures":[
            {"section":"Tables","title":"Files","columns":["File","Rows"],"rows":[["a|b.csv","1"],["\\|c.csv","2"]]},
            {"section":"Tables","title":"Rules","columns":["What","File","Rows"],"rows":[["None","","0"],["Few","x","1"],["Most","y","1,000"]]}]}}]}
            """.Replace("\n", string.Empty, StringComparison.Ordinal),
            Encoding.UTF8.GetString(stream.ToArray()).Replace('\n', '⏎'));
    }

    [Theory]
    [InlineData(4_999, 1, "")]
    [InlineData(5_000, 1, "GitHub shows the first 5,000 of 5,001 results.")]
    public void More_results_than_GitHub_shows_are_told(int issues, int batches, string notes) => Counted(issues, batches, notes);

    [Theory]
    [InlineData(24_999, 1, "GitHub shows the first 5,000 of 25,000 results.")]
    [InlineData(25_000, 1, "A run holds 25,000 results at most; the errors go first.|GitHub shows the first 5,000 of 25,000 results.")]
    public void What_is_left_out_is_told_only_where_something_is(int issues, int batches, string notes) => Counted(issues, batches, notes);

    private static RcBatchCsvReport Moved(string? path, RcBatchCsvReport check) => check with { Path = path, Issues = [.. check.Issues.Select(issue => issue with { Path = path })] };

    private static void Counted(int issues, int batches, string notes)
    {
        RcBatchCsvIssue issue = new() { RuleId = "RC107", Severity = RcIssueSeverity.Warning };
        RcBatchCsvReport check = new()
        {
            Issues = [.. Enumerable.Repeat(issue, issues - 1), issue with { RuleId = "RC005", Severity = RcIssueSeverity.Error }],
            IssueSummary = new Dictionary<string, long> { ["RC107"] = issues - 1, ["RC005"] = 1 },
        };
        ReportInput input = ReportSample.Input([check, .. Enumerable.Range(0, batches).Select(i => new RcBatch { Id = $"{i}", Status = "ERROR" })]);
        using MemoryStream stream = new();
        SarifWriter.Write(new ReportDocument("A", [], [], ReportDocumentBuilder.Build(input, ReportSample.Options).Findings), input, ReportSample.Options, stream);
        JsonElement run = JsonDocument.Parse(stream.ToArray()).RootElement.GetProperty("runs")[0];
        string[] ids = [.. run.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("ruleId").GetString()!)];
        Assert.Equal((Math.Min(issues + batches, 25_000), "batch-error"), (ids.Length, ids[^1]));
        Assert.Equal(issues + batches > 25_000 ? 0 : issues - 1, Array.IndexOf(ids, "RC005"));
        JsonElement[] told = [.. run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications").EnumerateArray()];
        Assert.Equal(notes, string.Join('|', told.Select(note => note.GetProperty("message").GetProperty("text").GetString())));
        Assert.All(told, note => Assert.Equal("note", note.GetProperty("level").GetString()));
    }

    private static JsonElement Place(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation");

    private static JsonElement Run(ReportInput input, out JsonElement root)
    {
        root = JsonDocument.Parse(ReportSample.Write(".sarif", input)).RootElement;
        return Assert.Single(root.GetProperty("runs").EnumerateArray());
    }
}
