using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Sending;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Commands;

/// <summary>Gets batches by id, or lists them page by page as they are asked for.</summary>
[Cmdlet(VerbsCommon.Get, "RcBatch", DefaultParameterSetName = ListSet)]
[OutputType(typeof(RcBatch))]
public sealed class GetRcBatchCommand : BatchIdCommand
{
    private const string ListSet = "List";
    private const string CampaignSet = "Campaign";

    /// <summary>
    /// Gets or sets the campaign: an id, a campaign, or an object of a campaign such as a batch. A filter that is given but empty is refused: it
    /// would let everything through.
    /// </summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    [ValidateNotNull]
    public CampaignReference? CampaignId { get; set; }

    /// <summary>Gets or sets a campaign from the pipeline, which could be a batch by nothing but its type.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CampaignSet, ValueFromPipeline = true)]
    public RcCampaign? InputObject { get; set; }

    /// <summary>
    /// Gets or sets the references that batches were given, with wildcards. The server knows no filter for them: all batches which the other filters
    /// let through are read.
    /// </summary>
    [Parameter(ParameterSetName = ListSet)]
    [Parameter(ParameterSetName = CampaignSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? ExternalId { get; set; }

    /// <summary>
    /// Gets or sets the status. The server knows no filter for CREATED: that one is filtered here, so that all batches which the other
    /// filters let through are read.
    /// </summary>
    [Parameter(ParameterSetName = ListSet)]
    [Parameter(ParameterSetName = CampaignSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BatchStatusCompleter))]
    public string? Status { get; set; }

    /// <summary>Gets or sets the earliest start date.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Parameter(ParameterSetName = CampaignSet)]
    [IsoDate]
    [ValidateNotNull]
    public DateTime? StartDateFrom { get; set; }

    /// <summary>Gets or sets the latest start date.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Parameter(ParameterSetName = CampaignSet)]
    [IsoDate]
    [ValidateNotNull]
    public DateTime? StartDateTo { get; set; }

    /// <summary>Gets or sets the earliest end date.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Parameter(ParameterSetName = CampaignSet)]
    [IsoDate]
    [ValidateNotNull]
    public DateTime? EndDateFrom { get; set; }

    /// <summary>Gets or sets the latest end date.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Parameter(ParameterSetName = CampaignSet)]
    [IsoDate]
    [ValidateNotNull]
    public DateTime? EndDateTo { get; set; }

    /// <summary>Gets or sets the field that the platform sorts by, such as <c>StartDate</c>.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Parameter(ParameterSetName = CampaignSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BatchFieldCompleter))]
    public string? SortBy { get; set; }

    /// <summary>Gets or sets the direction of sorting.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Parameter(ParameterSetName = CampaignSet)]
    [ValidateSet("Asc", "Desc")]
    public string? SortDir { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync() => ParameterSetName == IdSet ? base.ProcessRecordAsync() : ListAsync();

    private protected override async Task ProcessBatchAsync(string id) => WriteObject(await SeeBatchAsync(id));

    private async Task ListAsync()
    {
        CampaignReference? campaign = InputObject is null ? CampaignId : new CampaignReference(InputObject);
        InvalidParameterException.ThrowIfNotUuid(nameof(CampaignId), campaign?.For(nameof(CampaignId)));
        if (Status is not null && !BatchStatuses.IsOneOf(Status, BatchStatuses.Documented))
        {
            throw new InvalidParameterException(
                nameof(Status), Status, $"RocketCOMS documents no batch status '{Status}'.", $"Give one of {string.Join(", ", BatchStatuses.Documented)}, or leave -Status out.");
        }

        bool isCreated = string.Equals(Status, BatchesClient.CreatedStatus, StringComparison.OrdinalIgnoreCase);
        BatchFilter filter = new()
        {
            CampaignId = campaign?.Value,
            Status = isCreated ? null : Status,
            StartDateFrom = StartDateFrom,
            StartDateTo = StartDateTo,
            EndDateFrom = EndDateFrom,
            EndDateTo = EndDateTo,
        };
        Wildcards? references = Wildcards.Of(ExternalId);
        UnknownOutcomes unknown = new(Guard, SendingHost, TimeProvider.System);
        await foreach (RcBatch batch in Batches.ListAsync(filter, Sorting.Query(SortBy, SortDir), StopToken))
        {
            if ((!isCreated || string.Equals(batch.Status, BatchesClient.CreatedStatus, StringComparison.OrdinalIgnoreCase)) && references?.IsMatch(batch.ExternalId) != false)
            {
                await unknown.FollowUpAsync(batch, StopToken);
                WriteObject(batch);
            }
        }
    }
}
