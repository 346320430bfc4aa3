using System.Text.Json;

namespace RocketComs.Core.Json;

/// <summary>Finds a no in the JSON of an answer whose HTTP status is a success. Gives why it is one, for a sentence that begins with "but"; else nothing.</summary>
internal static class JsonVerdict
{
    private static readonly string[] s_errors = ["error", "errorCode", "errorMessage", "error_code", "error_message", "exception", "fault"];
    private static readonly string[] s_truths = ["success", "successful", "isSuccess", "succeeded", "ok", "accepted"];
    private static readonly string[] s_codes = ["status", "state", "code", "statusCode", "resultCode", "result"];
    private static readonly string[] s_words = ["message", "detail", "details", "description", "reason", "title", "error_description", "reasonText"];

    // What an object of the platform has and a word about one has not. The status and the message of such an object are its own.
    private static readonly string[] s_ofObjects =
    [
        "id", "campaignId", "batchId", "externalId", "operationType", "messageTemplateId", "namedRecipientsListIds", "startDate", "endDate", "startTime", "endTime",
        "createdAt", "updatedAt", "finishedAt", "name", "recipientsAmount", "recipientsListId", "succeeded", "skipped", "destinationNumber", "messageText", "content",
    ];

    /// <summary>What no answer can mean otherwise: a code that is no success, an error, a success that is false.</summary>
    public static string? Refusal(JsonElement root) => Levels(root).Select(ExplicitNo).FirstOrDefault(why => why is not null);

    /// <summary>What in the answer to a write says that it was not done: words like FAILED, which elsewhere may be the state of an object.</summary>
    public static string? RefusalOfWrite(JsonElement root) => Refusal(root) ?? Levels(root).Select((level, depth) => NoInWords(level, root, depth)).FirstOrDefault(why => why is not null);

    // The answer itself and what is in its envelope; the entries where either is an array.
    private static IEnumerable<JsonElement> Levels(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            return root.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Take(1);
        }

        return root.ValueKind != JsonValueKind.Object ? []
            : LenientJson.Field(root, "result") is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } result ? [root, .. Levels(result).Take(1)]
            : [root];
    }

    private static string? ExplicitNo(JsonElement level)
    {
        foreach (JsonProperty field in level.EnumerateObject())
        {
            string name = LenientJson.Name(field);
            if (IsOneOf(name, s_errors) && Says(field.Value))
            {
                return $"it has an {name}";
            }

            if (field.Value.ValueKind == JsonValueKind.False && (IsOneOf(name, s_truths) || name is "status" or "result"))
            {
                return $"its {name} is false";
            }

            if (name == "status" && Code(field.Value) is { } code)
            {
                return $"its status is {code}";
            }
        }

        return null;
    }

    private static string? NoInWords(JsonElement level, JsonElement root, int depth)
    {
        if (IsObject(level))
        {
            return null;
        }

        // A message beside an object that is shown is the platform's comment on a success.
        bool isBesideObject = depth == 0 && LenientJson.Field(root, "result") is { ValueKind: JsonValueKind.Object } result && IsObject(result);
        foreach (JsonProperty field in level.EnumerateObject())
        {
            string name = LenientJson.Name(field);
            if (IsOneOf(name, ["errors", "failures"]) && Says(field.Value))
            {
                return $"it has {name}";
            }

            if (IsOneOf(name, s_codes) && Code(field.Value) is { } code)
            {
                return $"its {name} is {code}";
            }

            if ((IsOneOf(name, s_codes) || (!isBesideObject && IsOneOf(name, s_words))) && Word(field.Value) is not null)
            {
                return $"its {name} says no";
            }
        }

        return null;
    }

    private static bool IsObject(JsonElement level) => level.EnumerateObject().Any(field => s_ofObjects.Contains(LenientJson.Name(field)) && field.Value.ValueKind != JsonValueKind.Null
        && field.Value.ValueKind is not (JsonValueKind.True or JsonValueKind.False));

    private static bool IsOneOf(string name, string[] names) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static bool Says(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => LenientJson.Text(value).Trim().ToUpperInvariant() is not ("" or "0" or "NONE" or "NULL" or "FALSE" or "NO"),
        JsonValueKind.Number => !value.TryGetInt64(out long number) || number != 0,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        JsonValueKind.Object => value.EnumerateObject().Any(),
        JsonValueKind.True => true,
        _ => false,
    };

    private static string? Code(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => LenientJson.Text(value),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        }
        is { } code && AnswerWords.IsNoCode(code) ? code : null;

    private static string? Word(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && LenientJson.Text(value) is { Length: <= 1000 } word && AnswerWords.SaysNo(word) ? word : null;
}
