using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Sending;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Commands;

/// <summary>
/// Sends single messages, one request each (<c>POST /v1/messages/outgoing</c>). It costs money, so it asks first; a failure of one message
/// does not keep the others back.
/// </summary>
/// <remarks>
/// The platform answers without an id, so nothing is emitted: <c>Get-RcMessage -CampaignId $c -SingleOnly</c> finds the messages. What the
/// platform does with a number that has opted out is not documented; <c>-CheckOptOut</c> refuses it here.
/// </remarks>
[Cmdlet(VerbsCommunications.Send, "RcMessage", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class SendRcMessageCommand : SendingCommand
{
    private MessageSender _sender = null!;

    /// <summary>Gets or sets the campaign: its id, or an object of it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Column(ColumnKind.Campaign)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public object? CampaignId { get; set; }

    /// <summary>Gets or sets the recipient's number: 10 to 15 digits, with or without <c>+</c>.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("MobileNumber", "Mobile", "Phone", "PhoneNumber", "Recipient", "RecipientNumber", "To")]
    [Column(ColumnKind.Text)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? Number { get; set; }

    /// <summary>Gets or sets the text. <c>\n</c> is a line break, and a real one is sent as that pair.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [Alias("Text", "MessageText", "Content", "MessageContent", "Body")]
    [Column(ColumnKind.Text)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? Message { get; set; }

    /// <inheritdoc/>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        _sender = new MessageSender(Transport, Options(), SendingHost, Guard, TimeProvider.System);
        InvalidParameterException.ThrowIfNotUuid(nameof(CampaignId), Input.Typed<string>(nameof(CampaignId)));
    }

    /// <summary>
    /// Takes the message and checks it. Nothing is sent before the whole input has been read: a list of messages on the platform would grow by what
    /// is sent while it is read.
    /// </summary>
    protected override async Task ProcessRecordAsync()
    {
        Piped.Read();
        MessageDraft draft = new(string.Empty, string.Empty, string.Empty, ShortLink);
        try
        {
            RefuseOtherKinds();
            Input.Read(InputObject, ParameterSetName);
            draft = new MessageDraft(
                Input.Value<string>(nameof(CampaignId)) ?? string.Empty,
                (Input.Value<string>(nameof(Number)) ?? string.Empty).Trim(),
                Input.Value<string>(nameof(Message)) ?? string.Empty,
                ShortLink);
            if (Input.Piped(nameof(CampaignId)) is not null && Input.IsTyped(nameof(Number)))
            {
                RefuseSecondCampaign(draft.CampaignId, draft.Message);
            }

            await _sender.AddAsync(draft, StopToken);
        }
        catch (RocketComsException exception) when (exception is not InvalidParameterException { ParameterName: nameof(InputObject), Value: null })
        {
            Report(exception, Target(exception, draft));
        }
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync()
    {
        Piped.RequireAny(this, "message", "Nothing was sent.");
        Piped.RequireAllRows(this, "Nothing was sent.");
        await SendAllAsync(() => _sender.SendAllAsync((draft, exception) => Report(exception, Target(exception, draft)), StopToken));
    }

    // Who has opted out, or was written to before, has a number too; that is no reason to write to them.
    private void RefuseOtherKinds()
    {
        if (ModuleTypes.NameOf(InputObject) is { } kind and not nameof(RcBatchRow))
        {
            throw kind == nameof(RcOptOut) ? PipedKinds.OptOut(InputObject!) : new InvalidParameterException(
                nameof(InputObject),
                InputObject,
                $"A {kind} was piped, which is not a message to send. Nothing was sent for it.",
                "Choose what is meant with Select-Object: Number and Message.");
        }
    }

    // The value at fault, where one is; else whom the message was for, or the input that does not say so.
    private object? Target(RocketComsException exception, MessageDraft draft) => exception switch
    {
        InvalidParameterException { ParameterName: not nameof(Number), Value: { } value } => value,
        InvalidParameterException { Value: PSObject input } => input,
        _ => draft.Number.Length > 0 ? (object)draft.Number : InputObject,
    };
}
