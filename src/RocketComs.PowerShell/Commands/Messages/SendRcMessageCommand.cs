using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Segments;
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
public sealed class SendRcMessageCommand : ConnectedCmdlet
{
    private readonly PipedObjects _piped = new();
    private MessageSender _sender = null!;
    private InputReader _input = null!;

    /// <summary>Gets or sets the campaign: its id, or an object of it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public CampaignReference CampaignId { get; set; } = null!;

    /// <summary>Gets or sets the recipient's number: 10 to 15 digits, with or without <c>+</c>.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("MobileNumber", "Mobile", "Phone", "PhoneNumber", "Recipient", "RecipientNumber", "To")]
    [AsItCame]
    public TextValue? Number { get; set; }

    /// <summary>Gets or sets the text. <c>\n</c> is a line break, and a real one is sent as that pair.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [Alias("Text", "MessageText", "Content", "MessageContent", "Body")]
    [AsItCame]
    public TextValue? Message { get; set; }

    /// <summary>Gets or sets whether URLs are sent as short links.</summary>
    [Parameter]
    public SwitchParameter ShortLink { get; set; }

    /// <summary>Gets or sets the length that a short link counts with. The platform does not publish it: the default is an assumption.</summary>
    [Parameter]
    [ValidateRange(1, 160)]
    public int ShortLinkLength { get; set; } = MeasureOptions.DefaultShortLinkLength;

    /// <summary>Gets or sets the price of a segment, for the cost in the question and in -WhatIf.</summary>
    [Parameter]
    [ValidateRange(0d, 1_000_000d)]
    [PriceText]
    public decimal? PricePerSegment { get; set; }

    /// <summary>Gets or sets whether the number is compared with the campaign's opt-outs, which the platform is asked for once a campaign and command.</summary>
    [Parameter]
    public SwitchParameter CheckOptOut { get; set; }

    /// <summary>Gets or sets the most that all of the command may cost; it needs a price of a segment.</summary>
    [Parameter]
    [ValidateRange(0d, 1_000_000_000d)]
    [PriceText]
    public decimal? MaxCost { get; set; }

    /// <summary>Gets or sets the most segments that all of the command may send.</summary>
    [Parameter]
    [ValidateRange(0L, long.MaxValue)]
    public long? MaxSegmentCount { get; set; }

    /// <summary>Gets or sets whether a message that went out before, the same text to the same number, may go out again.</summary>
    [Parameter]
    public SwitchParameter AllowRepeat { get; set; }

    /// <summary>Gets or sets whether to send without asking.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gets or sets the piped object. Every object lands here first.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject
    {
        get => _piped.Current;
        set => _piped.Bind(value);
    }

    /// <inheritdoc/>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        BatchSendOptions options = new()
        {
            CheckOptOut = CheckOptOut,
            Force = Force,
            AllowRepeat = AllowRepeat,
            Ceiling = new Ceiling(MaxCost ?? ActiveConnection.MaxCost, MaxSegmentCount),
            Currency = ActiveConnection.Currency,
            Measure = new MeasureOptions { ShortLink = ShortLink, ShortLinkLength = ShortLinkLength, PricePerSegment = PricePerSegment ?? ActiveConnection.PricePerSegment },
        };
        options.Ceiling.RequirePrice(options.Measure.PricePerSegment);
        _sender = new MessageSender(Transport, options, SendingHost, Guard, TimeProvider.System);
        _input = new InputReader(this, FullPath);
        _input.NoteTyped();
        InvalidParameterException.ThrowIfNotUuid(nameof(CampaignId), _input.Typed<string>(nameof(CampaignId)));
    }

    /// <summary>
    /// Takes the message and checks it. Nothing is sent before the whole input has been read: a list of messages on the platform would grow by what
    /// is sent while it is read.
    /// </summary>
    protected override async Task ProcessRecordAsync()
    {
        _piped.Read();
        MessageDraft draft = new(string.Empty, string.Empty, string.Empty, ShortLink);
        try
        {
            RefuseOtherKinds();
            _input.Read(InputObject, ParameterSetName);
            draft = new MessageDraft(
                _input.Value<string>(nameof(CampaignId)) ?? string.Empty,
                (_input.Value<string>(nameof(Number)) ?? string.Empty).Trim(),
                _input.Value<string>(nameof(Message)) ?? string.Empty,
                ShortLink);
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
        _piped.RequireAny(this, "message", "Nothing was sent.");
        _piped.RequireAllRows(this, "Nothing was sent.");
        try
        {
            await _sender.SendAllAsync((draft, exception) => Report(exception, Target(exception, draft)), StopToken);
        }
        catch (CeilingExceededException exception)
        {
            Report(exception, target: null);
        }
    }

    // Who has opted out, or was written to before, has a number too; that is no reason to write to them.
    private void RefuseOtherKinds()
    {
        if (ModuleTypes.NameOf(InputObject) is { } kind and not nameof(RcBatchRow))
        {
            throw new InvalidParameterException(
                nameof(InputObject),
                InputObject,
                $"A {kind} was piped, which is not a message to send. Nothing was sent for it.",
                "Choose what is meant with Select-Object: Number and Message.");
        }
    }

    // The value at fault, where one is; else whom the message was for.
    private static string Target(RocketComsException exception, MessageDraft draft) =>
        exception is InvalidParameterException { ParameterName: not "Number", Value: string value } ? value : draft.Number;
}
