using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

/// <summary>What a file's warnings, another host and another batch mean for whoever sends it: it is said before, not after.</summary>
public class SendingDoubtTests
{
    private const string Doubtful = "2126640123,Hello\n2126640123,Hello {name}\n";

    [Fact]
    public void Question_and_WhatIf_name_the_warnings_and_the_host()
    {
        TestHost host = new();
        using AccountSession session = new(host);
        string id = session.NewBatch();
        session.Run("Update-RcBatch", ("Id", id), ("Path", session.WriteFile("f.csv", Doubtful)), ("WhatIf", true)).NoErrors();
        Assert.Contains("2 warnings (RC102 1, RC113 1; Test-RcBatchCsv shows them)", host.WhatIf(), StringComparison.Ordinal);
        Assert.Contains($"batch {id} at {session.Sandbox.BaseUri.Authority} (ExternalId 'ext-1'", host.WhatIf(), StringComparison.Ordinal);
    }

    [Fact]
    public void Schedule_that_nobody_is_asked_about_warns_of_what_shows_or_costs()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        CommandResult result = session.Run("Update-RcBatch", ("Id", id), ("Path", session.WriteFile("f.csv", Doubtful)), ("Force", true));
        Assert.Equal("PENDING", result.Single().Get<string>("Status"));
        Assert.EndsWith("f.csv goes out with 2 warnings (RC102 1, RC113 1; Test-RcBatchCsv shows them).", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Validate", Doubtful)]
    [InlineData("Schedule", "1237774444,New Product Launch This Month\n")]
    public void Nothing_is_warned_of_where_nothing_goes_out_or_nothing_shows(string action, string csv)
    {
        using AccountSession session = new();
        CommandResult result = session.Run(
            "Update-RcBatch", ("Id", session.NewBatch()), ("Path", session.WriteFile("f.csv", csv)), ("Action", action), ("Force", true));
        result.Single();
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void Batch_is_emitted_before_its_warnings()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        session.Sandbox.AddFault(new System.Collections.Hashtable { ["Kind"] = "IgnoredParameters", ["Method"] = "PATCH", ["Parameters"] = "description" });
        CommandResult result = session.Run(
            "Update-RcBatch", ("Id", id), ("Path", session.WriteFile("f.csv", AccountSession.GoodCsv)), ("Action", "Validate"), ("Description", "new"), ("WarningAction", "Stop"));
        Assert.NotNull(result.Terminating);
        Assert.Equal(id, Assert.Single(result.Output).Get<string>("Id"));
    }

    [Fact]
    public void Answer_about_another_batch_is_an_error()
    {
        using CannedServer server = new(_ => (200, """{"id":"11111111-1b1f-4b0c-9d5c-3a3a6a0e0b11","status":"CREATED"}"""));
        using TestSession session = new();
        session.Run("Connect-RcAccount", ("BaseUri", server.BaseUri), ("AccessToken", AccountSession.Secret("token"))).NoErrors();
        CommandResult result = session.Run("Get-RcBatch", ("Id", "22222222-1b1f-4b0c-9d5c-3a3a6a0e0b11"));
        Assert.Empty(result.Output);
        Assert.Contains("it is about 11111111-1b1f-4b0c-9d5c-3a3a6a0e0b11", result.Ended("RcUnexpectedResponse").Exception.Message, StringComparison.Ordinal);
    }
}
