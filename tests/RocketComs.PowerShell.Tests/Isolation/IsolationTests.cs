using RocketComs.PowerShell.Tests.Harness;
using RocketComs.PowerShell.Tests.Shell;
using Xunit;

namespace RocketComs.PowerShell.Tests.Isolation;

/// <summary>The module beside another one that brought older versions of its packages, in a process of their own.</summary>
public sealed class IsolationTests
{
    [Fact]
    public async Task Older_packages_of_another_module_do_not_matter()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Isolation");

        ShellResult result = await ShellProcess.RunAsync("-File", Path.Combine(folder, "isolation.ps1"), Path.Combine(folder, "Older"), BuiltModule.Manifest);

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        string[] lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(
            [
                "other CsvHelper 30.0.0.0", "other Json 8.0.0.0 True",
                "first check 2 1 RC005 line 2", "first sent POST GET PATCH",
                "force check 2 1 RC005 line 2", "force sent POST GET PATCH",
                "again check 2 1 RC005 line 2", "again sent POST GET PATCH",
            ],
            lines.Where(line => !line.StartsWith("loaded ", StringComparison.Ordinal)));
        Assert.Equal(["loaded Default 30.0.0.0", "loaded RocketComs 34.0.0.0"], lines.Where(line => line.StartsWith("loaded ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }
}
