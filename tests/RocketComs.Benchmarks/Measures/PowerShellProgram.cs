namespace RocketComs.Benchmarks.Measures;

/// <summary>The PowerShell of this machine.</summary>
internal static class PowerShellProgram
{
    private const string Name = "pwsh";

    /// <summary>Looks for it on the search path.</summary>
    /// <returns>Its path; <see langword="null"/> where there is none.</returns>
    public static string? Find()
    {
        string name = OperatingSystem.IsWindows() ? Name + ".exe" : Name;
        return (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
    }
}
