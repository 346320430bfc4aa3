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
    [InlineData("campaign", $$"""{"id":"{{Id}}"}""", true)]
    [InlineData("campaign", """{"campaignName":"x"}""", true)]
    [InlineData("campaign", """{"status":"ACTIVE"}""", false)]
    [InlineData("brand", $$"""{"id":"{{Id}}"}""", true)]
    [InlineData("brand", """{"companyName":"x"}""", true)]
    [InlineData("brand", """{"status":"x"}""", false)]
    [InlineData("message", $$"""{"id":"{{Id}}"}""", true)]
    [InlineData("message", """{"destinationNumber":"5"}""", true)]
    [InlineData("message", """{"messageText":"x"}""", true)]
    [InlineData("message", """{"status":"SENT"}""", false)]
    [InlineData("list", $$"""{"id":"{{Id}}"}""", true)]
    [InlineData("list", """{"name":"x"}""", true)]
    [InlineData("list", """{"recipientsAmount":0}""", true)]
    [InlineData("list", """{"createdAt":"2027-01-15T12:00:00Z"}""", false)]
    public async Task Object_that_was_asked_for_is_known_by_any_of_its_fields_and_gets_the_id_that_it_was_asked_for_by(string kind, string body, bool isKnown)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        using TestClient client = new(server.BaseUri);
        Func<Task<string?>> get = kind switch
        {
            "campaign" => async () => (await new CampaignsClient(client.Transport).GetAsync(Id, TestClient.Stop)).Id,
            "brand" => async () => (await new BrandsClient(client.Transport).GetAsync(Id, TestClient.Stop)).Id,
            "message" => async () => (await new MessagesClient(client.Transport).GetAsync(Id, TestClient.Stop)).Id,
            _ => async () => (await new RecipientListsClient(client.Transport).GetAsync(Id, TestClient.Stop)).Id,
        };
        if (isKnown)
        {
            Assert.Equal(Id, await get());
            return;
        }

        Assert.EndsWith("it has none of the expected fields.", (await Assert.ThrowsAsync<UnexpectedResponseException>(get)).Message, StringComparison.Ordinal);
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
}
