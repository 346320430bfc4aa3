using System.Text;
using System.Text.Json;
using RocketComs.Core.Api;
using RocketComs.Core.Api.Requests;
using RocketComs.Core.Csv;
using RocketComs.Core.Json;
using RocketComs.Core.Numbers;
using RocketComs.Core.Rules;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Sending;

/// <summary>
/// What a call sends that can be charged, as the journal and the guard against repeats know it. A file, a message, a template or a text is known by
/// the same hashes as when a command of its own sends it; any other call by all that it consists of.
/// </summary>
/// <param name="draft">The call; its files are sealed.</param>
internal sealed class RequestContent(RequestDraft draft)
{
    private static readonly string[] s_contents = ["namedRecipientsListIds", "messageTemplateId", "message"];

    private readonly (string Name, string Value)[] _fields = [.. Fields(draft)];

    /// <summary>Gets whether the call gives a batch something to send; without, it sends what the batch has.</summary>
    public bool HasContent => (draft.Form ?? []).Any(part => FileOf(part) is not null) || s_contents.Any(name => Field(name) is not null);

    /// <summary>Gets whether the call is about a batch.</summary>
    public bool IsOfBatch => RequestPath.Segments(draft.Target.Path) is ["batches", ..] or ["v1", "batches", ..];

    /// <summary>What the journal says of the call.</summary>
    /// <param name="stop">The user's stop.</param>
    public RcJournalEntry Entry(CancellationToken stop)
    {
        string[] path = RequestPath.Segments(draft.Target.Path);
        int batches = Array.FindIndex(path, segment => segment.StartsWith("batches", StringComparison.Ordinal));
        SealedSource? file = (draft.Form ?? []).Select(FileOf).OfType<SealedSource>().ToArray() is [{ } only] ? only : null;
        (string content, string? rows) = batches >= 0 ? OfBatch(file, stop) : OfMessage() ?? (OfCall(stop), null);
        return new RcJournalEntry
        {
            BatchId = batches >= 0 && batches + 1 < path.Length && IsId(path[batches + 1]) ? path[batches + 1] : null,
            CampaignId = Field("campaignId") is { } campaign && IsId(campaign) ? campaign : null,
            ExternalId = Field("externalId"),
            Action = RcBatchAction.Schedule,
            ContentHash = content,
            RowsHash = rows,
            FileName = file?.FileName,
        };
    }

    private (string ContentHash, string? RowsHash) OfBatch(SealedSource? file, CancellationToken stop)
    {
        BatchDraft batch = new()
        {
            Operation = Field("messageTemplateId") is null ? BatchOperation.ManualMessage : BatchOperation.MessageTemplate,
            MessageTemplateId = Field("messageTemplateId"),
            RecipientListIds = [.. Values("namedRecipientsListIds")],
            Message = Field("message"),
            File = file,
        };
        bool isKnown = file is not null || (batch.RecipientListIds.Count > 0 && (batch.MessageTemplateId is not null || batch.Message is not null));

        // The check seals what it reads, so the hash needs no reading of its own.
        string? rows = file is null ? null : OfRows(file, stop);
        return (isKnown ? BatchIntent.HashOf(batch, stop) : OfCall(stop), rows);
    }

    private (string ContentHash, string? RowsHash)? OfMessage() =>
        Field("destinationNumber") is { } number && Field("message") is { } text && PhoneCell.Read(number).Kind != PhoneKind.NotNumber ? new MessageContent().Of(number, text) : null;

    // Of rows with errors nobody knows what the platform makes.
    private static string? OfRows(SealedSource file, CancellationToken stop)
    {
        ulong rows = 0;
        RcBatchCsvReport report = BatchCsvChecker.Check(file, new CheckOptions { MaxIssue = 0, OnContent = content => rows = content }, stop);
        return report.IsValid ? RowContent.ToText(rows) : null;
    }

    // In whatever order tables give their fields, which is another one in each process.
    private string OfCall(CancellationToken stop)
    {
        using JsonDocument? json = draft.Json is { } body ? JsonDocument.Parse(body) : null;
        return BatchIntent.HashOf([
            draft.Method.Method,
            string.Join("/", RequestPath.Segments(draft.Target.Path)),
            .. draft.Query.Select(pair => $"query {pair.Key}={pair.Value}").OrderBy(pair => pair, StringComparer.Ordinal),
            .. (draft.Form ?? []).Select(part => $"form {part.Key}={(part.Value is SealedSource file ? file.Seal(stop) : part.Value)}").OrderBy(part => part, StringComparer.Ordinal),
            json is null ? null : Ordered(json.RootElement)]);
    }

    private static string Ordered(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(",", json.EnumerateObject().Select(field => $"{LenientJson.Name(field)}:{Ordered(field.Value)}").OrderBy(field => field, StringComparer.Ordinal))}}}",
        JsonValueKind.Array => $"[{string.Join(",", json.EnumerateArray().Select(Ordered))}]",
        JsonValueKind.String => $"\"{LenientJson.Text(json)}\"",
        _ => json.GetRawText(),
    };

    private static IEnumerable<(string Name, string Value)> Fields(RequestDraft draft)
    {
        foreach (KeyValuePair<string, string> pair in draft.Query)
        {
            yield return (pair.Key, pair.Value);
        }

        foreach (KeyValuePair<string, object> part in (draft.Form ?? []).Where(part => part.Value is string))
        {
            yield return (part.Key, (string)part.Value);
        }

        using JsonDocument? json = draft.Json is { } body ? JsonDocument.Parse(body) : null;
        foreach (JsonProperty field in json?.RootElement is { ValueKind: JsonValueKind.Object } root ? [.. root.EnumerateObject()] : Array.Empty<JsonProperty>())
        {
            foreach (JsonElement value in field.Value.ValueKind == JsonValueKind.Array ? [.. field.Value.EnumerateArray()] : new[] { field.Value })
            {
                if (value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                {
                    yield return (LenientJson.Name(field), value.ValueKind == JsonValueKind.String ? LenientJson.Text(value) : value.GetRawText());
                }
            }
        }
    }

    // A file may be given as its text.
    private static SealedSource? FileOf(KeyValuePair<string, object> part) => part.Value switch
    {
        SealedSource file => file,
        string text when string.Equals(part.Key, BatchParameters.File, StringComparison.OrdinalIgnoreCase) => new SealedSource(new BytesInMemory(Encoding.UTF8.GetBytes(text), part.Key)),
        _ => null,
    };

    private static bool IsId(string text) => Guid.TryParseExact(text, "D", out _);

    private IEnumerable<string> Values(string name) =>
        _fields.Where(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase) && !string.IsNullOrWhiteSpace(field.Value)).Select(field => field.Value);

    private string? Field(string name) => Values(name).FirstOrDefault()?.Trim();
}
