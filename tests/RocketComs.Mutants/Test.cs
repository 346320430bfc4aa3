using System.Globalization;

namespace RocketComs.Mutants;

/// <summary>A test, and the changes that it reaches.</summary>
/// <param name="Class">Its class, with the namespace.</param>
/// <param name="Method">Its method.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Passes">Whether it passes where nothing is changed.</param>
/// <param name="Reached">The changes.</param>
/// <param name="Static">Those of them that are made once in a process.</param>
internal sealed record Test(string Class, string Method, int Milliseconds, bool Passes, HashSet<int> Reached, HashSet<int> Static)
{
    public string Name => Class + "." + Method;

    /// <summary>The folder of RocketComs.Core that it is for.</summary>
    public string Folder => Class.Split('.') is [_, _, _, string folder, _, ..] ? folder : "";

    public static Test Read(string line)
    {
        string[] fields = line.Split('\t');
        return new(fields[0], fields[1], int.Parse(fields[2], CultureInfo.InvariantCulture), fields[3] == "passes", Numbers(fields[4]), Numbers(fields[5]));
    }

    public override string ToString() =>
        string.Join('\t', Class, Method, Milliseconds, Passes ? "passes" : "fails", string.Join(',', Reached), string.Join(',', Static));

    private static HashSet<int> Numbers(string field) => [.. field.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
}
