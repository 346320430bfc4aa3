using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

/// <summary>Rows and files from the pipeline.</summary>
public sealed class UpdateRowsTests
{
    [Fact]
    public void Rows_with_their_own_id_are_one_upload_a_batch_in_order_of_first_appearance()
    {
        using AccountSession session = new();
        string one = session.NewBatch("one");
        string two = session.NewBatch("two");
        PSObject Row(string id, string number, string message) => AccountSession.Record(("Id", id), ("Number", number), ("Message", message));

        CommandResult result = session.Pipe(
            [Row(two, "12025550121", "A"), Row(one, "12025550122", "B"), Row(two.ToUpperInvariant(), "12025550123", "C")],
            "Update-RcBatch",
            ("Action", "Validate")).NoErrors();

        Assert.Equal([two, one], result.Values<string>("Id"));
        Assert.Equal(["PATCH /v1/batches/" + two, "PATCH /v1/batches/" + one], session.WritePaths());
        Assert.Equal(["12025550121,A\n12025550123,C\n", "12025550122,B\n"], session.Sandbox.Writes.Select(request => request.PartText("file")));
    }

    [Fact]
    public void Rows_with_a_Description_column_bind_and_do_not_send_it()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        CommandResult result = session.Pipe(
            [AccountSession.Record(("Number", "12025550123"), ("Message", "Hi"), ("Description", "VIP"), ("StartDate", " "), ("Notes", "x"))],
            "Update-RcBatch",
            ("Id", id),
            ("Action", "Validate"));

