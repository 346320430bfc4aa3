using RocketComs.Core.Csv;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Sending;

/// <summary>The rows of a pipeline, which become one upload a batch at its end.</summary>
public sealed class PendingUploads : IDisposable
{
    private readonly List<Upload> _uploads = [];
    private readonly Dictionary<string, Upload> _byId = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the rows of each batch, in the order in which the batches first appeared.</summary>
    public IEnumerable<(BatchTarget Target, RowsSource Rows)> Rows => _uploads.Select(upload => (upload.Target, upload.Rows));

    /// <summary>Adds a row to its batch.</summary>
    /// <exception cref="InvalidParameterException">Rows of one batch name two campaigns.</exception>
    public void AddRow(BatchTarget target, string? number, string? message)
    {
        if (!_byId.TryGetValue(target.Id, out Upload? upload))
        {
            upload = new Upload(target);
            _byId.Add(target.Id, upload);
            _uploads.Add(upload);
        }

        upload.Target = target.CampaignId is { } named && !string.Equals(named, upload.Target.CampaignId, StringComparison.OrdinalIgnoreCase) ? OfCampaign(upload.Target, named) : upload.Target;
        upload.Rows.Add(number, message);
    }

    /// <inheritdoc/>
    public void Dispose() => _uploads.ForEach(static upload => upload.Rows.Dispose());

    private static BatchTarget OfCampaign(BatchTarget target, string named) => target.CampaignId is not { } other ? target with { CampaignId = named } : throw new InvalidParameterException(
        nameof(target.CampaignId),
        named,
        $"Rows for batch {target.Id} name campaign {named}, and others {other}. Nothing was sent for it.",
        "Give the rows of each campaign to a batch of its own; leave the column out with Select-Object if it says something else.");

    private sealed class Upload(BatchTarget target)
    {
        public BatchTarget Target { get; set; } = target;

        public RowsSource Rows { get; } = new();
    }
}
