using System.Globalization;
using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

/// <summary>Batches, campaigns and repairs that are piped: what somebody changed in one, or what it no longer says, is not lost in silence.</summary>
public sealed class PipedBatchTests
{
    private const string Copy = "$made = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-RcBatch $id))); ";

    private static readonly string s_later = AccountSession.Tomorrow.AddDays(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("StartDate", "$day", Copy)]
    [InlineData("EndDate", "$day", Copy)]
    [InlineData("StartTime", "'09:00'", Copy)]
    [InlineData("EndTime", "[timespan]'17:00'", Copy)]
    [InlineData("ExternalId", "'other'", Copy)]
    [InlineData("Description", "'other'", Copy)]
    [InlineData("Message", "'other'", Copy)]
    [InlineData("CampaignId", "[guid]::NewGuid()", Copy)]
    [InlineData("StartDate", "[datetime]$day", "$made = Get-RcBatch $id; ")]
    [InlineData("EndTime", "[timespan]'17:00'", "$made = Get-RcBatch $id; ")]
    [InlineData("Description", "'other'", "$made = Get-RcBatch $id; ")]
    public void Property_that_was_set_on_a_batch_is_refused(string property, string value, string origin)
    {
        using AccountSession session = Session();

        CommandResult result = session.Script($"{origin}$made.{property} = {value}; $made | Update-RcBatch -Path ./seed.csv -Force");

        Assert.Equal(property, result.Error("RcInvalidParameter").Exception.Get<string>("ParameterName"));
        Assert.Empty(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("$made = Get-RcBatch $id; $made.StartDate = [datetime]$day; Update-RcBatch $made ./seed.csv -Force", "StartDate")]
    [InlineData(Copy + "$made.StartDate = $day; Update-RcBatch -Id $made -Path ./seed.csv -Force", "StartDate")]
    [InlineData("$made = Get-RcBatch $id; $made.NamedRecipientsListIds = @('x'); Update-RcBatch $made ./seed.csv -Force", "NamedRecipientsListIds")]
    [InlineData("$made = Get-RcBatch $id; $made.Status = 'x'; $made | Update-RcBatch -Path ./seed.csv -Force", "Status")]
    public void Batch_that_was_changed_is_refused_however_it_is_given(string script, string property)
    {
        using AccountSession session = Session();

        Assert.Equal(property, session.Script(script).Error("RcInvalidParameter").Exception.Get<string>("ParameterName"));

        Assert.Empty(session.Sandbox.Writes);
        session.Script("Update-RcBatch (Get-RcBatch $id) ./seed.csv -Action Validate").Single();
    }

    [Theory]
    [InlineData("[psscriptproperty]::new('StartDate', { $day })")]
    [InlineData("[psnoteproperty]::new('StartDate', $day)")]
    public void Property_that_was_added_to_a_batch_is_sent(string member)
    {
        using AccountSession session = Session();

        session.Script($"$made = Get-RcBatch $id; $made.PSObject.Properties.Add({member}); $made | Update-RcBatch -Path ./seed.csv -Action Validate").Single();

        Assert.Contains($"startDate={s_later}&", Assert.Single(session.Sandbox.Writes).RawQuery, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$made = Get-RcBatch $id; ")]
    [InlineData(Copy)]
    public void Batch_that_is_as_it_was_gives_its_id_alone(string origin)
    {
        using AccountSession session = Session();

        session.Script(origin + "$made | Update-RcBatch -Path ./seed.csv -Action Validate").Single();

        Assert.Equal("action=VALIDATE&operationType=CSV_FILE", Assert.Single(session.Sandbox.Writes).RawQuery);
    }

    [Fact]
    public void Older_batch_is_taken_when_nobody_changed_it()
    {
        using AccountSession session = Session();

        session.Script("$made = Get-RcBatch $id; $null = Update-RcBatch $id ./seed.csv -StartDate $day -Action Validate; $made | Update-RcBatch -Path ./seed.csv -Action Validate").Single();

        Assert.Equal(2, session.Sandbox.Writes.Count);
    }

    [Fact]
    public void Older_copy_is_refused_for_what_it_could_hide()
    {
        using AccountSession session = Session();

        CommandResult result = session.Script(Copy + "$null = Update-RcBatch $id ./seed.csv -StartDate $day -Action Validate; $made | Update-RcBatch -Path ./seed.csv -Force");

        string message = result.Error("RcInvalidParameter").Exception.Message;
        Assert.Contains($"shows StartDate '{AccountSession.Today:yyyy-MM-dd}', but RocketCOMS has '{s_later}'", message, StringComparison.Ordinal);
        Assert.Single(session.Sandbox.Writes);
    }

    [Fact]
    public void What_is_typed_besides_takes_the_place_of_what_a_copy_shows()
    {
        using AccountSession session = Session();

        session.Script(Copy + "$made.StartDate = [datetime]::MaxValue; $made | Update-RcBatch -Path ./seed.csv -StartDate $day -Action Validate").Single();

        Assert.Contains($"startDate={s_later}&", Assert.Single(session.Sandbox.Writes).RawQuery, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Copy + "$made.EndTime = '17:00'; ")]
    [InlineData("$made = Get-RcBatch $id; $made.Description = 'other'; ")]
    public void Changed_batch_that_names_a_campaign_is_refused_too(string origin)
    {
        using AccountSession session = Session();

        session.Script(origin + "$made | New-RcBatch -Path ./seed.csv -ExternalId new -StartDate $day -Force").Error("RcInvalidParameter");

        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Piped_campaign_gets_a_batch()
    {
        using AccountSession session = Session();

        Assert.Equal(TestSandbox.CampaignId, session.Script("Get-RcCampaign $c | New-RcBatch -Path ./seed.csv -ExternalId new -StartDate $day -Force").Single().Get<string>("CampaignId"));
        Assert.Single(session.Sandbox.Writes);
    }

    [Fact]
    public void Several_piped_campaigns_are_refused()
    {
        using AccountSession session = Session();

        CommandResult result = session.Script("Get-RcCampaign $c, 7a1d7c3e-52f4-4b0a-9d0f-3c8f6f0f6f21 | New-RcBatch -Path ./seed.csv -ExternalId new -StartDate $day -Action Validate");

        Assert.StartsWith("Several campaigns were piped", Assert.Single(result.Errors.Append(result.Terminating).OfType<ErrorRecord>()).Exception.Message, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Copy_of_a_campaign_with_two_ids_is_refused()
    {
        using AccountSession session = Session();

        CommandResult result = session.Script(
            Copy.Replace("RcBatch $id", "RcCampaign $c", StringComparison.Ordinal) + "$made.Id = [guid]::NewGuid(); $made | New-RcBatch -Path ./seed.csv -ExternalId new -StartDate $day -Force");

        Assert.Equal("CampaignId", Assert.Single(result.Errors.Append(result.Terminating).OfType<ErrorRecord>()).Exception.Get<string>("ParameterName"));
        Assert.Empty(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("Remove-RcBatch -Force")]
    [InlineData("Get-RcBatch")]
    [InlineData("Get-RcBatchMessage")]
    [InlineData("Update-RcBatch -Path ./seed.csv -Force")]
    [InlineData("Wait-RcBatch")]
    public void Two_ids_that_differ_are_refused(string command)
    {
        using AccountSession session = Session();

        CommandResult result = session.Script($"[pscustomobject]@{{ Id = $id; BatchId = [guid]::NewGuid() }}, [pscustomobject]@{{ Nothing = 1 }} | {command}");

        Assert.Equal("Id", result.Errors.First(error => error.FullyQualifiedErrorId.StartsWith("RcInvalidParameter,", StringComparison.Ordinal)).Exception.Get<string>("ParameterName"));
        Assert.Empty(session.Sandbox.Writes);
        Assert.DoesNotContain(session.Sandbox.Requests, request => request.Path.StartsWith("/v1/batches", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[pscustomobject]@{ Id = $id; BatchId = $id.ToUpperInvariant() }")]
    [InlineData("[pscustomobject]@{ Id = $id; BatchId = '' }")]
    [InlineData("$made = [pscustomobject]@{ Id = [guid]::NewGuid(); BatchId = $id }; $made.PSObject.TypeNames.Insert(0, 'RocketComs.RcBatchMessage'); $made")]
    public void Two_ids_that_do_not_contradict_each_other_are_one(string script)
    {
        using AccountSession session = Session();
        string id = session.Script("$id").Single().ToString();

        session.Script($"{script} | Remove-RcBatch -Force").NoErrors();

        Assert.Equal("/v1/batches/" + id, Assert.Single(session.Sandbox.Writes).Path, ignoreCase: true);
    }

    [Theory]
    [InlineData("Update-RcBatch $id -Force")]
    [InlineData("New-RcBatch $c -ExternalId e -StartDate $day -Force")]
    [InlineData("Test-RcBatchCsv")]
    public void Repair_that_has_lost_its_type_is_refused(string command)
    {
        using AccountSession session = Session();
        session.WriteFile("sale.csv", AccountSession.GoodCsv);
        session.Script("$repair = Repair-RcBatchCsv ./seed.csv -Destination ./mended.csv").NoErrors();

        CommandResult result = session.Script($"[pscustomobject]@{{ Path = $repair.Path; Destination = $repair.Destination; RowsWritten = '2' }} | {command}");

        ErrorRecord error = Assert.Single(result.Errors.Append(result.Terminating).OfType<ErrorRecord>());
        Assert.StartsWith("RcInvalidParameter,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("Path", error.Exception.Get<string>("ParameterName"));
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Destination_that_is_no_file_is_a_column_like_any_other()
    {
        using AccountSession session = Session();

        session.Script("[pscustomobject]@{ Path = 'seed.csv'; Destination = 'St. Louis' } | Update-RcBatch $id -Action Validate").Single();

        Assert.Single(session.Sandbox.Writes);
    }

    private static AccountSession Session()
    {
        AccountSession session = new();
        session.Set("id", session.NewBatch());
        session.Set("c", TestSandbox.CampaignId);
        session.Set("day", s_later);
        return session;
    }
}
