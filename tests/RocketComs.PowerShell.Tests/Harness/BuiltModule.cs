using System;
using System.IO;

namespace RocketComs.PowerShell.Tests.Harness;

/// <summary>The module as the build laid it out: what a user would import.</summary>
internal static class BuiltModule
{
    private const string FolderVariable = "ROCKETCOMS_MODULE";
    private const string ManifestName = "RocketComs.psd1";

    /// <summary>Gets the folder of the sources.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Gets the folder of the module: the variable's, or that of the default layout.</summary>
    public static string Folder { get; } = Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder
        ? Path.GetFullPath(folder)
        : Path.Combine(Repository, "out", "RocketComs");

    /// <summary>Gets the manifest to import.</summary>
    public static string Manifest { get; } = Path.Combine(Folder, ManifestName);

    /// <summary>The folder of one framework's assemblies.</summary>
    public static string Bin(string framework) => Path.Combine(Folder, "bin", framework);

    private static string FindRepository()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, ManifestName)) && Directory.Exists(Path.Combine(folder.FullName, "src")))
            {
                return folder.FullName;
            }
        }

        // A private copy of the outputs stands outside the checkout; then the folder that the tests were started in is asked.
        for (DirectoryInfo? folder = new(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, ManifestName)) && Directory.Exists(Path.Combine(folder.FullName, "src")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No {ManifestName} above {AppContext.BaseDirectory}.");
    }
}
