using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Runbooks;

/// <summary>The runbooks as they stand: each against a sandbox that it starts and ends by itself.</summary>
public sealed class RehearsalTests
{
    [Fact]
    public void Nightly_correction_repairs_what_can_be_repaired()
    {
        PSObject batch = Assert.Single(Run("nightly-correction.ps1"));

        Assert.Equal(("spring-1", 3, "1", "2", 0), (batch.Get<string>("ExternalId"), batch.Get<int>("Errors"), batch.Text("Repaired"), batch.Text("SetAside"), batch.Get<int>("ErrorsLeft")));
    }

    [Fact]
    public void Scheduled_campaign_stays_under_its_ceiling()
    {
        PSObject batch = Assert.Single(Run("scheduled-campaign.ps1"));

        Assert.Equal(("PENDING", 5, 0.0395m, "Scheduled."), (batch.Get<string>("Status"), batch.Get<int>("Recipients"), batch.Get<decimal>("Cost"), batch.Get<string>("Outcome")));
    }

    [Fact]
    public void Delivery_report_counts_the_delivered_and_the_failed()
    {
        PSObject batch = Assert.Single(Run("delivery-report.ps1"));

        Assert.Equal(
            ("spring-0", "COMPLETED", 3, 2, 1, 33.3, "2025550198"),
            (batch.Get<string>("ExternalId"), batch.Get<string>("Status"), batch.Get<int>("Submitted"), batch.Get<int>("Delivered"), batch.Get<int>("Failed"), batch.Get<double>("FailedPercent"), batch.Get<string>("FailedNumbers")));
    }

    [Theory]
    [InlineData("nightly-correction.ps1", "th-TH", "No errors (yet); rows were set aside.")]
    [InlineData("scheduled-campaign.ps1", "th-TH", "Scheduled.")]
    [InlineData("scheduled-campaign.ps1", "ar-SA", "Scheduled.")]
    [InlineData("delivery-report.ps1", "ar-SA", "over")]
    public void Another_calendar_changes_nothing(string name, string culture, string outcome)
    {
        using TestSession session = new();

        CommandResult result = Runbook.Try(session, name, culture: culture).NoErrors();

        Assert.Equal((outcome, 0), (result.Output[0].Get<string>("Outcome"), (int)result.Output[^1].BaseObject));
    }

    private static PSObject[] Run(string name)
    {
        using TestSession session = new();
        StageWatch watch = new(session);

        (System.Collections.Generic.IReadOnlyList<PSObject> output, int exitCode) = Runbook.Run(session, name);

        Assert.Equal(0, exitCode);

        Assert.All(output, row => Assert.Equal("Rehearsal", row.Get<string>("Mode")));

        watch.AssertGone(hasFolder: true);
        return [.. output];
    }
}
