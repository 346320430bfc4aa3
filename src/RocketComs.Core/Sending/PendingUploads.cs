using RocketComs.Core.Csv;

namespace RocketComs.Core.Sending;

/// <summary>The rows of a pipeline, which become one upload a batch at its end.</summary>
public sealed class PendingUploads : IDisposable
{
    private readonly List<Upload> _uploads = [];
    private readonly Dictionary<string, Upload> _byId = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the rows of each batch, in the order in which the batches first appeared, with all campaigns that rows name beside it.</summary>
    public IEnumerable<(BatchTarget Target, RowsSource Rows)> Rows => _uploads.Select(upload => (upload.Target with { CampaignIds = upload.Campaigns }, upload.Rows));

    /// <summary>Adds a row to its batch.</summary>
    public void AddRow(BatchTarget target, string? number, string? message)
    {
        if (!_byId.TryGetValue(target.Id, out Upload? upload))
        {
            upload = new Upload(target);
            _byId.Add(target.Id, upload);
            _uploads.Add(upload);
        }

        upload.Campaigns.UnionWith(target.CampaignIds);
        upload.Rows.Add(number, message);
    }

    /// <inheritdoc/>
    public void Dispose() => _uploads.ForEach(static upload => upload.Rows.Dispose());

    private sealed class Upload(BatchTarget target)
    {
        public BatchTarget Target => target;

        public RowsSource Rows { get; } = new();

        public HashSet<string> Campaigns { get; } = new(StringComparer.OrdinalIgnoreCase);
    }
}
