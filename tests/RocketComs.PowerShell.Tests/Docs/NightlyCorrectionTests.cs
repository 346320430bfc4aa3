using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Xunit;
using Engine = System.Management.Automation.PowerShell;

namespace RocketComs.PowerShell.Tests.Docs;

public sealed class NightlyCorrectionTests : IDisposable
{
    private static readonly string s_root = Path.GetFullPath("../../../..", AppContext.BaseDirectory);
    private static readonly string s_module = Path.Combine(s_root, "out/RocketComs/RocketComs.psd1");
    private static readonly string s_runbook = Path.Combine(s_root, "docs/samples/nightly-correction.ps1");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly Engine _shell = Engine.Create(InitialSessionState.CreateDefault2());

    public NightlyCorrectionTests()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "sale-1.csv"), "(202) 555-0101,Doors open at nine\n");
        Run("Import-Module $args[0]; $global:folder = $args[1]; $global:runbook = $args[2]", s_module, _folder.FullName, s_runbook);
        Run("""
            $global:sandbox = Start-RcSandbox
            Connect-RcAccount -Sandbox $sandbox
            $null = New-RcBatch $sandbox.CampaignId "$folder/sale-1.csv" -ExternalId sale-1 -StartDate $sandbox.Now.AddDays(1) -Action Validate -SkipValidation
            $sandbox.ClearRequests()
            """);
    }

    [Fact]
    public void Repaired_file_is_uploaded_and_nothing_is_scheduled()
    {
        PSObject result = Assert.Single(Run("& $runbook -CampaignId $sandbox.CampaignId -Folder $folder -SettleSec 0 -Live"));

        Assert.Equal("No errors (yet).", result.Properties["Outcome"].Value);
        PSObject write = Assert.Single(Run("$sandbox.Requests | Where-Object Method -NE GET"));
        Assert.Contains("action=VALIDATE", (string)write.Properties["RawQuery"].Value, StringComparison.Ordinal);
        PSObject file = Assert.Single(Run("$sandbox.Requests.Parts | Where-Object Name -EQ file"));
        Assert.Equal("2025550101,Doors open at nine\n", file.Properties["Text"].Value);
    }

    [Fact]
    public void Upload_whose_answer_is_lost_is_not_repeated()
    {
        Run("$sandbox.AddFault(@{ Kind = 'DropAnswer'; Method = 'PATCH' })");

        PSObject result = Assert.Single(Run("& $runbook -CampaignId $sandbox.CampaignId -Folder $folder -SettleSec 0 -Live"));

        Assert.StartsWith("RcOutcomeUnknown", (string)result.Properties["Outcome"].Value, StringComparison.Ordinal);
        Assert.Single(Run("$sandbox.Requests | Where-Object Method -EQ PATCH"));
    }

    public void Dispose()
    {
        Run("Stop-RcSandbox $sandbox");
        _shell.Dispose();
        _folder.Delete(recursive: true);
    }

    // An error of the runbook fails the test.
    private Collection<PSObject> Run(string script, params object[] arguments)
    {
        _shell.Commands.Clear();
        _shell.AddScript(script);
        Array.ForEach(arguments, argument => _shell.AddArgument(argument));
        Collection<PSObject> output = _shell.Invoke();
        Assert.Empty(_shell.Streams.Error);
        return output;
    }
}
