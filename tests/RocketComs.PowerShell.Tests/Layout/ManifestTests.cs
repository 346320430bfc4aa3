using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Layout;

public sealed class ManifestTests
{
    // What only reads, only checks, or changes nothing but this session.
    private static readonly string[] s_harmless = ["Get", "Test", "Measure", "Import", "Wait", "Connect", "Disconnect", "Start", "Stop"];

    [Fact]
    public void Manifest_exports_exactly_the_commands_that_are_implemented()
    {
        using TestSession session = new();

        string[] implemented = [.. CommandTypes(session).Select(NameOf).Order(StringComparer.Ordinal)];

        Assert.Equal(implemented, ((object[])Manifest()["CmdletsToExport"]!).Cast<string>().Order(StringComparer.Ordinal));
        Assert.Equal(implemented, session.Run("Get-Command", ("Module", "RocketComs")).Values<string>("Name").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Manifest_identity_never_changes()
    {
        Hashtable manifest = Manifest();

        Assert.Equal("5f3b6c1e-8a0d-4b7e-9c55-2d1f7a64e0b9", manifest["GUID"]);
        Assert.Equal("5.1", manifest["PowerShellVersion"]);
        Assert.Equal(["Desktop", "Core"], (object[])manifest["CompatiblePSEditions"]!);
    }

    [Fact]
    public void Manifest_says_what_a_gallery_shows()
    {
        Hashtable manifest = Manifest();
        Hashtable shown = (Hashtable)((Hashtable)manifest["PrivateData"]!)["PSData"]!;

        Assert.Equal("4.7.2", manifest["DotNetFrameworkVersion"]);
        Assert.False(manifest.ContainsKey("RequiredAssemblies"));
        Assert.Equal("https://opensource.org/license/mit", shown["LicenseUri"]);
        Assert.Equal("https://developer.rocketcoms.com/", shown["ProjectUri"]);
        Assert.Contains("CHANGELOG.md", (string)shown["ReleaseNotes"]!, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(BuiltModule.Folder, "CHANGELOG.md")));
        string[] tags = [.. ((object[])shown["Tags"]!).Cast<string>()];
        Assert.Equal(["PSEdition_Core", "PSEdition_Desktop"], tags.Where(tag => tag.StartsWith("PSEdition_", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.All(tags, tag => Assert.DoesNotContain(' ', tag));
    }

    [Fact]
    public void Manifest_version_is_the_version_of_the_assemblies()
    {
        string version = (string)Manifest()["ModuleVersion"]!;

        foreach (string file in Directory.GetFiles(BuiltModule.Folder, "RocketComs.*.dll", SearchOption.AllDirectories))
        {
            Assert.Equal((Path.GetFileName(file), version), (Path.GetFileName(file), AssemblyName.GetAssemblyName(file).Version!.ToString(3)));
        }
    }

    [Fact]
    public void Commands_are_sealed_and_say_what_they_emit()
    {
        using TestSession session = new();

        Assert.All(CommandTypes(session), type =>
        {
            Assert.True(type.IsSealed, type.Name);
            Assert.NotEmpty(type.GetCustomAttributes<OutputTypeAttribute>());
            Assert.Equal(NameOf(type).Replace("-", string.Empty, StringComparison.Ordinal) + "Command", type.Name);
        });
    }

    [Fact]
    public void Commands_that_write_know_WhatIf()
    {
        using TestSession session = new();

        Type[] commands = CommandTypes(session);
        string[] writers = [.. commands.Select(NameOf).Where(name => name is "Import-RcRecipient" or "Test-RcAccount" || !s_harmless.Contains(name.Split('-')[0]))];
        string[] careful = [.. commands.Where(type => type.GetCustomAttribute<CmdletAttribute>()!.SupportsShouldProcess).Select(NameOf)];

        Assert.Equal(17, writers.Length);
        Assert.Equal(writers.Order(), careful.Order());
    }

    [Theory]
    [InlineData("Update-RcBatch")]
    [InlineData("New-RcBatch")]
    public void Commands_that_cost_money_have_no_default_set_and_a_high_impact(string command)
    {
        using TestSession session = new();
        CmdletAttribute attribute = CommandTypes(session).Single(type => NameOf(type) == command).GetCustomAttribute<CmdletAttribute>()!;

        CommandInfo info = (CommandInfo)session.Run("Get-Command", ("Name", command)).Single().BaseObject;

        Assert.Equal(ConfirmImpact.High, attribute.ConfirmImpact);
        Assert.DoesNotContain(info.ParameterSets, set => set.IsDefault);
        Assert.Equal(["CsvFile", "CsvRow", "ManualMessage", "MessageTemplate"], info.ParameterSets.Select(set => set.Name).Order(StringComparer.Ordinal));
        Assert.False(info.Parameters.ContainsKey("OperationType"));
    }

    private static Hashtable Manifest()
    {
        ScriptBlockAst script = Parser.ParseFile(BuiltModule.Manifest, out _, out ParseError[] errors);
        Assert.Empty(errors);
        return (Hashtable)script.Find(node => node is HashtableAst, searchNestedScriptBlocks: false).SafeGetValue();
    }

    private static Type[] CommandTypes(TestSession session)
    {
        CmdletInfo any = (CmdletInfo)session.Run("Get-Command", ("Name", "Update-RcBatch")).Single().BaseObject;
        return [.. any.ImplementingType.Assembly.GetExportedTypes().Where(type => type.IsDefined(typeof(CmdletAttribute)))];
    }

    private static string NameOf(Type type)
    {
        CmdletAttribute attribute = type.GetCustomAttribute<CmdletAttribute>()!;
        return attribute.VerbName + "-" + attribute.NounName;
    }
}
