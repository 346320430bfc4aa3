using System.Text.Json;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Layout;

/// <summary>THIRD-PARTY.md names what ships, at the versions that the lock files hold.</summary>
public sealed class ThirdPartyTests
{
    private static readonly string[][] s_rows = [.. File.ReadLines(Path.Combine(BuiltModule.Folder, "THIRD-PARTY.md"))
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Contains(".dll |", StringComparison.Ordinal))
        .Select(line => line.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    [Theory]
    [InlineData("net8.0", 2)]
    [InlineData("netstandard2.0", 3)]
    public void Every_private_assembly_is_named_with_the_version_of_its_package_and_a_licence(string framework, int column)
    {
        IEnumerable<string> shipped = Directory.GetFiles(Path.Combine(BuiltModule.Bin(framework), "deps"), "*.dll")
            .Select(file => Path.GetFileName(file)).Where(name => !name.StartsWith("RocketComs.", StringComparison.Ordinal));
        string[][] named = [.. s_rows.Where(row => row[column] != "-")];

        Assert.Equal(shipped.Order(StringComparer.Ordinal), named.Select(row => row[0]).Order(StringComparer.Ordinal));
        Assert.All(named, row =>
        {
            Assert.Equal(row[column], Locked(framework, row[1]));
            Assert.NotEmpty(row[4]);
        });
    }

    private static string? Locked(string framework, string package) => ((string[])["RocketComs.Core", "RocketComs.Sandbox"])
        .Select(project => JsonDocument.Parse(File.ReadAllText(BuiltModule.Source($"src/{project}/packages.lock.json"))))
        .SelectMany(file => file.RootElement.GetProperty("dependencies").EnumerateObject())
        .Where(target => target.Name == (framework == "net8.0" ? "net8.0" : ".NETStandard,Version=v2.0"))
        .Select(target => target.Value.TryGetProperty(package, out JsonElement found) ? found.GetProperty("resolved").GetString() : null)
        .FirstOrDefault(version => version is not null);
}
