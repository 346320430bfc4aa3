#if NET8_0_OR_GREATER
using System.Reflection;
using System.Runtime.Loader;

namespace RocketComs.Loader;

/// <summary>Loads the module's private assemblies apart from everyone else's, so that another module's versions of them do not matter.</summary>
/// <param name="directory">Where the assemblies are.</param>
internal sealed class PrivateLoadContext(string directory) : AssemblyLoadContext("RocketComs")
{
    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string path = Path.Join(directory, assemblyName.Name + ".dll");

        // What is not here, such as RocketComs.Model, is shared with the session.
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
#endif
