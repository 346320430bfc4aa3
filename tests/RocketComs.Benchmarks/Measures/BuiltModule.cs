using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using RocketComs.Benchmarks.Comparison;
using RocketComs.Core.Rules;

namespace RocketComs.Benchmarks.Measures;

/// <summary>The module that the build laid out in this checkout.</summary>
internal static class BuiltModule
{
    private const string ManifestName = "RocketComs.psd1";

    /// <summary>Looks for the module.</summary>
    /// <param name="report">Where the figures go that cannot be measured without it.</param>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="figures">The figures.</param>
    /// <returns>Whether it can be measured.</returns>
    public static bool TryFind(Report report, out string manifest, params Figure[] figures)
    {
        (manifest, string? fault) = Find();
        foreach (Figure figure in fault is null ? [] : figures)
        {
            report.Add(figure with { NotRun = fault });
        }

        return fault is null;
    }

    // Its manifest, and why it cannot be measured; no reason when it can.
    private static (string Manifest, string? Fault) Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, ManifestName)) && Directory.Exists(Path.Combine(folder.FullName, "src")))
            {
                string module = Path.Combine(folder.FullName, "out", "RocketComs");
                string manifest = Path.Combine(module, ManifestName);
                return (manifest, Judge(manifest, Path.Combine(module, "bin", "net8.0", "deps", "RocketComs.Core.dll")));
            }
        }

        return (string.Empty, "there is no checkout above the program");
    }

    private static string? Judge(string manifest, string core)
    {
        if (!File.Exists(manifest) || !File.Exists(core))
        {
            return "module not built: dotnet build -c Release";
        }

        // The same sources, built the same way, have the same identity: a module of an older or a debug build would give a false figure.
        return Identity(core) == typeof(BatchCsvChecker).Module.ModuleVersionId ? null : "the module in out is of another build: dotnet build -c Release";
    }

    private static Guid Identity(string path)
    {
        using FileStream stream = File.OpenRead(path);
        using PEReader image = new(stream);
        MetadataReader metadata = image.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }
}
