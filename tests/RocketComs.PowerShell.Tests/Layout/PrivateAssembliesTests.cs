using System.Reflection;
using System.Runtime.Loader;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Layout;

/// <summary>In Windows PowerShell the module finds its own assemblies, and gives them to nobody else.</summary>
public sealed class PrivateAssembliesTests
{
    private const string Json = "System.Text.Json, Version=1.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51";

    private static readonly string s_bin = BuiltModule.Bin("netstandard2.0");

    [Fact]
    public void Module_is_given_its_own_version_whatever_it_asks_for()
    {
        Assert.Equal(Path.Combine(s_bin, "deps", "System.Text.Json.dll"), Find(Json, Own()));
        Assert.Null(Find("Newtonsoft.Json", Own()));
    }

    [Fact]
    public void Others_are_given_nothing_that_they_bring_themselves()
    {
        Assert.True(File.Exists(Path.Combine(s_bin, "deps", "System.Text.Json.dll")));
        Assert.Null(Find(Json, typeof(object).Assembly));
        Assert.Null(Find(Json, null));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Own_assemblies_are_found_for_everybody(bool isKnown) =>
        Assert.Equal(Path.Combine(s_bin, "deps", "RocketComs.Core.dll"), Find("RocketComs.Core", isKnown ? typeof(object).Assembly : null));

    private static Assembly Own() => new AssemblyLoadContext(null, isCollectible: true).LoadFromAssemblyPath(Path.Combine(s_bin, "RocketComs.Loader.dll"));

    private static string? Find(string name, Assembly? requesting)
    {
        Type type = Own().GetType("RocketComs.Loader.PrivateAssemblies", throwOnError: true)!;
        object assemblies = Activator.CreateInstance(type, Path.Combine(s_bin, "deps"))!;
        return (string?)type.GetMethod("Find")!.Invoke(assemblies, [name, requesting]);
    }
}
