using System.Management.Automation;
using System.Text.RegularExpressions;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Csv;

/// <summary>Export-RcReport: what it takes, where it writes, and what it refuses.</summary>
public sealed class ReportFileTests : IDisposable
{
    private readonly TestSession _session = new();

    public ReportFileTests() => _session.WriteFile("sale.csv", "2025550123,Hello\n(202) 555-0124,Hello\n");

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("report.html", "<!DOCTYPE html>")]
    [InlineData("report.HTML", "<!DOCTYPE html>")]
    [InlineData("report.md", "# RocketComs report: sale.csv\n")]
    [InlineData("report.sarif", "{\"$schema\":")]
    [InlineData("report.xml", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<testsuites ")]
    public void Extension_says_the_format(string name, string start)
    {
        PSObject file = _session.Script($"Test-RcBatchCsv sale.csv | Export-RcReport {name} -PassThru").Single();
        Assert.Equal(_session.PathOf(name), ((FileInfo)file.BaseObject).FullName);
        string text = File.ReadAllText(_session.PathOf(name));
        Assert.StartsWith(start, text, StringComparison.Ordinal);
        Assert.DoesNotMatch("555-?012", text);
        Assert.Empty(_session.Script($"Test-RcBatchCsv sale.csv | Export-RcReport {name} -Force -ShowNumber").NoErrors().Output);
        Assert.Contains("2025550124", File.ReadAllText(_session.PathOf(name)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Test-RcBatchCsv sale.csv | Export-RcReport report.pdf")]
    [InlineData("Test-RcBatchCsv sale.csv | Export-RcReport report")]
    [InlineData("Test-RcBatchCsv sale.csv | Export-RcReport there.md")]
    [InlineData("Test-RcBatchCsv sale.csv | Export-RcReport folder.md")]
    [InlineData("Test-RcBatchCsv sale.csv | Export-RcReport -GitHub:$false")]
    [InlineData("@() | Export-RcReport new.html")]
    [InlineData("Export-RcReport new.html")]
    [InlineData("$null | Export-RcReport new.html")]
    [InlineData("(Test-RcBatchCsv sale.csv), $null | Export-RcReport new.html")]
    [InlineData("(Test-RcBatchCsv sale.csv), 'sale.csv' | Export-RcReport new.html")]
    [InlineData("Import-RcBatchCsv sale.csv | Export-RcReport new.html")]
    [InlineData("Test-RcBatchCsv sale.csv -AsIssue | Export-RcReport new.html")]
    [InlineData("Test-RcBatchCsv there.xml | Export-RcReport there.xml -Force")]
    public void What_is_no_report_or_no_place_for_one_is_refused(string script)
    {
        _session.WriteFile("there.md", "before");
        _session.WriteFile("there.xml", "2025550123,Hello\n");
        Directory.CreateDirectory(_session.PathOf("folder.md"));
        _session.Script(script).Error("RcInvalidParameter");
        Assert.Equal(("before", "2025550123,Hello\n"), (File.ReadAllText(_session.PathOf("there.md")), File.ReadAllText(_session.PathOf("there.xml"))));
        Assert.Equal(["sale.csv", "there.md", "there.xml"], Directory.GetFiles(Path.GetDirectoryName(_session.PathOf("x"))!).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void WhatIf_writes_nothing()
    {
        Assert.Empty(_session.Script("Test-RcBatchCsv sale.csv | Export-RcReport new.html -PassThru -WhatIf").NoErrors().Output);
        Assert.Empty(_session.Script("Test-RcBatchCsv sale.csv | Export-RcReport -GitHub -WhatIf").NoErrors().Output);
        Assert.False(File.Exists(_session.PathOf("new.html")));
    }

    [Fact]
    public void GitHub_gets_commands_as_text_and_the_summary_of_the_job()
    {
        string summary = _session.WriteFile("summary.md", "before\n");
        CommandResult result = _session.Script($"$env:GITHUB_STEP_SUMMARY = '{summary}'; try {{ Test-RcBatchCsv sale.csv | Export-RcReport -GitHub }} finally {{ $env:GITHUB_STEP_SUMMARY = '' }}").NoErrors();
        string line = Assert.IsType<string>(Assert.Single(result.Output).BaseObject);
        Assert.StartsWith("::error file=sale.csv,line=2,title=RC005 ", line, StringComparison.Ordinal);
        Assert.StartsWith("before\n# RocketComs report: sale.csv\n", File.ReadAllText(summary), StringComparison.Ordinal);
    }

    [Fact]
    public void All_kinds_go_into_one_report_in_any_order()
    {
        _session.Script("""
            $repair = Repair-RcBatchCsv sale.csv -Destination new.csv
            $window = [RocketComs.RcSendWindow]::new()
            $batch = [RocketComs.RcBatch]::new(), [RocketComs.RcInsight]::new(), [RocketComs.RcBatchMessage]::new(), [RocketComs.RcMessage]::new(), [RocketComs.RcReply]::new()
            @($batch; $window; $repair; Test-RcBatchCsv sale.csv, new.csv) | Export-RcReport all.md
            """).NoErrors();
        string text = File.ReadAllText(_session.PathOf("all.md"));
        Assert.Equal(
            ["Where the rows went", "Files", "Errors and warnings", "What was repaired", "What it costs", "The text that costs most", "The sending window by time zone", "Batches", "Delivery", "Messages", "Replies"],
            Regex.Matches(text, "(?m)^## (.*)$").Select(heading => heading.Groups[1].Value));
        Assert.Contains("| Read | 2 |", text, StringComparison.Ordinal);
        Assert.Contains("| To send | 2 |", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Copies_of_objects_give_the_same_report()
    {
        _session.Script("""
            $all = (Test-RcBatchCsv sale.csv -PricePerSegment 0.01), [RocketComs.RcBatch]::new(), (Repair-RcBatchCsv sale.csv -Destination new.csv)
            $all | Export-RcReport one.html
            $copies = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($all, 5))
            $copies | Export-RcReport other.html
            """).NoErrors();
        Assert.Equal(File.ReadAllText(_session.PathOf("one.html")), File.ReadAllText(_session.PathOf("other.html")));
    }

    [Theory]
    [InlineData("Export-RcReport ./rep", "./rep.html ./rep.md ./rep.sarif ./rep.xml")]
    public void Paths_complete(string line, string completions)
    {
        _session.Set("line", line);
        Assert.Equal(completions, string.Join(' ', _session.Script("(TabExpansion2 $line $line.Length).CompletionMatches.CompletionText").NoErrors().Output));
    }
}
