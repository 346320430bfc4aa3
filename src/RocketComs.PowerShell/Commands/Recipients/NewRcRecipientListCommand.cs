using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Rules;
using RocketComs.PowerShell.Binding;

namespace RocketComs.PowerShell.Commands;

/// <summary>Creates a recipient list of recipients that are there already (<c>POST /v1/recipients/lists</c>).</summary>
/// <remarks>Whether two lists can have one name is not documented.</remarks>
[Cmdlet(VerbsCommon.New, "RcRecipientList", SupportsShouldProcess = true)]
[OutputType(typeof(RcRecipientList))]
public sealed class NewRcRecipientListCommand : RecipientsCommand
{
    /// <summary>Gets or sets the name.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [AllowEmptyString]
    [OneText]
    public string Name { get; set; } = string.Empty;

    /// <summary>Gets or sets the recipients: ids, or the objects that have them. Without any, the list is empty; a pipe that brings none is refused.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true)]
    [TypedText]
    public object?[]? RecipientId { get; set; } = [];

    private protected override object?[]? Given => RecipientId;

    /// <inheritdoc/>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        TextCheck.Require(nameof(Name), Name);
    }

    private protected override Task SendAsync()
    {
        if (MyInvocation.ExpectingInput && RecipientIds.Count == 0)
        {
            throw new InvalidParameterException(
                nameof(RecipientId), null, $"No recipient came through the pipeline for recipient list '{Name}'. Nothing was sent.", "Leave the pipe out to create an empty list.");
        }

        return ConfirmChange($"recipient list '{Name}' at {Authority}", $"Create with {RecipientCount}") ? ReportingAsync(Name, CreateAsync) : Task.CompletedTask;
    }

    private async Task CreateAsync()
    {
        RcRecipientList list = await WriteAsync(
            sent => new RecipientListsClient(Transport).CreateAsync(Name, RecipientIds, sent, StopToken),
            $"recipient list '{Name}'",
            "Look for it with Get-RcRecipientList before you create it again.");
        WriteObject(list);
        if (list.RecipientsAmount is { } amount && amount != RecipientIds.Count)
        {
            WriteWarning($"{RecipientCount} sent, but recipient list {list.Id} shows {amount}.");
        }
    }
}
