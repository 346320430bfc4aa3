using RocketComs.Core.Errors;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Api.Calls;

/// <summary>A list that counts itself and lists fewer is no shorter list, and one that is no list is no empty one.</summary>
public class ListCountTests
{
    [Theory]
    [InlineData("""{"content":null,"total":5}""", "it counts 5 but lists none")]
    [InlineData("""{"content":null,"fileErrors":7,"total":0}""", "it counts 7 but lists none")]
    [InlineData("""{"content":null,"fileErrors":2,"total":5}""", "it counts 5 but lists none")]
    [InlineData("""{"content":null,"fileErrors":6,"total":5}""", "it counts 6 but lists none")]
    [InlineData("""{"content":7}""", "it has no list")]
    [InlineData("""{"other":null}""", "it has no list")]
    [InlineData("""{"content":[{"line":1}],"total":5,"pageSize":100}""", "it ended after 1 page; total is 5, 1 were read")]
    [InlineData("""{"content":[{"line":1}],"fileErrors":2}""", "it ended after 1 page; fileErrors is 2, 1 were read")]
    [InlineData("""{"content":[{"line":1},null]}""", "its list holds something other than objects")]
    public async Task List_that_is_not_what_it_counts_is_told_with_the_counts(string body, string why)
    {
        using LoopbackServer server = new(request => WireAnswer.Of(200, request.Target.Contains("page=0", StringComparison.Ordinal) ? body : """{"content":[]}"""));
        using TestClient client = new(server.BaseUri);
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(
            () => TestClient.ToListAsync(client.Batches.GetErrorsAsync(TestClient.BatchId, TestClient.Stop)));
        Assert.Contains(why, exception.Message, StringComparison.Ordinal);
    }
}
