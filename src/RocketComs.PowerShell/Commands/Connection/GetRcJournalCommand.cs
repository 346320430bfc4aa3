using System.Management.Automation;
using RocketComs.Core.Errors;
using RocketComs.Core.Journal;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;

namespace RocketComs.PowerShell.Commands;

/// <summary>Gets what the journal says of the writes of this module: a line before each goes, and one when it has ended. No connection is needed.</summary>
[Cmdlet(VerbsCommon.Get, "RcJournal")]
[OutputType(typeof(RcJournalEntry))]
public sealed class GetRcJournalCommand : RcCmdlet
{
    /// <summary>Gets or sets the file; without one, that of this session.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Gets or sets the batch: an id or a batch.</summary>
    [Parameter]
    public BatchReference? BatchId { get; set; }

    /// <summary>Gets or sets the campaign: an id or a campaign.</summary>
    [Parameter]
    public CampaignReference? CampaignId { get; set; }

    /// <summary>Gets or sets the caller's own reference; wildcards are taken.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string? ExternalId { get; set; }

    /// <summary>Gets or sets the moment after which a line must have been written; without a zone, in local time.</summary>
    [Parameter]
    [Moment]
    public DateTimeOffset? After { get; set; }

    /// <summary>Gets or sets the outcomes.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public RcJournalOutcome[]? Outcome { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync()
    {
        if ((Path is null ? JournalLocation.Find() : FullPath(Path)) is not { } path)
        {
            WriteWarning("There is no journal: ROCKETCOMS_JOURNAL is 'off'.");
            return;
        }

        if (Path is not null && !File.Exists(path) && !Directory.Exists(path))
        {
            throw new BatchFileException(path, $"There is no file '{path}'.", "Check the path; it is relative to the current location.");
        }

        InvalidParameterException.ThrowIfNotUuid(nameof(BatchId), BatchId?.Value);
        InvalidParameterException.ThrowIfNotUuid(nameof(CampaignId), CampaignId?.Value);
        JournalFile file = new(path);
        IReadOnlyList<RcJournalEntry> entries = await file.ReadAsync(StopToken);
        if (Path is not null && entries.Count == 0)
        {
            WriteWarning($"'{path}' holds no line of a journal.");
        }
        else if (file.Damage is { } damage)
        {
            WriteWarning(damage);
        }

        WildcardPattern? reference = ExternalId is null ? null : WildcardPattern.Get(ExternalId, WildcardOptions.IgnoreCase);
        foreach (RcJournalEntry entry in entries)
        {
            if (IsAny(BatchId, entry.BatchId) && IsAny(CampaignId, entry.CampaignId)
                && (reference is null || (entry.ExternalId is { } text && reference.IsMatch(text)))
                && !(entry.Time <= After)
                && Outcome?.Contains(entry.Outcome) != false)
            {
                WriteObject(entry);
            }
        }
    }

    private static bool IsAny(IdReference? asked, string? id) => asked is null || string.Equals(asked.Value, id, StringComparison.OrdinalIgnoreCase);
}
