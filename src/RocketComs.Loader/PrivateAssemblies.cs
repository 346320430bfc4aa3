#if !NET8_0_OR_GREATER
using System.Reflection;

namespace RocketComs.Loader;

/// <summary>
/// Finds the module's private assemblies where there is only one load context for everybody. Windows PowerShell has no binding redirects for a
/// module, so a simple name must do whatever the version, but only for the module itself: another one that asks for, say, System.Memory must not
/// be given the version that happens to lie here.
/// </summary>
/// <param name="directory">Where they are.</param>
internal sealed class PrivateAssemblies(string directory)
{
    private readonly string _module = Path.GetDirectoryName(directory)! + Path.DirectorySeparatorChar;

    /// <summary>Where an assembly is; <see langword="null"/> where it is none of ours, or somebody else asks.</summary>
    /// <param name="fullName">Its name, with or without version and key.</param>
    /// <param name="requesting">Who asks; <see langword="null"/> when that is not known.</param>
    public string? Find(string fullName, Assembly? requesting)
    {
        string name = new AssemblyName(fullName).Name;
        if (!name.StartsWith("RocketComs.", StringComparison.Ordinal) && !IsOurs(requesting))
        {
            return null;
        }

        string path = Path.Combine(directory, name + ".dll");
        return File.Exists(path) ? path : null;
    }

    // One that was made in memory has no place, and is none of ours.
    private bool IsOurs(Assembly? assembly) =>
        assembly is { IsDynamic: false } && assembly.Location.StartsWith(_module, StringComparison.OrdinalIgnoreCase);
}
#endif
