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
    /// Gets the text of the template as it was when the batch was last created or updated. Whether the platform takes it then or when it
    /// sends is not documented.
    /// </summary>
    public string? TemplateText { get; init; }

    /// <summary>Gets who was on the lists then, each once.</summary>
    public IReadOnlyList<string> ListNumbers { get; init; } = [];

    public string? Message { get; init; }

    public bool IsFile => OperationType == ApiWords.CsvFile;

    /// <summary>Gets the errors of the file, as long as it is the file that counts.</summary>
    public IReadOnlyList<FileError> Errors => IsFile && File is not null ? File.Errors : [];

    /// <summary>Gets whether it is a file with nothing in it that could be sent.</summary>
    public bool IsHopeless => IsFile && File?.HasValidRow != true;

    /// <summary>Gets the text for all recipients; none for a file.</summary>
    public string? CommonText => OperationType switch
    {
        ApiWords.ManualMessage => Message,
        ApiWords.MessageTemplate => TemplateText,
        _ => null,
    };

    public IReadOnlyList<MessageRow> Rows()
    {
        if (IsFile)
        {
            return File?.Rows ?? [];
        }

        return [.. ListNumbers.Select(number => new MessageRow(number, CommonText!, IsValid: true))];
    }

    public string Charset()
    {
        bool isAscii = IsFile ? File?.IsAscii != false : CommonText!.All(character => character < 128);
        return isAscii ? "ASCII" : "UTF-8";
    }
}
