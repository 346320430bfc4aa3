using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Api;

/// <summary>How a new batch is found whose answer was lost, or does not show it: whoever makes it again pays twice.</summary>
public class CreateAdviceTests
{
    private const string CampaignId = "05ee2300-51cd-4021-b28d-11597cf9a175";

    [Theory]
    [InlineData(null, "List the campaign's batches with Get-RcBatch and look for this one before you create it again.")]
    [InlineData("sale-1", "List the campaign's batches with Get-RcBatch and look for ExternalId 'sale-1' before you create it again.")]
    public async Task Lost_answer_names_the_reference_to_look_for(string? externalId, string advice)
    {
        using LoopbackServer server = new(WireAnswer.Of(504));
        using TestClient client = new(server.BaseUri);
        BatchDraft draft = TestClient.Text() with { CampaignId = CampaignId, ExternalId = externalId };
        OutcomeUnknownException exception = await Assert.ThrowsAsync<OutcomeUnknownException>(() => client.Batches.CreateAsync(draft, null, TestClient.Stop));
        Assert.Equal(advice, exception.RecommendedAction);
    }

    [Theory]
    [InlineData(null, null, "Get-RcBatch': it is the latest.")]
    [InlineData(CampaignId, null, $"Get-RcBatch -CampaignId {CampaignId}': it is the latest.")]
    [InlineData(null, "sale-1", "Get-RcBatch': its ExternalId is 'sale-1'.")]
    public async Task Batch_that_the_answer_does_not_show_is_found_by_what_is_known_of_it(string? campaignId, string? externalId, string end)
    {
        using LoopbackServer server = new(WireAnswer.Of(201, "Batch was created"));
        using TestClient client = new(server.BaseUri);
        BatchDraft draft = TestClient.Text() with { CampaignId = campaignId, ExternalId = externalId };
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(() => client.Batches.CreateAsync(draft, null, TestClient.Stop));
        Assert.Equal($"It is there, so do not create another one. Find it with '{end}", exception.RecommendedAction);
    }

    [Theory]
    [InlineData("""{"status":"0000","error":"x"}""", "it says both that it was done and that it was not: '{\"status\":\"0000\",\"error\":\"x\"}'")]
    [InlineData("""{"note":"x"}""", "it says neither that it was done nor that it was not: '{\"note\":\"x\"}'")]
    public async Task Answer_that_leaves_the_outcome_open_says_how(string body, string why)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        using TestClient client = new(server.BaseUri);
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(client.RemoveAsync);
        Assert.Equal(
            $"The answer for the removal of batch {TestClient.BatchId} is not what RocketCOMS documents: {why}. Whether the change was made is not known.",
            exception.Message);
    }
}
