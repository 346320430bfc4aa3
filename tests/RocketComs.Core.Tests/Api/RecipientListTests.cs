using System.Globalization;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Api;

public class RecipientListTests
{
    private const string Id = "23e281a7-b9bc-4a11-8657-3ca0600e2451";

    [Fact]
    public async Task Sample_of_one_list_is_read_field_by_field()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, Sample.Text("recipient-list")));
        RcRecipientList list = await GetAsync(server);
        Assert.Equal((Id, "Recipient List", 200), (list.Id, list.Name, list.RecipientsAmount));
        Assert.Equal(new DateTimeOffset(2023, 10, 21, 23, 30, 8, 942, TimeSpan.Zero), list.CreatedAt);
        Assert.Equal(new DateTimeOffset(2023, 10, 31, 23, 30, 8, 942, TimeSpan.Zero), list.UpdatedAt);
        Assert.Empty(list.AdditionalProperties);
        Assert.Equal(Id, list.ToString());
        Assert.Equal(("GET", "/v1/recipients/lists/" + Id), (server.Requests[0].Method, server.Requests[0].Target));
    }

    // It has an item, and total and pageSize are 0.
    [Fact]
    public async Task Sample_of_all_lists_has_one_list()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, Sample.Text("recipient-list-list")));
        RcRecipientList list = Assert.Single(await ListAsync(server));
        Assert.Equal((Id, "Recipient List", 200), (list.Id, list.Name, list.RecipientsAmount));
        Assert.Equal("/v1/recipients/lists?page=0&pageSize=100", server.Requests[0].Target);
    }

    [Fact]
    public async Task All_pages_are_read()
    {
        using LoopbackServer server = new(request =>
        {
            int page = int.Parse(request.Target.Split("page=")[1].Split('&')[0], CultureInfo.InvariantCulture);
            IEnumerable<string> items = Enumerable.Range(page * 100, page == 2 ? 7 : 100).Select(number => $$"""{"id":"{{number}}"}""");
            return WireAnswer.Of(200, $$"""{"content":[{{string.Join(',', items)}}],"page":{{page}},"total":3,"pageSize":100}""");
        });
        Assert.Equal(Enumerable.Range(0, 207).Select(number => number.ToString(CultureInfo.InvariantCulture)), (await ListAsync(server)).Select(list => list.Id));
        Assert.Equal(3, server.Requests.Length);
    }

    [Fact]
    public async Task Other_shapes_of_a_list_are_read()
    {
        using LoopbackServer server = new(WireAnswer.Of(
            200, $$"""{ "status": "0000", "result": { "id": "{{Id.ToUpperInvariant()}}", "recipientsAmount": "12", "name": 7, "createdAt": "soon", "updatedAt": null, "owner": { "id": 1 } } }"""));
        RcRecipientList list = await GetAsync(server);
        Assert.Equal((Id.ToUpperInvariant(), "7", 12), (list.Id, list.Name, list.RecipientsAmount));
        Assert.Equal((null, null), (list.CreatedAt, list.UpdatedAt));
        Assert.Equal(["createdAt", "owner"], list.AdditionalProperties.Keys.Order());
        Assert.Equal("soon", list.AdditionalProperties["createdAt"]);
    }

    [Theory]
    [InlineData("""{"id":"cf3775f1-ea90-4378-bdb5-8788f8d1d041","recipientsAmount":3}""", "it is about cf3775f1-ea90-4378-bdb5-8788f8d1d041")]
    [InlineData("""{"recipientsAmount":3}""", "it has no id that can be read, so it may be about another object")]
    [InlineData("""{"error":"maintenance"}""", """HTTP reports success, but it has an error: '{"error":"maintenance"}'""")]
    [InlineData("[]", "it is not an object but Array")]
    [InlineData("<html>Sign in</html>", "it is not JSON but 'Sign in'")]
    public async Task Another_list_or_none_is_UnexpectedResponse(string body, string why)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(() => GetAsync(server));
        Assert.Equal($"The answer for recipient list {Id} is not what RocketCOMS documents: {why}.", exception.Message);
    }

    private static async Task<RcRecipientList> GetAsync(LoopbackServer server)
    {
        using TestClient client = new(server.BaseUri);
        return await new RecipientListsClient(client.Transport).GetAsync(Id, TestClient.Stop);
    }

    private static async Task<List<RcRecipientList>> ListAsync(LoopbackServer server)
    {
        using TestClient client = new(server.BaseUri);
        return await TestClient.ToListAsync(new RecipientListsClient(client.Transport).ListAsync(TestClient.Stop));
    }
}
