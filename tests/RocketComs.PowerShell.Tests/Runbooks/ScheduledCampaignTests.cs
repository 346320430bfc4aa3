using System.Collections;
using System.Globalization;
using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Runbooks;

/// <summary>The scheduled campaign with -Live: what becomes of the batch that it creates.</summary>
public sealed class ScheduledCampaignTests
{
    private const string Id = "7b0f7a52-52a4-4c0a-9f0e-0d9d2f0f7c11";

    [Fact]
    public void Batch_is_scheduled_once()
    {
        using AccountSession session = new();

        (IReadOnlyList<PSObject> first, int firstCode) = Run(session, Parameters());
        (IReadOnlyList<PSObject> second, int secondCode) = Run(session, Parameters());

        Assert.Equal((0, 4), (firstCode, secondCode));
        Assert.Equal(("Live", "Scheduled."), (first[0].Get<string>("Mode"), first[0].Get<string>("Outcome")));
        Assert.Equal(first[0].Get<string>("BatchId"), second[0].Get<string>("BatchId"));
        Assert.Contains("action=SCHEDULE", Assert.Single(session.Sandbox.Writes).RawQuery);
    }

    [Theory]
    [InlineData("COMPLETED", 0, "Scheduled.")]
    [InlineData("UPLOADING", 0, "Scheduled.")]
    [InlineData(
        "CREATED",
        5,
        $"Look at it. Batch {Id} was to be scheduled, but is CREATED: whether it goes out is not known. Look at it with 'Get-RcBatch {Id}' and do not create it again; if it stays CREATED, schedule it with Update-RcBatch.")]
    [InlineData("ERROR", 5, $"Look at it. Batch {Id} was to be scheduled, but is ERROR: see what is wrong with 'Get-RcBatchError {Id}'. What of it goes out is not documented.")]
    [InlineData("DELIVERED", 5, "Look at it: it is DELIVERED, and so not on its way.")]
    public void Status_that_is_not_on_its_way_is_a_failure(string status, int exitCode, string outcome)
    {
        using AccountSession session = new();
        session.Sandbox.AddFault(new Hashtable
        {
            ["Kind"] = "ContentType",
            ["ContentType"] = "application/json",
            ["Method"] = "POST",
            ["Body"] = $$"""
                { "id": "{{Id}}", "campaignId": "{{TestSandbox.CampaignId}}", "externalId": "sale-1", "operationType": "MESSAGE_TEMPLATE", "messageTemplateId": "{{TestSandbox.TemplateId}}",
                  "namedRecipientsListIds": ["{{TestSandbox.ListId}}"], "startDate": "{{Day}}", "startTime": "09:00", "endTime": "17:00", "status": "{{status}}" }
                """,
        });

        (IReadOnlyList<PSObject> output, int code) = Run(session, Parameters());

        Assert.Equal((exitCode, Id, status, outcome), (code, output[0].Get<string>("BatchId"), output[0].Get<string>("Status"), output[0].Get<string>("Outcome")));
    }

    [Fact]
    public void Batch_that_was_not_made_as_ordered_is_looked_at()
    {
        using AccountSession session = new();
        session.Sandbox.AddFault("IgnoredParameters=endTime");

        CommandResult result = Runbook.Try(session, "scheduled-campaign.ps1", Parameters()).NoErrors();

        Assert.Equal(5, result.Output[^1].BaseObject);
        Assert.Equal($"Scheduled. {Assert.Single(result.Warnings)}", result.Output[0].Get<string>("Outcome"));
        Assert.StartsWith("EndTime '17:00' was sent", result.Warnings[0]);
    }

    [Theory]
    [InlineData("DropAnswer", "The answer was lost or not understood. There is such a batch (1): look at it, and do not create it again.")]
    [InlineData("DropAfterBody", "The answer was lost or not understood. There is no such batch so far: look again before it is run again.")]
    public void Lost_answer_is_searched_for(string kind, string outcome)
    {
        using AccountSession session = new();
        session.Sandbox.AddFault(new Hashtable { ["Kind"] = kind, ["Method"] = "POST" });

        CommandResult result = Runbook.Try(session, "scheduled-campaign.ps1", Parameters());

        Assert.Equal("RcOutcomeUnknown", result.Terminating?.FullyQualifiedErrorId.Split(',')[0]);
        PSObject row = Assert.Single(result.Output);
        Assert.Equal((outcome, kind == "DropAnswer" ? "PENDING" : null), (row.Get<string>("Outcome"), row.Get<string>("Status")));
        Assert.Single(session.Sandbox.Writes);
    }

    internal static string Day => AccountSession.Tomorrow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static (IReadOnlyList<PSObject> Output, int ExitCode) Run(AccountSession session, Hashtable parameters) => Runbook.Run(session, "scheduled-campaign.ps1", parameters);

    /// <summary>Its parameters; further ones replace or join them.</summary>
    internal static Hashtable Parameters(params (string Name, object Value)[] further)
    {
        Hashtable parameters = new()
        {
            ["CampaignId"] = TestSandbox.CampaignId,
            ["MessageTemplateId"] = TestSandbox.TemplateId,
            ["RecipientListId"] = TestSandbox.ListId,
            ["ExternalId"] = "sale-1",
            ["StartDate"] = Day,
            ["PricePerSegment"] = 0.01m,
            ["Live"] = true,
        };
        foreach ((string name, object value) in further)
        {
            parameters[name] = value;
        }

        return parameters;
    }
}
