using System.Globalization;
using System.Text;
using System.Text.Json;
using RocketComs.Core.Json;

namespace RocketComs.Core.Journal;

/// <summary>A line of the journal as JSON, and back.</summary>
internal static class JournalLine
{
    /// <summary>The line, in UTF-8, with its end.</summary>
    public static byte[] Of(RcJournalEntry entry)
    {
        return [.. JsonBody.OfFields(
            ("time", entry.Time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)),
            ("writeId", entry.WriteId),
            ("command", entry.Command),
            ("outcome", entry.Outcome.ToString()),
            ("target", entry.Target),
            ("userName", entry.UserName),
            ("batchId", entry.BatchId),
            ("lastChangeSeen", entry.LastChangeSeen?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)),
            ("campaignId", entry.CampaignId),
            ("externalId", entry.ExternalId),
            ("action", entry.Action?.ToString()),
            ("contentHash", entry.ContentHash),
            ("rowsHash", entry.RowsHash),
            ("fileName", entry.FileName),
            ("recipientCount", entry.RecipientCount),
            ("segmentCount", entry.SegmentCount),
            ("estimatedCost", entry.EstimatedCost?.ToString(CultureInfo.InvariantCulture)),
            ("consent", entry.Consent.ToString()),
            ("message", entry.Message)), (byte)'\n'];
    }

    /// <summary>The entry of a line; <see langword="null"/> for one that was cut off, or is none of the journal's.</summary>
    public static RcJournalEntry? Read(string line)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonFields fields = new(json.RootElement);
            return fields.Moment("time") is { } time && Word<RcJournalOutcome>(fields.Text("outcome")) is { } outcome
                ? new RcJournalEntry
                {
                    Time = time,
                    WriteId = fields.Text("writeId"),
                    Command = fields.Text("command"),
                    Outcome = outcome,
                    Target = fields.Text("target"),
                    UserName = fields.Text("userName"),
                    BatchId = fields.Text("batchId"),
                    LastChangeSeen = fields.Moment("lastChangeSeen"),
                    CampaignId = fields.Text("campaignId"),
                    ExternalId = fields.Text("externalId"),
                    Action = Word<RcBatchAction>(fields.Text("action")),
                    ContentHash = fields.Text("contentHash"),
                    RowsHash = fields.Text("rowsHash"),
                    FileName = fields.Text("fileName"),
                    RecipientCount = fields.Integer("recipientCount"),
                    SegmentCount = (long?)fields.Number("segmentCount"),
                    EstimatedCost = decimal.TryParse(fields.Text("estimatedCost"), NumberStyles.Number, CultureInfo.InvariantCulture, out decimal cost) ? cost : null,
                    Consent = Word<RcJournalConsent>(fields.Text("consent")) ?? RcJournalConsent.NotNeeded,
                    Message = fields.Text("message"),
                }
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether a line ends before its JSON does, as when a process is killed while it writes: what it was about had not begun, or its line before is there.</summary>
    public static bool IsCutOff(string line)
    {
        try
        {
            Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(line), isFinalBlock: false, default);
            bool isObject = reader.Read() && reader.TokenType == JsonTokenType.StartObject;
            while (isObject && reader.Read())
            {
            }

            return isObject && (reader.CurrentDepth > 0 || reader.TokenType == JsonTokenType.StartObject);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static T? Word<T>(string? text)
        where T : struct, Enum => Enum.TryParse(text, ignoreCase: false, out T word) && IsDefined(word) ? word : null;

#if NET8_0_OR_GREATER
    private static bool IsDefined<T>(T word)
        where T : struct, Enum => Enum.IsDefined(word);
#else
    private static bool IsDefined<T>(T word)
        where T : struct, Enum => Enum.IsDefined(typeof(T), word);
#endif
}
