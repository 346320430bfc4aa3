using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace RocketComs.Mutants;

/// <summary>A change that Stryker made.</summary>
/// <param name="Id">Its number in the mutated assembly.</param>
/// <param name="Folder">The folder of src/RocketComs.Core; empty for a file beside the folders.</param>
/// <param name="File">The file, from src/RocketComs.Core.</param>
/// <param name="Place">Its line and column.</param>
/// <param name="Change">What is there, and what is put there.</param>
internal sealed partial record Mutant(int Id, string Folder, string File, string Place, string Change)
{
    /// <summary>What it is called where the file has other lines by now: several changes of a file may be called the same.</summary>
    public string Name => $"{File} {Change}";

    public override string ToString() => $"{File}:{Place} {Change}";

    /// <summary>Reads those that count: what does not compile, and what is part of another change, does not.</summary>
    /// <param name="report">The report of Stryker.</param>
    public static List<Mutant> Read(string report)
    {
        List<Mutant> mutants = [];
        using JsonDocument document = JsonDocument.Parse(System.IO.File.ReadAllBytes(report));
        foreach (JsonProperty file in document.RootElement.GetProperty("files").EnumerateObject())
        {
            string name = file.Name.Replace('\\', '/');
            name = name[(name.LastIndexOf("RocketComs.Core/", StringComparison.Ordinal) + "RocketComs.Core/".Length)..];
            string folder = name[..Math.Max(0, name.IndexOf('/', StringComparison.Ordinal))];
            string[] lines = file.Value.GetProperty("source").GetString()!.Split('\n');
            foreach (JsonElement mutant in file.Value.GetProperty("mutants").EnumerateArray())
            {
                if (mutant.GetProperty("status").GetString() is "Ignored" or "CompileError")
                {
                    continue;
                }

                (int line, int column) = Position(mutant, "start");
                (int lastLine, int end) = Position(mutant, "end");
                string before = lines[line - 1][(column - 1)..(lastLine == line ? end - 1 : ^0)];
                string change = $"{mutant.GetProperty("mutatorName").GetString()}: {before} -> {mutant.GetProperty("replacement").GetString()}";
                mutants.Add(new(
                    int.Parse(mutant.GetProperty("id").GetString()!, CultureInfo.InvariantCulture), folder, name, $"{line}:{column}", Blanks().Replace(change, " ")));
            }
        }

        return mutants;
    }

    private static (int Line, int Column) Position(JsonElement mutant, string which)
    {
        JsonElement place = mutant.GetProperty("location").GetProperty(which);
        return (place.GetProperty("line").GetInt32(), place.GetProperty("column").GetInt32());
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
