using RocketComs.Core.Rules.Engine;
using Xunit;

namespace RocketComs.Core.Tests.Rules;

public sealed class RulesDocumentationTests
{
    [Fact]
    public void Every_rule_has_a_section_under_its_title_and_every_section_a_rule()
    {
        string[] sections = File.ReadLines(Page())
            .Where(line => line.StartsWith("## ", StringComparison.Ordinal))
            .Select(line => line[3..].Replace("`", string.Empty, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToArray();

        Assert.Equal(RuleTable.All.Select(rule => $"{rule.Id}: {rule.Title}").Order(StringComparer.Ordinal), sections);
    }

    [Fact]
    public void Every_section_names_the_severity_of_its_rule()
    {
        string page = File.ReadAllText(Page());
        foreach (RuleInfo rule in RuleTable.All)
        {
            string section = page[page.IndexOf("## " + rule.Id, StringComparison.Ordinal)..];
            string body = section[(section.IndexOf('\n', StringComparison.Ordinal) + 1)..].TrimStart();
            Assert.StartsWith(rule.Severity + ".", body, StringComparison.Ordinal);
        }
    }

    private static string Page()
    {
        string? directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "RocketComs.psd1")))
        {
            directory = Path.GetDirectoryName(directory) ?? throw new DirectoryNotFoundException("The repository's root was not found.");
        }

        return Path.Combine(directory, "docs", "rules.md");
    }
}
