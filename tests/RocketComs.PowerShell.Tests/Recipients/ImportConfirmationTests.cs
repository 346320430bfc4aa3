using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Recipients;

/// <summary>To replace recipients cannot be undone, so it is asked about; the rest is not.</summary>
public sealed class ImportConfirmationTests
{
    private const string Csv = "Number,First name\n+12025550101,Anna\n+12025550150,Eve\n";

    [Fact]
    public void Override_asks_with_file_count_and_host_and_Enter_is_no()
    {
        TestHost host = new(TestHost.Enter);
        using AccountSession session = new(host);
        string path = session.WriteFile("p.csv", Csv);

        session.Run("Import-RcRecipient", ("Path", path), ("BatchStrategy", "Override"), ("RecipientListName", "VIP")).NoErrors();

        string question = Assert.Single(host.Questions);
        Assert.Contains($"Load 2 recipients of '{path}' to {session.Sandbox.BaseUri.Authority} (Override: EXISTING RECIPIENTS ARE REPLACED ENTIRELY", question, StringComparison.Ordinal);
        Assert.Contains("a new list 'VIP'", question, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Override_goes_out_after_a_yes_and_with_Force()
    {
        TestHost host = new("Yes");
        using AccountSession session = new(host);
        string path = session.WriteFile("p.csv", Csv);

        Assert.Equal(2, session.Run("Import-RcRecipient", ("Path", path), ("BatchStrategy", "Override")).Single().Get<int?>("Succeeded"));
        session.Run("Import-RcRecipient", ("Path", path), ("BatchStrategy", "Override"), ("Force", true)).NoErrors();

        Assert.Single(host.Questions);
        Assert.Equal(["OVERRIDE", "OVERRIDE"], session.Sandbox.Writes.Select(request => request.PartText("batchStrategy")));
    }

    [Fact]
    public void Override_where_nobody_can_answer_fails_and_names_Force()
    {
        using AccountSession session = new();

        Assert.Contains(
            "-Force",
            session.Run("Import-RcRecipient", ("Path", session.WriteFile("p.csv", Csv)), ("BatchStrategy", "Override")).Ended("RcConfirmationRequired").ErrorDetails.RecommendedAction,
            StringComparison.Ordinal);

        Assert.Empty(session.Sandbox.Requests);
    }

    [Theory]
    [InlineData("Skip")]
    [InlineData("Merge")]
    public void Skip_and_Merge_do_not_ask(string strategy)
    {
        TestHost host = new();
        using AccountSession session = new(host);

        session.Run("Import-RcRecipient", ("Path", session.WriteFile("p.csv", Csv)), ("BatchStrategy", strategy)).Single();

        Assert.Empty(host.Questions);
    }

    [Fact]
    public void WhatIf_checks_every_file_and_sends_nothing()
    {
        TestHost host = new();
        using AccountSession session = new(host);
        session.WriteFile("a.csv", Csv);
        session.WriteFile("b.csv", "x\n");

        session.Script("Import-RcRecipient *.csv -BatchStrategy Override -WhatIf").Error("RcCsvInvalid");

        Assert.EndsWith("which cannot be undone); no list is made.", host.WhatIf(), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(session.Sandbox.Requests);
    }
}
