using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

public sealed class OptOutCheckTests
{
    private const string OptedOut = "12025550123,Hello\n+12025550104,Hello\n";

    [Fact]
    public void Number_that_opted_out_keeps_an_update_back()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        ErrorRecord error = session.Run("Update-RcBatch", ("Id", id), ("Path", session.WriteFile("f.csv", OptedOut)), ("CheckOptOut", true), ("Force", true)).Error("RcCsvInvalid");

        Assert.Contains("RC012", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("Get-RcOptOut", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(
            ["GET /v1/batches/" + id, $"GET /v1/campaigns/{TestSandbox.CampaignId}/optouts"],
            session.Sandbox.Requests.Select(request => request.Method + " " + request.Path));
    }

    [Fact]
    public void Number_that_opted_out_keeps_a_new_batch_back()
    {
        using AccountSession session = new();

        session.Run(
            "New-RcBatch", ("CampaignId", TestSandbox.CampaignId), ("Path", session.WriteFile("f.csv", OptedOut)), ("ExternalId", "e"), ("StartDate", AccountSession.Tomorrow), ("CheckOptOut", true), ("Force", true)).Error("RcCsvInvalid");

        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Rows_are_compared_too()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        CommandResult result = session.Pipe([AccountSession.Row("2025550199", "Hi")], "Update-RcBatch", ("Id", id), ("CheckOptOut", true), ("Force", true));

        result.Error("RcCsvInvalid");
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Opt_outs_are_asked_for_once_a_campaign()
    {
        using AccountSession session = new();
        string[] ids = [session.NewBatch("a"), session.NewBatch("b")];
        session.Set("ids", ids);
        session.Sandbox.ClearRequests();

        session.Script("$ids | Get-RcBatch | Update-RcBatch -Path seed.csv -CheckOptOut -Action Validate").NoErrors();

        Assert.Single(session.Sandbox.Requests, request => request.Path.EndsWith("/optouts", StringComparison.Ordinal));
        Assert.Equal(2, session.Sandbox.Writes.Count);
    }

    [Fact]
    public void Without_the_switch_nobody_is_asked_for()
    {
        using AccountSession session = new();

        session.Run("Update-RcBatch", ("Id", session.NewBatch()), ("Path", session.WriteFile("f.csv", OptedOut)), ("Force", true)).NoErrors();

        Assert.DoesNotContain(session.Sandbox.Requests, request => request.Path.EndsWith("/optouts", StringComparison.Ordinal));
    }

    [Fact]
    public void Opt_outs_that_cannot_be_had_keep_it_back()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        session.Sandbox.AddFault(new System.Collections.Hashtable { ["Status"] = 403, ["Path"] = "*/optouts" });

        session.Run("Update-RcBatch", ("Id", id), ("Path", session.PathOf("seed.csv")), ("CheckOptOut", true), ("Force", true)).Error("RcForbidden");

        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Opt_outs_that_cannot_be_compared_keep_it_back()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        session.Sandbox.AddFault(new System.Collections.Hashtable { ["Kind"] = "Status", ["Status"] = 200, ["Path"] = "*/optouts", ["Body"] = """[{"destination":"5550104"}]""" });

        session.Run("Update-RcBatch", ("Id", id), ("Path", session.PathOf("seed.csv")), ("CheckOptOut", true), ("Force", true)).Error("RcUnexpectedResponse");

        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Lists_and_an_unchecked_file_cannot_be_compared()
    {
        using AccountSession session = new();
        string id = session.NewBatch();

        session.Run("Update-RcBatch", ("Id", id), ("Message", "Hi"), ("RecipientListId", TestSandbox.ListId), ("CheckOptOut", true), ("Force", true)).Ended("RcInvalidParameter");
        session.Run("Update-RcBatch", ("Id", id), ("Path", session.PathOf("seed.csv")), ("SkipValidation", true), ("CheckOptOut", true), ("Force", true)).Ended("RcInvalidParameter");

        Assert.Empty(session.Sandbox.Requests);
    }
}
