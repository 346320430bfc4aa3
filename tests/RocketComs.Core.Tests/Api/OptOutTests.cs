using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Api;

public class OptOutTests
{
    private const string Id = "05ee2300-51cd-4021-b28d-11597cf9a175";

    [Fact]
    public async Task Sample_of_the_documentation_is_read_field_by_field()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, Sample.Text("campaign-optouts")));
        RcOptOut optOut = Assert.Single(await GetAsync(server));
        Assert.Equal((Id, "5555551234", "5555551234", "No"), (optOut.CampaignId, optOut.Destination, optOut.Number, optOut.OptoutText));
        Assert.Equal(new DateTimeOffset(2022, 4, 23, 22, 52, 52, 590, TimeSpan.Zero), optOut.OptoutAt);
        Assert.Empty(optOut.AdditionalProperties);
        Assert.Equal("/v1/campaigns/" + Id + "/optouts", Assert.Single(server.Requests).Target);
    }

    [Theory]
    [InlineData("[]", "")]
    [InlineData("""{"status":"0000","result":[{"destination":12025550104}]}""", "12025550104")]
    [InlineData("""{"content":[{"destination":"1"},{"destination":"2"}]}""", "1 2")]
    public async Task Other_shapes_of_the_list_are_read(string body, string numbers)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        Assert.Equal(numbers, string.Join(' ', (await GetAsync(server)).Select(optOut => optOut.Number)));
    }

    [Theory]
    [InlineData("""{"content":[{"destination":"1"}],"page":0,"total":7,"pageSize":1}""")]
    [InlineData("""[{"destination":"1"},{"optoutText":"STOP"}]""")]
    [InlineData("""[{"destination":" "}]""")]
    [InlineData("""["2025550104"]""")]
    [InlineData("{}")]
    [InlineData("")]
    public async Task List_with_less_than_there_is_is_UnexpectedResponse(string body)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        Assert.StartsWith($"The answer for the opt-outs of campaign {Id} is not", (await Assert.ThrowsAsync<UnexpectedResponseException>(() => GetAsync(server))).Message, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<RcOptOut>> GetAsync(LoopbackServer server)
    {
        using TestClient client = new(server.BaseUri);
        return await new CampaignsClient(client.Transport).GetOptOutsAsync(Id, TestClient.Stop);
    }
}
