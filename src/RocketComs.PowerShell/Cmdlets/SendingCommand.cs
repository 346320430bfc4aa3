using System.Management.Automation;
using RocketComs.Core.Errors;
using RocketComs.Core.Segments;
using RocketComs.Core.Sending;
using RocketComs.PowerShell.Binding;

namespace RocketComs.PowerShell.Cmdlets;

/// <summary>Base of the commands that send what recipients get and the user pays for: how it is counted, priced, limited and asked about.</summary>
public abstract class SendingCommand : ConnectedCmdlet, ISendsMessages
{
    // The campaign that each content goes to.
    private readonly Dictionary<string, string> _campaigns = new(StringComparer.Ordinal);

    /// <summary>Gets or sets whether URLs are sent as short links.</summary>
    [Parameter]
    [OnOrOff]
    public SwitchParameter ShortLink { get; set; }

    /// <summary>Gets or sets the length that a short link counts with. The platform does not publish it: the default is an assumption.</summary>
    [Parameter]
    [ValidateRange(1, 160)]
    [WholeNumber]
    public int ShortLinkLength { get; set; } = MeasureOptions.DefaultShortLinkLength;

    /// <summary>Gets or sets the price of a segment, for the cost in the question and in -WhatIf; without one, that of the connection.</summary>
    [Parameter]
    [ValidateRange(0d, 1_000_000d)]
    [PlainNumber]
    public decimal? PricePerSegment { get; set; }

    /// <summary>Gets or sets the most that all of the command may cost, with -Force too; without one, that of the connection. It needs a price.</summary>
    [Parameter]
    [ValidateRange(0d, 1_000_000_000d)]
    [PlainNumber]
    public decimal? MaxCost { get; set; }

    /// <summary>Gets or sets the most segments that all of the command may send, with -Force too.</summary>
    [Parameter]
    [ValidateRange(0L, long.MaxValue)]
    [WholeNumber]
    public long? MaxSegmentCount { get; set; }

    /// <summary>Gets or sets whether what went out to the campaign before may go out again.</summary>
    [Parameter]
    [OnOrOff]
    public SwitchParameter AllowRepeat { get; set; }

    /// <summary>
    /// Gets or sets whether the numbers are compared with the campaign's opt-outs, which the platform is asked for once a campaign and command: a
    /// number that is among them is an error (RC012). Who is on a recipient list RocketCOMS documents no call for.
    /// </summary>
    [Parameter]
    [OnOrOff]
    public SwitchParameter CheckOptOut { get; set; }

    /// <summary>Gets or sets whether to send without asking.</summary>
    [Parameter]
    [OnOrOff]
    public SwitchParameter Force { get; set; }

    /// <summary>Gets or sets the piped object. Every object lands here first, also one whose other values cannot be bound.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Piped]
    public PSObject? InputObject
    {
        get => Piped.Current;
        set => Piped.Bind(value);
    }

    /// <summary>Gets the count of what was piped and what was read.</summary>
    private protected PipedObjects Piped { get; } = new();

    /// <summary>Gets what reads each input.</summary>
    private protected InputReader Input { get; private set; } = null!;

    /// <summary>Finds the connection, and notes what was typed.</summary>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        Input = new InputReader(this, FullPath);
        Input.NoteTyped();
    }

    /// <summary>How what was given is sent.</summary>
    /// <exception cref="InvalidParameterException">There is a limit of the cost, and no price.</exception>
    private protected BatchSendOptions Options()
    {
        BatchSendOptions options = new()
        {
            CheckOptOut = CheckOptOut,
            Force = Force,
            AllowRepeat = AllowRepeat,
            Ceiling = new Ceiling(MaxCost ?? ActiveConnection.MaxCost, MaxSegmentCount),
            Currency = ActiveConnection.Currency,
            Measure = new MeasureOptions { ShortLink = ShortLink, ShortLinkLength = LengthOfShortLink(ShortLink, ShortLinkLength), PricePerSegment = PricePerSegment ?? ActiveConnection.PricePerSegment },
        };
        options.Ceiling.RequirePrice(options.Measure.PricePerSegment);
        return options;
    }

    /// <summary>Refuses a second campaign for one content: a campaign says where to, and nothing of what. Each one more would send the same to its people again.</summary>
    /// <param name="campaign">The id of the campaign, as it was piped.</param>
    /// <param name="content">What is sent, as it was typed.</param>
    /// <exception cref="InvalidParameterException">The content goes to another campaign.</exception>
    private protected void RefuseSecondCampaign(string campaign, string content)
    {
        if (!_campaigns.TryGetValue(content, out string? first))
        {
            _campaigns.Add(content, campaign);
        }
        else if (!string.Equals(first, campaign, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidParameterException(
                nameof(InputObject),
                value: null,
                $"Several campaigns were piped ({first}, {campaign}), and each would send the same. Nothing was sent.",
                "Pipe one campaign; for several make a table with the column CampaignId, a row for each, and what it sends: ExternalId and Path for batches, Number and Message for messages.");
        }
    }

    /// <summary>Sends all that was taken; what is more than allowed is one error, and nothing of it goes.</summary>
    /// <param name="send">Sends it.</param>
    private protected async Task SendAllAsync(Func<Task> send)
    {
        try
        {
            await send();
        }
        catch (CeilingExceededException exception)
        {
            Report(exception, target: null);
        }
    }
}
