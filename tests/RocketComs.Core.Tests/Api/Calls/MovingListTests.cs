using System.Globalization;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Api.Calls;

/// <summary>A list that changes while it is read, page by page, is given as it came and then an error, unless all of it came and nothing twice.</summary>
public class MovingListTests
{
    // Pages of ids in turn, a letter each, with their total; the last page stays.
    [Theory]
    [InlineData("abcd 9|fgh 8|i 7|", "total is 9, then total is 8")]
    [InlineData("abcd 5|e 4|", "total is 5, then total is 4")]
    [InlineData("abcd 8|efgh 8| 7|", "total is 8, then total is 7")]
    [InlineData("aab 4|", "the same id came twice")]
    [InlineData("abcd 8|defg 9|h 9|", "the same id came twice")]
    [InlineData("abcd 5|de 6|", "the same id came twice")]
    [InlineData("abcd|def|", "the same id came twice")]
    [InlineData("abcd 7|efgh 8|a 9|", "the same id came twice")]
    [InlineData("abcd 8|efgh 8| 9|", "total is 8, then total is 9")]
    public async Task List_that_moved_is_incomplete(string pages, string how)
    {
        using LoopbackServer server = new(Pages(pages));
        using TestClient client = new(server.BaseUri);
        List<string?> read = [];
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(async () =>
        {
            await foreach (RcBatch batch in client.Batches.ListAsync(new BatchFilter(), [], TestClient.Stop))
            {
                read.Add(batch.Id);
            }
        });
        Assert.Equal($"The answer for the list of batches is incomplete: the list changed while it was read ({how}).", exception.Message);
        Assert.StartsWith("Run it again.", exception.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(string.Concat(pages.Where(char.IsLetter)), string.Concat(read));
        Assert.True(exception.HasMoved);
    }

    // Growth at the end; a count of each page; a server that counts nothing beyond its end; ids that are none.
    [Theory]
    [InlineData("abcd 4|efgh 8|i 9|")]
    [InlineData("abcd 4|abcd 4|")]
    [InlineData("abcd 4|efgh 4|ij 2|")]
    [InlineData("abcd 8|efgh 8| 0|")]
    [InlineData("abcd 2|efg 2|")]
    [InlineData("abcd|efg|")]
    [InlineData("0000 7|000 7|")]
    [InlineData("____ 7|___ 7|")]
    public async Task List_that_came_whole_is_no_error(string pages)
    {
        using LoopbackServer server = new(Pages(pages));
        using TestClient client = new(server.BaseUri);
        Assert.Equal(pages.Split("|")[..^1].Distinct().Sum(page => page.Split(' ')[0].Length), (await TestClient.ToListAsync(client.Batches.ListAsync(new BatchFilter(), [], TestClient.Stop))).Count);
    }

    [Theory]
    [InlineData(7, 8, "total is 7, then total is 8")]
    [InlineData(8, 7, "total is 8, then total is 7")]
    public async Task Count_that_changes_is_enough_where_items_have_no_id(int first, int second, string how)
    {
        using LoopbackServer server = new(Lines(1, 4, first), Lines(5, second - 4, second), WireAnswer.Of(200, "[]"));
        using TestClient client = new(server.BaseUri);
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(
            () => TestClient.ToListAsync(client.Batches.GetErrorsAsync(TestClient.BatchId, TestClient.Stop)));
        Assert.EndsWith($"the list changed while it was read ({how}).", exception.Message, StringComparison.Ordinal);
    }

    private static WireAnswer Lines(int first, int count, int total) => WireAnswer.Of(
        200, $$"""{"content":[{{string.Join(',', Enumerable.Range(first, count).Select(line => $$"""{"line":{{line}}}"""))}}],"total":{{total}}}""");

    private static WireAnswer[] Pages(string pages) => [.. pages.Split('|').Select(page =>
    {
        string[] parts = page.Split(' ');
        string items = string.Join(',', parts[0].Select((letter, number) => string.Create(
            CultureInfo.InvariantCulture, $$"""{"id":{{(letter == '0' ? "0" : letter == '_' ? "\" \"" : $"\"{letter}\"")}},"description":"{{number}}{{(char.IsLetter(letter) ? string.Empty : page)}}"}""")));
        return WireAnswer.Of(200, $$"""{"content":[{{items}}]{{(parts.Length == 1 ? string.Empty : ",\"total\":" + parts[1])}}}""");
    })];
}
