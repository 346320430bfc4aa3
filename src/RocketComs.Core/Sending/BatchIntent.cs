using System.Security.Cryptography;
using System.Text;
using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Sending;

/// <summary>A draft that has been checked: what will be sent where, and what the platform has of it.</summary>
/// <param name="Target">Where to.</param>
/// <param name="Draft">What.</param>
/// <param name="Before">The batch as it is; <see langword="null"/> for a new one.</param>
internal sealed record BatchIntent(BatchTarget Target, BatchDraft Draft, RcBatch? Before)
{
    /// <summary>Gets the campaign; <see langword="null"/> when the batch does not show it.</summary>
    public string? CampaignId => Target.IsNew ? Target.Id : Before?.CampaignId;

    /// <summary>Gets the reference that the batch will have.</summary>
    public string? ExternalId => (Draft.ExternalId ?? Before?.ExternalId)?.Trim() is { Length: > 0 } reference ? reference : null;

    /// <summary>Gets whether it goes out and is charged.</summary>
    public bool IsScheduled => Draft.Action == RcBatchAction.Schedule;

    /// <summary>Gets the SHA-256 of what is sent to people, in 64 hexadecimal digits.</summary>
    public string ContentHash { get; init; } = string.Empty;

    /// <summary>Gets when the batch to update was seen as it is in <see cref="Before"/>.</summary>
    public DateTimeOffset SeenAt { get; init; }

    /// <summary>Gets what its rows say to whom, the same for every order and spelling, in 16 hexadecimal digits, or what its text says to which lists; <see langword="null"/> where that is not known.</summary>
    public string? RowsHash { get; init; }

    /// <summary>Gets what it will send and cost.</summary>
    public BatchForecast Forecast { get; init; } = new(null, null, null);

    /// <summary>Gets what is to be told of when it arrives and how long it takes, in sentences.</summary>
    public IReadOnlyList<string> Timing { get; init; } = [];

    /// <summary>Gets what the check of its file found; <see langword="null"/> without one.</summary>
    public RcBatchCsvReport? Report { get; init; }

    /// <summary>Gets the template and the lists as the platform has them; <see langword="null"/> for a file or rows.</summary>
    public BatchContent? Content { get; init; }

    /// <summary>Gets the campaign as the platform has it; <see langword="null"/> when it was not looked up.</summary>
    public RcCampaign? Campaign { get; init; }

    /// <summary>Gets the latest change that the platform showed, by its own clock: of the batch, or before a new one of the campaign's batches.</summary>
    public DateTimeOffset? LastChangeSeen { get; init; } = Before?.UpdatedAt;

    /// <summary>Gets how to find out what became of it, in a sentence.</summary>
    public string HowToFind { get; init; } = Target.IsNew
        ? $"Look for it with 'Get-RcBatch -CampaignId {Target.Id}'{(Draft.ExternalId is null ? string.Empty : $" (ExternalId '{Draft.ExternalId}')")}."
        : $"Check its UpdatedAt and Status with 'Get-RcBatch {Target.Id}'.";

    /// <summary>Gets its name for the user.</summary>
    public string Name => (Target.IsNew ? $"a new batch of campaign {Target.Id}" : $"batch {Target.Id}")
        + (Draft.ExternalId is null ? string.Empty : $" ('{Draft.ExternalId}')");

    /// <summary>The hash of a draft's content.</summary>
    /// <param name="draft">The draft; its file, if it has one, is sealed.</param>
    /// <param name="stop">The user's stop.</param>
    public static string HashOf(BatchDraft draft, CancellationToken stop) => draft.File is SealedSource file
        ? file.Seal(stop)
        : HashOf([draft.Operation.ToString(), draft.Message is { } text ? LineBreakEscape.Escape(text) : null, draft.MessageTemplateId?.ToLowerInvariant(), .. Lists(draft)]);

    /// <summary>What a text or a template says to whom, in 16 hexadecimal digits; <see langword="null"/> for a file, and where the text is not known.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="template">The template as the platform has it; <see langword="null"/> where it is not known, or there is none.</param>
    public static string? RowsHashOf(BatchDraft draft, RcMessageTemplate? template) => draft.File is null && (draft.Message ?? template?.Message) is { } text
        ? HashOf([LineBreakEscape.Escape(text), .. Lists(draft)]).Substring(0, 16)
        : null;

    /// <summary>The hash of several texts.</summary>
    public static string HashOf(IEnumerable<string?> texts)
    {
        using SHA256 hash = SHA256.Create();
        return HexDigits.Of(hash.ComputeHash(Encoding.UTF8.GetBytes(string.Join("\0", texts))));
    }

    /// <summary>The write that it becomes.</summary>
    /// <param name="consent">Who agreed.</param>
    public WriteIntent Write(RcJournalConsent consent) => new(Name, HowToFind)
    {
        Entry = new RcJournalEntry
        {
            BatchId = Target.IsNew ? null : Target.Id,
            LastChangeSeen = LastChangeSeen,
            CampaignId = CampaignId,
            ExternalId = ExternalId,
            Action = Draft.Action,
            ContentHash = ContentHash,
            RowsHash = RowsHash,
            FileName = Draft.File?.FileName,
            RecipientCount = Forecast.Recipients,
            SegmentCount = Forecast.Segments,
            EstimatedCost = Forecast.Cost,
            Consent = consent,
        },
    };

    private static IEnumerable<string> Lists(BatchDraft draft) => draft.RecipientListIds.Select(id => id.ToLowerInvariant()).OrderBy(id => id, StringComparer.Ordinal);
}
