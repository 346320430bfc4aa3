using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Api.Calls;

/// <summary>Whatever a server says of what follows may contradict the end of a list, with paging and without.</summary>
public class ListWordsTests
{
    private const string Campaign = "05ee2300-51cd-4021-b28d-11597cf9a175";
    private const string More = "no total is given, more is said to follow";

    [Theory]
    [InlineData("""{"status":"0000","result":[{0}],"total":2,"page":0,"pageSize":1}""", "total is 2")]
    [InlineData("""{"status":"0000","result":[{0}],"total":300}""", "total is 300")]
    [InlineData("""{"content":[{0}],"totalElements":2,"last":false}""", "total is 2, more is said to follow")]
    [InlineData("""{"content":[{0}],"totalCount":"2"}""", "total is 2")]
    [InlineData("""{"content":[{0}],"totalPages":2}""", "totalPages is 2")]
    [InlineData("""{"content":[{0}],"page":{"totalElements":1,"totalPages":3}}""", "total is 1")]
    [InlineData("""{"status":"0000","result":{"content":[{0}],"meta":{"total":7}},"total":1}""", "total is 1 and 7")]
    [InlineData("""{"content":[{0}],"last":false}""", More)]
    [InlineData("""{"content":[{0}],"hasMore":true}""", More)]
    [InlineData("""{"content":[{0}],"hasNext":"true"}""", More)]
    [InlineData("""{"content":[{0}],"next":"https://x.test/?page=1"}""", More)]
    [InlineData("""{"content":[{0}],"nextPage":1}""", More)]
    [InlineData("""{"content":[{0}],"pagination":{"nextCursor":"eyJ"}}""", More)]
    [InlineData("""{"content":[{0}],"_links":{"next":{"href":"/x"}}}""", More)]
    [InlineData("[{0}]", More, """Link: <https://x.test/?page=0>; rel="first", <https://x.test/?page=1>; rel="next" """)]
    [InlineData("[{0}]", More, "link: </x?page=1>;rel=next")]
    [InlineData("[{0}]", "total is 5", "X-Total-Count: 5")]
    [InlineData("[{0}]", "total is 5", "Content-Range: items 0-0/5")]
    public async Task List_that_says_that_there_is_more_is_an_error(string body, string words, params string[] headers)
    {
        UnexpectedResponseException unpaged = await Assert.ThrowsAsync<UnexpectedResponseException>(() => OptOutsAsync(body, headers));
        Assert.Equal($"The answer for the opt-outs of campaign {Campaign} is not what RocketCOMS documents: it is one page of several: {words}, 1 are listed.", unpaged.Message);
        UnexpectedResponseException paged = await Assert.ThrowsAsync<UnexpectedResponseException>(() => BatchesAsync(body, headers));
        Assert.Equal($"The answer for the list of batches is incomplete: it ended after 1 page; {words}, 1 were read.", paged.Message);
    }

    // Without paging there is no next request that would show it.
    [Theory]
    [InlineData("""{"content":[{0}],"page":0,"pageSize":1}""", "pageSize is 1, no total is given")]
    [InlineData("""{"content":[{0}],"page":0,"pageSize":1,"total":0}""", "total is 0")]
    [InlineData("""{"content":[{0}],"page":1,"pageSize":100,"total":1}""", "page is 1, total is 1")]
    public async Task Page_that_is_full_or_not_the_first_is_no_whole_list_without_paging(string body, string words)
    {
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(() => OptOutsAsync(body));
        Assert.EndsWith($"it is one page of several: {words}, 1 are listed.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, await BatchesAsync(body));
    }

    [Theory]
    [InlineData("[{0}]")]
    [InlineData("""{"content":[{0}],"page":0,"total":1,"pageSize":1}""")]
    [InlineData("""{"content":[{0}],"page":0,"total":1,"pageSize":100}""")]
    [InlineData("""{"content":[{0}],"page":0,"total":0,"pageSize":0}""")]
    [InlineData("""{"content":[{0}],"page":0,"pageSize":100}""")]
    [InlineData("""{"status":"0000","result":[{0}],"total":1}""")]
    [InlineData("""{"content":[{0}],"totalElements":1,"totalPages":1,"last":true,"first":true}""")]
    [InlineData("""{"content":[{0}],"hasMore":false,"next":null,"nextPage":0,"nextCursor":"","_links":{"next":{"href":null},"last":{"href":"/x"}}}""")]
    [InlineData("""{"content":[{0}],"next":"false","total":"many","totalPages":{}}""")]
    [InlineData("[{0}]", """Link: </x>; rel="prev", </x?rel=next>; rel="last" """, "X-Total-Count: 1")]
    [InlineData("[{0}]", "Content-Range: items 0-0/*", "X-Total-Count: some")]
    [InlineData("[{0}]", "Content-Range: bytes 0-30/900")]
    public async Task List_that_nothing_contradicts_is_whole(string body, params string[] headers)
    {
        Assert.Equal(1, await OptOutsAsync(body, headers));
        Assert.Equal(1, await BatchesAsync(body, headers));
    }

    [Theory]
    [InlineData("""{"content":[],"totalPages":1,"total":0}""", 0)]
    [InlineData("""{"content":[],"total":1}""", null)]
    [InlineData("""{"content":[],"hasMore":true}""", null)]
    [InlineData("""{"content":[],"totalPages":2}""", null)]
    public async Task Empty_list_may_count_one_page_but_no_item(string body, int? count)
    {
        if (count is null)
        {
            await Assert.ThrowsAsync<UnexpectedResponseException>(() => OptOutsAsync(body));
            await Assert.ThrowsAsync<UnexpectedResponseException>(() => BatchesAsync(body));
        }
        else
        {
            Assert.Equal((count, count), (await OptOutsAsync(body), await BatchesAsync(body)));
        }
    }

    [Fact]
    public async Task Short_page_that_says_that_there_is_more_ends_no_list()
    {
        using LoopbackServer server = new(
            WireAnswer.Of(200, """{"content":[{"id":"a"},{"id":"b"}],"hasMore":true}"""),
            WireAnswer.Of(200, """{"content":[{"id":"c"}],"hasMore":true}"""),
            WireAnswer.Of(200, """{"content":[{"id":"d"},{"id":"e"}],"hasMore":true}"""),
            WireAnswer.Of(200, """{"content":[],"hasMore":false}"""));
        using TestClient client = new(server.BaseUri);
        Assert.Equal("abcde", string.Concat((await TestClient.ToListAsync(client.Batches.ListAsync(new BatchFilter(), [], TestClient.Stop))).Select(batch => batch.Id)));
    }

    private static async Task<int> BatchesAsync(string body, params string[] headers)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body.Replace("{0}", """{"id":"a"}""", StringComparison.Ordinal), headers));
        using TestClient client = new(server.BaseUri);
        return (await TestClient.ToListAsync(client.Batches.ListAsync(new BatchFilter(), [], TestClient.Stop))).Count;
    }

    private static async Task<int> OptOutsAsync(string body, params string[] headers)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body.Replace("{0}", """{"destination":"2025550199"}""", StringComparison.Ordinal), headers));
        using TestClient client = new(server.BaseUri);
        return (await new CampaignsClient(client.Transport).GetOptOutsAsync(Campaign, TestClient.Stop)).Count;
    }
}
