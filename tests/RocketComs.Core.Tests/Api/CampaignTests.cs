using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Api;

public class CampaignTests
{
    private const string Id = "d7b0e25f-30c9-456b-b287-6b3dcaa4b8f7";

    [Fact]
    public async Task Sample_of_the_documentation_is_read_field_by_field()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, Sample.Text("campaign-retrieve")));
        RcCampaign campaign = await GetAsync(server);
        DateTimeOffset moment = new(2022, 4, 23, 22, 52, 52, 590, TimeSpan.Zero);
        Assert.Equal((Id, "Spring Campaign", "string", "ACTIVE", "string"), (campaign.Id, campaign.CampaignName, campaign.Description, campaign.Status, campaign.RejectionReason));
        Assert.Equal((Id, "67b25a5e-f90a-4491-9ee4-291ff290c1fe", "4e0c15a5-d798-46ff-8c50-2b30bd597abf"), (campaign.BrandId, campaign.BusinessAccountId, campaign.CspId));
        Assert.Equal(("12345678912", "MARKETING"), (campaign.Sender, campaign.Usecase));
        Assert.Equal([""], campaign.SubUsecases);
        Assert.Equal(["10017"], campaign.MnoIds);
        Assert.Equal<bool?>([false, false, false, false, false, false], [campaign.EmbeddedLink, campaign.EmbeddedPhone, campaign.NumberPool, campaign.AgeGated, campaign.DirectLending, campaign.AffiliateMarketing]);
        Assert.Equal<bool?>([true, true, true, true], [campaign.SubscriberOptin, campaign.SubscriberOptout, campaign.SubscriberHelp, campaign.AutoRenewal]);
        Assert.Equal(
            ("string", "Contact us at 1-800-123-1234 for assistance. To unsubscribe, reply STOP.", "To receive messages about upcoming events, reply YES.", "To unsubscribe, reply STOP."),
            (campaign.MessageFlow, campaign.HelpMessage, campaign.OptinMessage, campaign.OptoutMessage));
        Assert.All([campaign.Sample1, campaign.Sample2, campaign.Sample3, campaign.Sample4, campaign.Sample5], sample => Assert.Equal("string", sample));
        Assert.Equal((1000, 200), (campaign.BatchMessageCount, campaign.SingleMessageCount));
        Assert.All([campaign.CreatedAt, campaign.LastStatusAt, campaign.BilledDate, campaign.EndDateTime], at => Assert.Equal(moment, at));
        Assert.Empty(campaign.AdditionalProperties);
        Assert.Equal("/v1/campaigns/" + Id, server.Requests[0].Target);
    }

    [Fact]
    public async Task Fields_of_other_types_are_kept_as_they_are()
    {
        using LoopbackServer server = new(WireAnswer.Of(
            200, $$"""{"id":"{{Id}}","campaignName":"x","ageGated":"perhaps","numberPool":"TRUE","mnoIds":"10017","subUsecases":[1],"subscriberHelp":null}"""));
        RcCampaign campaign = await GetAsync(server);
        Assert.Equal((Id, null, true, null), (campaign.Id, campaign.AgeGated, campaign.NumberPool, campaign.SubscriberHelp));
        Assert.Equal(["10017"], campaign.MnoIds);
        Assert.Empty(campaign.SubUsecases);
        Assert.Equal(["ageGated", "subUsecases"], campaign.AdditionalProperties.Keys.Order());
    }

    [Theory]
    [InlineData("""{"status":"ACTIVE"}""")]
    [InlineData("""{"id":"05ee2300-51cd-4021-b28d-11597cf9a175","campaignName":"x"}""")]
    [InlineData("null")]
    public async Task Another_campaign_or_none_is_UnexpectedResponse(string body)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        await Assert.ThrowsAsync<UnexpectedResponseException>(() => GetAsync(server));
    }

    [Fact]
    public async Task List_sends_its_filters_and_reads_all_pages()
    {
        string Page(int first, int count) => $$$"""{"status":"0000","result":{"content":[{{{string.Join(',', Enumerable.Range(first, count).Select(number => $"{{\"id\":\"{number}\"}}"))}}}]}}""";
        using LoopbackServer server = new(WireAnswer.Of(200, Page(0, 100)), WireAnswer.Of(200, Page(100, 2)));
        using TestClient client = new(server.BaseUri);
        CampaignFilter filter = new(Id) { CampaignName = "Spring & Co", Status = "active" };
        Assert.Equal(
            Enumerable.Range(0, 102).Select(number => $"{number}"),
            (await TestClient.ToListAsync(new CampaignsClient(client.Transport).ListAsync(filter, TestClient.Stop))).Select(campaign => campaign.Id));
        Assert.Equal(
            [$"/v1/campaigns?campaignName=Spring%20%26%20Co&brandId={Id}&status=ACTIVE&page=0&pageSize=100", $"/v1/campaigns?campaignName=Spring%20%26%20Co&brandId={Id}&status=ACTIVE&page=1&pageSize=100"],
            server.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task Without_a_brand_the_campaigns_of_all_brands_are_listed()
    {
        using LoopbackServer server = Brands("""{"id":"b1"},{"id":"b2"}""");
        using TestClient client = new(server.BaseUri);
        CampaignFilter filter = new(null) { Status = "active" };
        Assert.Equal(["of b1", "of b2"], (await TestClient.ToListAsync(new CampaignsClient(client.Transport).ListAsync(filter, TestClient.Stop))).Select(campaign => campaign.Id));
        Assert.Equal(
            ["/v1/brands?page=0&pageSize=100", "/v1/campaigns?brandId=b1&status=ACTIVE&page=0&pageSize=100", "/v1/campaigns?brandId=b2&status=ACTIVE&page=0&pageSize=100"],
            server.Requests.Select(request => request.Target));
    }

    [Theory]
    [InlineData("""{"displayName":"D","companyName":"C"}""", "D")]
    [InlineData("""{"companyName":"C"}""", "C")]
    [InlineData("""{"status":"x"}""", "")]
    public async Task Brand_without_an_id_is_an_error_not_a_shorter_list(string brand, string name)
    {
        using LoopbackServer server = Brands("""{"id":"b1"},""" + brand);
        using TestClient client = new(server.BaseUri);
        List<string?> listed = [];
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(async () =>
        {
            await foreach (RcCampaign campaign in new CampaignsClient(client.Transport).ListAsync(new CampaignFilter(null), TestClient.Stop))
            {
                listed.Add(campaign.Id);
            }
        });
        Assert.Equal(["of b1"], listed);
        Assert.Equal($"The brand '{name}' is shown without an id, so its campaigns cannot be listed.", exception.Message);
    }

    [Theory]
    [InlineData(35, 0, "BrandId")]
    [InlineData(36, 255, null)]
    [InlineData(60, 0, null)]
    [InlineData(61, 0, "BrandId")]
    [InlineData(36, 256, "CampaignName")]
    public void Filter_has_the_documented_lengths(int brand, int name, string? refused)
    {
        CampaignFilter filter = new(new string('b', brand)) { CampaignName = new string('n', name) };
        Assert.Equal(refused, (Record.Exception(filter.Check) as InvalidParameterException)?.ParameterName);
    }

    private static LoopbackServer Brands(string brands) => new(request => WireAnswer.Of(200, request.Target.StartsWith("/v1/brands", StringComparison.Ordinal)
        ? $$"""{"content":[{{brands}}],"pageSize":100,"total":1}"""
        : $$"""{"content":[{"id":"of {{request.Target.Split("brandId=")[1][..2]}}"}],"pageSize":100,"total":1}"""));

    private static async Task<RcCampaign> GetAsync(LoopbackServer server)
    {
        using TestClient client = new(server.BaseUri);
        return await new CampaignsClient(client.Transport).GetAsync(Id, TestClient.Stop);
    }
}
