using System.Text.Json;
using System.Xml.Linq;
using RocketComs.Core.Reports;
using RocketComs.Core.Reports.Content;
using Xunit;

namespace RocketComs.Core.Tests.Reports;

/// <summary>A report that was made by hand or by another version names rules that this one does not know.</summary>
public sealed class ForeignRuleTests
{
    [Theory]
    [InlineData("RC999", "RC999")]
    [InlineData("spam & <eggs>", "spam & <eggs>")]
    [InlineData("a\u0001b", "a<U+0001>b")]
    [InlineData("\uffff", "<U+FFFF>")]
    [InlineData("", "no rule")]
    public void Rule_is_shown_as_it_is_in_every_format(string id, string shown)
    {
        RcBatchCsvIssue issue = new() { RuleId = id, Severity = RcIssueSeverity.Error, Line = 2, Row = 2, Message = "It is wrong." };
        ReportInput input = ReportSample.Input(
            new RcBatchCsvReport { Path = "/data/a.csv", RowCount = 3, ErrorCount = 1, Issues = [issue], IssueSummary = new Dictionary<string, long> { [id] = 1 } },
            new RcBatchCsvRepair { Path = "/data/b.csv", Destination = "/data/c.csv", RowsRead = 1, Rejected = [issue], Changes = new Dictionary<string, long> { [id] = 1 } });

        XDocument page = XDocument.Parse(ReportSample.Text(".html", input).Replace("<!DOCTYPE html>", string.Empty, StringComparison.Ordinal));
        Assert.Equal(2, page.Descendants("td").Count(cell => cell.Value == shown));
        Assert.Empty(page.Descendants("a"));
        Assert.Contains("Not a rule of this version", ReportSample.Text(".md", input), StringComparison.Ordinal);
        XElement[] failures = [.. XDocument.Parse(ReportSample.Text(".xml", input)).Descendants("failure")];
        Assert.Equal([shown, shown], failures.Select(failure => failure.Attribute("type")!.Value));
        using JsonDocument sarif = JsonDocument.Parse(ReportSample.Write(".sarif", input));
        JsonElement run = sarif.RootElement.GetProperty("runs")[0];
        JsonElement rule = Assert.Single(run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray());
        Assert.Equal(shown, rule.GetProperty("id").GetString());
        Assert.False(rule.TryGetProperty("helpUri", out _));
        Assert.All(run.GetProperty("results").EnumerateArray(), result => Assert.Equal((shown, 0), (result.GetProperty("ruleId").GetString(), result.GetProperty("ruleIndex").GetInt32())));
        Assert.StartsWith("::error file=a.csv,line=2,title=", ReportFile.GitHubCommands(input, ReportSample.Options)[0], StringComparison.Ordinal);
    }
}
