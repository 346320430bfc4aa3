using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Batches;

/// <summary>What the caller has said about a batch: all that an update can change, and the campaign.</summary>
internal sealed record BatchContent
{
    public string CampaignId { get; init; } = string.Empty;

    public string ExternalId { get; init; } = string.Empty;

    public string? Description { get; init; }

    public DateTime StartDate { get; init; }

    public DateTime? EndDate { get; init; }

    public TimeSpan? StartTime { get; init; }

    public TimeSpan? EndTime { get; init; }

    public bool ShortLink { get; init; }

    public string OperationType { get; init; } = ApiWords.CsvFile;

    public CsvInspection? File { get; init; }

    public string? MessageTemplateId { get; init; }

    public IReadOnlyList<string> RecipientListIds { get; init; } = [];

    /// <summary>
    /// The text of the template as it was when the batch was last created or updated. Whether the platform takes it then or when it
    /// sends is not documented.
    /// </summary>
    public string? TemplateText { get; init; }

    /// <summary>Who was on the lists then, each once.</summary>
    public IReadOnlyList<string> ListNumbers { get; init; } = [];

    public string? Message { get; init; }

    public bool IsFile => OperationType == ApiWords.CsvFile;

    /// <summary>The errors of the file, as long as the batch is made of the file.</summary>
    public IReadOnlyList<FileError> Errors => IsFile && File is not null ? File.Errors : [];

    /// <summary>Whether it is a file with nothing in it that could be sent.</summary>
    public bool IsHopeless => IsFile && File?.HasValidRow != true;

    /// <summary>The text for all recipients; none for a file.</summary>
    public string? CommonText => OperationType switch
    {
        ApiWords.ManualMessage => Message,
        ApiWords.MessageTemplate => TemplateText,
        _ => null,
    };

    public IReadOnlyList<MessageRow> Rows() =>
        IsFile ? File?.Rows ?? [] : [.. ListNumbers.Select(number => new MessageRow(number, CommonText!, IsValid: true))];

    public string Charset()
    {
        bool isAscii = IsFile ? File?.IsAscii != false : CommonText!.All(character => character < 128);
        return isAscii ? "ASCII" : "UTF-8";
    }
}

/// <summary>A batch as the sandbox keeps it. Its status is not kept: it follows from the clock.</summary>
internal sealed record StoredBatch
{
    public Guid Id { get; init; }

    public BatchContent Content { get; init; } = new();

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it was scheduled; <see langword="null"/> as long as it was only validated.</summary>
    public DateTimeOffset? ScheduledAt { get; init; }

    /// <summary>The batches of a new sandbox.</summary>
    public static OrderedStore<StoredBatch> NewStore() => new("Batch", batch => ApiFormat.Id(batch.Id), []);
}

/// <summary>One message of a batch: a row of its file, or a recipient of its lists.</summary>
internal sealed record MessageRow(string Number, string Text, bool IsValid);
