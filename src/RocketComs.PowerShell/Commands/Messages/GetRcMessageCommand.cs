using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.Core.Sending;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Commands;

/// <summary>Gets messages by id, or searches for them page by page as they are asked for (<c>GET /v1/messages</c>).</summary>
/// <remarks>
/// Messages of batches are found here too, with other statuses than <c>Get-RcBatchMessage</c> shows, and without the id of their batch. The
/// documentation does not say in which time zone <c>-From</c> and <c>-To</c> are.
/// </remarks>
[Cmdlet(VerbsCommon.Get, "RcMessage", DefaultParameterSetName = ListSet)]
[OutputType(typeof(RcMessage))]
public sealed class GetRcMessageCommand : LookupCommand<MessageReference>
{
    /// <summary>Gets or sets the campaign: its id, or an object of it.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    [ValidateNotNull]
    public CampaignReference? CampaignId { get; set; }

    /// <summary>Gets or sets the batch: its id, or the batch itself.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(BatchCompleter))]
    [ValidateNotNull]
    public BatchReference? BatchId { get; set; }

    /// <summary>Gets or sets the first day on which the messages were sent.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [IsoDate]
    [ValidateNotNull]
    public DateTime? From { get; set; }

    /// <summary>Gets or sets the last day on which they were sent.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [IsoDate]
    [ValidateNotNull]
    public DateTime? To { get; set; }

    /// <summary>Gets or sets the status: PENDING, IN_PROCESS, CANCELED, SENT, DELIVERED or FAILED.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(MessageStatusCompleter))]
    public string? Status { get; set; }

    /// <summary>Gets or sets whether only messages that belong to no batch are got.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [OnOrOff]
    public SwitchParameter SingleOnly { get; set; }

    /// <summary>Gets or sets the field that the platform sorts by, such as <c>CreatedAt</c>.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(MessageFieldCompleter))]
    public string? SortBy { get; set; }

    /// <summary>Gets or sets the direction of sorting.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateSet("Asc", "Desc")]
    public string? SortDir { get; set; }

    private MessagesClient Messages => new(Transport);

    private protected override async Task ProcessIdAsync(string id) => WriteObject(await Messages.GetAsync(id, StopToken));

    private protected override async Task ListAsync()
    {
        MessageFilter filter = new()
        {
            CampaignId = CampaignId?.Value,
            BatchId = BatchId?.Value,
            From = From,
            To = To,
            Status = Status,
            SingleOnly = SingleOnly ? true : null,
        };
        filter.Check();
        IAsyncEnumerable<RcMessage> messages = Messages.ListAsync(filter, Sorting.Query(SortBy, SortDir), StopToken);
        await foreach (RcMessage message in SingleOnly ? new UnknownOutcomes(Guard, SendingHost, TimeProvider.System).FollowUpAsync(messages, StopToken) : messages)
        {
            WriteObject(message);
        }
    }
}
