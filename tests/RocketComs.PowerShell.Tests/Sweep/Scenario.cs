using System.Globalization;
using RocketComs.PowerShell.Tests.Harness;

namespace RocketComs.PowerShell.Tests.Sweep;

/// <summary>A command that writes, and how its effect is seen.</summary>
/// <param name="Command">The command.</param>
/// <param name="Script">How it is called. <c>$id</c> is a batch that can be updated, <c>$c</c> the campaign, <c>$day</c> a day to come.</param>
/// <param name="List">The list of the platform that shows the effect.</param>
/// <param name="Effects">How many effects there are between two states.</param>
internal sealed record Scenario(string Command, string Script, string List, Func<Before, SandboxState, int> Effects)
{
    private const string Batches = "v1/batches";
    private const string Messages = "v1/messages";
    private const string Templates = "v1/message-templates";
    private const string Recipients = "v1/recipients";
    private const string Lists = "v1/recipients/lists";

    private const string NewBatch = "-ExternalId sale-1 -StartDate $day -Force";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        Paid("New-RcBatch", "New-RcBatch $c ok.csv " + NewBatch, Batches, Created),
        Paid("New-RcBatch", "New-RcBatch $c big.csv -SkipValidation " + NewBatch, Batches, Created),
        Paid("New-RcBatch", "New-RcBatch $c ok.csv -CheckOptOut " + NewBatch, Batches, Created),
        Paid("New-RcBatch", "$rows | New-RcBatch -CampaignId $c " + NewBatch, Batches, Created),
        Paid("New-RcBatch", "New-RcBatch $c -MessageTemplateId $t -RecipientListId $l " + NewBatch, Batches, Created),
        Paid("New-RcBatch", "New-RcBatch $c -Message Hi -RecipientListId $l " + NewBatch, Batches, Created),
        Paid("New-RcBatch", "$plan | New-RcBatch -CampaignId $c -StartDate $day -Force", Batches, Created) with { Intents = 2 },
        new("New-RcBatch", "New-RcBatch $c ok.csv -Action Validate " + NewBatch, Batches, Created) { IsValidated = true },
        Paid("Update-RcBatch", "Update-RcBatch $id ok.csv -Force", Batches, Changed),
        Paid("Update-RcBatch", "Update-RcBatch $id ok.csv -ExternalId sale-2 -StartDate $day -Force", Batches, Changed),
        Paid("Update-RcBatch", "$rows | Update-RcBatch -Id $id -Force", Batches, Changed),
        Paid("Update-RcBatch", "Update-RcBatch $id -MessageTemplateId $t -RecipientListId $l -Force", Batches, Changed),
        Paid("Update-RcBatch", "Update-RcBatch $id -Message Hi -RecipientListId $l -Force", Batches, Changed),
        new("Update-RcBatch", "Update-RcBatch $id ok.csv -Action Validate -Description other", Batches, Changed) { IsValidated = true },
        new("Remove-RcBatch", "Remove-RcBatch $id -Force", Batches, Removed) { Emits = false },
        Paid("Send-RcMessage", "Send-RcMessage $c 12025550123 'Hi there' -Force", Messages, Created) with { Emits = false },
        Paid("Send-RcMessage", "$rows | Send-RcMessage -CampaignId $c -Force", Messages, Created) with { Intents = 3, Emits = false },
        new("Import-RcRecipient", "Import-RcRecipient people.csv", Recipients, Created) { ShowsEachTime = false },
        new("Import-RcRecipient", "Import-RcRecipient people.csv -RecipientListName VIP", Lists, Created),
        new("Import-RcRecipient", "Import-RcRecipient people.csv -BatchStrategy Override -Force", Recipients, Created) { ShowsEachTime = false },
        new("New-RcRecipientList", "New-RcRecipientList VIP $r", Lists, Created),
        new("Rename-RcRecipientList", "Rename-RcRecipientList $l Staff", Lists, Changed) { Changes = TestSandbox.ListId },
        new("Add-RcRecipientListMember", "Add-RcRecipientListMember $l $r", Lists, Changed) { Changes = TestSandbox.ListId, Emits = false },
        new("Add-RcRecipientListMember", "Add-RcRecipientListMember $l $r -PassThru", Lists, Changed) { Changes = TestSandbox.ListId },
        new("Remove-RcRecipientListMember", "Remove-RcRecipientListMember $l $first", Lists, Changed) { Changes = TestSandbox.ListId, Emits = false },
        new("New-RcMessageTemplate", "New-RcMessageTemplate Summer 'Hot days'", Templates, Created),
        new("Set-RcMessageTemplate", "Set-RcMessageTemplate $t -Name Other -Confirm:$false", Templates, Changed) { Changes = TestSandbox.TemplateId },
        new("Invoke-RcRequest", "Invoke-RcRequest v1/recipients/lists -Method POST -Body @{ name = 'VIP' }", Lists, Created),
        new("Invoke-RcRequest", "Invoke-RcRequest v1/recipients/lists/$l -Method PATCH -Body @{ name = 'Staff' } -Raw", Lists, Changed) { Changes = TestSandbox.ListId },
        Paid("Invoke-RcRequest", "Invoke-RcRequest v1/messages/outgoing -Method POST -Body @{ campaignId = $c; destinationNumber = '12025550123'; message = 'Hi'; shortlink = $false } -Force", Messages, Created),
        Paid("Invoke-RcRequest", "Invoke-RcRequest v1/batches/$id -Method PATCH -Query @{ action = 'SCHEDULE'; operationType = 'CSV_FILE' } -Form @{ file = [IO.FileInfo]$ok } -Force", Batches, Changed),
        new("Invoke-RcRequest", "Invoke-RcRequest v1/batches/$id -Method DELETE -Force", Batches, Removed) { Emits = false },
        new("Test-RcAccount", "Test-RcAccount -ProbeCampaign $c -ProbeNumber 12025550123 -Force", Batches, Created) { LeavesNothing = true, Intents = 0, IsValidated = true },
    ];

    /// <summary>Gets how many effects the user wants.</summary>
    public int Intents { get; init; } = 1;

    /// <summary>Gets whether the same command again must not do it again, whatever became of the first.</summary>
    public bool IsGuarded { get; init; }

    /// <summary>Gets whether what is done is emitted.</summary>
    public bool Emits { get; init; } = true;

    /// <summary>Gets whether nothing may be scheduled by it.</summary>
    public bool IsValidated { get; init; }

    /// <summary>Gets whether what it makes is gone when it ends, and what is not is named.</summary>
    public bool LeavesNothing { get; init; }

    /// <summary>Gets whether a second carrying out shows in the list as the first one does.</summary>
    public bool ShowsEachTime { get; init; } = true;

    /// <summary>Gets what is changed; <see langword="null"/> for the batch of the run.</summary>
    public string? Changes { get; init; }

    /// <summary>When the platform made the effects between two states; none for what is gone.</summary>
    public IReadOnlyList<DateTimeOffset> Moments(Before before, SandboxState now) =>
        [.. (Effects == Created ? now.NewSince(before.State).Select(item => (string?)item["createdAt"]) : [now.Field(before.Id, "updatedAt")])
            .Where(time => time is not null && Effects(before, now) > 0).Select(time => DateTimeOffset.Parse(time!, CultureInfo.InvariantCulture))];

    private static Scenario Paid(string command, string script, string list, Func<Before, SandboxState, int> effects) => new(command, script, list, effects) { IsGuarded = true };

    private static int Created(Before before, SandboxState now) => now.NewSince(before.State).Count;

    private static int Changed(Before before, SandboxState now) => now.IsChangedSince(before.State, before.Id) ? 1 : 0;

    private static int Removed(Before before, SandboxState now) => now.IsGoneSince(before.State, before.Id) ? 1 : 0;
}

/// <summary>How it was before a command.</summary>
/// <param name="State">What the platform held.</param>
/// <param name="Id">The object that is changed or removed.</param>
internal sealed record Before(SandboxState State, string Id);
