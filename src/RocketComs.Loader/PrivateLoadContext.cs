#if NET8_0_OR_GREATER
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
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
        string path = Path.Join(directory, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadImage(Path.Join(directory, s_system, assemblyName.Name + ".dll"), path) ?? LoadFromAssemblyPath(path) : null;
    }

    // An image that is damaged, or was left by another build, is as good as none.
    private Assembly? LoadImage(string image, string path)
    {
        try
        {
            return File.Exists(image) && Identity(image) == Identity(path) ? LoadFromAssemblyPath(image) : null;
        }
        catch (Exception exception) when (exception is BadImageFormatException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return null;
        }
    }

    // Each build of an assembly has one of its own.
    private static Guid Identity(string file)
    {
        using PEReader assembly = new(File.OpenRead(file));
        MetadataReader metadata = assembly.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }
}
#endif
