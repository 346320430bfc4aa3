using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Api;

public class BatchReportClientTests
{
    [Fact]
    public async Task Documented_message_is_read_whole()
    {
        // The sample of the API page "List All Messages for a Batch", with one field more.
        using LoopbackServer server = new(WireAnswer.Of(200, """
            {"status":"0000","result":{"content":[{"id":"265ac585-c9ef-4216-9c67-160aefdb6a3d","batchId":"32df8770-ee48-46e7-a8c7-9ec478883076",
            "campaignId":"05ee2300-51cd-4021-b28d-11597cf9a175","destinationNumber":5555551234,"messageText":"Spring Sale Starts Today",
            "destinationFormat":0,"additionalData":"","status":"DELIVERED","createdAt":"2022-04-24T01:51:03.419Z","retrievedAt":"2022-04-25T16:51:03.419Z",
            "sentAt":"2022-04-24T02:51:03.419Z","confirmedAt":"2022-04-24T03:51:03.419Z","carrier":"X"}],"page":0,"total":1,"pageSize":10}}
            """));
        using TestClient client = new(server.BaseUri);

        RcBatchMessage message = Assert.Single(await MessagesAsync(client));

        Assert.Equal(
            ("265ac585-c9ef-4216-9c67-160aefdb6a3d", TestClient.BatchId, "05ee2300-51cd-4021-b28d-11597cf9a175"), (message.Id, message.BatchId, message.CampaignId));
        Assert.Equal(
            ("5555551234", "Spring Sale Starts Today", 0, string.Empty, "DELIVERED"),
            (message.DestinationNumber, message.MessageText, message.DestinationFormat, message.AdditionalData, message.Status));
        Assert.Equal(Moment(24, 1), message.CreatedAt);
        Assert.Equal(Moment(25, 16), message.RetrievedAt);
        Assert.Equal(Moment(24, 2), message.SentAt);
        Assert.Equal(Moment(24, 3), message.ConfirmedAt);
        Assert.Equal(("carrier", (object?)"X"), message.AdditionalProperties.Select(field => (field.Key, field.Value)).Single());
    }

    [Fact]
    public async Task Messages_come_from_all_pages_with_the_sorting()
    {
        using LoopbackServer server = new(Page("1", "2"), Page("3"));
        using TestClient client = new(server.BaseUri);

        Assert.Equal(["1", "2", "3"], (await MessagesAsync(client, "DestinationNumber", "Desc")).Select(message => message.DestinationNumber));

        Assert.Equal(
            [0, 1],
            server.Requests.Select((request, page) =>
            {
                Assert.Equal($"/v1/batches/{TestClient.BatchId}/report?sortBy=destinationNumber&sortDir=desc&page={page}&pageSize=100", request.Target);
                return page;
            }));
    }

    [Fact]
    public async Task Answer_that_is_no_list_is_an_error()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, """{"status":"0000","result":{"id":"x"}}"""));
        using TestClient client = new(server.BaseUri);

        await Assert.ThrowsAsync<UnexpectedResponseException>(() => MessagesAsync(client));
    }

    [Fact]
    public async Task Documented_insights_are_read_whole()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, """
            {"status":"0000","message":"string","result":{"submitted":107,"processed":106,"rejected":5,"sent":104,"delivered":103,"failed":2,"inProgress":1,"queued":9}}
            """));
        using TestClient client = new(server.BaseUri);

        RcInsight insight = await new BatchReportClient(client.Transport).GetInsightAsync(TestClient.BatchId, TestClient.Stop);

        Assert.Equal((107, 106, 5, 104, 103, 2, 1), (insight.Submitted, insight.Processed, insight.Rejected, insight.Sent, insight.Delivered, insight.Failed, insight.InProgress));
        Assert.Equal((TestClient.BatchId, 9L), (insight.BatchId, insight.AdditionalProperties["queued"]));
        Assert.Equal("/v1/insights/campaigns/" + TestClient.BatchId, Assert.Single(server.Requests).Target);
    }

    [Theory]
    [InlineData("""{"status":"0000","result":{}}""")]
    [InlineData("""{"status":"0000","result":{"submitted":1,"intervals":[]}}""")]
    [InlineData("[]")]
    public async Task Insights_that_are_no_batchs_are_an_error(string body)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        using TestClient client = new(server.BaseUri);

        await Assert.ThrowsAsync<UnexpectedResponseException>(() => new BatchReportClient(client.Transport).GetInsightAsync(TestClient.BatchId, TestClient.Stop));
    }

    private static Task<List<RcBatchMessage>> MessagesAsync(TestClient client, string? sortBy = null, string? sortDir = null) => TestClient.ToListAsync(
        new BatchReportClient(client.Transport).GetMessagesAsync(TestClient.BatchId, Sorting.Query(sortBy, sortDir), TestClient.Stop));

    private static WireAnswer Page(params string[] numbers) => WireAnswer.Of(
        200, $$"""{"content":[{{string.Join(",", numbers.Select(number => $$"""{"destinationNumber":{{number}}}"""))}}],"total":3,"pageSize":2}""");

    private static DateTimeOffset Moment(int day, int hour) => new(2022, 4, day, hour, 51, 3, 419, TimeSpan.Zero);
}
