using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using RocketComs.Core.Errors;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Batches;

public class PagingTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(99, 1)]
    [InlineData(100, 2)]
    [InlineData(250, 3)]
    public async Task Errors_are_read_to_the_short_page(int errors, int requests)
    {
        using LoopbackServer server = new(request => Page(request, errors, 100));
        List<RcBatchError> list = await ErrorsAsync(server);
        Assert.Equal(Enumerable.Range(1, errors), list.Select(error => error.Line!.Value));
        Assert.Equal(
            Enumerable.Range(0, requests).Select(page => $"/v1/batches/{TestClient.BatchId}/errors?verbose=true&page={page}&pageSize=100"),
            server.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task Server_that_caps_the_page_size_is_read_to_the_end()
    {
        using LoopbackServer server = new(request => Page(request, 25, 10));
        Assert.Equal(25, (await ErrorsAsync(server)).Count);
        Assert.Equal(3, server.Requests.Length);
    }

    [Fact]
    public async Task Server_that_repeats_its_page_does_not_keep_us_for_ever()
    {
        using LoopbackServer server = new(_ => Answer(1, 100, 100));
        Assert.Equal(100, (await ErrorsAsync(server)).Count);
        Assert.Equal(2, server.Requests.Length);
    }

    [Fact]
    public async Task Sample_of_the_documentation_is_read()
    {
        string sample = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Samples", "batch-errors-verbose.json"), TestClient.Stop);
        using LoopbackServer server = new(WireAnswer.Of(200, sample));
        RcBatchError error = Assert.Single(await ErrorsAsync(server));
        Assert.Equal((TestClient.BatchId, 20, "string"), (error.BatchId, error.Line, error.DetailMessage));
        Assert.Empty(error.AdditionalProperties);
    }

    [Theory]
    [InlineData("""{"content":null}""", 0)]
    [InlineData("""{"fileErrors":3}""", 0)]
    [InlineData("""[{"line":1},{"line":2}]""", 2)]
    [InlineData("""{"status":"0000","result":[{"line":1}]}""", 1)]
    public async Task Other_shapes_of_a_list_are_read(string body, int count)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        Assert.Equal(count, (await ErrorsAsync(server)).Count);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("""{"content":[1,2]}""")]
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
        await using IAsyncEnumerator<RcBatch> batches = client.Batches.ListAsync([new("campaignId", "c d")], TestClient.Stop).GetAsyncEnumerator(TestClient.Stop);
        for (int i = 0; i < 100; i++)
        {
            Assert.True(await batches.MoveNextAsync());
        }

        Assert.Equal("/v1/batches?campaignId=c%20d&page=0&pageSize=100", Assert.Single(server.Requests).Target);
        Assert.True(await batches.MoveNextAsync());
        Assert.Equal(2, server.Requests.Length);
    }

    private static WireAnswer Page(WireRequest request, int total, int size)
    {
        int page = int.Parse(request.Target.Split("&page=")[^1].Split('&')[0].Split("page=")[^1], CultureInfo.InvariantCulture);
        int first = (page * size) + 1;
        return Answer(first, Math.Clamp(total - first + 1, 0, size), size);
    }

    private static WireAnswer Answer(int first, int count, int size)
    {
        IEnumerable<string> items = Enumerable.Range(first, count).Select(line => $$"""{"line":{{line}},"detailMessage":"bad"}""");
        return WireAnswer.Of(200, $$$"""{"status":"0000","result":{"content":[{{{string.Join(',', items)}}}],"pageSize":{{{size}}},"total":3}}""");
    }

    private static async Task<List<RcBatchError>> ErrorsAsync(LoopbackServer server)
    {
        using TestClient client = new(server.BaseUri);
        return await TestClient.ToListAsync(client.Batches.GetErrorsAsync(TestClient.BatchId, TestClient.Stop));
    }
}
