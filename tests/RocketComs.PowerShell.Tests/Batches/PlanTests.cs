using System.Globalization;
using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

/// <summary>A plan has a batch and its file in every row, and may say more about each.</summary>
public sealed class PlanTests
{
    private static string Day => AccountSession.Tomorrow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public void Action_of_a_plan_row_counts_and_an_empty_one_schedules()
    {
        using AccountSession session = new();
        string one = session.NewBatch("one");
        string two = session.NewBatch("two");
        string three = session.NewBatch("three");

        session.Pipe([Plan(one, ("Action", "Validate")), Plan(two, ("Action", "")), Plan(three, ("Action", "schedule"))], "Update-RcBatch", ("Force", true), ("AllowRepeat", true)).NoErrors();

        Assert.Equal([(one, "VALIDATE"), (two, "SCHEDULE"), (three, "SCHEDULE")], session.Sandbox.Writes.Select(request => (request.Path.Split('/')[^1], Query(request, "action"))));
    }

    [Fact]
    public void Action_that_was_typed_and_contradicts_that_of_a_plan_row_is_refused()
    {
        using AccountSession session = new();

        CommandResult result = session.Pipe([Plan(session.NewBatch(), ("Action", "Schedule"))], "Update-RcBatch", ("Action", "Validate"));

        Assert.Contains("-Action is 'Validate', but the piped object has Action 'Schedule'", result.Error("RcInvalidParameter").ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Errors_say_with_which_row_of_a_plan_they_came()
    {
        using AccountSession session = new();
        string bad = session.WriteFile("bad.csv", "bad,Hello\n");

        CommandResult result = session.Pipe(
            [Plan(session.NewBatch("one"), ("Action", "Validate")), Plan(session.NewBatch("two"), ("Action", "Walidate")), Plan("three"), AccountSession.Record(("Id", session.NewBatch("four")), ("Path", bad))],
            "Update-RcBatch",
            ("AllowRepeat", true));

        Assert.Equal(
            [
                "Piped object 2: -Action 'Walidate' is not one of the words Validate, Schedule.",
                "Piped object 3: -Id 'three' is not a UUID.",
                $"Piped object 4: '{bad}' has 1 error. Nothing was sent. Line 1: The number holds letters (RC005).",
            ],
            result.Errors.Select(error => error.ErrorDetails.Message));
        Assert.Equal("-Id 'three' is not a UUID.", result.Errors[1].Exception.Message);
        Assert.Single(session.Sandbox.Writes);
    }

    [Fact]
    public void Errors_of_what_is_sent_at_the_end_say_so_too()
    {
        using AccountSession session = new();
        string one = session.WriteFile("one.csv", "2025550101,Hello\n");
        string two = session.WriteFile("two.csv", "2025550102,Hello\n");
        session.Sandbox.AddFault(new System.Collections.Hashtable { ["Status"] = 400, ["Method"] = "POST" });

        CommandResult result = session.Pipe(
            [.. new[] { one, two }.Select(file => AccountSession.Record(("CampaignId", TestSandbox.CampaignId), ("Path", file), ("ExternalId", Path.GetFileName(file)), ("StartDate", Day)))],
            "New-RcBatch",
            ("Force", true));

        Assert.StartsWith("Piped object 1: POST /v1/batches was answered with HTTP 400", Assert.Single(result.Errors).ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_of_named_objects_do_not_count_them()
    {
        using AccountSession session = new();
        CommandResult result = session.Script($"'{session.PathOf("none.csv")}' | Test-RcBatchCsv; 'x' | Get-RcBatch");
        Assert.Equal([$"There is no file '{session.PathOf("none.csv")}'.", "-Id 'x' is not a UUID."], result.Errors.Select(error => error.ErrorDetails.Message));
    }

    [Fact]
    public void What_is_said_twice_in_two_spellings_is_used()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        session.Pipe(
            [Plan(id, ("Action", " validate "), ("StartDate", Day), ("StartTime", "9:00 AM"), ("BatchId", id.ToUpperInvariant()), ("FullName", session.PathOf("seed.csv")))],
            "Update-RcBatch",
            ("Action", "Validate"),
            ("StartDate", AccountSession.Tomorrow),
            ("StartTime", "09:00")).Single();

        Assert.Equal($"startDate={Day}&startTime=09%3A00&action=VALIDATE&operationType=CSV_FILE", Assert.Single(session.Sandbox.Writes).RawQuery);
    }

    [Fact]
    public void Second_plan_row_of_a_batch_is_not_sent_when_the_first_is_refused()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        CommandResult result = session.Pipe([Plan(id, ("Action", "Validte")), Plan(id, ("Action", "Schedule"))], "Update-RcBatch", ("Force", true));

        Assert.Equal(2, result.Errors.Count);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Two_plan_rows_with_one_batch_are_one_too_many()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        session.Pipe([Plan(id, ("Action", "Validate")), Plan(id, ("Action", "Schedule"))], "Update-RcBatch", ("Force", true)).Error("RcInvalidParameter");

        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Plan_row_in_error_keeps_back_the_good_one_of_its_batch_and_no_other()
    {
        using AccountSession session = new();
        string one = session.NewBatch("one");
        string two = session.NewBatch("two");

        session.Pipe(
            [Plan(one, ("Action", "Validate")), Plan(one, ("Action", "Validte")), Plan(two, ("Action", "Validate")), Plan(one, ("Action", "Validate"))], "Update-RcBatch").Error("RcInvalidParameter");

        Assert.Equal(["PATCH /v1/batches/" + two], session.WritePaths());
    }

    [Fact]
    public void Errors_of_one_batch_with_a_path_that_was_typed_cause_one_update()
    {
        using AccountSession session = new();
        string one = session.NewBatch("one");
        string two = session.NewBatch("two");
        PSObject Error(string id, string line) => AccountSession.Record(("BatchId", id), ("Line", line));

        session.Pipe([Error(one, "1"), Error(one, "2"), Error(two, "1"), Error(one, "3")], "Update-RcBatch", ("Path", "seed.csv"), ("Action", "Validate")).NoErrors();

        Assert.Equal(["PATCH /v1/batches/" + one, "PATCH /v1/batches/" + two], session.WritePaths());
    }

    [Fact]
    public void Bad_value_of_a_plan_row_is_an_error_and_the_other_rows_run()
    {
        using AccountSession session = new();
        string one = session.NewBatch("one");
        string two = session.NewBatch("two");
        string three = session.NewBatch("three");

        CommandResult result = session.Pipe(
            [Plan(one, ("StartDate", Day)), Plan(two, ("StartDate", "2001-01-01")), Plan("17", ("StartDate", Day)), Plan(three, ("StartDate", ""))], "Update-RcBatch", ("Force", true), ("AllowRepeat", true));

        Assert.Null(result.Terminating);
        Assert.Equal(["RcInvalidParameter", "RcInvalidParameter"], result.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal(["PATCH /v1/batches/" + one, "PATCH /v1/batches/" + three], session.WritePaths());
        Assert.Equal([Day, ""], session.Sandbox.Writes.Select(request => Query(request, "startDate")));
    }

    [Fact]
    public void Date_of_a_plan_row_in_another_form_is_an_error_and_the_other_rows_run()
    {
        using AccountSession session = new();
        string one = session.NewBatch("one");
        string two = session.NewBatch("two");

        CommandResult result = session.Pipe([Plan(one, ("StartDate", "01.02.2027")), Plan(two, ("StartDate", Day))], "Update-RcBatch", ("Force", true));

        Assert.Null(result.Terminating);
        Assert.Contains("01.02.2027", Assert.Single(result.Errors).ToString(), StringComparison.Ordinal);
        Assert.Equal(["PATCH /v1/batches/" + two], session.WritePaths());
    }

    private static PSObject Plan(string id, params (string Name, string Value)[] cells) => AccountSession.Record([("Id", id), ("Path", "seed.csv"), .. cells]);

    private static string Query(SentRequest request, string name) =>
        request.RawQuery.Split('&').Where(pair => pair.StartsWith(name + "=", StringComparison.Ordinal)).Select(pair => pair[(name.Length + 1)..]).SingleOrDefault(string.Empty);
}
