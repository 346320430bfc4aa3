using System.Globalization;
using RocketComs.PowerShell.Tests.Harness;

namespace RocketComs.PowerShell.Tests.Help;

/// <summary>A page of docs/en-US: the help of one command, in the format of Microsoft.PowerShell.PlatyPS 1.0.</summary>
internal sealed class HelpPage
{
    private readonly Dictionary<string, string> _sections;

    private HelpPage(string name, string text)
    {
        Name = name;
        Text = text;
        _sections = Split(text, "## ").ToDictionary(section => section.Head, section => section.Body, StringComparer.Ordinal);
        Title = Split(text, "# ").Single().Head;
        Syntax = [.. Split(_sections["SYNTAX"], "### ").Select(set => (set.Head, OneLine(set.Body.Split("```")[1])))];
        Examples = [.. Split(_sections["EXAMPLES"], "### ").Select(example => HelpExample.Parse(example.Head, example.Body))];
        Parameters = [.. Split(_sections["PARAMETERS"], "### ").Where(part => part.Head.StartsWith('-')).Select(part => HelpParameter.Parse(part.Head[1..], part.Body))];
    }

    /// <summary>Gets all pages, by name.</summary>
    public static IReadOnlyList<HelpPage> All { get; } = [.. Directory.GetFiles(BuiltModule.PageFolder("en-US"), "*-Rc*.md")
        .Order(StringComparer.Ordinal).Select(file => new HelpPage(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)))];

    /// <summary>Gets the name of the file, which is that of the command.</summary>
    public string Name { get; }

    /// <summary>Gets the whole page.</summary>
    public string Text { get; }

    /// <summary>Gets the title.</summary>
    public string Title { get; }

    public string Synopsis => _sections["SYNOPSIS"];

    public string Description => _sections["DESCRIPTION"];

    public string Notes => _sections["NOTES"];

    /// <summary>Gets the parameter sets, the default one marked, and how each is written, on one line.</summary>
    public IReadOnlyList<(string Set, string Line)> Syntax { get; }

    public IReadOnlyList<HelpExample> Examples { get; }

    public IReadOnlyList<HelpParameter> Parameters { get; }

    public IReadOnlyList<(string Type, string Text)> Inputs => Split(_sections["INPUTS"], "### ");

    public IReadOnlyList<(string Type, string Text)> Outputs => Split(_sections["OUTPUTS"], "### ");

    /// <summary>Gets the names of the pages that this one refers to.</summary>
    public IReadOnlyList<string> Links => [.. _sections["RELATED LINKS"].Split('\n').Select(line => line.Split('[', ']')[1])];

    /// <summary>The page of a command.</summary>
    public static HelpPage Of(string name) => All.Single(page => page.Name == name);

    /// <summary>Words parted by one blank, on one line.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} ({Examples.Count} examples)");

    private static List<(string Head, string Body)> Split(string text, string mark)
    {
        List<(string Head, List<string> Body)> sections = [];
        bool isCode = false;
        foreach (string line in text.Split('\n'))
        {
            // A comment in code is no heading.
            isCode ^= line.StartsWith("```", StringComparison.Ordinal);
            if (!isCode && line.StartsWith(mark, StringComparison.Ordinal))
            {
                sections.Add((line[mark.Length..], []));
            }
            else if (sections.Count > 0)
            {
                sections[^1].Body.Add(line);
            }
        }

        return [.. sections.Select(section => (section.Head, string.Join('\n', section.Body).Trim()))];
    }
}
