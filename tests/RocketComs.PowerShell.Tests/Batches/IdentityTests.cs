using RocketComs.PowerShell.Tests.Harness;
using RocketComs.PowerShell.Tests.Runbooks;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

/// <summary>An answer about another object than the one asked for ends the command, and nothing is written.</summary>
public sealed class IdentityTests
{
    private const string Other = """{ "id": "11111111-1b1f-4b0c-9d5c-3a3a6a0e0b11", "status": "CREATED", "name": "VIP", "campaignName": "Spring", "recipientsAmount": 3 }""";

    [Theory]
    [InlineData("Update-RcBatch")]
    [InlineData("New-RcBatch")]
    public void Another_campaign_ends_the_command(string command)
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        Runbook.Answer(session, "/v1/campaigns/*", Other);

        CommandResult result = command == "New-RcBatch"
            ? session.Run(command, ("CampaignId", TestSandbox.CampaignId), ("Path", "seed.csv"), ("ExternalId", "x"), ("StartDate", AccountSession.Tomorrow), ("Force", true))
            : session.Run(command, ("Id", id), ("Path", "seed.csv"), ("Force", true));

        Assert.Contains("it is about 11111111-1b1f-4b0c-9d5c-3a3a6a0e0b11", result.Ended("RcUnexpectedResponse").Exception.Message, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Another_recipient_list_ends_the_command()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        Runbook.Answer(session, "/v1/recipients/lists/*", Other);

        session.Run("Update-RcBatch", ("Id", id), ("Message", "Hi"), ("RecipientListId", TestSandbox.ListId), ("Force", true)).Ended("RcUnexpectedResponse");

        Assert.Empty(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("Update-RcBatch", 0)]
    [InlineData("Update-RcBatch", 1)]
    [InlineData("Remove-RcBatch", 0)]
    [InlineData("Remove-RcBatch", 1)]
    public void Another_batch_in_place_of_one_of_two_keeps_both_back(string command, int wrong)
    {
        using AccountSession session = new();
        string[] ids = [session.NewBatch("one"), session.NewBatch("two")];
        Runbook.Answer(session, "/v1/batches/" + ids[wrong], Other);

        CommandResult result = command == "Remove-RcBatch"
            ? session.Run(command, ("Id", ids), ("Force", true))
            : session.Pipe([.. ids.Select(id => AccountSession.Record(("Id", id), ("Path", "seed.csv")))], command, ("AllowRepeat", true), ("Force", true));

        result.Ended("RcUnexpectedResponse");
        Assert.Empty(session.Sandbox.Writes);
    }
}
