using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Architecture;

/// <summary>Arrows run one way: between the projects as they ship, and between the folders of a project (docs/architecture.md).</summary>
public class ArrowTests
{
    private static readonly Dictionary<string, Arrows> s_projects = new()
    {
        ["Model"] = Read("RocketComs.Model.dll"),
        ["Core"] = Read("deps/RocketComs.Core.dll"),
        ["Sandbox"] = Read("deps/RocketComs.Sandbox.dll"),
        ["PowerShell"] = Read("RocketComs.PowerShell.dll"),
    };

    [Theory]
    [InlineData("Model", "")]
    [InlineData("Core", "Model CsvHelper PhoneNumbers Polly.Core")]
    [InlineData("Sandbox", "Model CsvHelper Microsoft.AspNetCore.WebUtilities Microsoft.Net.Http.Headers Microsoft.Extensions.Primitives")]
    [InlineData("PowerShell", "Model Core Sandbox System.Management.Automation")]
    public void A_project_refers_to_what_is_below_it(string project, string allowed)
    {
        string[] unwanted =
        [
            .. s_projects[project].References
                .Select(name => name.Replace("RocketComs.", string.Empty, StringComparison.Ordinal))
                .Where(name => name == "System.Management.Automation" || !name.StartsWith("System.", StringComparison.Ordinal))
                .Except(allowed.Split(' ')),
        ];
        Assert.True(unwanted.Length == 0, $"{project} must not refer to {string.Join(", ", unwanted)}");
    }

    /// <summary>The order of the folders: a folder uses what stands left of it, and nothing that stands right of it.</summary>
    [Theory]
    [InlineData("Core", 1, "Errors < Csv Numbers Segments < Rules < Repair Splitting < Sending")]
    [InlineData("Core", 1, "Errors < Csv Numbers < SendWindows < Sending")]
    [InlineData("Core", 1, "Errors < Json < Http < Api < Sending < Accounts")]
    [InlineData("Core", 1, "Errors < Csv < Rules < Reports")]
    [InlineData("Core", 2, "Reports/Content < Reports/Writers < Reports")]
    [InlineData("Core", 2, "Rules/Engine < Rules/RowRules Rules/FileRules < Rules")]
    [InlineData("Sandbox", 1, "Server < Auth Lookups Recipients < Batches < Messages")]
    [InlineData("Sandbox", 2, "Server/Wire < Server < Server/Faults Server/Readings < Server/Dispatch")]
    [InlineData("PowerShell", 1, "Errors Views < Binding Connections < Completion < Cmdlets < Commands")]
    public void Folders_keep_their_order(string project, int depth, string order)
    {
        string[][] ranks = [.. order.Split(" < ").Select(rank => rank.Split(' '))];
        int rank(string folder) => Array.FindIndex(ranks, folders => folders.Contains(folder));
        // A folder that is renamed must not slip out of its place.
        Assert.Empty(ranks.SelectMany(folders => folders).Except(s_projects[project].Folders(depth)));
        AssertNone(project, s_projects[project].BetweenFolders(depth).Where(arrow => rank(arrow.Key.To) > rank(arrow.Key.From) && rank(arrow.Key.From) >= 0));
    }

    [Theory]
    [InlineData("Core", 1)]
    [InlineData("Core", 2)]
    [InlineData("Sandbox", 1)]
    [InlineData("Sandbox", 2)]
    [InlineData("PowerShell", 1)]
    [InlineData("PowerShell", 2)]
    public void No_arrows_run_in_a_circle(string project, int depth)
    {
        ILookup<(string From, string To), string> arrows = s_projects[project].BetweenFolders(depth);
        AssertNone(project, arrows.Where(arrow => Reached(arrows, arrow.Key.To).Contains(arrow.Key.From)));
    }

    private static Arrows Read(string file) => new(Path.Combine(BuiltModule.Bin("net8.0"), file));

    private static HashSet<string> Reached(ILookup<(string From, string To), string> arrows, string start)
    {
        HashSet<string> reached = [start];
        while (arrows.Select(arrow => arrow.Key).FirstOrDefault(pair => reached.Contains(pair.From) && !reached.Contains(pair.To)) is { To: { } next })
        {
            reached.Add(next);
        }

        return reached;
    }

    private static void AssertNone(string project, IEnumerable<IGrouping<(string From, string To), string>> arrows)
    {
        string[] lines = [.. arrows.OrderBy(arrow => arrow.Count()).Select(Line)];
        Assert.True(lines.Length == 0, $"{project} has arrows that close a circle or break the order; those that fewest types make come first:\n{string.Join('\n', lines)}");
    }

    private static string Line(IGrouping<(string From, string To), string> arrow)
    {
        const int Most = 12;
        string more = arrow.Count() > Most ? $" and {arrow.Count() - Most} more" : string.Empty;
        return $"{Name(arrow.Key.From)} -> {Name(arrow.Key.To)}: {string.Join(", ", arrow.Order().Take(Most))}{more}";
    }

    private static string Name(string folder) => folder.Length == 0 ? "(root)" : folder;
}
