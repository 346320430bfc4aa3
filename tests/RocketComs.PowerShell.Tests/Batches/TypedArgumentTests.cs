using System.Globalization;
using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

/// <summary>What was typed wrongly ends the command before any request, and what rows cannot say for a whole upload is refused.</summary>
public sealed class TypedArgumentTests
{
    [Theory]
    [InlineData("StartDate")]
    [InlineData("EndDate")]
    [InlineData("StartTime")]
    [InlineData("MessageTemplateId")]
    public void Typed_mistake_ends_the_command_before_the_first_piped_batch(string parameter)
    {
        using AccountSession session = new();
        PSObject[] input = [AccountSession.Record(("Id", session.NewBatch("one"))), AccountSession.Record(("Id", session.NewBatch("two")))];
        (string Name, object? Value)[] arguments = parameter switch
        {
            "MessageTemplateId" => [(parameter, "spring"), ("RecipientListId", TestSandbox.ListId)],
            "StartTime" => [(parameter, TimeSpan.FromHours(24)), ("Path", "seed.csv")],
            _ => [(parameter, "2001-01-01"), ("Path", "seed.csv")],
        };
        session.Sandbox.ClearRequests();

        CommandResult result = session.Pipe(input, "Update-RcBatch", [.. arguments, ("Force", true)]);

        result.Ended("RcInvalidParameter");
        Assert.Empty(result.Errors);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Typed_id_that_is_none_ends_the_command_before_the_first_row()
    {
        using AccountSession session = new();

        CommandResult result = session.Pipe([AccountSession.Row("12025550123", "Hi")], "Update-RcBatch", ("Id", "17"), ("Force", true));

        Assert.Equal("17", result.Ended("RcInvalidParameter").TargetObject);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Theory]
    [InlineData("Get-RcBatch")]
    [InlineData("Remove-RcBatch")]
    public void Typed_id_that_is_none_among_good_ones_ends_the_command_before_any_request(string command)
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        CommandResult result = session.Run(command, ("Id", (string[])[id, "17"]), ("ErrorAction", "Continue"));

        Assert.Equal("17", result.Ended("RcInvalidParameter").TargetObject);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Theory]
    [InlineData("01.02.2027")]
    [InlineData("2/1/2027")]
    [InlineData("2027-02-30")]
    [InlineData("tomorrow")]
    public void Date_as_text_in_another_form_is_refused(string date)
    {
        using AccountSession session = new();

        CommandResult result = session.Run("Update-RcBatch", ("Id", session.NewBatch()), ("Path", "seed.csv"), ("StartDate", date), ("Force", true));

        Assert.Contains($"-StartDate '{date}' is not a date in the form yyyy-MM-dd", result.Ended("RcInvalidParameter").ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData(" {0} ")]
    [InlineData("{0}T08:00:00")]
    public void Date_as_text_with_year_month_and_day_is_taken(string form)
    {
        using AccountSession session = new();
        string day = AccountSession.Tomorrow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string text = string.Format(CultureInfo.InvariantCulture, form, day);

        session.Run("Update-RcBatch", ("Id", session.NewBatch()), ("Path", "seed.csv"), ("StartDate", text), ("EndDate", text), ("Action", "Validate")).Single();

        Assert.Contains($"startDate={day}&endDate={day}&", Assert.Single(session.Sandbox.Writes).RawQuery, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Action", "Validate")]
    [InlineData("Action", "Schedule")]
    [InlineData("StartDate", "2099-01-31")]
    [InlineData("EndDate", "2099-01-31")]
    [InlineData("StartTime", "09:00")]
    public void Schedule_column_of_rows_is_refused_when_scheduling(string column, string value)
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        CommandResult result = session.Pipe(
            [AccountSession.Row("12025550123", "Hi"), AccountSession.Record(("Number", "12025550124"), ("Message", "Hi"), (column, value))], "Update-RcBatch", ("Id", id), ("Force", true));

        Assert.Contains($"a column {column}", result.Ended("RcInvalidParameter").ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Schedule_column_of_rows_is_refused_when_validating_too()
    {
        using AccountSession session = new();

        CommandResult result = session.Pipe(
            [AccountSession.Record(("Number", "12025550123"), ("Message", "Hi"), ("StartDate", "2099-01-31"))], "Update-RcBatch", ("Id", session.NewBatch()), ("Action", "Validate"));

        result.Ended("RcInvalidParameter");
        Assert.Empty(session.Sandbox.Requests);
    }

    [Theory]
    [InlineData("StartDate", "")]
    [InlineData("Action", "")]
    [InlineData("Owner", "VIP")]
    public void Empty_schedule_column_and_any_other_column_of_rows_are_no_matter(string column, string value)
    {
        using AccountSession session = new();

        CommandResult result = session.Pipe(
            [AccountSession.Record(("Number", "12025550123"), ("Message", "Hi"), (column, value))], "Update-RcBatch", ("Id", session.NewBatch()), ("Force", true)).NoErrors();

        Assert.Empty(result.Warnings);
        Assert.Equal("action=SCHEDULE&operationType=CSV_FILE", Assert.Single(session.Sandbox.Writes).RawQuery);
    }

    [Fact]
    public void Object_with_a_BatchId_alone_gets_its_batch()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        Assert.Equal(id, session.Pipe([AccountSession.Record(("BatchId", id))], "Get-RcBatch").Single().Get<string>("Id"));
        Assert.Equal(["/v1/batches/" + id], session.Sandbox.Requests.Select(request => request.Path));
    }

    [Theory]
    [InlineData("Update-RcBatch ([pscustomobject]@{ Id = $id; Action = 'Validate' }) ./seed.csv -Force", "Action")]
    [InlineData("$row = [pscustomobject]@{ Id = $id; Path = './seed.csv'; StartDate = '2127-05-05' }; Update-RcBatch -Id $row -Path $row.Path -Force", "StartDate")]
    [InlineData("Update-RcBatch $id ([pscustomobject]@{ Path = './seed.csv'; BatchId = [guid]::NewGuid() }) -Force", "Id")]
    [InlineData("$made = Get-RcBatch $id; $made.PSObject.Properties.Add([psnoteproperty]::new('Action', 'Validate')); Update-RcBatch $made ./seed.csv -Force", "Action")]
    [InlineData("$made = Get-RcBatch $id; $made.Description = 'other'; New-RcBatch $made ./seed.csv -ExternalId e -StartDate 2127-01-01 -Force", "Description")]
    [InlineData("New-RcBatch ([pscustomobject]@{ CampaignId = $c; EndTime = '17:00' }) ./seed.csv -ExternalId e -StartDate 2127-01-01 -Force", "EndTime")]
    [InlineData("New-RcBatch ([pscustomobject]@{ CampaignId = $c; SendOn = '2127-04-01' }) ./seed.csv -ExternalId e -StartDate 2127-01-01 -Force", "SendOn")]
    [InlineData("Send-RcMessage ([pscustomobject]@{ CampaignId = $c; StartDate = '2127-04-01' }) 2025550123 Hi -Force", "StartDate")]
    [InlineData("Update-RcBatch $id -MessageTemplateId ([pscustomobject]@{ Id = $t; MaxCost = '0' }) -RecipientListId $l -Force", "MaxCost")]
    [InlineData("Update-RcBatch $id -MessageTemplateId $t -RecipientListId $l, ([pscustomobject]@{ Id = $l; 'Start Date' = '2127-05-05' }) -Force", "StartDate")]
    [InlineData("$made = Get-RcMessageTemplate $t; $made.Message = 'other'; Update-RcBatch $id -MessageTemplateId $made -RecipientListId $l -Force", "MessageTemplateId")]
    [InlineData("Update-RcBatch $id ([pscustomobject]@{ Path = './seed.csv'; Destination = './mended.csv' }) -Force", "Path")]
    [InlineData("$made = [pscustomobject]@{ Path = './seed.csv' }; $made.PSObject.TypeNames.Insert(0, 'RocketComs.RcBatchCsvPart'); Update-RcBatch $id $made -Force", "Path")]
    [InlineData("Import-RcRecipient ([pscustomobject]@{ Path = './seed.csv'; BatchStrategy = 'Override' })", "BatchStrategy")]
    [InlineData("Test-RcBatchCsv ([pscustomobject]@{ Path = './seed.csv'; Destination = './mended.csv' })", "Path")]
    public void What_a_typed_object_says_besides_is_refused(string script, string parameter)
    {
        using AccountSession session = Given();

        Assert.Equal(parameter, session.Script(script).Error("RcInvalidParameter").Exception.Get<string>("ParameterName"));
        Assert.Empty(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("$row = [pscustomobject]@{ Id = $id; Path = './seed.csv'; Action = 'Validate'; Owner = 'Ann'; EndDate = '' }; Update-RcBatch -Id $row -Path $row -Action $row.Action")]
    [InlineData("Update-RcBatch (Get-RcBatch $id) ([IO.FileInfo]::new(\"$PWD/seed.csv\")) -Action Validate")]
    [InlineData("New-RcBatch (Get-RcBatch $id) ./seed.csv -ExternalId e -StartDate 2127-01-01 -Action Validate")]
    [InlineData("New-RcBatch (Get-RcCampaign $c) (Test-RcBatchCsv ./seed.csv) -ExternalId e -StartDate 2127-01-01 -Action Validate")]
    [InlineData("Update-RcBatch $id -MessageTemplateId (Get-RcMessageTemplate $t) -RecipientListId (Get-RcRecipientList $l) -Action Validate")]
    [InlineData("Update-RcBatch $id -MessageTemplateId $t -RecipientListId ([pscustomobject]@{ Id = $l; Name = 'Staff'; CreatedAt = '2021-04-01' }) -Action Validate")]
    public void Typed_object_that_says_no_more_is_taken(string script)
    {
        using AccountSession session = Given();

        session.Script(script).NoErrors();

        Assert.Single(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("$made = [pscustomobject]@{ Id = $id; Action = 'Validate'; StartDate = $day }; $made.PSObject.TypeNames.Insert(0, 'Selected.RocketComs.RcBatch')")]
    [InlineData("$made = [pscustomobject]@{ Id = $id; Action = 'Validate'; StartDate = $day }; $made.PSObject.TypeNames.Insert(0, 'Deserialized.Selected.RocketComs.RcBatch')")]
    [InlineData("$made = Get-RcBatch $id; foreach ($name in 'Action', 'StartDate') { $made.PSObject.Properties.Add([psnoteproperty]::new($name, @{ Action = 'Validate'; StartDate = $day }[$name])) }")]
    public void What_the_user_made_of_a_batch_counts(string script)
    {
        using AccountSession session = new();
        session.Set("id", session.NewBatch());
        session.Set("day", AccountSession.Tomorrow.AddDays(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

        session.Script(script + "; $made | Update-RcBatch -Path ./seed.csv -Force").Single();

        string query = Assert.Single(session.Sandbox.Writes).RawQuery;
        Assert.Contains("action=VALIDATE", query, StringComparison.Ordinal);
        Assert.Contains($"startDate={AccountSession.Tomorrow.AddDays(3):yyyy-MM-dd}", query, StringComparison.Ordinal);
    }

    private static AccountSession Given()
    {
        AccountSession session = new();
        session.Set("id", session.NewBatch());
        session.Set("c", TestSandbox.CampaignId);
        session.Set("t", TestSandbox.TemplateId);
        session.Set("l", TestSandbox.ListId);
        session.WriteFile("mended.csv", AccountSession.GoodCsv);
        return session;
    }
}
