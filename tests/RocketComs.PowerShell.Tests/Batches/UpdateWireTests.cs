using System.Management.Automation;
using System.Text;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

/// <summary>What leaves for the platform.</summary>
public sealed class UpdateWireTests
{
    [Fact]
    public void Manual_message_is_sent_as_written()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        string text = "Line one\\nline two, \u00e9t\u00e9 \U0001F600 \"quoted\"\nline three";

        session.Run("Update-RcBatch", ("Id", id), ("Message", text), ("RecipientListId", TestSandbox.ListId), ("Action", "Validate")).Single();

        SentRequest request = Assert.Single(session.Sandbox.Writes);
        Assert.Equal("action=VALIDATE&operationType=MANUAL_MESSAGE_INPUT", request.RawQuery);
        Assert.Equal([("namedRecipientsListIds", TestSandbox.ListId), ("message", text)], request.Parts.Select(part => (part.Name, part.Text)));
        Assert.All(request.Parts, part => Assert.Null(part.FileName));
    }

    [Fact]
    public void Manual_message_of_160_characters_is_sent()
    {
        using AccountSession session = new();

        session.Run("Update-RcBatch", ("Id", session.NewBatch()), ("Message", new string('x', 160)), ("RecipientListId", TestSandbox.ListId), ("Action", "Validate")).Single();

        Assert.Equal(160, Assert.Single(session.Sandbox.Writes).PartText("message").Length);
    }

    [Fact]
    public void All_scalars_travel_in_the_query()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        PSObject batch = session.Run(
            "Update-RcBatch",
            ("Id", id),
            ("Path", "seed.csv"),
            ("ExternalId", "a+b/c"),
            ("Description", "50% off"),
            ("StartDate", AccountSession.Tomorrow.AddHours(13)),
            ("EndDate", AccountSession.Tomorrow.AddDays(1)),
            ("StartTime", TimeSpan.FromMinutes(545)),
            ("EndTime", TimeSpan.FromHours(17)),
            ("ShortLink", true),
            ("Action", "Validate")).Single();

        string Day(int days) => AccountSession.Tomorrow.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        SentRequest request = Assert.Single(session.Sandbox.Writes);
        Assert.Equal(
            $"externalId=a%2Bb%2Fc&description=50%25%20off&startDate={Day(0)}&endDate={Day(1)}&startTime=09%3A05&endTime=17%3A00&shortlink=true&action=VALIDATE&operationType=CSV_FILE",
            request.RawQuery);
        Assert.Single(request.Parts);
        Assert.Equal(("a+b/c", "50% off"), (batch.Get<string>("ExternalId"), batch.Get<string>("Description")));
        Assert.Equal((AccountSession.Tomorrow, AccountSession.Tomorrow.AddDays(1)), (batch.Get<DateTime>("StartDate"), batch.Get<DateTime>("EndDate")));
    }

    [Fact]
    public void Form_placement_moves_the_scalars_into_the_body()
    {
        using AccountSession session = new(null, ("ParameterPlacement", "Form"));
        string id = session.NewBatch();

        session.Run("Update-RcBatch", ("Id", id), ("Path", "seed.csv"), ("Description", "Spring & sun"), ("Action", "Validate")).Single();

        SentRequest request = Assert.Single(session.Sandbox.Writes);
        Assert.Equal(string.Empty, request.RawQuery);
        Assert.Equal(
            [("description", "Spring & sun"), ("action", "VALIDATE"), ("operationType", "CSV_FILE"), ("file", AccountSession.GoodCsv)],
            request.Parts.Select(part => (part.Name, part.Text)));
    }

    [Fact]
    public void ShortLink_that_is_said_to_be_off_is_sent()
    {
        using AccountSession session = new();

        session.Run("Update-RcBatch", ("Id", session.NewBatch()), ("Path", "seed.csv"), ("ShortLink", false), ("Action", "Validate")).Single();

        Assert.Equal("shortlink=false&action=VALIDATE&operationType=CSV_FILE", Assert.Single(session.Sandbox.Writes).RawQuery);
    }

    [Fact]
    public void Default_action_is_Schedule_and_is_sent()
    {
        using AccountSession session = new();

        PSObject batch = session.Run("Update-RcBatch", ("Id", session.NewBatch()), ("Path", "seed.csv"), ("Force", true)).Single();

        Assert.Equal("action=SCHEDULE&operationType=CSV_FILE", Assert.Single(session.Sandbox.Writes).RawQuery);
        Assert.Equal("PENDING", batch.Get<string>("Status"));
    }

    [Fact]
    public void File_goes_out_byte_for_byte()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        string csv = "12025550123,\"Hi,\r\nyou\"\r\n\r\n+12025550124,say \"hi\"\r12025550125, \u00e9t\u00e9\\n";
        session.WriteFile("as-is.csv", csv);

        session.Run("Update-RcBatch", ("Id", id), ("Path", "as-is.csv"), ("Action", "Validate")).Single();

        Assert.Equal(csv, Assert.Single(session.Sandbox.Writes).PartText("file"));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Bom_and_utf16_become_plain_utf8(string encoding)
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        Encoding from = Encoding.GetEncoding(encoding);
        session.WriteFile("bom.csv", [.. from.GetPreamble(), .. from.GetBytes("12025550123,\u00e9t\u00e9 \U0001F600\n")]);

        session.Run("Update-RcBatch", ("Id", id), ("Path", "bom.csv"), ("Action", "Validate")).Single();

        Assert.Equal("12025550123,\u00e9t\u00e9 \U0001F600\n", Assert.Single(session.Sandbox.Writes).PartText("file"));
    }

    [Fact]
    public void Headers_say_who_asks_and_carry_a_plain_boundary()
    {
        using AccountSession session = new();

        session.Run("Update-RcBatch", ("Id", session.NewBatch()), ("Path", "seed.csv"), ("Action", "Validate")).Single();

        SentRequest request = Assert.Single(session.Sandbox.Writes);
        Assert.StartsWith("RocketComs/", request.Headers["User-Agent"], StringComparison.Ordinal);
        Assert.Matches("^multipart/form-data; boundary=[A-Za-z0-9-]+$", request.Headers["Content-Type"]);
    }

    [Fact]
    public void File_name_that_is_not_ascii_or_has_a_quote_arrives()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        session.WriteFile("\u00e9t\u00e9 2027.csv", AccountSession.GoodCsv);

        session.Run("Update-RcBatch", ("Id", id), ("Path", "\u00e9t\u00e9 2027.csv"), ("Action", "Validate")).Single();

        Assert.Equal("\u00e9t\u00e9 2027.csv", Assert.Single(Assert.Single(session.Sandbox.Writes).Parts).FileName);
    }

    [Fact]
    public void Batch_is_looked_at_once_before_it_is_changed()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        session.Run("Update-RcBatch", ("Id", id), ("Path", "seed.csv"), ("Force", true)).Single();

        Assert.Equal(
            ["GET /v1/batches/" + id, "GET /v1/campaigns/" + TestSandbox.CampaignId, "GET /v1/batches", "PATCH /v1/batches/" + id],
            session.Sandbox.Requests.Select(request => request.Method + " " + request.Path));
    }
}
