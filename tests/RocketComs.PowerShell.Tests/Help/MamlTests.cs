using System.Xml.Linq;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Help;

/// <summary>The MAML that is committed says what the pages say.</summary>
public sealed class MamlTests
{
    private const string Stale = "docs/en-US/RocketComs.PowerShell.dll-Help.xml is not what the pages say. Run ./build.ps1 Docs and commit it.";

    private static readonly XElement[] s_commands = [.. XDocument.Load(BuiltModule.Source("docs/en-US/RocketComs.PowerShell.dll-Help.xml")).Root!.Elements()];

    public static TheoryData<string> Pages => PageTests.Pages;

    [Fact]
    public void Commands_are_those_of_the_pages() => Same(HelpPage.All.Select(page => page.Name).Order(StringComparer.Ordinal), s_commands.Select(NameOf).Order(StringComparer.Ordinal));

    [Fact]
    public void Built_module_has_it() =>
        Assert.Equal(File.ReadAllText(BuiltModule.Source("docs/en-US/RocketComs.PowerShell.dll-Help.xml")), File.ReadAllText(Path.Combine(BuiltModule.Folder, "en-US", "RocketComs.PowerShell.dll-Help.xml")));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Texts_are_those_of_the_page(string name)
    {
        HelpPage page = HelpPage.Of(name);
        XElement command = Of(name);

        Same([page.Synopsis], Paragraphs(Child(Child(command, "details"), "description")));
        Same([$"{page.Description}\n\nSee also: {string.Join(", ", page.Links)}."], Paragraphs(Child(command, "description")));
        Same([page.Notes], Paragraphs(Child(Child(command, "alertSet"), "alert")));
        Assert.DoesNotContain(command.Elements(), item => item.Name.LocalName == "relatedLinks");
        Same(page.Inputs, Items(command, "inputTypes").Select(Value));
        Same(page.Outputs, Items(command, "returnValues").Select(Value));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Parameters_are_those_of_the_page(string name)
    {
        HelpParameter[] parameters = [.. HelpPage.Of(name).Parameters];
        XElement[] have = [.. Items(Of(name), "parameters")];

        Same(parameters.Select(parameter => parameter.Name), have.Select(NameIn));
        Same(parameters.Select(parameter => parameter.Text), have.Select(item => string.Join("\n\n", Paragraphs(Child(item, "description")))));
        Same(parameters.Select(parameter => parameter.Type), have.Select(item => NameIn(Child(item, "type"))));
        Same(parameters.Select(parameter => parameter.Default), have.Select(item => Optional(item, "defaultValue")));
        Same(parameters.Select(parameter => parameter.Aliases.Length == 0 ? "none" : string.Join(", ", parameter.Aliases)), have.Select(item => item.Attribute("aliases")!.Value));
        Same(parameters.Select(parameter => parameter.Sets.Values.Any(set => set.IsRequired)), have.Select(item => (bool)item.Attribute("required")!));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Syntax_is_that_of_the_page(string name) => Same(
        HelpPage.Of(name).Syntax.Select(set => string.Join(' ', set.Line.Split(' ', '[', ']').Where(word => word.StartsWith('-')).Select(word => word[1..]))),
        Items(Of(name), "syntax").Select(set => string.Join(' ', set.Elements().Where(item => item.Name.LocalName == "parameter").Select(NameIn))));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Examples_are_those_of_the_page(string name)
    {
        XElement[] have = [.. Items(Of(name), "examples")];

        Same(HelpPage.Of(name).Examples.Select(example => $"---- {example.Title} ----"), have.Select(item => Child(item, "title").Value));
        Same(HelpPage.Of(name).Examples.Select(example => example.Code), have.Select(item => Child(item, "code").Value));
        Same(HelpPage.Of(name).Examples.Select(example => example.Remarks), have.Select(item => string.Join("\n\n", Paragraphs(Child(item, "remarks"))).TrimEnd()));
    }

    private static void Same<T>(IEnumerable<T> page, IEnumerable<T> maml)
    {
        (T[] expected, T[] actual) = ([.. page], [.. maml]);
        Assert.True(expected.SequenceEqual(actual), $"{Stale}\nPage: {string.Join(" | ", expected)}\nMAML: {string.Join(" | ", actual)}");
    }

    private static XElement Of(string name) => Assert.Single(s_commands, command => NameOf(command) == name);

    private static string NameOf(XElement command) => NameIn(Child(command, "details"));

    private static string NameIn(XElement parent) => Child(parent, "name").Value;

    private static XElement Child(XElement parent, string name) => parent.Elements().Single(child => child.Name.LocalName == name);

    private static string Optional(XElement parent, string name) => parent.Elements().SingleOrDefault(child => child.Name.LocalName == name)?.Value ?? string.Empty;

    private static IEnumerable<XElement> Items(XElement command, string name) => Child(command, name).Elements();

    private static (string Type, string Text) Value(XElement item) => (NameIn(Child(item, "type")), string.Join("\n\n", Paragraphs(Child(item, "description"))));

    private static IEnumerable<string> Paragraphs(XElement parent) => parent.Elements().Where(child => child.Name.LocalName == "para").Select(child => child.Value);
}
