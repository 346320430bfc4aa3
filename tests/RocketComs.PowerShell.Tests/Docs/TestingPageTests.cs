using System.Text.RegularExpressions;
using Xunit;

namespace RocketComs.PowerShell.Tests.Docs;

/// <summary>docs/testing-your-runbooks.md: the tests that it shows are tests of ours, word for word.</summary>
public sealed class TestingPageTests
{
    private static readonly string s_root = Path.GetFullPath("../../../..", AppContext.BaseDirectory);

    [Theory]
    [InlineData("csharp", "tests/RocketComs.PowerShell.Tests/Docs/NightlyCorrectionTests.cs")]
    [InlineData("powershell", "tests/Pester/NightlyCorrection.Tests.ps1")]
    public void Test_on_the_page_is_one_that_runs(string language, string file)
    {
        string page = File.ReadAllText(Path.Combine(s_root, "docs/testing-your-runbooks.md"));

        Match shown = Regex.Match(page, $"```{language}\n(.*?)```", RegexOptions.Singleline);

        Assert.Equal(File.ReadAllText(Path.Combine(s_root, file)), shown.Groups[1].Value);
    }
}
