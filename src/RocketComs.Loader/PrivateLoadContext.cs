#if NET8_0_OR_GREATER
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace RocketComs.Loader;

/// <summary>Loads the module's private assemblies apart from everyone else's, so that another module's versions of them do not matter.</summary>
/// <param name="directory">Where the assemblies are.</param>
internal sealed class PrivateLoadContext(string directory) : AssemblyLoadContext("RocketComs")
{
    // The folder of what is compiled to machine code for this system. Where there is none, or the runtime is an older one, all is compiled when it runs.
    private static readonly string s_system =
        (OperatingSystem.IsWindows() ? "win-" : OperatingSystem.IsMacOS() ? "osx-" : "linux-") + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // What is not here, such as RocketComs.Model, is shared with the session.
        string file = assemblyName.Name + ".dll";
        return ((string[])[Path.Join(directory, s_system, file), Path.Join(directory, file)]).FirstOrDefault(File.Exists) is { } path ? LoadFromAssemblyPath(path) : null;
    }
}
#endif
