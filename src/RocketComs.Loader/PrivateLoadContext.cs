#if NET8_0_OR_GREATER
using System.Reflection;
using System.Runtime.Loader;

namespace RocketComs.Loader;

/// <summary>Loads the module's private assemblies apart from everyone else's, so that another module's versions of them do not matter.</summary>
internal sealed class PrivateLoadContext : AssemblyLoadContext
{
    private readonly string _directory;

    /// <summary>Initializes the context.</summary>
    /// <param name="directory">Where the assemblies are.</param>
    public PrivateLoadContext(string directory)
        : base("RocketComs") => _directory = directory;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string path = Path.Join(_directory, assemblyName.Name + ".dll");

        // What is not here, such as RocketComs.Model, is shared with the session.
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
#endif
