using System.Globalization;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

/// <summary>What the question says, and that a stray Enter is no yes.</summary>
public sealed class StrayAnswerTests
{
    [Fact]
    public void Enter_at_the_question_updates_nothing()
    {
        TestHost host = new(TestHost.Enter);
        using AccountSession session = new(host);
        string id = session.NewBatch();

        CommandResult result = session.Run("Update-RcBatch", ("Id", id), ("Path", "seed.csv")).NoErrors();

        Assert.Single(host.Questions);
        Assert.Empty(result.Output);
        Assert.Empty(session.Sandbox.Writes);
        Assert.Equal("CREATED", session.Run("Get-RcBatch", ("Id", id)).Single().Get<string>("Status"));
    }

    [Fact]
    public void Enter_at_the_question_creates_nothing()
    {
        TestHost host = new(TestHost.Enter);
        using AccountSession session = new(host);
        session.WriteFile("new.csv", AccountSession.GoodCsv);

        CommandResult result = session.Run(
            "New-RcBatch", ("CampaignId", TestSandbox.CampaignId), ("Path", "new.csv"), ("ExternalId", "x"), ("StartDate", AccountSession.Tomorrow)).NoErrors();

        Assert.Single(host.Questions);
        Assert.Empty(result.Output);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Enter_at_the_first_question_does_not_answer_the_second()
    {
        TestHost host = new(TestHost.Enter, "Yes");
        using AccountSession session = new(host);
        string one = session.NewBatch("one");
        string two = session.NewBatch("two");

        session.Pipe([AccountSession.Record(("Id", one)), AccountSession.Record(("Id", two))], "Update-RcBatch", ("Path", "seed.csv"), ("AllowRepeat", true)).Single();

        Assert.Equal(2, host.Questions.Count);
        Assert.Equal(["PATCH /v1/batches/" + two], session.WritePaths());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Question_and_WhatIf_name_recipients_segments_cost_and_the_day(bool isWhatIf)
    {
        TestHost host = new("No");
        using AccountSession session = new(host);
        string id = session.NewBatch();

        session.Run(
            "Update-RcBatch",
            ("Id", id),
            ("Path", "seed.csv"),
            ("StartDate", AccountSession.Tomorrow),
            ("EndDate", AccountSession.Tomorrow.AddDays(1)),
            ("StartTime", TimeSpan.FromHours(9)),
            ("EndTime", TimeSpan.FromHours(17)),
            ("PricePerSegment", 0.5m),
            ("WhatIf", isWhatIf)).NoErrors();

        string text = isWhatIf ? host.WhatIf() : Assert.Single(host.Questions);
        Assert.Contains($"2 recipients, 2 segments, cost 1.00 (0.5 a segment); from {Day(0)}, daily 09:00-17:00, until {Day(1)}.", text, StringComparison.Ordinal);
        Assert.Contains(id, text, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Day_that_the_batch_has_is_named_where_none_is_given(bool isWhatIf)
    {
        TestHost host = new("No");
        using AccountSession session = new(host);
        string id = session.NewBatch();
        session.Run("Update-RcBatch", ("Id", id), ("Path", "seed.csv"), ("StartDate", AccountSession.Tomorrow), ("Action", "Validate")).NoErrors();
        session.Sandbox.ClearRequests();

        session.Run("Update-RcBatch", ("Id", id), ("Path", "seed.csv"), ("WhatIf", isWhatIf)).NoErrors();

        Assert.Contains($"2 recipients, 2 segments, cost not known (give -PricePerSegment); from {Day(0)}", isWhatIf ? host.WhatIf() : Assert.Single(host.Questions), StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Question_about_a_new_batch_names_the_day()
    {
        TestHost host = new("No");
        using AccountSession session = new(host);
        session.WriteFile("new.csv", AccountSession.GoodCsv);

        session.Run("New-RcBatch", ("CampaignId", TestSandbox.CampaignId), ("Path", "new.csv"), ("ExternalId", "x"), ("StartDate", AccountSession.Tomorrow)).NoErrors();

        Assert.Contains($"from {Day(0)}", Assert.Single(host.Questions), StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }

    private static string Day(int days) => AccountSession.Tomorrow.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
