using RocketComs.PowerShell.Tests.Harness;

namespace RocketComs.PowerShell.Tests.Help;

/// <summary>A topic of docs/en-US (<c>about_*.md</c>): Markdown that reads well as plain text.</summary>
/// <param name="Name">The name of the topic.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record HelpTopic(string Name, string[] Lines)
{
    /// <summary>Gets the names of all topics.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Directory.GetFiles(BuiltModule.PageFolder("en-US"), "about_*.md")
        .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <summary>Gets the line below "Short description". PowerShell takes the fifth line of a topic for its synopsis.</summary>
    public string Summary => Lines[4];

    /// <summary>The topic of that name.</summary>
    public static HelpTopic Of(string name) => new(name, File.ReadAllLines(Path.Combine(BuiltModule.PageFolder("en-US"), name + ".md")));
}
