using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Api;

/// <summary>An answer is taken for an object when it has any of the fields that tell it from another, and for none without.</summary>
public class ObjectShapesTests
{
    private const string Id = TestClient.BatchId;

    [Theory]
    [InlineData("campaign", """{"status":"ACTIVE"}""")]
    [InlineData("brand", """{"status":"x"}""")]
    [InlineData("message", """{"status":"SENT"}""")]
    [InlineData("list", """{"createdAt":"2027-01-15T12:00:00Z"}""")]
    [InlineData("batch", """{"status":"CREATED"}""")]
    public async Task Object_that_was_asked_for_has_a_field_that_tells_it_from_another(string kind, string body)
    {
        UnexpectedResponseException exception = await FailedAsync(kind, body);
        Assert.EndsWith(kind == "batch" ? "it is not a batch." : "it has none of the expected fields.", exception.Message, StringComparison.Ordinal);
        Assert.False(exception.IsAboutAnother);
    }

    [Theory]
    [InlineData("campaign", "campaignName")]
    [InlineData("brand", "companyName")]
    [InlineData("message", "destinationNumber")]
    [InlineData("message", "messageText")]
    [InlineData("list", "name")]
    [InlineData("list", "recipientsAmount")]
    [InlineData("batch", "campaignId")]
    public async Task Object_that_was_asked_for_is_known_by_its_id_alone(string kind, string field)
    {
        string value = $"\"{field}\":{(field == "recipientsAmount" ? "1" : "\"x\"")}";
        using LoopbackServer server = new(WireAnswer.Of(200, $$"""{"id":"{{Id.ToUpperInvariant()}}",{{value}} }"""), WireAnswer.Of(200, $$"""{"status":"0000","result":{"id":"{{Id}}"} }"""));
        using TestClient client = new(server.BaseUri);
        Assert.Equal((Id.ToUpperInvariant(), Id), (await GetAsync(client, kind), await GetAsync(client, kind)));
        foreach (string id in (string[])["\"other\":1", $"\"id\":[\"{Id}\"]", "\"id\":null", "\"id\":\" \"", "\"id\":\"6a017f06-83a3-44b7-be6f-5e5cae4a9ed7\""])
        {
            UnexpectedResponseException exception = await FailedAsync(kind, "{" + id + "," + value + "}");
            Assert.EndsWith(id.Contains("6a01", StringComparison.Ordinal) ? "it is about 6a017f06-83a3-44b7-be6f-5e5cae4a9ed7." : "it has no id that can be read, so it may be about another object.", exception.Message, StringComparison.Ordinal);
            Assert.True(exception.IsAboutAnother);
        }
    }

    [Theory]
    [InlineData($$"""{"id":"{{Id}}"}""", "PATCH")]
    [InlineData("""{"name":"x"}""", "PATCH")]
    [InlineData("""{"message":"x"}""", "PATCH")]
    [InlineData("""{"createdAt":"2027-01-15T12:00:00Z"}""", "PATCH GET")]
    public async Task Template_is_read_back_only_where_the_answer_has_none_of_its_fields(string shown, string methods)
    {
        using LoopbackServer server = new(request => WireAnswer.Of(
            200, request.Method == "GET" ? $$"""{"content":[{"id":"{{Id}}"}]}""" : $$"""{"status":"0000","result":{{shown}}}"""));
        using TestClient client = new(server.BaseUri);
        Assert.Equal(Id, (await new MessageTemplatesClient(client.Transport).UpdateAsync(Id, new TemplateChange { Name = "x" }, null, TestClient.Stop)).Id);
        Assert.Equal(methods, string.Join(' ', server.Requests.Select(request => request.Method)));
    }

    [Theory]
    [InlineData("marketing", "1")]
    [InlineData("LOW_VOLUME", "2 3")]
    [InlineData("charity", "")]
    public async Task Rates_are_those_of_the_use_case_however_it_is_spelled_and_of_operators_that_take_it(string usecase, string rates)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, """
            [{"usecase":"MARKETING","mnoMetadata":[{"tpm":1},{"tpm":9,"qualify":false}]},{"usecase":"Low volume","mnoMetadata":[{"tpm":2},{"tpm":3,"qualify":true}]},{"mnoMetadata":[{"tpm":7}]}]
            """));
        using TestClient client = new(server.BaseUri);
        Assert.Equal(rates, string.Join(' ', (await new QualificationsClient(client.Transport).GetRatesAsync("b/1", usecase, TestClient.Stop)).Select(rate => rate.PerMinute)));
        Assert.Equal("/v1/brands/b%2F1/qualification", server.Requests[0].Target);
    }

    private static async Task<UnexpectedResponseException> FailedAsync(string kind, string body)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        using TestClient client = new(server.BaseUri);
        return await Assert.ThrowsAsync<UnexpectedResponseException>(() => GetAsync(client, kind));
    }

    private static async Task<string?> GetAsync(TestClient client, string kind) => kind switch
    {
        "campaign" => (await new CampaignsClient(client.Transport).GetAsync(Id, TestClient.Stop)).Id,
        "brand" => (await new BrandsClient(client.Transport).GetAsync(Id, TestClient.Stop)).Id,
        "message" => (await new MessagesClient(client.Transport).GetAsync(Id, TestClient.Stop)).Id,
        "batch" => (await client.GetAsync()).Id,
        _ => (await new RecipientListsClient(client.Transport).GetAsync(Id, TestClient.Stop)).Id,
    };
}
