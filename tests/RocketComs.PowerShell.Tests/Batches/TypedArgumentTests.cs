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
}