        Assert.Equal(id, result.Single().Get<string>("Id"));
        Assert.Equal(["The column Description of the piped rows is not read; give -Description once for the upload."], result.Warnings);
        SentRequest request = Assert.Single(session.Sandbox.Writes);
        Assert.Equal("action=VALIDATE&operationType=CSV_FILE", request.RawQuery);
        Assert.Equal("12025550123,Hi\n", request.PartText("file"));
    }

    [Fact]
    public void Id_that_was_typed_and_contradicts_a_column_of_that_name_is_refused()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        CommandResult result = session.Pipe([AccountSession.Record(("Id", "17"), ("Number", "12025550123"), ("Message", "Hi"))], "Update-RcBatch", ("Id", id), ("Action", "Validate"));

        Assert.Contains($"-Id is '{id}', but the piped object has Id '17'", result.Ended("RcInvalidParameter").ErrorDetails.Message, System.StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Row_whose_id_is_no_uuid_is_refused_and_the_other_batches_go_on()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        PSObject Row(string batch) => AccountSession.Record(("BatchId", batch), ("Number", "12025550123"), ("Message", "Hi"));

        CommandResult result = session.Pipe([Row("17"), Row(id)], "Update-RcBatch", ("Action", "Validate"));

        Assert.Equal("17", result.Error("RcInvalidParameter").TargetObject);
        Assert.Equal([id], result.Values<string>("Id"));
    }

    [Fact]
    public void Row_with_a_column_that_names_a_file_too_sends_nothing()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        CommandResult result = session.Pipe(
            [AccountSession.Row("12025550123", "Hi"), AccountSession.Record(("Number", "12025550124"), ("Message", "Hi"), ("File", "seed.csv"))], "Update-RcBatch", ("Id", id), ("Force", true));

        Assert.True(result.Errors.Count > 0 || result.Terminating is not null);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("one\ntwo")]
    [InlineData("one\r\ntwo")]
    [InlineData("one\rtwo")]
    public void Real_line_break_of_a_row_becomes_an_escape(string message)
    {
        using AccountSession session = new();

        session.Pipe([AccountSession.Row("12025550123", message)], "Update-RcBatch", ("Id", session.NewBatch()), ("Action", "Validate")).Single();

        Assert.Equal("12025550123,one\\ntwo\n", Assert.Single(session.Sandbox.Writes).PartText("file"));
    }

    [Fact]
    public void Object_without_a_message_among_the_rows_stops_all()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        CommandResult result = session.Pipe(
            [AccountSession.Row("12025550123", "Hi"), AccountSession.Record(("Number", "12025550124")), AccountSession.Row("12025550125", "Hi")],
            "Update-RcBatch",
            ("Id", id),
            ("Force", true));

        result.Ended("RcInvalidParameter");
        Assert.Single(result.Errors);
        Assert.Empty(session.Sandbox.Requests);
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("12025550123", "")]
    [InlineData("", "Hi")]
    [InlineData("call me", "Hi")]
    public void Bad_row_is_refused_with_its_batch(string number, string message)
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        CommandResult result = session.Pipe([AccountSession.Row("12025550122", "Hi"), AccountSession.Row(number, message)], "Update-RcBatch", ("Id", id), ("Force", true));

        Assert.Equal(id, result.Error("RcCsvInvalid").TargetObject);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Several_files_for_one_given_batch_are_refused()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        session.WriteFile("one.csv", AccountSession.GoodCsv);
        session.WriteFile("two.csv", AccountSession.GoodCsv);

        CommandResult result = session.Pipe(
            [AccountSession.Record(("Path", "one.csv")), AccountSession.Record(("Path", "two.csv"))], "Update-RcBatch", ("Id", id), ("Force", true));

        Assert.Equal(id, result.Error("RcInvalidParameter").TargetObject);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void One_file_object_for_one_given_batch_is_sent()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        string path = session.WriteFile("one.csv", "12025550123,One\n");

        session.Pipe([new System.IO.FileInfo(path)], "Update-RcBatch", ("Id", id), ("Action", "Validate")).Single();

        SentPart part = Assert.Single(Assert.Single(session.Sandbox.Writes).Parts);
        Assert.Equal(("one.csv", "12025550123,One\n"), (part.FileName, part.Text));
    }

    [Fact]
    public void Batch_errors_that_name_their_batch_several_times_cause_one_update()
    {
        using AccountSession session = new();
        string id = session.NewBatch("bad", "abc,Hi\ndef,Hi\n");
        session.WriteFile("fixed.csv", "12025550123,Fixed\n");
        session.Set("id", id);

        session.Script("Get-RcBatchError $id | Update-RcBatch -Path ./fixed.csv -Action Validate").Single();

        Assert.Equal(["PATCH /v1/batches/" + id], session.WritePaths());
    }

    [Fact]
    public void Empty_pipeline_is_an_error()
    {
        using AccountSession session = new();
        session.Set("id", session.NewBatch());

        Assert.StartsWith("No row, plan or file arrived", session.Script("@() | Update-RcBatch -Id $id -Force").Error("RcInvalidParameter").ErrorDetails.Message, System.StringComparison.Ordinal);

        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void One_bad_input_of_three_leaves_the_others_running()
    {
        using AccountSession session = new();
        string one = session.NewBatch("one");
        string two = session.NewBatch("two");
        string three = session.NewBatch("three");
        session.WriteFile("bad.csv", AccountSession.BadCsv);
        PSObject Plan(string id, string path) => AccountSession.Record(("Id", id), ("Path", path));

        CommandResult result = session.Pipe([Plan(one, "seed.csv"), Plan(two, "bad.csv"), Plan(three, "seed.csv")], "Update-RcBatch", ("Action", "Validate"));

        Assert.Equal(session.PathOf("bad.csv"), result.Error("RcCsvInvalid").TargetObject);
        Assert.Equal([one, three], result.Values<string>("Id"));
        Assert.Equal(["PATCH /v1/batches/" + one, "PATCH /v1/batches/" + three], session.WritePaths());
    }

    [Theory]
    [InlineData("Update-RcBatch", "Id")]
    [InlineData("New-RcBatch", "CampaignId")]
    [InlineData("Test-RcBatchCsv", null)]
    public void Row_with_half_a_character_stops_the_rows(string command, string? targetParameter)
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        PSObject bad = AccountSession.Row("12025550124", "cut \uD83D");
        (string, object?)[] parameters = targetParameter is null
            ? []
            : [(targetParameter, targetParameter == "Id" ? id : TestSandbox.CampaignId), ("ExternalId", "x"), ("StartDate", AccountSession.Tomorrow), ("Force", true)];

        CommandResult result = session.Pipe([AccountSession.Row("12025550123", "Hi"), bad, AccountSession.Row("12025550125", "Hi")], command, parameters);

        ErrorRecord error = result.Ended("RcInvalidParameter");
        Assert.Same(bad, error.TargetObject);
        Assert.StartsWith("Row 2, number '12025550124': the text holds half a character (U+D83D at index 4)", error.ErrorDetails.Message, System.StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.Empty(session.Sandbox.Writes);
    }
}
