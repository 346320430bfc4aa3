using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Csv;

/// <summary>Get-RcRule, and -ExcludeRule of Test-RcBatchCsv.</summary>
public sealed class RuleTests : IDisposable
{
    private const string Rows = "@([pscustomobject]@{ Number = '2025550101'; Message = 'Hello  {name}' }, [pscustomobject]@{ Number = '2025550101'; Message = ' Hello' })";

    private readonly TestSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Every_rule_is_listed_with_severity_title_and_a_section_that_is_there()
    {
        PSObject[] rules = [.. _session.Script("Get-RcRule").NoErrors().Output];
        Assert.True(rules.Length >= 28);
        foreach (PSObject rule in rules)
        {
            Uri link = (Uri)rule.Properties["HelpUri"].Value;
            string heading = $"## {rule.Properties["Id"].Value}: ";
            string section = File.ReadLines(link.LocalPath).Single(line => line.StartsWith(heading, StringComparison.Ordinal));
            Assert.Equal(rule.Properties["Title"].Value, section[heading.Length..].Replace("`", string.Empty, StringComparison.Ordinal));
            Assert.StartsWith($"#{rule.Properties["Id"].Value}-".ToLowerInvariant(), link.Fragment, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("RC005", "RC005")]
    [InlineData("rc00[12]", "RC001 RC002")]
    [InlineData("*13", "RC013 RC113")]
    [InlineData("RC013, RC115", "RC013 RC115")]
    [InlineData("RC7*", "")]
    public void Ids_and_wildcards_choose(string id, string chosen) =>
        Assert.Equal(chosen, string.Join(' ', _session.Script($"(Get-RcRule {id}).Id").NoErrors().Output));

    [Fact]
    public void Unknown_id_is_an_error_and_the_others_are_shown()
    {
        CommandResult result = _session.Script("(Get-RcRule RC999, RC005).Id");
        Assert.Equal("RC005", Assert.Single(result.Output).ToString());
        Assert.StartsWith("RcInvalidParameter,", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@()", "RC102 RC107 RC113", "")]
    [InlineData("RC113", "RC102 RC107", "RC113")]
    [InlineData("RC107, rc102, RC107", "RC113", "RC102 RC107")]
    [InlineData("RC10*", "RC113", "RC101 RC102 RC103 RC104 RC105 RC106 RC107 RC108 RC109")]
    public void Warnings_that_are_left_out_are_named_and_found_nowhere(string rules, string left, string excluded)
    {
        PSObject report = _session.Script($"{Rows} | Test-RcBatchCsv -ExcludeRule {rules}").NoErrors().Single();
        string[] ids = left.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(ids, ((IReadOnlyDictionary<string, long>)report.Properties["IssueSummary"].Value).Keys);
        Assert.Equal(((long)ids.Length, true, 1L), ((long)report.Properties["WarningCount"].Value, (bool)report.Properties["IsValid"].Value, (long)report.Properties["DuplicateCount"].Value));
        Assert.Equal(excluded, string.Join(' ', LanguagePrimitives.ConvertTo<string[]>(report.Properties["ExcludedRules"].Value)));
        Assert.Equal(ids.Length, _session.Script($"{Rows} | Test-RcBatchCsv -AsIssue -ExcludeRule {rules}").NoErrors().Output.Count);
    }

    [Theory]
    [InlineData("RC005")]
    [InlineData("RC0*")]
    [InlineData("RC999")]
    [InlineData("RC102, RC012")]
    [InlineData("''")]
    public void Error_and_unknown_rule_are_refused(string rules) => Assert.StartsWith(
        "RcInvalidParameter,",
        Assert.Single(_session.Script($"try {{ {Rows} | Test-RcBatchCsv -ExcludeRule {rules} -ErrorAction Stop }} catch {{ $_.FullyQualifiedErrorId }}").Output).ToString(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Get-RcRule RC01", "RC010 RC011 RC012 RC013")]
    [InlineData("Test-RcBatchCsv x -ExcludeRule RC11", "RC110 RC111 RC112 RC113 RC114 RC115 RC116 RC117 RC118 RC119")]
    [InlineData("Test-RcBatchCsv x -ExcludeRule RC0", "")]
    public void Ids_complete(string line, string ids)
    {
        _session.Set("line", line);
        Assert.Equal(ids, string.Join(' ', _session.Script("(TabExpansion2 $line $line.Length).CompletionMatches.CompletionText").NoErrors().Output));
    }
}
