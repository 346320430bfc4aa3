using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

/// <summary>Columns that are almost those of the schedule: left out in silence, they would send a batch today.</summary>
public sealed class PlanColumnTests
{
    [Theory]
    [InlineData("Start Date", "2127-03-01")]
    [InlineData("Start_Date", "2127-03-01")]
    [InlineData("StartDate ", "2127-03-01")]
    [InlineData("Action ", "Validate")]
    [InlineData("end-time", "12:00")]
    public void Near_miss_is_refused_in_a_plan(string column, string value)
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        CommandResult result = session.Pipe([AccountSession.Record(("Id", id), ("Path", session.PathOf("seed.csv")), (column, value))], "Update-RcBatch", ("Force", true));

        Assert.StartsWith("RcInvalidParameter,", Assert.Single(result.Errors.Append(result.Terminating).OfType<ErrorRecord>()).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("Update-RcBatch", "MaxCost", "5")]
    [InlineData("Update-RcBatch", "max cost", "5")]
    [InlineData("Update-RcBatch", "CheckOptOut", "true")]
    [InlineData("Update-RcBatch", "MessageTemplateId", "32df8770-ee48-46e7-a8c7-9ec478883076")]
    [InlineData("Update-RcBatch", "Aktion", "Validate")]
    [InlineData("Update-RcBatch", "Mode", " schedule ")]
    [InlineData("Update-RcBatch", "Begin", "2127-03-01")]
    [InlineData("Update-RcBatch", "Beginn", "1.3.2127")]
    [InlineData("Update-RcBatch", "From", "9 AM")]
    [InlineData("New-RcBatch", "Ende", "2127-03-01")]
    public void Column_that_speaks_of_the_sending_and_is_not_read_is_refused(string command, string column, string value)
    {
        using AccountSession session = new();
        PSObject row = command == "Update-RcBatch"
            ? AccountSession.Record(("Id", session.NewBatch()), ("Path", session.PathOf("seed.csv")), (column, value))
            : AccountSession.Record(("CampaignId", TestSandbox.CampaignId), ("ExternalId", "x"), ("StartDate", "2127-01-31"), ("Path", session.PathOf("seed.csv")), (column, value));

        CommandResult result = session.Pipe([row], command, ("Force", true));

        Assert.Equal(value, result.Error("RcInvalidParameter").TargetObject);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Near_miss_is_refused_in_rows()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        session.Pipe([AccountSession.Record(("Number", "2025550123"), ("Message", "Hi"), ("Start Date", "2127-03-01"))], "Update-RcBatch", ("Id", id), ("Force", true)).Ended("RcInvalidParameter");

        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Columns_of_a_plan_that_are_not_read_are_named_once()
    {
        using AccountSession session = new();
        PSObject[] plan =
        [
            .. new[] { session.NewBatch("a"), session.NewBatch("b") }.Select(id =>
                AccountSession.Record(("Id", id), ("Path", session.PathOf("seed.csv")), ("Action", "Validate"), ("Owner", "Ann"), ("SendAt", "2127-03-01"))),
        ];

        CommandResult result = session.Pipe(plan, "Update-RcBatch").NoErrors();

        Assert.Equal("The columns Owner, SendAt of the plan are not read.", Assert.Single(result.Warnings));
        Assert.Equal(2, result.Output.Count);
    }

    [Theory]
    [InlineData("Plan")]
    [InlineData("Typed")]
    [InlineData("TypedBatch")]
    [InlineData("Added")]
    [InlineData("Second")]
    [InlineData("Exported")]
    [InlineData("NearName")]
    [InlineData("Row")]
    [InlineData("RowOfTypedBatch")]
    [InlineData("TwoRows")]
    [InlineData("LaterRow")]
    public void Another_campaign_beside_a_batch_to_update_is_refused_however_it_is_named(string way)
    {
        const string Other = "7c3f8a52-7a0b-4a57-9d7e-0f8d4f1d2b60";
        using AccountSession session = new();
        string id = session.NewBatch();
        session.Script($"$b = Get-RcBatch -Id {id}; $f = '{session.PathOf("seed.csv")}'; function Line($c) {{ [pscustomobject]@{{ Id = $b.Id; CampaignId = $c; Path = $f }} }}");
        string command = way switch
        {
            "Plan" => $"Line {Other} | Update-RcBatch -Force",
            "Typed" => $"[pscustomobject]@{{ CampaignId = '{Other}'; Path = $f }} | Update-RcBatch -Id $b.Id -Force",
            "TypedBatch" => $"[pscustomobject]@{{ CampaignId = '{Other}'; Path = $f }} | Update-RcBatch -Id $b -Force",
            "Added" => $"$r = Test-RcBatchCsv $f; $r.psobject.Properties.Add([psnoteproperty]::new('CampaignId', '{Other}')); $r | Update-RcBatch -Id $b.Id -Force",
            "Second" => $"(Line $b.CampaignId), (Line {Other}) | Update-RcBatch -Force",
            "NearName" => $"[pscustomobject]@{{ Id = $b.Id; Campaign_Id = '{Other}'; Path = $f }} | Update-RcBatch -Force",
            "Row" => $"[pscustomobject]@{{ Id = $b.Id; Number = '2025550101'; Message = 'Hi'; CampaignId = '{Other}' }} | Update-RcBatch -Force",
            "RowOfTypedBatch" => $"[pscustomobject]@{{ Number = '2025550101'; Message = 'Hi'; CampaignId = '{Other}' }} | Update-RcBatch -Id $b.Id -Force",
            "TwoRows" => $"$b.CampaignId, '{Other}' | ForEach-Object {{ [pscustomobject]@{{ Id = $b.Id; Number = '2025550101'; Message = \"Hi $_\"; CampaignId = $_ }} }} | Update-RcBatch -Force",
            "LaterRow" => $"'', '{Other}' | ForEach-Object {{ [pscustomobject]@{{ Number = '2025550101'; Message = \"Hi $_\"; CampaignId = $_ }} }} | Update-RcBatch -Id $b.Id -Force",
            _ => $"[pscustomobject]@{{ Id = $b.Id; CampaignId = '{Other}'; Status = 'CREATED'; OperationType = 'CSV_FILE'; CreatedAt = ''; AdditionalProperties = '' }} | Update-RcBatch -Path $f -Force",
        };

        CommandResult result = session.Script(command);

        ErrorRecord error = Assert.Single(result.Errors.Append(result.Terminating).OfType<ErrorRecord>());
        Assert.StartsWith("RcInvalidParameter,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal((Other, 0), (error.TargetObject, result.Output.Count));
        Assert.Contains("campaign", error.Exception.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("$b.CampaignId")]
    [InlineData("\" $($b.CampaignId.ToUpperInvariant()) \"")]
    [InlineData("(Get-RcCampaign -Id $b.CampaignId)")]
    [InlineData("' '")]
    [InlineData("$null")]
    public void Campaign_of_the_batch_beside_it_is_no_matter(string campaign)
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        CommandResult result = session.Script($"$b = Get-RcBatch -Id {id}; [pscustomobject]@{{ Id = $b.Id; CampaignId = {campaign}; Path = '{session.PathOf("seed.csv")}' }} | Update-RcBatch -Action Validate").NoErrors();

        Assert.Empty(result.Warnings);
        Assert.Equal(id, Assert.Single(result.Output).Properties["Id"].Value);
    }

    [Fact]
    public void Column_that_a_block_reads_is_what_the_block_makes_of_it()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        CommandResult result = session.Script($"[pscustomobject]@{{ Id = '{id}'; CampaignId = 'seed' }} | Update-RcBatch -Path {{ \"{Path.GetDirectoryName(session.PathOf("seed.csv"))}/$($_.CampaignId).csv\" }} -Action Validate").NoErrors();

        Assert.Empty(result.Warnings);
        Assert.Equal(id, Assert.Single(result.Output).Properties["Id"].Value);
    }

    [Fact]
    public void Batch_in_the_column_for_the_id_that_was_changed_is_refused()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        session.Script($"$b = Get-RcBatch -Id {id}; $b.CampaignId = '7c3f8a52-7a0b-4a57-9d7e-0f8d4f1d2b60'");

        ErrorRecord error = session.Script($"[pscustomobject]@{{ Id = $b; Path = '{session.PathOf("seed.csv")}' }} | Update-RcBatch -Force").Error("RcInvalidParameter");

        Assert.StartsWith("CampaignId of the object given for -Id was changed after it was read", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }
}
