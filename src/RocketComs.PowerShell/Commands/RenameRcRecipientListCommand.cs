using System;
using System.Management.Automation;
using System.Threading.Tasks;
using RocketComs.Core.Batches;
using RocketComs.Core.Lookups;
using RocketComs.PowerShell.Common;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Commands;

/// <summary>Renames a recipient list (<c>PATCH /v1/recipients/lists/{id}</c>).</summary>
[Cmdlet(VerbsCommon.Rename, "RcRecipientList", SupportsShouldProcess = true)]
[OutputType(typeof(RcRecipientList))]
public sealed class RenameRcRecipientListCommand : WriteCommand
{
    /// <summary>Gets or sets the list: its id, or the object that has it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("RecipientListId")]
    [ArgumentCompleter(typeof(RecipientListCompleter))]
    public RecipientListReference Id { get; set; } = null!;

    /// <summary>Gets or sets the new name.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("Name")]
    [AllowEmptyString]
    public string NewName { get; set; } = string.Empty;

    /// <inheritdoc/>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        TextRules.Require(nameof(NewName), NewName);
    }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync()
    {
        string id = Id.Value;
        DraftRules.CheckId(nameof(Id), id);
        return ShouldProcess($"recipient list {id} at {Authority}", $"Rename to '{NewName}'") ? ReportingAsync(id, () => RenameAsync(id)) : Task.CompletedTask;
    }

    private async Task RenameAsync(string id)
    {
        RcRecipientList list = await WriteAsync(
            sent => new RecipientListsClient(Transport).RenameAsync(id, NewName, sent, StopToken),
            $"Stopped while recipient list {id} was being renamed: whether it was is not known. 'Get-RcRecipientList {id}' tells by its Name.");
        WriteObject(list);
        if (!string.Equals(list.Name, NewName, StringComparison.Ordinal))
        {
            WriteWarning($"Name '{NewName}' was sent, but recipient list {id} shows {(string.IsNullOrEmpty(list.Name) ? "none" : $"'{list.Name}'")}.");
        }
    }
}
