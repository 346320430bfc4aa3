using System.Text.Json;

namespace RocketComs.Core.Json;

/// <summary>Reads what comes of a bulk load of recipients.</summary>
internal static class RecipientJson
{
    /// <summary>Reads a Recipient Batch (API page "Recipient Batch Object").</summary>
    /// <returns><see langword="null"/> when the object has none of its fields.</returns>
    public static RcRecipientImport? Import(string path, JsonFields fields)
    {
        RcRecipientImport import = new()
        {
            Path = path,
            Succeeded = fields.Integer("succeeded"),
            Failed = fields.Integer("failed"),
            Skipped = fields.Integer("skipped"),
            ErrorDetails = Errors(fields),
            RecipientsListId = fields.Text("recipientsListId"),
            AdditionalProperties = fields.Rest(),
        };
        return (import.Succeeded ?? import.Failed ?? import.Skipped) is null && import.RecipientsListId is null ? null : import;
    }

    private static RcRecipientError[] Errors(JsonFields fields) => Array.ConvertAll(
        (fields.Items("errorDetails") ?? []).Where(item => item.ValueKind == JsonValueKind.Object).ToArray(),
        item =>
        {
            JsonFields error = new(item);
            return new RcRecipientError { LineNumber = error.Integer("lineNumber"), Description = error.Text("description") };
        });
}
