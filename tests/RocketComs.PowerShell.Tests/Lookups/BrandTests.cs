using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Lookups;

/// <summary>Brands, and what is listed by them or found by a name.</summary>
public sealed class BrandTests
{
    private const string BrandId = "d7b0e25f-30c9-456b-b287-6b3dcaa4b8f7";
    private const string PendingId = "7a1d7c3e-52f4-4b0a-9d0f-3c8f6f0f6f21";

    [Fact]
    public void Brands_are_listed_by_name_or_by_id()
    {
        using AccountSession session = new();

        PSObject brand = session.Run("Get-RcBrand").Single();

        Assert.Equal(("RocketComs.RcBrand", BrandId, "Spring Shop", "Spring Shop Inc.", "ACTIVE"), (brand.TypeNames[0], brand.Get<string>("Id"), brand.Get<string>("DisplayName"), brand.Get<string>("CompanyName"), brand.Get<string>("Status")));
        Assert.Equal([BrandId], session.Run("Get-RcBrand", ("Name", "*inc.")).NoErrors().Values<string>("Id"));
        Assert.Empty(session.Run("Get-RcBrand", ("Name", "Spring")).NoErrors().Output);
        Assert.Equal([BrandId, BrandId], session.Pipe([session.Run("Get-RcCampaign", ("Id", PendingId)).Single(), BrandId], "Get-RcBrand").NoErrors().Values<string>("Id"));
        Assert.Equal("42", session.Run("Get-RcBrand", ("Id", "42")).Ended("RcInvalidParameter").TargetObject);
        session.Run("Get-RcBrand", ("Id", PendingId)).Error("RcNotFound");
    }

    [Fact]
    public void Campaigns_of_all_brands_are_listed_without_arguments()
    {
        using AccountSession session = new();

        Assert.Equal([TestSandbox.CampaignId, PendingId], session.Run("Get-RcCampaign").NoErrors().Values<string>("Id"));
        Assert.Equal(["/v1/brands", "/v1/campaigns"], session.Sandbox.Requests.Select(request => request.Path));
        Assert.Equal([PendingId], session.Run("Get-RcCampaign", ("Name", "aut*")).NoErrors().Values<string>("Id"));
        Assert.Equal([PendingId], session.Run("Get-RcCampaign", ("Status", "PENDING")).NoErrors().Values<string>("Id"));
        Assert.Empty(session.Script("Get-RcCampaign -Name x, 'y*'").NoErrors().Output);
    }

    [Fact]
    public void Piped_brand_lists_its_campaigns_and_piped_campaign_its_batches()
    {
        using AccountSession session = new();
        string id = session.NewBatch("sale-1");
        session.NewBatch("other");
        PSObject[] brands = [session.Run("Get-RcBrand").Single()];

        CommandResult campaigns = session.Pipe(brands, "Get-RcCampaign", ("Status", "ACTIVE")).NoErrors();

        Assert.Equal([TestSandbox.CampaignId], campaigns.Values<string>("Id"));
        Assert.Equal([id], session.Pipe(campaigns.Output, "Get-RcBatch", ("ExternalId", "SALE*"), ("Status", "CREATED")).NoErrors().Values<string>("Id"));
        Assert.Equal(2, session.Pipe(campaigns.Output, "Get-RcBatch").NoErrors().Output.Count);
        Assert.Contains("campaignId=" + TestSandbox.CampaignId, session.Sandbox.Requests[^1].RawQuery, StringComparison.Ordinal);
    }

    [Fact]
    public void Batches_are_found_by_reference()
    {
        using AccountSession session = new();
        string id = session.NewBatch("sale-1");
        session.NewBatch("sale");

        Assert.Equal([id], session.Script("Get-RcBatch -ExternalId none, 's?le-*'").NoErrors().Values<string>("Id"));
    }

    [Theory]
    [InlineData("Get-RcMessageTemplate", "wint*", "a9e1e4ce-0d9e-4298-8059-178e17d31c11")]
    [InlineData("Get-RcRecipientList", "STAFF", TestSandbox.SecondListId)]
    public void Templates_and_lists_are_found_by_name(string command, string name, string expected)
    {
        using AccountSession session = new();

        Assert.Equal([expected], session.Run(command, ("Name", name)).NoErrors().Values<string>("Id"));
    }

    [Theory]
    [InlineData("Get-RcCampaign", "Id", "Get-RcCampaign -Name")]
    [InlineData("Get-RcOptOut", "CampaignId", "Get-RcCampaign -Name")]
    [InlineData("Get-RcRecipientList", "Id", "Get-RcRecipientList -Name")]
    [InlineData("Get-RcBatch", "CampaignId", "Get-RcCampaign -Name")]
    [InlineData("Get-RcBatchError", "Id", "Get-RcBatch -ExternalId")]
    [InlineData("Wait-RcBatch", "Id", "Get-RcBatch -ExternalId")]
    public void Name_where_an_id_goes_is_refused_with_what_finds_the_id(string command, string parameter, string finder)
    {
        using AccountSession session = new();

        ErrorRecord error = session.Run(command, (parameter, "Spring Campaign")).Ended("RcInvalidParameter");

        Assert.Contains($"'{finder}'", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Message_of_a_batch_has_the_number_of_a_row()
    {
        using AccountSession session = new();
        string id = session.ScheduledBatch();

        Assert.Equal(["12025550123", "12025550124"], session.Run("Get-RcBatchMessage", ("Id", id)).NoErrors().Values<string>("Number"));
    }
}
