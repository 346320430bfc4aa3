using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Commands;

/// <summary>Base of the commands that change who is on a recipient list.</summary>
/// <remarks>Whether a batch that is scheduled takes its list as it was then or as it is when it goes out is not documented.</remarks>
public abstract class RecipientListMemberCommand : RecipientsCommand
{
    private static readonly string[] s_lists = ["RecipientListId", "RecipientsListId"];

    /// <summary>Gets or sets the list: its id, or the object that has it.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(RecipientListCompleter))]
    public RecipientListReference RecipientListId { get; set; } = null!;

    /// <summary>Gets or sets the recipients: ids, or the objects that have them. All of one command become one request.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [TypedText]
    public object?[]? RecipientId { get; set; } = [];

    /// <summary>Gets or sets whether the list is read back and emitted.</summary>
    [Parameter]
    [OnOrOff]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Gets what is done, for the question: "Add".</summary>
    private protected abstract string Action { get; }

    /// <summary>Gets who comes onto the list.</summary>
    private protected virtual IReadOnlyList<string> Added => [];

    /// <summary>Gets who goes off the list.</summary>
    private protected virtual IReadOnlyList<string> Removed => [];

    private protected override object?[]? Given => RecipientId;

    /// <inheritdoc/>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        InvalidParameterException.ThrowIfNotUuid(nameof(RecipientListId), RecipientListId.Value);
    }

    private protected override void CheckPiped(PSObject piped)
    {
        base.CheckPiped(piped);
        if (s_lists.Select(name => piped.Properties[name]).FirstOrDefault(property => property is not null && !Cell.IsEmpty(property.Value)) is { } column
            && !string.Equals(Cell.Show(column.Value).Trim(), RecipientListId.Value, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidParameterException(
                nameof(RecipientListId),
                piped,
                $"-RecipientListId {RecipientListId.Value} was given, and a piped object has the {column.Name} '{Cell.Show(column.Value)}'. Nothing was sent.",
                "Pipe the recipients of one list at a time, or leave out the column with Select-Object.");
        }
    }

    private protected override Task SendAsync()
    {
        string id = RecipientListId.Value;
        if (RecipientIds.Count == 0)
        {
            WriteVerbose($"No recipients were given; nothing was sent for recipient list {id}.");
            return Task.CompletedTask;
        }

        return ConfirmChange($"recipient list {id} at {Authority}", $"{Action} {RecipientCount}") ? ReportingAsync(id, () => ChangeAsync(id)) : Task.CompletedTask;
    }

    private async Task ChangeAsync(string id)
    {
        RecipientListsClient lists = new(Transport);
        await WriteAsync(
            sent => lists.ChangeMembersAsync(id, Added, Removed, sent, StopToken),
            $"the members of recipient list {id}",
            $"Check its UpdatedAt and RecipientsAmount with 'Get-RcRecipientList {id}'.");
        if (PassThru)
        {
            WriteObject(await lists.ReadBackAsync(id, StopToken));
        }
    }
}
