using System.Collections;
using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Binding;

/// <summary>A script block that reads a property which the object has not: its text would go out with a gap.</summary>
public sealed class UnknownPropertyTests
{
    [Theory]
    [InlineData("\"Hi $($_.Frist), code $($_.Code)\"")]
    [InlineData("\"Hi $($PSItem.Frist)\"")]
    [InlineData("'Hi ' + $_.Frist")]
    [InlineData("'Hi {0}' -f $_.'Frist'")]
    [InlineData("$row = $_; \"Hi $($row.Frist)\"")]
    [InlineData("\"Hi $($_ | ForEach-Object { $_.Frist })\"")]
    [InlineData("if ($_.Frist) { 'Hi you' } else { 'Hi' }")]
    [InlineData("if ($_.PSObject.Properties['Nick']) { $_.Nick } else { \"Hi $($_.Frist)\" }")]
    [InlineData("\"Hi $($_.Frist.Trim())\"")]
    [InlineData("\"Hi $($_.Owner.Nmae)\"")]
    [InlineData("\"Hi $($_.Table1.Nmae)\"")]
    public void Property_that_is_not_there_refuses_the_row(string block)
    {
        using AccountSession session = new();
        foreach (string carrier in Carriers.All.Where(carrier => carrier != Carriers.Table))
        {
            object row = Carriers.Make(carrier, [("Cell", "12025550123"), ("Code", "7"), ("Owner", AccountSession.Record(("Name", "Ann"))), ("Table1", new Hashtable { ["Name"] = "Ann" })])!;
            session.Set("in", row);

            ErrorRecord error = session.Script($",$in | Send-RcMessage -CampaignId {TestSandbox.CampaignId} -Number {{ $_.Cell }} -Message {{ {block} }} -Force").Error("RcInvalidParameter");

            Assert.Contains(block.Contains("Nmae", StringComparison.Ordinal) ? "reads the property Nmae" : "reads the property Frist", error.ErrorDetails.Message, StringComparison.Ordinal);
            Assert.Equal(Bare(row), Bare(error.TargetObject));
            Assert.Null(PSObject.AsPSObject(row).Properties["Frist"]);
        }

        Assert.Empty(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("\"Hi $($_.First), save $5\"", "5")]
    [InlineData("\"Hi $($_.First), code $promo now\"", "promo")]
    [InlineData("@(\"Code ${promo}\")[0]", "promo")]
    [InlineData("\"Code $($promo)\"", "promo")]
    [InlineData("$known = 'x'; \"$known $Promo\"", "Promo")]
    [InlineData("& { \"Code $promo\" }", "promo")]
    public void Variable_in_a_text_that_nobody_has_set_refuses_the_row(string block, string name)
    {
        using AccountSession session = new();
        session.Set("in", AccountSession.Record(("Cell", "12025550123"), ("First", "Ann")));

        ErrorRecord error = session.Script($"$in | Send-RcMessage -CampaignId {TestSandbox.CampaignId} -Number {{ $_.Cell }} -Message {{ {block} }} -Force").Error("RcInvalidParameter");

        Assert.Contains($"has ${name} in its text, a variable that is not set", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("\"Hi $($_.First), code $code\"", "Hi Ann, code X7")]
    [InlineData("\"Hi $script:code$global:code\"", "Hi X7X7")]
    [InlineData("$own = $_.First; \"Hi $own\"", "Hi Ann")]
    [InlineData("foreach ($one in $_.First) { \"Hi $one\" }", "Hi Ann")]
    [InlineData("& { param($to) \"Hi $to\" } $_.First", "Hi Ann")]
    [InlineData("$ExecutionContext.SessionState.PSVariable.Set('own', $_.First); \"Hi $own\"", "Hi Ann")]
    [InlineData("$null = $_.First -match 'A(.*)'; \"Hi $($Matches[1]) $true\"", "Hi nn True")]
    [InlineData("if ($promo) { \"Hi $promo\" } else { 'Hi' }", "Hi")]
    [InlineData("\"Save `$5\"", "Save $5")]
    [InlineData("\"Hi $empty$($_.First)\"", "Hi Ann")]
    public void Variable_that_is_set_or_not_read_is_written(string block, string text)
    {
        using AccountSession session = new();
        session.Script("$code = 'X7'; $global:code = 'X7'; $empty = ''");
        session.Set("in", AccountSession.Record(("Cell", "12025550123"), ("First", "Ann")));

        session.Script($"$in | Send-RcMessage -CampaignId {TestSandbox.CampaignId} -Number {{ $_.Cell }} -Message {{ {block} }} -Force").NoErrors();

        Assert.Contains($"\"message\":\"{text}\"", Assert.Single(session.Sandbox.Writes).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Hi $_.First\"")]
    [InlineData("'Hi ' + $_")]
    public void Text_that_holds_the_whole_object_refuses_the_row(string block)
    {
        using AccountSession session = new();
        session.Set("in", AccountSession.Record(("Cell", "12025550123"), ("First", "Ann")));

        ErrorRecord error = session.Script($"$in | Send-RcMessage -CampaignId {TestSandbox.CampaignId} -Number {{ $_.Cell }} -Message {{ {block} }} -Force").Error("RcInvalidParameter");

        Assert.Contains("$($_.First)", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Names_that_are_almost_those_of_columns_can_be_chosen()
    {
        using AccountSession session = new();
        session.Set("in", Carriers.Make(Carriers.All[0], [("Phone Number", "12025550123"), ("First Name", "Ann"), ("Start Date", "2127-03-01"), ("Items", AccountSession.Record(("Name", "a")))]));

        session.Script($"$in | Send-RcMessage -CampaignId {TestSandbox.CampaignId} -Number {{ $_.'Phone Number' }} -Message {{ \"Hi $($_.'First Name'), $($_.'Start Date'), $($_.Items.Count)\" }} -Force").NoErrors();
        session.Script($"$in | Send-RcMessage -CampaignId {TestSandbox.CampaignId} -Number {{ $_.'Phone Number' }} -Message {{ \"Hi $($_.'First Name')\" }} -Force").Error("RcInvalidParameter");

        Assert.Contains("Hi Ann, 2127-03-01, 1", Assert.Single(session.Sandbox.Writes).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Hi $($_.First)!\"", "Hi !")]
    [InlineData("\"Hi $($_.first.Length)!\"", "Hi 0!")]
    [InlineData("\"Hi $($_.Owner.Name)!\"", "Hi Ann!")]
    [InlineData("\"Hi $($_.Nothing)!\"", "Hi !")]
    [InlineData("\"Hi $($_.Nothing.Name)!\"", "Hi !")]
    [InlineData("if ($_.Code -eq 8) { $_.Frist } else { 'Hi!' }", "Hi!")]
    [InlineData("if ($_.PSObject.Properties['Nick']) { $_.Nick } else { 'Hi!' }", "Hi!")]
    [InlineData("\"Hi $(@('a', 'b').Count)!\"", "Hi 2!")]
    [InlineData("$h = @{}; $h.Frist = 'you'; \"Hi $($h.Frist)!\"", "Hi you!")]
    [InlineData("$name = $_.Owner; \"Hi $($name.Name) of $($name.Name.Length)!\"", "Hi Ann of 3!")]
    [InlineData("\"Hi $($_.Code.PadLeft(3, '0'))!\"", "Hi 007!")]
    [InlineData("\"Hi $(function Deep($o) { $o.Unknown }; Deep ([pscustomobject]@{ A = 1 }))!\"", "Hi !")]
    public void What_is_there_and_empty_or_is_not_asked_for_is_fine(string block, string text)
    {
        foreach (string carrier in Carriers.All.Where(carrier => carrier != Carriers.Table))
        {
            using AccountSession session = new();
            session.Set("in", Carriers.Make(carrier, [("Cell", "12025550123"), ("Code", "7"), ("First", ""), ("Nothing", null), ("Owner", AccountSession.Record(("Name", "Ann")))]));

            session.Script($",$in | Send-RcMessage -CampaignId {TestSandbox.CampaignId} -Number {{ $_.Cell }} -Message {{ {block} }} -Force").NoErrors();

            Assert.Contains($"\"message\":\"{text}\"", Assert.Single(session.Sandbox.Writes).Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Each_row_is_asked_for_itself()
    {
        using AccountSession session = new();
        session.Set("rows", new object[] { AccountSession.Record(("Cell", "12025550101"), ("Name", "Ann")), AccountSession.Record(("Cell", "12025550102"), ("Nmae", "Bob")), AccountSession.Record(("Cell", "12025550103"), ("Name", "Cy")) });

        CommandResult result = session.Script($"$rows | Send-RcMessage -CampaignId {TestSandbox.CampaignId} -Number {{ $_.Cell }} -Message {{ \"Hi $($_.Name)\" }} -Force");

        Assert.Equal("12025550102", PSObject.AsPSObject(result.Error("RcInvalidParameter").TargetObject).Properties["Cell"].Value);
        Assert.Equal(2, session.Sandbox.Writes.Count);
    }

    [Fact]
    public void Batch_and_the_other_commands_are_held_to_it_too()
    {
        using AccountSession session = new();
        session.Set("id", session.NewBatch());

        session.Script("Get-RcBatch $id | Update-RcBatch -Path seed.csv -Description { \"For $($_.ExternlId)\" } -Action Validate").Error("RcInvalidParameter");
        session.Script("Get-RcBatch $id | Measure-RcSmsSegment -Message { \"For $($_.ExternlId)\" }").Error("RcInvalidParameter");
        Assert.Equal("For ext-1", session.Script("Get-RcBatch $id | Measure-RcSmsSegment -Message { \"For $($_.ExternalId)$($_.Description)\" }").Single().Get<string>("Message"));
        session.Script("@{ Name = 'Ann' } | Measure-RcSmsSegment -Message { \"Hi $($_.Nmae)\" }").Error("RcInvalidParameter");
        Assert.Equal("Hi Ann", session.Script("@{ Name = 'Ann' } | Measure-RcSmsSegment -Message { \"Hi $($_.Name)\" }").Single().Get<string>("Message"));
    }

    private static object? Bare(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapper ? wrapper.BaseObject : value;
}
