using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Runbooks;

/// <summary>The runbooks with -Live, on the connection of the session.</summary>
public sealed class LiveRunbookTests
{
    [Fact]
    public void Nightly_correction_uploads_the_mended_file_and_schedules_nothing()
    {
        using AccountSession session = new();
        string id = session.NewBatch("sale-1", "(202) 555-0101,Hello\n12345,Hello\n");
        session.WriteFile("sale-1.csv", "(202) 555-0101,Hello\n12345,Hello\n");
        string without = session.NewBatch("no-file", AccountSession.BadCsv);
        session.NewBatch("sound");

        (IReadOnlyList<PSObject> output, int exitCode) = Runbook.Run(session, "nightly-correction.ps1", new Hashtable { ["Folder"] = Path.GetDirectoryName(session.PathOf("x")), ["Live"] = true });

        Assert.Equal(2, exitCode);
        Assert.Equal([(id, "Mended; rows were set aside."), (without, "There is no file of that name.")], output.Select(row => (row.Get<string>("Id"), row.Get<string>("Outcome"))));
        SentRequest write = Assert.Single(session.Sandbox.Writes);
        Assert.Equal(("PATCH", "/v1/batches/" + id), (write.Method, write.Path));
        Assert.Contains("action=VALIDATE", write.RawQuery);
        Assert.Equal("2025550101,Hello\n", write.Parts.Single(part => part.Name == "file").Text);
        Assert.Equal("12345,Hello\n", File.ReadAllText(session.PathOf("sale-1.rejected.csv")));
    }

    [Fact]
    public void Reference_that_is_a_path_is_not_followed()
    {
        using AccountSession session = new();
        session.NewBatch("../sale", AccountSession.BadCsv);

        (IReadOnlyList<PSObject> output, _) = Runbook.Run(session, "nightly-correction.ps1", new Hashtable { ["Folder"] = Path.GetDirectoryName(session.PathOf("x")), ["Live"] = true });

        Assert.Equal("There is no file of that name.", Assert.Single(output).Get<string>("Outcome"));
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Scheduled_campaign_is_scheduled_once()
    {
        using AccountSession session = new();
        session.Sandbox.ClearRequests();

        (IReadOnlyList<PSObject> first, int firstCode) = Runbook.Run(session, "scheduled-campaign.ps1", Campaign(10m));
        (IReadOnlyList<PSObject> second, int secondCode) = Runbook.Run(session, "scheduled-campaign.ps1", Campaign(10m));

        Assert.Equal((0, 4), (firstCode, secondCode));
        Assert.Equal(first[0].Get<string>("BatchId"), second[0].Get<string>("BatchId"));
        Assert.Contains("action=SCHEDULE", Assert.Single(session.Sandbox.Writes).RawQuery);
    }

    [Fact]
    public void Campaign_over_its_ceiling_is_not_created()
    {
        using AccountSession session = new();
        session.Sandbox.ClearRequests();

        (IReadOnlyList<PSObject> output, int exitCode) = Runbook.Run(session, "scheduled-campaign.ps1", Campaign(0.02m));

        Assert.Equal((3, 0.03m, "Over the ceiling. Nothing was sent."), (exitCode, output[0].Get<decimal>("Cost"), output[0].Get<string>("Outcome")));
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Delivery_report_shows_every_batch_that_was_scheduled()
    {
        using AccountSession session = new();
        string id = session.ScheduledBatch();
        session.NewBatch("only-validated");

        (IReadOnlyList<PSObject> output, int exitCode) = Runbook.Run(session, "delivery-report.ps1", new Hashtable { ["CampaignId"] = TestSandbox.CampaignId, ["Live"] = true });

        Assert.Equal((0, id), (exitCode, Assert.Single(output).Get<string>("Id")));
    }

    private static Hashtable Campaign(decimal ceiling) => new()
    {
        ["CampaignId"] = TestSandbox.CampaignId,
        ["MessageTemplateId"] = TestSandbox.TemplateId,
        ["RecipientListId"] = new[] { TestSandbox.ListId },
        ["ExternalId"] = "sale-1",
        ["StartDate"] = AccountSession.Tomorrow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ["PricePerSegment"] = 0.01m,
        ["CostCeiling"] = ceiling,
        ["Live"] = true,
    };
}
