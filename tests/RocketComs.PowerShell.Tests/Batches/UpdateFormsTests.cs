using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

/// <summary>The five ways to call Update-RcBatch that the documentation shows.</summary>
public sealed class UpdateFormsTests
{
    [Fact]
    public void Positional_id_and_path_upload_the_file()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        session.WriteFile("fixed.csv", "12025550125,Fixed\n");
        session.Set("id", id);

        PSObject batch = session.Script("Update-RcBatch $id ./fixed.csv -Action Validate").Single();

        Assert.Equal("RocketComs.RcBatch", batch.TypeNames[0]);
        Assert.Equal((id, "CREATED"), (batch.Get<string>("Id"), batch.Get<string>("Status")));
        SentRequest request = Assert.Single(session.Sandbox.Writes);
        Assert.Equal(("PATCH", "/v1/batches/" + id, "action=VALIDATE&operationType=CSV_FILE"), (request.Method, request.Path, request.RawQuery));
        Assert.Equal(new SentPart("file", "12025550125,Fixed\n", "fixed.csv", "text/csv"), Assert.Single(request.Parts));
    }

    [Fact]
    public void Piped_rows_become_one_upload()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        PSObject batch = session.Pipe(
            [AccountSession.Row("12025550123", "Hi"), AccountSession.Row("+12025550124", "Hi, you"), AccountSession.Row("12025550125", "say \"hi\"")],
            "Update-RcBatch",
            ("Id", id),
            ("Action", "Validate")).Single();

        Assert.Equal(id, batch.Get<string>("Id"));
        SentRequest request = Assert.Single(session.Sandbox.Writes);
        Assert.Equal(("PATCH", "/v1/batches/" + id, "action=VALIDATE&operationType=CSV_FILE"), (request.Method, request.Path, request.RawQuery));
        SentPart part = Assert.Single(request.Parts);
        Assert.Equal(("file", "text/csv"), (part.Name, part.ContentType));
        Assert.EndsWith(".csv", part.FileName, StringComparison.Ordinal);
        Assert.Equal("12025550123,Hi\n+12025550124,\"Hi, you\"\n12025550125,\"say \"\"hi\"\"\"\n", part.Text);
    }

    [Theory]
    [InlineData("MobileNumber", "Text")]
    [InlineData("Mobile", "MessageText")]
    [InlineData("Phone", "Content")]
    [InlineData("PhoneNumber", "MessageContent")]
    [InlineData("Recipient", "Body")]
    [InlineData("RecipientNumber", "message")]
    [InlineData("to", "TEXT")]
    public void Rows_bind_by_the_other_names_of_their_columns(string number, string message)
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        session.Pipe([AccountSession.Record((number, "12025550123"), (message, "Hi"))], "Update-RcBatch", ("Id", id), ("Action", "Validate")).Single();

        Assert.Equal("12025550123,Hi\n", Assert.Single(session.Sandbox.Writes).PartText("file"));
    }

    [Theory]
    [InlineData("Update-RcBatch $id -Action Validate")]
    [InlineData("New-RcBatch $c -ExternalId e -StartDate 2127-01-31 -Action Validate")]
    public void Script_blocks_choose_columns_and_merge_texts(string command)
    {
        using AccountSession session = new();
        session.Set("id", session.NewBatch());
        session.Set("c", TestSandbox.CampaignId);
        session.Set("rows", new[] { AccountSession.Record(("Cell", "12025550123"), ("First", "Ann")), AccountSession.Record(("Cell", "12025550124"), ("First", "Bo")) });

        session.Script("$rows | " + command + """ -Number { $_.Cell } -Message { "Hi $($_.First)" }""").Single();

        Assert.Equal("12025550123,Hi Ann\n12025550124,Hi Bo\n", Assert.Single(session.Sandbox.Writes).PartText("file"));
    }

    [Fact]
    public void Script_blocks_choose_columns_of_plans_of_single_messages_and_of_rows_that_are_checked_or_written()
    {
        using AccountSession session = new();
        session.Set("c", TestSandbox.CampaignId);
        session.Set("plan", AccountSession.Record(("Batch", session.NewBatch()), ("What", "Validate"), ("Day", "2127-01-31"), ("Name", "seed")));
        session.Set("row", AccountSession.Record(("Cell", "12025550123"), ("First", "Ann"), ("Text", "unused")));

        session.Script("""$plan | Update-RcBatch -Id { $_.Batch } -Path { "$($_.Name).csv" } -Action { $_.What } -StartDate { $_.Day }""").Single();
        Assert.Equal("startDate=2127-01-31&action=VALIDATE&operationType=CSV_FILE", Assert.Single(session.Sandbox.Writes).RawQuery);

        session.Script("""$row | Send-RcMessage $c -Number { $_.Cell } -Message { "Hi $($_.First)" } -Force""").NoErrors();
        Assert.Contains("Hi Ann", session.Sandbox.Writes[1].Body, StringComparison.Ordinal);
        Assert.True(session.Script("""$row | Test-RcBatchCsv -Number { $_.Cell } -Message { "Hi $($_.First)" }""").Single().Get<bool>("IsValid"));
        session.Script("""$row | Export-RcBatchCsv ./new.csv -Number { $_.Cell } -Message { "Hi $($_.First)" }""").NoErrors();
        Assert.Equal("12025550123,Hi Ann\n", File.ReadAllText(session.PathOf("new.csv")));
        Assert.Equal(1, session.Script("""$row | Measure-RcSmsSegment -Message { $_.First }""").Single().Get<int>("SegmentCount"));
    }

    [Fact]
    public void Object_with_unknown_columns_is_refused_by_their_names()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        ErrorRecord error = session.Pipe([AccountSession.Record(("Cell", "12025550123"), ("First", "Ann"))], "Update-RcBatch", ("Id", id), ("Force", true)).Ended("RcInvalidParameter");

        Assert.Contains("columns Cell, First", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("Number or MobileNumber", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("-Number { $_.Cell }", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_rows_are_one_update_each_and_empty_cells_mean_not_given()
    {
        using AccountSession session = new();
        string one = session.NewBatch("one");
        string two = session.NewBatch("two");
        session.WriteFile("one.csv", "12025550123,One\n");
        session.WriteFile("two.csv", "12025550124,Two\n");
        string day = AccountSession.Tomorrow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        CommandResult result = session.Pipe(
            [
                AccountSession.Record(("Id", one), ("Path", "./one.csv"), ("Description", "Spring & sun"), ("StartDate", day), ("EndDate", ""), ("StartTime", "09:30"), ("ExternalId", "x1")),
                AccountSession.Record(("Id", two), ("Path", "./two.csv"), ("Description", ""), ("StartDate", ""), ("EndDate", day), ("StartTime", ""), ("ExternalId", "")),
            ],
            "Update-RcBatch",
            ("Force", true)).NoErrors();

        Assert.Equal([one, two], result.Values<string>("Id"));
        Assert.Equal(["PATCH /v1/batches/" + one, "PATCH /v1/batches/" + two], session.WritePaths());
        Assert.Equal(
            [
                $"externalId=x1&description=Spring%20%26%20sun&startDate={day}&startTime=09%3A30&action=SCHEDULE&operationType=CSV_FILE",
                $"endDate={day}&action=SCHEDULE&operationType=CSV_FILE",
            ],
            session.Sandbox.Writes.Select(request => request.RawQuery));
        Assert.Equal(["12025550123,One\n", "12025550124,Two\n"], session.Sandbox.Writes.Select(request => request.PartText("file")));
    }

    [Fact]
    public void Piped_batch_gives_only_its_id()
    {
        using AccountSession session = new();
        string one = session.NewBatch("one");
        string two = session.NewBatch("two");
        session.Pipe([], "Update-RcBatch", ("Id", one), ("Path", "seed.csv"), ("Description", "What it is"), ("StartTime", "09:00"), ("Action", "Validate")).Single();
        session.Sandbox.ClearRequests();
        session.WriteFile("fixed.csv", "12025550125,Fixed\n");
        session.Set("c", TestSandbox.CampaignId);

        session.Script("Get-RcBatch -CampaignId $c | Where-Object Status -eq CREATED | Update-RcBatch -Path ./fixed.csv -Force -AllowRepeat").NoErrors();

        Assert.Equal(new[] { one, two }.Order(StringComparer.Ordinal), session.Sandbox.Writes.Select(request => request.Path.Split('/')[^1]).Order(StringComparer.Ordinal));
        Assert.All(session.Sandbox.Writes, request => Assert.Equal("action=SCHEDULE&operationType=CSV_FILE", request.RawQuery));
        Assert.All(session.Sandbox.Writes, request => Assert.Equal("12025550125,Fixed\n", Assert.Single(request.Parts).Text));
    }

    [Fact]
    public void Piped_batch_takes_the_values_that_the_user_wrote()
    {
        using AccountSession session = new();
        PSObject batch = session.Run("Get-RcBatch", ("Id", session.NewBatch())).Single();

        session.Pipe([batch], "Update-RcBatch", ("Path", "seed.csv"), ("Description", "New"), ("Action", "Validate")).Single();

        Assert.Equal("description=New&action=VALIDATE&operationType=CSV_FILE", Assert.Single(session.Sandbox.Writes).RawQuery);
    }

    [Fact]
    public void Template_takes_ids_and_sends_one_part_a_list()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        string day = AccountSession.Tomorrow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        session.Set("id", id);
        session.Set("t", TestSandbox.TemplateId);
        session.Set("l1", TestSandbox.ListId);
        session.Set("l2", TestSandbox.SecondListId);

        PSObject batch = session.Script($"Update-RcBatch $id -MessageTemplateId $t -RecipientListId $l1, $l2 -StartDate {day} -StartTime 09:00 -Force").Single();

        SentRequest request = Assert.Single(session.Sandbox.Writes);
        Assert.Equal($"startDate={day}&startTime=09%3A00&action=SCHEDULE&operationType=MESSAGE_TEMPLATE", request.RawQuery);
        Assert.Equal(
            [("messageTemplateId", TestSandbox.TemplateId), ("namedRecipientsListIds", TestSandbox.ListId), ("namedRecipientsListIds", TestSandbox.SecondListId)],
            request.Parts.Select(part => (part.Name, part.Text)));
        Assert.Equal((TestSandbox.TemplateId, AccountSession.Tomorrow, TimeSpan.FromHours(9)), (batch.Get<string>("MessageTemplateId"), batch.Get<DateTime>("StartDate"), batch.Get<TimeSpan>("StartTime")));
    }

    [Fact]
    public void Template_takes_objects_that_have_an_id()
    {
        using AccountSession session = new();
        PSObject batch = session.Run("Get-RcBatch", ("Id", session.NewBatch())).Single();

        session.Run(
            "Update-RcBatch",
            ("Id", batch),
            ("MessageTemplateId", AccountSession.Record(("Id", TestSandbox.TemplateId), ("Name", "Spring"))),
            ("NamedRecipientsListIds", new object[] { AccountSession.Record(("Id", TestSandbox.ListId)), Guid.Parse(TestSandbox.SecondListId) }),
            ("Action", "Validate")).Single();

        Assert.Equal([TestSandbox.TemplateId, TestSandbox.ListId, TestSandbox.SecondListId], Assert.Single(session.Sandbox.Writes).Parts.Select(part => part.Text));
    }
}
