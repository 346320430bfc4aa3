using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Help;

/// <summary>Every command has a page and every page a command, and they say the same.</summary>
public sealed class PageTests(SharedSession shared) : IClassFixture<SharedSession>
{
    // What PowerShell adds to every command, the piped object that is described under INPUTS, and -ProgressAction by any name.
    private static readonly HashSet<string> s_common = [.. Cmdlet.CommonParameters, "ProgressAction"];

    public static TheoryData<string> Pages => [.. HelpPage.All.Select(page => page.Name)];

    [Fact]
    public void Every_command_has_a_page_and_every_page_a_command()
    {
        Assert.Equal(Commands(shared.Session).Select(command => command.Name).Order(StringComparer.Ordinal), HelpPage.All.Select(page => page.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Title_is_the_name_of_the_command(string name)
    {
        HelpPage page = HelpPage.Of(name);

        Assert.Equal(name, page.Title);
        Assert.Contains($"\ntitle: {name}\n", page.Text, StringComparison.Ordinal);
        Assert.Contains("\nexternal help file: RocketComs.PowerShell.dll-Help.xml\n", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Parameters_of_page_and_command_are_the_same(string name)
    {
        Dictionary<string, ParameterMetadata> have = Shown(Commands(shared.Session).Single(command => command.Name == name)).ToDictionary(parameter => parameter.Name);

        Assert.Equal(have.Keys.Order(StringComparer.Ordinal), HelpPage.Of(name).Parameters.Select(parameter => parameter.Name).Order(StringComparer.Ordinal));
        Assert.All(HelpPage.Of(name).Parameters, parameter =>
        {
            ParameterMetadata metadata = have[parameter.Name];
            Assert.Equal((Nullable.GetUnderlyingType(metadata.ParameterType) ?? metadata.ParameterType).FullName, parameter.Type);
            Assert.Equal(metadata.Aliases, parameter.Aliases);
            Assert.Equal(
                metadata.ParameterSets.Select(set => (SetName(set.Key, "(All)"), HelpParameterSet.From(set.Value))).OrderBy(set => set.Item1, StringComparer.Ordinal),
                parameter.Sets.Select(set => (set.Key, set.Value)).OrderBy(set => set.Key, StringComparer.Ordinal));
        });
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Syntax_of_page_and_command_is_the_same(string name)
    {
        (string, string)[] have =
        [
            .. Commands(shared.Session).Single(command => command.Name == name).ParameterSets.Select(set =>
                (set.Name + (set.IsDefault && set.Name != ParameterAttribute.AllParameterSets ? " (Default)" : string.Empty), $"{name} {Visible(set.ToString())}".Trim())),
        ];

        Assert.Equal(have.Order(), HelpPage.Of(name).Syntax.Order());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Examples_are_numbered(string name)
    {
        HelpPage page = HelpPage.Of(name);

        Assert.Equal(Enumerable.Range(1, page.Examples.Count), page.Examples.Select(example => int.Parse(example.Title.Split(' ', ':')[1], null)));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Outputs_are_those_that_the_command_declares(string name)
    {
        string[] have = [.. Commands(shared.Session).Single(command => command.Name == name).OutputType.Select(type => type.Type == typeof(void) ? "None" : type.Name)];

        Assert.Equal(have.Order(StringComparer.Ordinal), HelpPage.Of(name).Outputs.Select(output => output.Type).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Inputs_are_of_types_that_can_be_piped_in(string name)
    {
        ParameterSetMetadata[] Sets(ParameterMetadata parameter) => [.. parameter.ParameterSets.Values];
        ParameterMetadata[] parameters = [.. Commands(shared.Session).Single(command => command.Name == name).Parameters.Values];

        // An object whose properties are bound may be of any type.
        HashSet<string> have =
        [
            .. parameters.Where(parameter => Sets(parameter).Any(set => set.ValueFromPipeline)).Select(parameter => parameter.ParameterType.FullName!),
            .. parameters.Where(parameter => Sets(parameter).Any(set => set.ValueFromPipelineByPropertyName)).Select(_ => typeof(PSObject).FullName!),
        ];

        Assert.All(HelpPage.Of(name).Inputs, input => Assert.Contains(input.Type, have.DefaultIfEmpty("None")));
    }

    [Fact]
    public void Links_lead_to_pages_that_are_there()
    {
        Assert.All(HelpPage.All, page =>
        {
            Assert.NotEmpty(page.Links);
            Assert.DoesNotContain(page.Name, page.Links);
            Assert.All(page.Links, link => Assert.True(File.Exists(Path.Combine(BuiltModule.PageFolder("en-US"), link + ".md")), $"{page.Name} refers to {link}."));
        });
    }

    /// <summary>The commands of the module.</summary>
    internal static IReadOnlyList<CmdletInfo> Commands(TestSession session) =>
        [.. session.Run("Get-Command", ("Module", "RocketComs")).Output.Select(command => (CmdletInfo)command.BaseObject)];

    private static IEnumerable<ParameterMetadata> Shown(CmdletInfo command) => command.Parameters.Values.Where(parameter =>
        !s_common.Contains(parameter.Name) && !parameter.Attributes.OfType<ParameterAttribute>().Any(attribute => attribute.DontShow));

    private static string SetName(string name, string all) => name == ParameterAttribute.AllParameterSets ? all : name;

    private static string Visible(string syntax) => syntax.Replace(" [-InputObject <psobject>]", string.Empty, StringComparison.Ordinal);
}
