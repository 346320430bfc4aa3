using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

/// <summary>What batches of a template or a text refer to, and the objects that parameters take for it.</summary>
public sealed class BatchContentTests
{
    private const string ArchivedTemplateId = "a9e1e4ce-0d9e-4298-8059-178e17d31c11";
    private const string EmptyListId = "e2bf6960-9ac7-4448-8154-d1e19d9379a1";

    [Theory]
    [InlineData("Update-RcBatch $id -Action Validate")]
    [InlineData("New-RcBatch $campaign -ExternalId e -StartDate $day -Action Validate")]
    public void Archived_template_and_empty_list_are_warned_of(string command)
    {
        using AccountSession session = new();
        session.Set("id", session.NewBatch());
        session.Set("campaign", TestSandbox.CampaignId);
        session.Set("day", AccountSession.Tomorrow);

        CommandResult result = session.Script($"{command} -MessageTemplateId {ArchivedTemplateId} -RecipientListId {TestSandbox.ListId}, {EmptyListId}");

        Assert.Collection(
            result.Warnings.Take(2),
            warning => Assert.Contains($"{ArchivedTemplateId} ('Winter Campaign') is ARCHIVED", warning, StringComparison.Ordinal),
            warning => Assert.Contains($"{EmptyListId} ('Nobody yet') is empty", warning, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Update-RcBatch $id -Force", ArchivedTemplateId, TestSandbox.ListId, "RcInvalidParameter", ArchivedTemplateId)]
    [InlineData("Update-RcBatch $id -WhatIf", TestSandbox.TemplateId, EmptyListId, "RcInvalidParameter", EmptyListId)]
    [InlineData("New-RcBatch $campaign -ExternalId e -StartDate $day -Force", TestSandbox.TemplateId, EmptyListId, "RcInvalidParameter", EmptyListId)]
    [InlineData("Update-RcBatch $id -Force", "00000000-0000-4000-8000-000000000000", TestSandbox.ListId, "RcNotFound", null)]
    [InlineData("Update-RcBatch $id -Force", TestSandbox.TemplateId, "00000000-0000-4000-8000-000000000000", "RcNotFound", null)]
    public void What_cannot_be_sent_is_not_scheduled(string command, string template, string list, string id, string? target)
    {
        using AccountSession session = new();
        session.Set("id", session.NewBatch());
        session.Set("campaign", TestSandbox.CampaignId);
        session.Set("day", AccountSession.Tomorrow);

        ErrorRecord error = session.Script($"{command} -MessageTemplateId {template} -RecipientListId {list}").Error(id);

        Assert.Equal(target ?? session.Script("$id").Single().ToString(), error.TargetObject);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Sound_ones_are_nobodys_business()
    {
        using AccountSession session = new();

        CommandResult result = session.Run(
            "Update-RcBatch", ("Id", session.NewBatch()), ("MessageTemplateId", TestSandbox.TemplateId), ("RecipientListId", TestSandbox.ListId), ("Force", true));

        Assert.Empty(result.NoErrors().Warnings);
    }

    [Fact]
    public void Look_up_that_fails_keeps_nothing_back()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        session.Sandbox.AddFault(new System.Collections.Hashtable { ["Status"] = 403, ["Path"] = "/v1/recipients/lists/*" });

        session.Run("Update-RcBatch", ("Id", id), ("Message", "Hi"), ("RecipientListId", TestSandbox.ListId), ("Force", true)).NoErrors();

        Assert.Single(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("/v1/recipients/lists/*")]
    [InlineData("/v1/message-templates")]
    [InlineData("/v1/campaigns/*")]
    [InlineData("/v1/batches")]
    public void Look_up_without_the_right_to_it_ends_the_command(string path)
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        session.Sandbox.AddFault(new System.Collections.Hashtable { ["Status"] = 401, ["Method"] = "GET", ["Path"] = path, ["Times"] = 0 });

        session.Run("Update-RcBatch", ("Id", id), ("MessageTemplateId", TestSandbox.TemplateId), ("RecipientListId", TestSandbox.ListId), ("Force", true)).Ended("RcUnauthorized");

        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Form_of_the_documentation_works()
    {
        using AccountSession session = new();
        session.Set("id", session.NewBatch());

        session.Script("Update-RcBatch $id -Message 'Doors open at nine' -RecipientListId (Get-RcRecipientList | Where-Object Name -like 'Cust*') -StartDate 2127-03-01 -Force").NoErrors();

        SentRequest write = Assert.Single(session.Sandbox.Writes);
        Assert.Equal(("Doors open at nine", TestSandbox.ListId), (write.Parts.Single(part => part.Name == "message").Text, write.Parts.Single(part => part.Name == "namedRecipientsListIds").Text));
    }

    [Theory]
    [InlineData("New-RcBatch (Get-RcCampaign $campaign) seed.csv -ExternalId e -StartDate $day -Action Validate")]
    [InlineData("New-RcBatch (Get-RcBatch $id) seed.csv -ExternalId e -StartDate $day -Action Validate")]
    [InlineData("New-RcBatch -CampaignId $campaign -Path seed.csv -ExternalId e -StartDate $day -Action Validate")]
    public void Campaign_is_an_id_or_anything_of_a_campaign(string command)
    {
        using AccountSession session = new();
        session.Set("id", session.NewBatch());
        session.Set("campaign", TestSandbox.CampaignId);
        session.Set("day", AccountSession.Tomorrow);

        Assert.Equal(TestSandbox.CampaignId, session.Script(command).Single().Get<string>("CampaignId"));
    }

    [Fact]
    public void List_of_batches_takes_the_campaign_of_a_batch()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        session.Set("id", id);

        Assert.Equal([id], session.Script("Get-RcBatch -CampaignId (Get-RcBatch $id)").NoErrors().Values<string>("Id"));
    }

    [Fact]
    public void List_is_what_an_import_made()
    {
        using AccountSession session = new();
        session.Set("id", session.NewBatch());
        session.WriteFile("people.csv", "Number\n+12025550130\n+12025550131\n");

        PSObject batch = session.Script("""
            $import = Import-RcRecipient people.csv -RecipientListName Guests
            Update-RcBatch $id -Message 'Doors open at nine' -RecipientListId $import -Force
            (Get-RcRecipientList $import.RecipientsListId).RecipientsAmount
            """).NoErrors().Output[0];

        Assert.Equal("MANUAL_MESSAGE_INPUT", batch.Get<string>("OperationType"));
        Assert.Equal(session.Script("$import.RecipientsListId").Single().ToString(), Assert.Single(batch.Get<string[]>("NamedRecipientsListIds")!));
    }

    [Fact]
    public void Dates_of_the_list_are_written_in_one_way_only()
    {
        using AccountSession session = new();

        CommandResult result = session.Script("Get-RcBatch -StartDateFrom 01.02.2027");

        Assert.StartsWith("ParameterArgumentTransformationError", Assert.Single(result.Errors.Append(result.Terminating).OfType<System.Management.Automation.ErrorRecord>()).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Requests);
    }
}
