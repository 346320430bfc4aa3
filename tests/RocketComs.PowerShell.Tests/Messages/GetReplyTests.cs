using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Messages;

public sealed class GetReplyTests
{
    private const string PendingId = "7a1d7c3e-52f4-4b0a-9d0f-3c8f6f0f6f21";
    private const string UnknownId = "d7b0e25f-30c9-456b-b287-6b3dcaa4b8f7";

    [Fact]
    public void Replies_of_a_campaign_are_typed()
    {
        using AccountSession session = new();

        CommandResult result = session.Run("Get-RcReply", ("CampaignId", TestSandbox.CampaignId)).NoErrors();

        Assert.Equal(["2025550101", "2025550102", "2025550104"], result.Values<string>("Number"));
        PSObject second = result.Output[1];
        Assert.Equal(("RocketComs.RcReply", TestSandbox.CampaignId, true), (second.TypeNames[0], second.Get<string>("CampaignId"), second.Get<bool>("ConcatenatedMessage")));
        Assert.Equal(("2025550102", "US", "2025550100"), (second.Get<string>("Source"), second.Get<string>("SourceCountryAbbreviation"), second.Get<string>("Destination")));

        // The answer says nothing of the whole, so one request more finds its end.
        Assert.Equal(["page=0&pageSize=100", "page=1&pageSize=100"], session.Sandbox.Requests.Select(request => request.RawQuery));
        Assert.Equal("/v1/campaigns/" + TestSandbox.CampaignId + "/replies", session.Sandbox.Requests[0].Path);
    }

    [Fact]
    public void Replies_are_sorted_by_the_platform()
    {
        using AccountSession session = new();

        CommandResult result = session.Run("Get-RcReply", ("CampaignId", TestSandbox.CampaignId), ("SortBy", "CreatedAt"), ("SortDir", "Desc")).NoErrors();

        Assert.Equal(["2025550104", "2025550102", "2025550101"], result.Values<string>("Number"));
        Assert.Equal("sortBy=createdAt&sortDir=desc&page=0&pageSize=100", session.Sandbox.Requests[0].RawQuery);
    }

    [Fact]
    public void First_reply_takes_one_request()
    {
        using AccountSession session = new();

        Assert.Equal("Yes", session.Script($"foreach ($i in 1) {{ Get-RcReply {TestSandbox.CampaignId} | ForEach-Object {{ $_; break }} }}").Single().Get<string>("MessageText"));

        Assert.Single(session.Sandbox.Requests);
    }

    [Fact]
    public void Campaigns_are_piped_and_an_unknown_one_does_not_stop_the_next()
    {
        using AccountSession session = new();
        PSObject batch = session.Run("Get-RcBatch", ("Id", session.NewBatch())).Single();

        CommandResult result = session.Pipe([UnknownId, PendingId, batch], "Get-RcReply");

        Assert.Equal(UnknownId, result.Error("RcNotFound").TargetObject);
        Assert.Equal(3, result.Output.Count);
    }

    [Fact]
    public void What_is_no_id_is_refused_before_any_request()
    {
        using AccountSession session = new();

        Assert.Equal("42", session.Run("Get-RcReply", ("CampaignId", "42")).Ended("RcInvalidParameter").TargetObject);

        Assert.Empty(session.Sandbox.Requests);
    }
}
