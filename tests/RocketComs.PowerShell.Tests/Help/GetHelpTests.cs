using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Help;

/// <summary>What Get-Help shows of the built module.</summary>
public sealed class GetHelpTests(SharedSession shared) : IClassFixture<SharedSession>
{
    public static TheoryData<string> Pages => PageTests.Pages;

    public static TheoryData<string> Topics => [.. HelpTopic.Names];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Command_is_shown_with_synopsis_and_examples(string name)
    {
        HelpPage page = HelpPage.Of(name);

        Assert.Equal(page.Synopsis, shared.Session.Run("Get-Help", ("Name", name)).Single().Text("Synopsis"));
        Assert.Equal(page.Examples.Select(example => example.Code), shared.Session.Script($"(Get-Help {name} -Full).examples.example | ForEach-Object code").NoErrors().Output.Select(code => code.ToString()));
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void Topic_is_shown_as_it_is_written(string name)
    {
        object help = shared.Session.Run("Get-Help", ("Name", name)).Single();

        Assert.Equal(File.ReadAllText(Path.Combine(BuiltModule.PageFolder("en-US"), name + ".md")), help.ToString());
        Assert.Equal(HelpTopic.Of(name).Summary, help.Text("Synopsis"));
    }

    [Fact]
    public void Built_module_has_every_topic_and_no_other() => Assert.Equal(
        HelpTopic.Names.Select(name => name + ".help.txt").Append("RocketComs.PowerShell.dll-Help.xml").Order(StringComparer.Ordinal),
        Directory.GetFiles(Path.Combine(BuiltModule.Folder, "en-US")).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));
}
