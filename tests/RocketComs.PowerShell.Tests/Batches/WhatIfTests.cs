using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

public sealed class WhatIfTests
{
    [Theory]
    [InlineData("Schedule", false)]
    [InlineData("Schedule", true)]
    [InlineData("Validate", false)]
    public void WhatIf_prices_every_input_and_sends_nothing(string action, bool force)
    {
        TestHost host = new();
        using AccountSession session = new(host);
        string one = session.NewBatch("one");
        string two = session.NewBatch("two");
        session.WriteFile("two.csv", "12025550121,Hi\n12025550122,Hi\n12025550123,Hi\n");

        CommandResult result = session.Pipe(
            [AccountSession.Record(("Id", one), ("Path", "seed.csv")), AccountSession.Record(("Id", two), ("Path", "two.csv"))],
            "Update-RcBatch",
            ("WhatIf", true),
            ("Action", action),
            ("Force", force),
            ("PricePerSegment", 2m)).NoErrors();

        string[] lines = [.. host.Lines.Where(line => line.StartsWith("What if:", StringComparison.Ordinal))];
        Assert.Equal(2, lines.Length);
        Assert.Contains("2 recipients, 2 segments, cost 4.00", lines[0], StringComparison.Ordinal);
        Assert.Contains("3 recipients, 3 segments, cost 6.00", lines[1], StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.Empty(session.Sandbox.Writes);
        Assert.Empty(host.Questions);
    }

    [Fact]
    public void WhatIf_checks_every_input()
    {
        TestHost host = new();
        using AccountSession session = new(host);
        string good = session.NewBatch("good");
        string bad = session.NewBatch("bad");
        string gone = session.ScheduledBatch();
        session.WriteFile("bad.csv", AccountSession.BadCsv);
        PSObject Plan(string id, string path) => AccountSession.Record(("Id", id), ("Path", path));

        CommandResult result = session.Pipe(
            [Plan(bad, "bad.csv"), Plan(gone, "seed.csv"), Plan(session.NewBatch("lost"), "nowhere.csv"), Plan(good, "seed.csv")], "Update-RcBatch", ("WhatIf", true));

        Assert.Equal(["RcCsvInvalid", "RcBatchNotUpdatable", "RcFileNotFound"], result.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Contains(good, host.WhatIf(), StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void WhatIf_counts_rows_of_each_batch()
    {
        TestHost host = new();
        using AccountSession session = new(host);
        string id = session.NewBatch();

        session.Pipe([AccountSession.Row("12025550121", "Hi"), AccountSession.Row("12025550122", new string('x', 161))], "Update-RcBatch", ("Id", id), ("WhatIf", true)).NoErrors();

        Assert.Contains("2 recipients, 3 segments", host.WhatIf(), StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void WhatIf_needs_nobody_to_answer()
    {
        using AccountSession session = new();

        session.Run("Update-RcBatch", ("Id", session.NewBatch()), ("Path", "seed.csv"), ("WhatIf", true)).NoErrors();

        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void WhatIf_preference_of_the_session_counts_too()
    {
        TestHost host = new();
        using AccountSession session = new(host);
        session.Set("id", session.NewBatch());

        session.Script("$WhatIfPreference = $true; Update-RcBatch $id ./seed.csv -Force").NoErrors();

        Assert.Contains("2 recipients", host.WhatIf(), StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void New_with_WhatIf_sends_nothing()
    {
        TestHost host = new();
        using AccountSession session = new(host);
        session.WriteFile("new.csv", AccountSession.GoodCsv);

        CommandResult result = session.Run(
            "New-RcBatch", ("CampaignId", TestSandbox.CampaignId), ("Path", "new.csv"), ("ExternalId", "x"), ("StartDate", AccountSession.Tomorrow), ("WhatIf", true)).NoErrors();

        Assert.Contains("2 recipients, 2 segments", host.WhatIf(), StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.Empty(session.Sandbox.Writes);
    }
}
