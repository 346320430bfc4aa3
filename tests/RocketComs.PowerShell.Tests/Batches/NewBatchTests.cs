using System.Globalization;
using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

public sealed class NewBatchTests
{
    private static string Day => AccountSession.Tomorrow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public void File_is_posted_with_campaign_and_dates()
    {
        using AccountSession session = new();
        session.WriteFile("new.csv", AccountSession.GoodCsv);
        session.Set("c", TestSandbox.CampaignId);

        PSObject batch = session.Script($"New-RcBatch $c ./new.csv -ExternalId ext-7 -StartDate {Day} -Action Validate").Single();

        SentRequest request = Assert.Single(session.Sandbox.Requests);
        Assert.Equal(("POST", "/v1/batches"), (request.Method, request.Path));
        Assert.Equal($"campaignId={TestSandbox.CampaignId}&externalId=ext-7&startDate={Day}&action=VALIDATE&operationType=CSV_FILE", request.RawQuery);
        Assert.Equal(new SentPart("file", AccountSession.GoodCsv, "new.csv", "text/csv"), Assert.Single(request.Parts));
        Assert.Equal("RocketComs.RcBatch", batch.TypeNames[0]);
        Assert.Equal(("ext-7", "CREATED", "CSV_FILE"), (batch.Get<string>("ExternalId"), batch.Get<string>("Status"), batch.Get<string>("OperationType")));
        Assert.Equal((TestSandbox.CampaignId, AccountSession.Tomorrow), (batch.Get<string>("CampaignId"), batch.Get<DateTime>("StartDate")));
        Assert.True(Guid.TryParse(batch.Get<string>("Id"), out _));
    }

    [Fact]
    public void Default_action_is_Schedule_and_is_sent()
    {
        using AccountSession session = new();
        session.WriteFile("new.csv", AccountSession.GoodCsv);

        session.Run("New-RcBatch", ("CampaignId", TestSandbox.CampaignId), ("Path", "new.csv"), ("ExternalId", "x"), ("StartDate", AccountSession.Tomorrow), ("Force", true)).Single();

        Assert.Contains("action=SCHEDULE", Assert.Single(session.Sandbox.Writes).RawQuery, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_one_campaign_are_one_batch()
    {
        using AccountSession session = new();

        session.Pipe(
            [AccountSession.Row("12025550121", "A"), AccountSession.Row("12025550122", "B")],
            "New-RcBatch",
            ("CampaignId", AccountSession.Record(("Id", TestSandbox.CampaignId))),
            ("ExternalId", "x"),
            ("StartDate", AccountSession.Tomorrow),
            ("Action", "Validate")).Single();

        Assert.Equal("12025550121,A\n12025550122,B\n", Assert.Single(session.Sandbox.Writes).PartText("file"));
    }

    [Fact]
    public void Plan_rows_are_one_batch_each()
    {
        using AccountSession session = new();
        session.WriteFile("one.csv", "12025550121,A\n");
        session.WriteFile("two.csv", "12025550122,B\n");
        PSObject Plan(string externalId, string path) =>
            AccountSession.Record(("CampaignId", TestSandbox.CampaignId), ("ExternalId", externalId), ("Path", path), ("StartDate", Day), ("EndDate", ""));

        CommandResult result = session.Pipe([Plan("one", "one.csv"), Plan("two", "two.csv")], "New-RcBatch", ("Action", "Validate")).NoErrors();

        Assert.Equal(["one", "two"], result.Values<string>("ExternalId"));
        Assert.Equal(["12025550121,A\n", "12025550122,B\n"], session.Sandbox.Writes.Select(request => request.PartText("file")));
    }

    [Fact]
    public void Template_and_text_are_posted_as_parts()
    {
        using AccountSession session = new();
        (string, object?)[] common = [("CampaignId", TestSandbox.CampaignId), ("ExternalId", "x"), ("StartDate", AccountSession.Tomorrow), ("Action", "Validate"), ("RecipientListId", TestSandbox.ListId)];

        PSObject template = session.Run("New-RcBatch", [.. common, ("MessageTemplateId", TestSandbox.TemplateId)]).Single();
        PSObject text = session.Run("New-RcBatch", [.. common, ("Message", "Hi")]).Single();

        Assert.Equal(["MESSAGE_TEMPLATE", "MANUAL_MESSAGE_INPUT"], session.Sandbox.Writes.Select(request => request.RawQuery.Split("operationType=")[1]));
        Assert.Equal([("messageTemplateId", TestSandbox.TemplateId), ("namedRecipientsListIds", TestSandbox.ListId)], session.Sandbox.Writes[0].Parts.Select(part => (part.Name, part.Text)));
        Assert.Equal([("namedRecipientsListIds", TestSandbox.ListId), ("message", "Hi")], session.Sandbox.Writes[1].Parts.Select(part => (part.Name, part.Text)));
        Assert.Equal((TestSandbox.TemplateId, "Hi"), (template.Get<string>("MessageTemplateId"), text.Get<string>("Message")));
        Assert.Equal([TestSandbox.ListId], text.Get<string[]>("NamedRecipientsListIds")!);
    }

    [Fact]
    public void Campaign_that_is_no_uuid_is_refused_before_any_request()
    {
        using AccountSession session = new();
        session.WriteFile("new.csv", AccountSession.GoodCsv);

        ErrorRecord error = session.Run("New-RcBatch", ("CampaignId", "spring"), ("Path", "new.csv"), ("Force", true)).Ended("RcInvalidParameter");

        Assert.Equal("spring", error.TargetObject);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Refusal_of_the_platform_says_why()
    {
        using AccountSession session = new();
        session.WriteFile("new.csv", AccountSession.GoodCsv);

        ErrorRecord error = session.Run("New-RcBatch", ("CampaignId", TestSandbox.CampaignId), ("Path", "new.csv"), ("StartDate", AccountSession.Tomorrow), ("Action", "Validate")).Error("RcBadRequest");

        Assert.Contains("externalId is required", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("400", error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_file_is_not_posted()
    {
        using AccountSession session = new();
        string path = session.WriteFile("bad.csv", AccountSession.BadCsv);

        ErrorRecord error = session.Run(
            "New-RcBatch", ("CampaignId", TestSandbox.CampaignId), ("Path", path), ("ExternalId", "x"), ("StartDate", AccountSession.Tomorrow), ("Force", true)).Error("RcCsvInvalid");

        Assert.Equal(path, error.TargetObject);
        Assert.Empty(session.Sandbox.Requests);
    }
}
