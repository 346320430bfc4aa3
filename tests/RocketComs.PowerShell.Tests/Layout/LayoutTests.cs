using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
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
