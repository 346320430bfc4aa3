using System.Management.Automation;
using System.Reflection;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Binding;

/// <summary>A switch that is given as $null, as of a variable without a value: PowerShell takes it for on, and a batch would go out unasked.</summary>
public sealed class SwitchTests
{
    public static TheoryData<string> Forms =>
    [
        "$x = @{}; Send-RcMessage $c 12025550142 hi -Force:$x.Force",
        "$x = @{ Force = $null }; Send-RcMessage $c 12025550142 hi @x",
        "$x = @{ AllowRepeat = $null; Force = $true }; Send-RcMessage $c 12025550142 hi @x",
        "function Nothing { }; Send-RcMessage $c 12025550142 hi -Force:(Nothing)",
        "$PSDefaultParameterValues = @{ 'Send-RcMessage:Force' = $null }; Send-RcMessage $c 12025550142 hi",
        "$PSDefaultParameterValues = @{ '*-Rc*:Force' = { $null } }; Send-RcMessage $c 12025550142 hi",
        "function Send-Nightly($File, $Force) { New-RcBatch $c $File -ExternalId n -StartDate $day -Force:$Force }; Send-Nightly seed.csv",
        "New-RcBatch $c seed.csv -ExternalId n -StartDate $day -Force -ShortLink:$null",
        "Update-RcBatch $id seed.csv -Force -SkipValidation:$null",
        "$id | Remove-RcBatch -Force:$null",
        "Invoke-RcRequest v1/batches/$id -Method DELETE -Force:$null",
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Switch_without_a_value_is_refused_and_nothing_is_sent(string script)
    {
        using AccountSession session = new();
        session.Set("c", TestSandbox.CampaignId);
        session.Set("day", AccountSession.Tomorrow);
        session.Set("id", session.NewBatch());

        ErrorRecord error = session.Script(script).Error("RcInvalidParameter");

        Assert.Matches("^-(Force|AllowRepeat|ShortLink|SkipValidation) is empty, as of a variable without a value. Nothing was done.$", error.ErrorDetails.Message);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Theory]
    [InlineData("'*-Rc*:MaxSegmentCount' = '1,000'", "MaxSegmentCount")]
    [InlineData("'New-RcBatch:WhatIf' = 'yes'", "WhatIf")]
    [InlineData("'new-rc*:MaxCost' = '0,01'; 'New-RcBatch:PricePerSegment' = 0.01", "MaxCost")]
    [InlineData("'*:CheckOptOut' = 'yes'", "CheckOptOut")]
    public void Default_that_PowerShell_only_warns_of_is_refused(string defaults, string parameter)
    {
        using AccountSession session = new();
        session.Set("c", TestSandbox.CampaignId);
        session.Set("day", AccountSession.Tomorrow);

        ErrorRecord error = session.Script($"$PSDefaultParameterValues = @{{ {defaults} }}; New-RcBatch $c seed.csv -ExternalId n -StartDate $day -Force").Error("RcInvalidParameter");

        Assert.Contains($", which -{parameter} does not take. Nothing was sent.", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Default_that_is_taken_or_is_for_others_is_no_matter()
    {
        using AccountSession session = new();
        session.WriteFile("seed.csv", AccountSession.GoodCsv);
        session.Set("c", TestSandbox.CampaignId);
        session.Set("day", AccountSession.Tomorrow);

        session.Script("""
            $PSDefaultParameterValues = @{ '*-Rc*:MaxSegmentCount' = 1000; '*:Encoding' = 'utf8'; 'Get-*:MaxCost' = '0,01'; 'New-RcBatch:Message' = 'Hi'; '*:Verbose' = $false; 'New-RcBatch:ExternalId' = 'n' }
            New-RcBatch $c seed.csv -StartDate $day -Action Validate
            $PSDefaultParameterValues = @{ '*-Rc*:MaxSegmentCount' = '1,000'; 'Disabled' = $true }
            New-RcBatch $c seed.csv -ExternalId m -StartDate $day -Action Validate
            """).NoErrors();

        Assert.Equal(2, session.Sandbox.Writes.Count);
    }

    [Fact]
    public void Switch_with_a_value_is_what_it_says()
    {
        using AccountSession session = new();
        session.Set("c", TestSandbox.CampaignId);

        session.Script("Send-RcMessage $c 12025550142 hi -Force:$false").Error("RcConfirmationRequired");
        session.Script("$f = [switch]$true; Send-RcMessage $c 12025550142 hi -Force:$f; Send-RcMessage $c 12025550142 hi -Force -AllowRepeat:$true").NoErrors();

        Assert.Equal(2, session.Sandbox.Writes.Count);
    }

    [Fact]
    public void Connect_with_an_empty_switch_leaves_no_account()
    {
        using AccountSession session = new();
        session.Set("s", session.Sandbox.Object);

        session.Script("Connect-RcAccount -Sandbox $s -PassThru:$null").Error("RcInvalidParameter");

        Assert.Empty(session.Run("Get-RcConnection").NoErrors().Output);
    }

    [Fact]
    public void No_switch_of_the_module_takes_null_for_on()
    {
        using TestSession session = new();
        string[] switches =
        [
            .. from command in session.Run("Get-Command", ("Module", "RocketComs")).NoErrors().Output.Select(item => (CmdletInfo)item.BaseObject)
               from property in command.ImplementingType.GetProperties()
               where property.PropertyType == typeof(SwitchParameter) && property.IsDefined(typeof(ParameterAttribute), inherit: true)

               // Those of Connect-RcAccount that end the account before do nothing else.
               let given = property.GetCustomAttributes<ArgumentTransformationAttribute>().Where(attribute => attribute.GetType().Name != "BeginsConnectAttribute").Aggregate((object?)null, (value, attribute) => attribute.Transform(null!, value!))
               select $"{command.Name} -{property.Name}: {(given is SwitchParameter { IsPresent: false } ? "off" : given ?? "on")}",
        ];

        Assert.InRange(switches.Length, 40, int.MaxValue);
        Assert.All(switches, one => Assert.EndsWith(": off", one, StringComparison.Ordinal));
    }
}
