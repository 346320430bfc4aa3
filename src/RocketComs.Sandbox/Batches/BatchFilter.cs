using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Batches;

/// <summary>The documented filters of the list of batches.</summary>
internal sealed class BatchFilter
{
    // As documented, CREATED cannot be asked for, although batches have it.
    private static readonly string[] s_statuses = [ApiWords.Completed, ApiWords.Uploading, ApiWords.Error, ApiWords.Pending, ApiWords.InProcess];

    private readonly DateTime? _startDateFrom;
    private readonly DateTime? _startDateTo;
    private readonly DateTime? _endDateFrom;
    private readonly DateTime? _endDateTo;
    private readonly string? _campaignId;
    private readonly string? _status;

    public BatchFilter(RcSandboxRequest request)
    {
        _startDateFrom = Date(request, "startDateFrom");
        _startDateTo = Date(request, "startDateTo");
        _endDateFrom = Date(request, "endDateFrom");
        _endDateTo = Date(request, "endDateTo");
        _campaignId = Checked.Id("campaignId", request.Query("campaignId")) is { } id ? ApiFormat.Id(id) : null;
        _status = Checked.OneOf("status", request.Query("status"), s_statuses);
    }

    /// <summary>Whether a batch matches. One without an end date matches no end date filter.</summary>
    public bool Lets(StoredBatch batch, BatchLife life)
    {
        BatchContent content = batch.Content;
        return (_startDateFrom is null || content.StartDate >= _startDateFrom)
            && (_startDateTo is null || content.StartDate <= _startDateTo)
            && (_endDateFrom is null || content.EndDate >= _endDateFrom)
            && (_endDateTo is null || content.EndDate <= _endDateTo)
            && (_campaignId is null || content.CampaignId == _campaignId)
            && (_status is null || life.Status == _status);
    }

    private static DateTime? Date(RcSandboxRequest request, string name) => Checked.Date(name, request.Query(name));
}
