using System.Reflection;
using System.Runtime.Loader;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Layout;

public sealed class ImportTests
{
    [Fact]
    public void Import_with_force_keeps_the_commands()
    {
        using TestSession session = new();

        session.Run("Import-Module", ("Name", BuiltModule.Manifest), ("Force", true)).NoErrors();

        Assert.Equal(1, session.Run("Measure-RcSmsSegment", ("Message", "Hi")).Single().Get<int>("SegmentCount"));
    }

    [Fact]
    public void Import_after_remove_gives_the_commands_back()
    {
        using TestSession session = new();

        session.Run("Remove-Module", ("Name", "RocketComs")).NoErrors();
        Assert.Empty(session.Run("Get-Command", ("Name", "*-Rc*")).Output);
        session.Run("Import-Module", ("Name", BuiltModule.Manifest)).NoErrors();

        Assert.Equal(1, session.Run("Measure-RcSmsSegment", ("Message", "Hi")).Single().Get<int>("SegmentCount"));
    }

    [Theory]
    [InlineData("RcBatch")]
    [InlineData("RcBatchAction")]
    [InlineData("RcBatchCsvRepair")]
    [InlineData("RcBatchCsvReport")]
    [InlineData("RcBatchRow")]
    [InlineData("RcConnection")]
    [InlineData("RcSandbox")]
    [InlineData("RcSmsMeasurement")]
    public void Type_literals_of_the_model_resolve(string name)
    {
        using TestSession session = new();

        Assert.Equal("RocketComs." + name, session.Script($"[RocketComs.{name}].FullName").Single().BaseObject);
    }

    [Fact]
    public void Core_and_its_packages_stay_in_a_load_context_of_their_own()
    {
        using TestSession session = new();
        session.Run("Measure-RcSmsSegment", ("Message", "Hi")).NoErrors();

        Assembly core = AppDomain.CurrentDomain.GetAssemblies().Single(assembly => assembly.GetName().Name == "RocketComs.Core");

        Assert.NotSame(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(core));
        Assert.DoesNotContain(AssemblyLoadContext.Default.Assemblies, assembly => assembly.GetName().Name is "RocketComs.Core" or "RocketComs.Sandbox" or "CsvHelper" or "PhoneNumbers" or "Polly.Core");
        Assert.Equal(true, session.Script("$null -eq ('RocketComs.Core.Segments.SegmentCounter' -as [type])").Single().BaseObject);
    }
}
