namespace RocketComs.PowerShell.Tests.Harness;

/// <summary>The module as the build laid it out: what a user would import.</summary>
internal static class BuiltModule
{
    private const string FolderVariable = "ROCKETCOMS_MODULE";
    private const string ManifestName = "RocketComs.psd1";

    /// <summary>Gets the folder of the module: the variable's, or that of the default layout.</summary>
    public static string Folder { get; } = Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder ? Path.GetFullPath(folder) : FindLayout();

    /// <summary>Gets the manifest to import.</summary>
    public static string Manifest { get; } = Path.Combine(Folder, ManifestName);

    /// <summary>A page of the documentation.</summary>
    public static string Page(string name) => File.ReadAllText(Path.Combine(FindRepository(), "docs", name));

    /// <summary>A folder of the documentation.</summary>
    public static string PageFolder(string name) => Path.Combine(FindRepository(), "docs", name);

    /// <summary>A file of the checkout.</summary>
    /// <param name="path">Its path from the root.</param>
    public static string Source(string path) => Path.Combine(FindRepository(), path);

    /// <summary>The folder of one framework's assemblies.</summary>
    public static string Bin(string framework) => Path.Combine(Folder, "bin", framework);

    private static string FindLayout() => Path.Combine(FindRepository(), "out", "RocketComs");

    private static string FindRepository()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, ManifestName)) && Directory.Exists(Path.Combine(folder.FullName, "src")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No checkout above {AppContext.BaseDirectory}: set {FolderVariable} to the folder of the built module.");
    }
}
