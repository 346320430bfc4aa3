using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Lookups;

public sealed class CampaignTests
{
    private const string BrandId = "d7b0e25f-30c9-456b-b287-6b3dcaa4b8f7";
    private const string PendingId = "7a1d7c3e-52f4-4b0a-9d0f-3c8f6f0f6f21";

    [Fact]
    public void Campaign_by_id_is_typed()
    {
        using AccountSession session = new();

        PSObject campaign = session.Run("Get-RcCampaign", ("Id", TestSandbox.CampaignId)).Single();

        Assert.Equal("RocketComs.RcCampaign", campaign.TypeNames[0]);
        Assert.Equal((TestSandbox.CampaignId, "Spring Campaign", "ACTIVE", BrandId), (campaign.Get<string>("Id"), campaign.Get<string>("CampaignName"), campaign.Get<string>("Status"), campaign.Get<string>("BrandId")));
        Assert.Equal(["/v1/campaigns/" + TestSandbox.CampaignId], session.Sandbox.Requests.Select(request => request.Path));
    }

    [Fact]
    public void Campaign_of_a_piped_batch_is_found()
    {
        using AccountSession session = new();
        PSObject batch = session.Run("Get-RcBatch", ("Id", session.NewBatch())).Single();

        CommandResult result = session.Pipe([batch, PendingId, AccountSession.Record(("CampaignId", PendingId))], "Get-RcCampaign").NoErrors();

        Assert.Equal([TestSandbox.CampaignId, PendingId, PendingId], result.Values<string>("Id"));
    }

    [Fact]
    public void Campaigns_of_a_brand_are_listed()
    {
        using AccountSession session = new();

        Assert.Equal(["Spring Campaign", "Autumn Campaign"], session.Run("Get-RcCampaign", ("BrandId", BrandId)).NoErrors().Values<string>("CampaignName"));
        Assert.Equal([PendingId], session.Run("Get-RcCampaign", ("BrandId", BrandId), ("Status", "pending")).NoErrors().Values<string>("Id"));
        Assert.Equal([TestSandbox.CampaignId], session.Run("Get-RcCampaign", ("BrandId", BrandId), ("CampaignName", "Spring Campaign")).NoErrors().Values<string>("Id"));
        Assert.Empty(session.Run("Get-RcCampaign", ("BrandId", Guid.NewGuid().ToString())).NoErrors().Output);
    }

    [Theory]
    [InlineData("Id")]
    [InlineData("BrandId")]
    public void What_is_no_id_is_refused_before_any_request(string parameter)
    {
        using AccountSession session = new();

        Assert.Equal("42", session.Run("Get-RcCampaign", (parameter, "42")).Ended("RcInvalidParameter").TargetObject);

        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Unknown_campaign_and_status_are_errors()
    {
        using AccountSession session = new();

        Assert.Equal(BrandId, session.Run("Get-RcCampaign", ("Id", BrandId)).Error("RcNotFound").TargetObject);
        session.Run("Get-RcCampaign", ("BrandId", BrandId), ("Status", "BUSY")).Ended("RcBadRequest");
    }

    [Fact]
    public void Campaign_goes_into_a_new_batch_and_one_that_is_pending_is_refused_by_the_platform()
    {
        using AccountSession session = new();
        session.WriteFile("sale.csv", AccountSession.GoodCsv);
        session.Set("day", AccountSession.Today);
        const string Script = "New-RcBatch -CampaignId (Get-RcCampaign -BrandId {0} -Status {1}) -Path ./sale.csv -ExternalId e -StartDate $day -Action Validate";

        Assert.Equal(TestSandbox.CampaignId, session.Script(string.Format(null, Script, BrandId, "ACTIVE")).Single().Get<string>("CampaignId"));

        CommandResult refused = session.Script(string.Format(null, Script, BrandId, "PENDING"));
        Assert.Contains($"campaign {PendingId} is PENDING, not ACTIVE", (refused.Terminating ?? refused.Errors.Single()).ToString(), StringComparison.Ordinal);
    }
}
