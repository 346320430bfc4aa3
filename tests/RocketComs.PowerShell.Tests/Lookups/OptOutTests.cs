using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Lookups;

public sealed class OptOutTests
{
    private const string PendingId = "7a1d7c3e-52f4-4b0a-9d0f-3c8f6f0f6f21";
    private const string UnknownId = "32df8770-ee48-46e7-a8c7-9ec478883076";

    [Fact]
    public void Opt_outs_of_a_campaign_are_typed()
    {
        using AccountSession session = new();

        CommandResult result = session.Run("Get-RcOptOut", ("CampaignId", TestSandbox.CampaignId)).NoErrors();

        Assert.All(result.Output, optOut => Assert.Equal(("RocketComs.RcOptOut", TestSandbox.CampaignId), (optOut.TypeNames[0], optOut.Get<string>("CampaignId"))));
        Assert.Equal(["2025550104", "2025550199"], result.Values<string>("Number"));
        Assert.Equal(["STOP", "No"], result.Values<string>("OptoutText"));
        Assert.Equal([$"/v1/campaigns/{TestSandbox.CampaignId}/optouts"], session.Sandbox.Requests.Select(request => request.Path));
    }

    [Fact]
    public void Campaigns_and_batches_are_taken_and_one_that_is_unknown_does_not_keep_the_others_back()
    {
        using AccountSession session = new();
        PSObject batch = session.Run("Get-RcBatch", ("Id", session.NewBatch())).Single();
        PSObject campaign = session.Run("Get-RcCampaign", ("Id", TestSandbox.CampaignId)).Single();

        CommandResult result = session.Pipe([batch, UnknownId, campaign], "Get-RcOptOut");

        Assert.Equal(UnknownId, result.Error("RcNotFound").TargetObject);
        Assert.Equal(["2025550104", "2025550199", "2025550104", "2025550199"], result.Values<string>("Number"));
    }

    [Fact]
    public void Numbers_go_into_the_check_of_a_file()
    {
        using AccountSession session = new();
        session.WriteFile("f.csv", "12025550123,Hello\n+12025550104,Hello\n2025550199,Hello\n");
        session.Set("c", TestSandbox.CampaignId);

        CommandResult result = session.Script("Test-RcBatchCsv f.csv -AsIssue -OptOutNumber (Get-RcOptOut -CampaignId $c).Number | Where-Object RuleId -eq RC012").NoErrors();

        Assert.Equal([2L, 3L], result.Output.Select(issue => LanguagePrimitives.ConvertTo<long>(issue.Get<object>("Line"))));
    }

    [Fact]
    public void Campaign_without_opt_outs_is_no_hindrance_to_the_check()
    {
        using AccountSession session = new();
        session.WriteFile("f.csv", AccountSession.GoodCsv);
        session.Set("c", PendingId);

        CommandResult result = session.Script("Test-RcBatchCsv f.csv -OptOutNumber (Get-RcOptOut -CampaignId $c).Number");

        Assert.True(result.Single().Get<bool>("IsValid"));
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void Id_that_is_no_uuid_is_refused_before_any_request()
    {
        using AccountSession session = new();

        Assert.Equal("42", session.Run("Get-RcOptOut", ("CampaignId", "42")).Ended("RcInvalidParameter").TargetObject);

        Assert.Empty(session.Sandbox.Requests);
    }
}
