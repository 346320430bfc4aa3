using System.Management.Automation;

namespace RocketComs.Loader;

/// <summary>
/// Registers, once per process, where the module's private dependencies come from. It stands in an assembly of its own that is
/// imported first: PowerShell looks at the types of a cmdlet assembly before it runs the initializers in it.
/// </summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer
{
    private static readonly string s_directory = Path.Combine(Path.GetDirectoryName(typeof(ModuleInitializer).Assembly.Location)!, "deps");

    private static int s_registered;

    /// <summary>Called by PowerShell on import.</summary>
    public void OnImport()
    {
        // Never undone: objects of the module outlive Remove-Module, and a second import finds everything in place.
        if (Interlocked.Exchange(ref s_registered, 1) == 0)
        {
            Register();
        }
    }

#if NET8_0_OR_GREATER
    private static void Register()
    {
        PrivateLoadContext context = new(s_directory);
        System.Runtime.Loader.AssemblyLoadContext.Default.Resolving += (_, name) =>
            name.Name is "RocketComs.Core" or "RocketComs.Sandbox" ? context.LoadFromAssemblyName(name) : null;
    }
#else
    private static void Register()
    {
        PrivateAssemblies assemblies = new(s_directory);
        System.AppDomain.CurrentDomain.AssemblyResolve += (_, request) =>
            assemblies.Find(request.Name, request.RequestingAssembly) is { } path ? System.Reflection.Assembly.LoadFrom(path) : null;
    }
#endif
}
