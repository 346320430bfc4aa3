using System.Collections;
using System.Globalization;
using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Runbooks;

/// <summary>The delivery report with -Live: what counts as a failure.</summary>
public sealed class DeliveryReportTests
{
    private static readonly Hashtable s_parameters = new() { ["CampaignId"] = TestSandbox.CampaignId, ["Live"] = true };

    [Fact]
    public void Batch_that_hangs_past_its_last_day_is_late()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        session.Run(
            "Update-RcBatch", ("Id", id), ("Path", session.PathOf("seed.csv")), ("StartDate", AccountSession.Today), ("EndDate", AccountSession.Today), ("SkipValidation", true), ("Force", true)).NoErrors();
        session.Sandbox.AddFault(new Hashtable { ["Status"] = 200, ["Path"] = "/v1/batches", ["Body"] = $$"""{"content":[{"id":"{{id}}","status":"PENDING","endDate":"2024-01-01"}],"page":0,"total":1,"pageSize":100}""" });

        Assert.Equal("late", Report(session, 2).Get<string>("Outcome"));
    }

    [Fact]
    public void Batch_that_was_only_validated_is_not_in_it()
    {
        using AccountSession session = new();
        string id = session.ScheduledBatch();
        session.Sandbox.Advance(TimeSpan.FromHours(1));
        session.NewBatch("only-validated");

        PSObject row = Report(session, 0);

        Assert.Equal(("Live", id, "within", 0.0), (row.Get<string>("Mode"), row.Get<string>("Id"), row.Get<string>("Outcome"), row.Get<double>("FailedPercent")));
    }

    [Theory]
    [InlineData("2025550101,Hello\n2025550198,Hello\n", "1", "0", 50.0, "2025550198")]
    [InlineData("2025550101,Hello\n2025550102,Hello\nabc,Hello\n", "0", "1", 33.3, null)]
    public void Failed_and_rejected_messages_count(string csv, string failed, string rejected, double percent, string? numbers)
    {
        using AccountSession session = new();
        session.ScheduledBatch(csv);
        session.Sandbox.Advance(TimeSpan.FromHours(1));

        PSObject row = Report(session, 2);

        Assert.Equal(("over", failed, rejected, percent), (row.Get<string>("Outcome"), row.Text("Failed"), row.Text("Rejected"), row.Get<double>("FailedPercent")));
        if (numbers is not null)
        {
            Assert.Equal(numbers, row.Get<string>("FailedNumbers"));
        }
    }

    [Theory]
    [InlineData("""{ "submitted": 0, "failed": 0, "rejected": 0 }""", true, "unknown", 2)]
    [InlineData("""{ "submitted": 2, "failed": 0 }""", true, "unknown", 2)]
    [InlineData("""{ "delivered": 2 }""", true, "unknown", 2)]
    [InlineData("""{ "submitted": 0, "failed": 0, "rejected": 0 }""", false, "under way", 0)]
    public void Counters_that_say_nothing_are_no_success(string counters, bool isOver, string outcome, int exitCode)
    {
        using AccountSession session = new();
        session.ScheduledBatch();
        session.Sandbox.Advance(isOver ? TimeSpan.FromHours(1) : TimeSpan.Zero);
        Runbook.Answer(session, "/v1/insights/*", counters);

        PSObject row = Report(session, exitCode);

        Assert.Equal((outcome, null), (row.Get<string>("Outcome"), row.Get<object>("FailedPercent")));
    }

    [Fact]
    public void Batch_in_error_is_an_alarm()
    {
        using AccountSession session = new();
        session.ScheduledBatch("abc,Hello\n");

        PSObject row = Report(session, 2);

        Assert.Equal(("ERROR", "error"), (row.Get<string>("Status"), row.Get<string>("Outcome")));
    }

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public void Days_are_those_of_the_platform_in_every_culture(string culture)
    {
        using AccountSession session = new();
        session.ScheduledBatch();

        PSObject row = Runbook.Try(session, "delivery-report.ps1", s_parameters, culture).NoErrors().Output[0];

        Assert.Equal(AccountSession.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.Get<string>("StartDate"));
    }

    private static PSObject Report(AccountSession session, int exitCode)
    {
        (System.Collections.Generic.IReadOnlyList<PSObject> output, int code) = Runbook.Run(session, "delivery-report.ps1", s_parameters);
        PSObject row = Assert.Single(output);
        Assert.Equal(exitCode, code);
        return row;
    }
}
