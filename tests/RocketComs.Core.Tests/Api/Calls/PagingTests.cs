using System.Globalization;
using System.Net;
using System.Text;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Secrets;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Api.Calls;

public class PagingTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(99, 2)]
    [InlineData(100, 2)]
    [InlineData(250, 3)]
    [InlineData(300, 4)]
    public async Task Errors_are_read_to_the_end(int errors, int requests)
    {
        using LoopbackServer server = new(request => Page(request, errors, 100));
        List<RcBatchError> list = await ErrorsAsync(server);
        Assert.Equal(Enumerable.Range(1, errors), list.Select(error => error.Line!.Value));
        Assert.Equal(
            Enumerable.Range(0, requests).Select(page => $"/v1/batches/{TestClient.BatchId}/errors?verbose=true&page={page}&pageSize=100"),
            server.Requests.Select(request => request.Target));
    }

    // What a server can say about its pages: nothing, the truth, what it was asked for, nonsense; total as pages, as items, as nothing.
    [Theory]
    [InlineData("")]
    [InlineData(",\"pageSize\":50,\"total\":125")]
    [InlineData(",\"pageSize\":50,\"total\":3")]
    [InlineData(",\"pageSize\":100,\"total\":125")]
    [InlineData(",\"pageSize\":100,\"total\":2")]
    [InlineData(",\"pageSize\":50,\"total\":50")]
    [InlineData(",\"total\":50")]
    [InlineData(",\"total\":1")]
    [InlineData(",\"pageSize\":100")]
    [InlineData(",\"pageSize\":0,\"total\":0")]
    [InlineData(",\"pageSize\":\"x\",\"total\":null")]
    public async Task Server_that_caps_its_pages_is_read_to_the_end_whatever_it_says(string words)
    {
        using LoopbackServer server = new(request => Page(request, 125, 50, words));
        Assert.Equal(Enumerable.Range(1, 125), (await ErrorsAsync(server)).Select(error => error.Line!.Value));
        Assert.Equal(3, server.Requests.Length);
    }

    [Theory]
    [InlineData(",\"pageSize\":100,\"total\":1", 1)]
    [InlineData(",\"pageSize\":100,\"total\":7", 1)]
    [InlineData(",\"pageSize\":7,\"total\":7", 2)]
    [InlineData(",\"pageSize\":7,\"total\":1", 2)]
    [InlineData(",\"total\":7", 2)]
    [InlineData(",\"pageSize\":100", 2)]
    public async Task First_page_is_the_last_only_where_total_and_page_size_both_say_so(string words, int requests)
    {
        using LoopbackServer server = new(request => Page(request, 7, 100, words));
        Assert.Equal(7, (await ErrorsAsync(server)).Count);
        Assert.Equal(requests, server.Requests.Length);
    }

    [Theory]
    [InlineData("same")]
    [InlineData("first")]
    [InlineData("last")]
    public async Task Full_page_that_came_before_is_an_error_not_an_end(string repeated)
    {
        using LoopbackServer server = new(request => Number(request) switch
        {
            0 => Answer(1, 100),
            1 when repeated != "same" => Answer(101, 100),
            _ => Answer(repeated == "last" ? 101 : 1, 100),
        });
        int rows = repeated == "same" ? 100 : 200;
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(() => ErrorsAsync(server));
        Assert.Contains($"page {rows / 100} (counting from 0) repeats an earlier one; no total is given, {rows} were read", exception.Message, StringComparison.Ordinal);
        Assert.Equal((rows / 100) + 1, server.Requests.Length);
    }

    [Theory]
    [InlineData(400, ",\"total\":7")]
    [InlineData(404, ",\"total\":1")]
    [InlineData(416, ",\"fileErrors\":7")]
    public async Task Server_that_refuses_a_page_behind_its_last_one_is_at_its_end(int status, string words)
    {
        using LoopbackServer server = new(Answer(1, 7, words), WireAnswer.Of(status));
        Assert.Equal(7, (await ErrorsAsync(server)).Count);
        Assert.Equal(2, server.Requests.Length);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task Full_page_that_comes_again_is_the_end_where_total_says_that_it_is_all(int total)
    {
        using LoopbackServer server = new(Answer(1, 100, $",\"total\":{total}"));
        Assert.Equal(100, (await ErrorsAsync(server)).Count);
        Assert.Equal(2, server.Requests.Length);
    }

    [Fact]
    public async Task Short_page_that_comes_again_is_the_end()
    {
        using LoopbackServer server = new(Answer(1, 99));
        Assert.Equal(99, (await ErrorsAsync(server)).Count);
    }

    [Theory]
    [InlineData(2, 400)]
    [InlineData(200, 404)]
    [InlineData(200, 416)]
    public async Task Server_that_refuses_a_page_after_all_that_it_counts_is_at_its_end(int total, int status)
    {
        string words = $",\"total\":{total}";
        using LoopbackServer server = new(Answer(1, 100, words), Answer(101, 100, words), WireAnswer.Of(status));
        Assert.Equal(200, (await ErrorsAsync(server)).Count);
    }

    [Theory]
    [InlineData(0, 404)]
    [InlineData(7, 403)]
    public async Task Server_that_refuses_a_page_that_could_hold_rows_is_an_error(int before, int status)
    {
        using LoopbackServer server = before == 0 ? new(WireAnswer.Of(status)) : new(Answer(1, before), WireAnswer.Of(status));
        Assert.Equal(status, (int)(await Assert.ThrowsAsync<ApiException>(() => ErrorsAsync(server))).StatusCode);
    }

    // Pages of these lengths, then what ends them; "total" on every page.
    [Theory]
    [InlineData("10 10 404", ",\"total\":25")]
    [InlineData("10 10 0", ",\"total\":25")]
    [InlineData("10 10 same", ",\"total\":25")]
    [InlineData("10 10 404", ",\"total\":3")]
    [InlineData("10 10 404", "")]
    [InlineData("10 404", "")]
    [InlineData("100 404", "")]
    [InlineData("10 404", ",\"pageSize\":100,\"total\":25")]
    [InlineData("10 0", ",\"pageSize\":100,\"total\":25")]
    [InlineData("1 0", ",\"pageSize\":10,\"total\":100")]
    [InlineData("1 same", ",\"pageSize\":10,\"total\":3")]
    [InlineData("10 10 0", ",\"pageSize\":10,\"total\":3")]
    [InlineData("10 10 3 0", ",\"total\":25")]
    [InlineData("10 3 404", ",\"total\":5")]
    [InlineData("7 0", ",\"pageSize\":100,\"total\":8")]
    [InlineData("7 404", ",\"pageSize\":7,\"total\":25")]
    [InlineData("0", ",\"total\":25")]
    [InlineData("10 10 0", ",\"fileErrors\":25")]
    [InlineData("10 10 3", ",\"fileErrors\":25")]
    [InlineData("10 10 404", ",\"total\":2,\"fileErrors\":25")]
    public async Task List_that_ends_before_what_it_counts_gives_what_came_and_then_an_error(string pages, string words)
    {
        using LoopbackServer server = new(Pages(pages, words));
        using TestClient client = new(server.BaseUri);
        List<int?> lines = [];
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(async () =>
        {
            await foreach (RcBatchError error in client.Batches.GetErrorsAsync(TestClient.BatchId, TestClient.Stop))
            {
                lines.Add(error.Line);
            }
        });
        Assert.Equal(pages.Split(' ').Sum(page => page is "404" or "same" ? 0 : int.Parse(page, CultureInfo.InvariantCulture)), lines.Count);
        Assert.StartsWith($"The answer for the errors of batch {TestClient.BatchId} is incomplete: ", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10 10 5", ",\"total\":25", 3)]
    [InlineData("10 10 5", ",\"total\":3", 3)]
    [InlineData("10 10 404", ",\"total\":20", 3)]
    [InlineData("10 10 0", ",\"total\":2", 3)]
    [InlineData("10 3 10 2", ",\"total\":25", 4)]
    [InlineData("1 0", ",\"pageSize\":0,\"total\":0", 2)]
    [InlineData("0", ",\"total\":0", 1)]
    public async Task Total_that_does_not_contradict_the_end_is_no_error(string pages, string words, int requests)
    {
        using LoopbackServer server = new(Pages(pages, words));
        Assert.Equal(pages.Split(' ').Sum(page => page == "404" ? 0 : int.Parse(page, CultureInfo.InvariantCulture)), (await ErrorsAsync(server)).Count);
        Assert.Equal(requests, server.Requests.Length);
    }

    [Theory]
    [InlineData("[{0}]")]
    [InlineData("{{\"content\":[{0}]}}")]
    public async Task Server_that_ignores_paging_and_gives_all_at_once_is_read_whole(string form)
    {
        string items = string.Join(',', Enumerable.Range(1, 250).Select(line => $$"""{"line":{{line}}}"""));
        using LoopbackServer server = new(WireAnswer.Of(200, string.Format(CultureInfo.InvariantCulture, form, items)));
        Assert.Equal(Enumerable.Range(1, 250), (await ErrorsAsync(server)).Select(error => error.Line!.Value));
        Assert.Equal(2, server.Requests.Length);
    }

    [Fact]
    public async Task List_without_an_end_is_UnexpectedResponse_after_a_hundred_thousand_pages()
    {
        EndlessList list = new();
        int rows = 0;
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(async () =>
        {
            await foreach (RcBatch batch in new BatchesClient(list, RcParameterPlacement.Query).ListAsync(new BatchFilter(), [], TestClient.Stop))
            {
                rows++;
            }
        });
        Assert.Equal((100_000, 100_000), (list.Requests, rows));
        Assert.StartsWith("The answer for the list of batches does not end: 100000 pages were read.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sample_of_the_documentation_is_read()
    {
        // It counts three and leaves out all but one.
        string sample = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Samples", "batch-errors-verbose.json"), TestClient.Stop);
        sample = sample.Replace(": 3", ": 1", StringComparison.Ordinal);
        using LoopbackServer server = new(WireAnswer.Of(200, sample));
        RcBatchError error = Assert.Single(await ErrorsAsync(server));
        Assert.Equal((TestClient.BatchId, 20, "string"), (error.BatchId, error.Line, error.DetailMessage));
        Assert.Empty(error.AdditionalProperties);
    }

    [Theory]
    [InlineData("""{"content":null}""", 0)]
    [InlineData("""{"fileErrors":0}""", 0)]
    [InlineData("""{"total":0}""", 0)]
    [InlineData("""[{"line":1},{"line":2}]""", 2)]
    [InlineData("""{"status":"0000","result":[{"line":1}]}""", 1)]
    [InlineData("""{"content":[{"line":"1"}]}""", 1)]
    public async Task Other_shapes_of_a_list_are_read(string body, int count)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        Assert.Equal(Enumerable.Range(1, count), (await ErrorsAsync(server)).Select(error => error.Line!.Value));
        Assert.Equal(count == 0 ? 1 : 2, server.Requests.Length);
    }

    [Theory]
    [InlineData("""{"content":[1,2]}""")]
    [InlineData("""{"fileErrors":3}""")]
    [InlineData("""{"total":3}""")]
    [InlineData("""{"error":"maintenance"}""")]
    [InlineData("""{"content":"none"}""")]
    [InlineData("<html/>")]
    [InlineData("")]
    public async Task List_that_is_none_is_UnexpectedResponse(string body)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        await Assert.ThrowsAsync<UnexpectedResponseException>(() => ErrorsAsync(server));
    }

    [Fact]
    public async Task List_of_batches_asks_for_a_page_only_when_it_is_wanted()
    {
        using LoopbackServer server = new(request => Page(request, 250, 100));
        using TestClient client = new(server.BaseUri);
        await using IAsyncEnumerator<RcBatch> batches = client.Batches.ListAsync(new BatchFilter { CampaignId = "c d" }, [], TestClient.Stop).GetAsyncEnumerator(TestClient.Stop);
        for (int i = 0; i < 100; i++)
        {
            Assert.True(await batches.MoveNextAsync());
        }

        Assert.Equal("/v1/batches?campaignId=c%20d&page=0&pageSize=100", Assert.Single(server.Requests).Target);
        Assert.True(await batches.MoveNextAsync());
        Assert.Equal(2, server.Requests.Length);
    }

    private static int Number(WireRequest request) =>
        int.Parse(request.Target.Split("&page=")[^1].Split('&')[0].Split("page=")[^1], CultureInfo.InvariantCulture);

    private static WireAnswer[] Pages(string pages, string words)
    {
        int first = 1;
        return [.. pages.Split(' ').Select(page =>
        {
            int count = page is "404" or "same" ? 0 : int.Parse(page, CultureInfo.InvariantCulture);
            WireAnswer answer = page == "404" ? WireAnswer.Of(404) : page == "same" ? Answer(1, first == 2 ? 1 : 10, words) : Answer(first, count, words);
            first += count;
            return answer;
        })];
    }

    private static WireAnswer Page(WireRequest request, int total, int size, string words = "")
    {
        int first = (Number(request) * size) + 1;
        return Answer(first, Math.Clamp(total - first + 1, 0, size), words);
    }

    private static WireAnswer Answer(int first, int count, string words = "")
    {
        IEnumerable<string> items = Enumerable.Range(first, count).Select(line => $$"""{"line":{{line}},"detailMessage":"bad"}""");
        return WireAnswer.Of(200, $$$"""{"status":"0000","result":{"content":[{{{string.Join(',', items)}}}]{{{words}}}}}""");
    }

    private static async Task<List<RcBatchError>> ErrorsAsync(LoopbackServer server)
    {
        using TestClient client = new(server.BaseUri);
        return await TestClient.ToListAsync(client.Batches.GetErrorsAsync(TestClient.BatchId, TestClient.Stop));
    }

    /// <summary>A platform with another batch on every page.</summary>
    private sealed class EndlessList : ITransport
    {
        public int Requests { get; private set; }

        public Task<ApiAnswer> SendAsync(ApiRequest request, CancellationToken cancellationToken) => Task.FromResult(
            new ApiAnswer(HttpStatusCode.OK, Encoding.ASCII.GetBytes($$"""{"content":[{"id":"{{++Requests}}"}]}"""), null, SecretMask.None));
    }
}
