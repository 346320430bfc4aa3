using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Layout;

public sealed class LayoutTests
{
    private static readonly string[] s_visible = ["RocketComs.Loader.dll", "RocketComs.Model.dll", "RocketComs.PowerShell.dll"];
    private static readonly string[] s_provided = ["mscorlib", "netstandard", "System.Management.Automation"];

    [Theory]
    [InlineData("net8.0")]
    [InlineData("netstandard2.0")]
    public void Visible_folder_holds_only_what_users_may_name(string framework)
    {
        Assert.Equal(s_visible, Assemblies(BuiltModule.Bin(framework), SearchOption.TopDirectoryOnly).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("netstandard2.0")]
    public void Private_folder_holds_Core_Sandbox_and_packages_but_not_the_engine(string framework)
    {
        string[] names = [.. Assemblies(Path.Combine(BuiltModule.Bin(framework), "deps"), SearchOption.TopDirectoryOnly).Select(file => Path.GetFileName(file)!)];

        Assert.Contains("RocketComs.Core.dll", names);
        Assert.Contains("RocketComs.Sandbox.dll", names);
        Assert.Contains("PhoneNumbers.dll", names);
        Assert.DoesNotContain("System.Management.Automation.dll", names);
        Assert.Empty(names.Intersect(s_visible));
    }

    [Fact]
    public void Netstandard_layout_has_all_that_it_refers_to()
    {
        // Windows PowerShell brings nothing but .NET Framework and the engine.
        string[] files = Assemblies(BuiltModule.Bin("netstandard2.0"), SearchOption.AllDirectories);
        HashSet<string> have = [.. files.Select(file => Path.GetFileNameWithoutExtension(file)!), .. s_provided];

        string[] missing = [.. files.SelectMany(References).Where(reference => !have.Contains(reference.Name)).Select(reference => $"{reference.From} wants {reference.Name}")];

        Assert.Empty(missing);
    }

    [Fact]
    public void Netstandard_layout_wants_nothing_above_netstandard()
    {
        // A version of the engine or of the standard that Windows PowerShell 5.1 has; a package may refer to an older build of another.
        Dictionary<string, Version> limits = new()
        {
            ["mscorlib"] = new Version(4, 0, 0, 0),
            ["netstandard"] = new Version(2, 0, 0, 0),
            ["System.Management.Automation"] = new Version(3, 0, 0, 0),
        };
        string[] files = Assemblies(BuiltModule.Bin("netstandard2.0"), SearchOption.AllDirectories);
        foreach (string file in files)
        {
            AssemblyName name = AssemblyName.GetAssemblyName(file);
            limits.Add(name.Name!, name.Version!);
        }

        string[] tooNew = [.. files.SelectMany(References).Where(reference => reference.Version > limits[reference.Name]).Select(reference => $"{reference.From} wants {reference.Name} {reference.Version}")];

        Assert.Empty(tooNew);
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("netstandard2.0")]
    public void Model_and_Loader_refer_to_no_package_and_Core_to_no_engine(string framework)
    {
        string[] deps = [.. Assemblies(Path.Combine(BuiltModule.Bin(framework), "deps"), SearchOption.TopDirectoryOnly).Select(file => Path.GetFileNameWithoutExtension(file)!)];

        Assert.Empty(References(Path.Combine(BuiltModule.Bin(framework), "RocketComs.Model.dll")).Select(reference => reference.Name).Intersect(deps));
        Assert.Empty(References(Path.Combine(BuiltModule.Bin(framework), "RocketComs.Loader.dll")).Select(reference => reference.Name).Intersect(deps));
        Assert.DoesNotContain("System.Management.Automation", References(Path.Combine(BuiltModule.Bin(framework), "deps", "RocketComs.Core.dll")).Select(reference => reference.Name));
    }

    [Theory]
    [InlineData("RocketComs.Core")]
    [InlineData("CsvHelper")]
    [InlineData("Polly.Core")]
    public void Machine_code_for_this_system_is_of_the_assembly_beside_it_and_is_what_a_session_loads(string name)
    {
        string deps = Path.Combine(BuiltModule.Bin("net8.0"), "deps");
        string image = Directory.GetFiles(deps, name + ".dll", SearchOption.AllDirectories).Single(file => Path.GetDirectoryName(file) != deps && IsOfThisSystem(file));
        using TestSession session = new();
        session.Script("[pscustomobject]@{ Number = '2025550123'; Message = 'Hello' } | Test-RcBatchCsv; Start-RcSandbox | Connect-RcAccount -PassThru | ForEach-Object { Get-RcCampaign }").NoErrors();

        Assembly loaded = AssemblyLoadContext.All.SelectMany(context => context.Assemblies).Single(assembly => assembly.GetName().Name == name && assembly.Location.StartsWith(deps, StringComparison.Ordinal));

        Assert.Equal(ModuleVersion(Path.Combine(deps, name + ".dll")), ModuleVersion(image));
        Assert.Equal(image, loaded.Location);
        Assert.True(HasMachineCode(image));
        Assert.False(HasMachineCode(Path.Combine(deps, name + ".dll")));
    }

    private static bool IsOfThisSystem(string file) => Path.GetFileName(Path.GetDirectoryName(file))
        == (OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux") + "-" + RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();

    private static Guid ModuleVersion(string file)
    {
        using PEReader assembly = new(File.OpenRead(file));
        MetadataReader metadata = assembly.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }

    private static bool HasMachineCode(string file)
    {
        using PEReader assembly = new(File.OpenRead(file));
        return assembly.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }

    private static string[] Assemblies(string folder, SearchOption depth) => Directory.GetFiles(folder, "*.dll", depth);

    private static List<(string From, string Name, Version Version)> References(string file)
    {
        using FileStream stream = File.OpenRead(file);
        using PEReader assembly = new(stream);
        MetadataReader metadata = assembly.GetMetadataReader();
        return
        [
            .. metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
                .Select(reference => (Path.GetFileName(file), metadata.GetString(reference.Name), reference.Version)),
        ];
    }
}
