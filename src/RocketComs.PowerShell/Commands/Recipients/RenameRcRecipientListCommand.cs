using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;
using RocketComs.Core.Rules;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Commands;

/// <summary>Renames a recipient list (<c>PATCH /v1/recipients/lists/{id}</c>). Of a piped list the one argument without a name is the new name.</summary>
[Cmdlet(VerbsCommon.Rename, "RcRecipientList", SupportsShouldProcess = true, DefaultParameterSetName = IdSet)]
[OutputType(typeof(RcRecipientList))]
public sealed class RenameRcRecipientListCommand : IdCommand
{
    private const string IdSet = "Id";
    private const string PipedSet = "Piped";

    /// <summary>Gets or sets the list: its id, or the object that has it. Where a list is piped, this place takes the new name.</summary>
    /// <remarks>PowerShell fills places before it knows of the pipeline, and would take any text in the first place for a name if that were one too.</remarks>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet)]
    [Parameter(Position = 0, ParameterSetName = PipedSet)]
    [Alias("RecipientListId")]
    [ArgumentCompleter(typeof(RecipientListCompleter))]
    public RecipientListReference? Id { get; set; }

    /// <summary>Gets or sets the new name.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = IdSet)]
    [Parameter(Position = 1, ParameterSetName = PipedSet)]
    [Alias("Name")]
    [AllowEmptyString]
    [OneText]
    public string? NewName { get; set; }

    /// <summary>Gets or sets the piped list: its id, or the object that has it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PipedSet, ValueFromPipeline = true)]
    public RecipientListReference? InputObject { get; set; }

    private protected override string IdParameter => InputObject is null ? nameof(Id) : nameof(InputObject);

    private protected override IdReference[] Ids => (InputObject ?? (IsPiped ? null : Id)) is { } list ? [list] : [];

    // No parameter set is chosen yet when the first of this is asked.
    private bool IsPiped => MyInvocation.ExpectingInput || InputObject is not null;

    /// <inheritdoc/>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        if (IsPiped && Id is not null)
        {
            if (NewName is not null || Guid.TryParse(Id.Value, out _))
            {
                throw new InvalidParameterException(
                    nameof(Id), Id.Value, $"-Id '{Id.Value}' was given, and a list was piped as well. Nothing was sent.", "Give the list in one way, and the new name as -NewName.");
            }

            NewName = Id.Value;
        }

        TextCheck.Require(nameof(NewName), NewName);
    }

    private protected override void CheckAll(IReadOnlyList<string> ids)
    {
        if (ids.Count > 1)
        {
            throw new InvalidParameterException(
                nameof(NewName),
                NewName,
                $"-NewName '{NewName}' was given for {ids.Count} lists; it is not documented whether lists can share a name. Nothing was sent.",
                "Rename one list at a time: ForEach-Object { Rename-RcRecipientList $_ -NewName ... }.");
        }
    }

    private protected override string NameOfWrite(string id) => $"the new name of recipient list {id}";

    private protected override Task ProcessIdAsync(string id) =>
        ConfirmChange($"recipient list {id} at {Authority}", $"Rename to '{NewName}'") ? RenameAsync(id, NewName!) : Task.CompletedTask;

    private async Task RenameAsync(string id, string name)
    {
        RcRecipientList list = await WriteAsync(
            sent => new RecipientListsClient(Transport).RenameAsync(id, name, sent, StopToken),
            NameOfWrite(id),
            $"Check its Name with 'Get-RcRecipientList {id}'.");
        WriteObject(list);
        if (!string.Equals(list.Name, name, StringComparison.Ordinal))
        {
            WriteWarning($"Name '{name}' was sent, but recipient list {id} shows {(string.IsNullOrEmpty(list.Name) ? "none" : $"'{list.Name}'")}.");
        }
    }
}
