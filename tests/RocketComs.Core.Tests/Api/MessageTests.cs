using System.Text.Json.Nodes;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Segments;
using RocketComs.Core.Sending;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Api;

public class MessageTests
{
    private const string Id = "ba68bc22-d512-4467-8a54-e92d8e8a9c53";
    private const string CampaignId = "d7b0e25f-30c9-456b-b287-6b3dcaa4b8f7";

    private static readonly MessageDraft s_draft = new(CampaignId, "5555556789", "Spring Sale Starts Today", ShortLink: false);

    [Fact]
    public async Task Sample_of_a_message_is_read_field_by_field()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, Sample.Text("message")));
        RcMessage message = await GetAsync(server);
        Assert.Equal((Id, CampaignId, "5555556789", "5555556789"), (message.Id, message.CampaignId, message.DestinationNumber, message.Number));
        Assert.Equal(("Spring Sale Starts Today", "PENDING", "string"), (message.MessageText, message.Status, message.ReasonText));
        Assert.Equal(new DateTimeOffset(2022, 4, 24, 1, 51, 3, 419, TimeSpan.Zero), message.CreatedAt);
        Assert.Equal(new DateTimeOffset(2022, 4, 25, 1, 30, 2, 419, TimeSpan.Zero), message.StatusUpdatedAt);
        Assert.Empty(message.AdditionalProperties);
    }

    [Theory]
    [InlineData("""{"id":"ba68bc22-d512-4467-8a54-e92d8e8a9c53","status":"SENT","x":1}""", "SENT", "x")]
    [InlineData("""{"status":"0000","result":{"id":"ba68bc22-d512-4467-8a54-e92d8e8a9c53","destinationNumber":5555556789,"status":{"statusCode":"SENT","carrier":"A"}}}""", "SENT", "status.carrier")]
    [InlineData("""{"id":"ba68bc22-d512-4467-8a54-e92d8e8a9c53","messageText":"a","status":7.5,"batchId":"b"}""", "7.5", "batchId")]
    public async Task Other_shapes_of_a_message_are_read(string body, string status, string additional)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        RcMessage message = await GetAsync(server);
        Assert.Equal((Id, status, additional), (message.Id, message.Status, message.AdditionalProperties.Keys.Single()));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"id":"d7b0e25f-30c9-456b-b287-6b3dcaa4b8f7","messageText":"another"}""")]
    public async Task What_is_no_message_or_another_one_is_UnexpectedResponse(string body)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        Assert.StartsWith($"The answer for message {Id} is not", (await Assert.ThrowsAsync<UnexpectedResponseException>(() => GetAsync(server))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Samples_of_the_search_and_of_replies_are_read()
    {
        // The sample counts 100 and leaves out all but one.
        using LoopbackServer server = new(
            WireAnswer.Of(200, Sample.Text("message-search").Replace("\"total\": 100", "\"total\": 1", StringComparison.Ordinal)), WireAnswer.Of(200, Sample.Text("campaign-replies")), WireAnswer.Of(200, "[]"));
        using TestClient client = new(server.BaseUri);
        Assert.Equal([Id], (await TestClient.ToListAsync(new MessagesClient(client.Transport).ListAsync(new MessageFilter(), [], TestClient.Stop))).Select(message => message.Id));
        RcReply reply = Assert.Single(await TestClient.ToListAsync(new CampaignsClient(client.Transport).GetRepliesAsync(CampaignId, [], TestClient.Stop)));
        Assert.Equal((CampaignId, "5555551234", "5555551234", "5555556789", "Yes", true), (reply.CampaignId, reply.Source, reply.Number, reply.Destination, reply.MessageText, reply.ConcatenatedMessage));
        Assert.Equal(("United States", "USA", "US"), (reply.SourceCountry, reply.SourceCountryCode, reply.SourceCountryAbbreviation));
        Assert.Equal((reply.CreatedAt, new DateTimeOffset(2022, 4, 24, 0, 39, 4, 638, TimeSpan.Zero)), (reply.LastRetrievedAt, reply.CreatedAt!.Value));
        Assert.Empty(reply.AdditionalProperties);
    }

    [Theory]
    [InlineData("200 Message was sent successfully")]
    [InlineData("")]
    [InlineData("""{"status":"0000","result":null}""")]
    public async Task Message_is_sent_as_the_sample_has_it(string answer)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, answer));
        using TestClient client = new(server.BaseUri);
        int begun = 0;
        await new MessagesClient(client.Transport).SendAsync(s_draft, () => begun++, TestClient.Stop);
        Assert.Equal("/v1/messages/outgoing", Assert.Single(server.Requests).Target);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Sample.Text("message-send-request")), JsonNode.Parse(s_draft.ToJson())));
        Assert.True(begun > 0);
    }

    [Theory]
    [InlineData("<html>Sign in</html>", "Whether the change was made is not known.")]
    [InlineData("""{"status":"0500","message":"No"}""", "Nothing documented says that it was carried out.")]
    public async Task Success_that_is_none_says_how_to_find_out(string answer, string end)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, answer));
        using TestClient client = new(server.BaseUri);
        UnexpectedResponseException error = await Assert.ThrowsAsync<UnexpectedResponseException>(() => new MessagesClient(client.Transport).SendAsync(s_draft, null, TestClient.Stop));
        Assert.EndsWith(end, error.Message, StringComparison.Ordinal);
        Assert.Equal(MessagesClient.HowToFind(CampaignId), error.RecommendedAction);
    }

    [Theory]
    [InlineData(CampaignId, Id, "2027-01-31", "2027-01-31", false, null)]
    [InlineData(null, null, "2027-01-31", null, true, null)]
    [InlineData("spring", null, null, null, null, "CampaignId")]
    [InlineData(null, "32df8770", null, null, null, "BatchId")]
    [InlineData(null, null, "2027-01-31", "2027-01-30", null, "To")]
    [InlineData(null, Id, null, null, true, "SingleOnly")]
    public void Search_that_cannot_be_meant_is_refused(string? campaignId, string? batchId, string? from, string? to, bool? singleOnly, string? refused)
    {
        MessageFilter filter = new() { CampaignId = campaignId, BatchId = batchId, From = Day(from)?.AddHours(9), To = Day(to), SingleOnly = singleOnly };
        Assert.Equal(refused, (Record.Exception(filter.Check) as InvalidParameterException)?.ParameterName);
    }

    [Fact]
    public void Search_asks_for_what_was_given_and_nothing_else()
    {
        MessageFilter filter = new() { CampaignId = CampaignId, BatchId = Id, From = Day("2027-01-30"), To = Day("2027-01-31"), Status = "delivered", SingleOnly = false };
        Assert.Equal(
            $"campaignId={CampaignId} batchId={Id} from=2027-01-30 to=2027-01-31 status=DELIVERED singleOnly=false",
            string.Join(' ', filter.Query().Select(pair => $"{pair.Key}={pair.Value}")));
        Assert.Equal(["singleOnly=true"], new MessageFilter { SingleOnly = true }.Query().Select(pair => $"{pair.Key}={pair.Value}"));
    }

    [Fact]
    public void Draft_shows_no_text_in_a_log() => Assert.Equal("MessageDraft { Number = 5555556789 }", s_draft.ToString());

    [Fact]
    public void Rules_price_a_message_and_refuse_one_without_hiding_which_rule()
    {
        RcBatchCsvReport report = MessageCheck.Check(s_draft with { Message = new string('a', 161) }, new MeasureOptions { PricePerSegment = 0.5m }, []);
        Assert.Equal((2, 1.0m), (report.SegmentCount, report.EstimatedCost));
        InvalidParameterException error = Assert.Throws<InvalidParameterException>(() => MessageCheck.Check(s_draft with { Message = "a\u0001b" }, new MeasureOptions(), []));
        Assert.Equal("Message", error.ParameterName);
        Assert.Contains("(RC011)", error.Message, StringComparison.Ordinal);
    }

    private static DateTime? Day(string? text) => text is null ? null : DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<RcMessage> GetAsync(LoopbackServer server)
    {
        using TestClient client = new(server.BaseUri);
        return await new MessagesClient(client.Transport).GetAsync(Id, TestClient.Stop);
    }
}
