using System.Text.Json;
using System.Text.RegularExpressions;

namespace RocketComs.Core.Json;

/// <summary>What the JSON of an answer whose HTTP status is a success says of what was asked for, and why.</summary>
internal static class JsonVerdict
{
    private const int Deepest = 4;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Errors = "^(err|error(_?(code|message))?|exception|fault)$";
    private const string Truths = "^(is_?)?success(ful)?$|^ok$";

    // The fields of an answer that speak of the request. In an object of the platform they speak of the object.
    private const string Speaking =
        "^(status|state|code|(status|result)_?code|outcome|result|response|data|message|msg|details?|description|reason(Text)?|title|error_?description)$";
    private const string Envelopes = "^(result|response|data)$";

    // What an object of the platform has and a word about one has not.
    private const string OfObjects =
        "^(id|name|(campaign|batch|external|recipientsList|messageTemplate)Id|operationType|destinationNumber"
        + "|(start|end)(Date|Time)|(created|updated|finished)At|recipientsAmount|token)$";

    /// <summary>What no answer can mean otherwise, for a sentence that begins with "but": a code that is no success, an error, a success that is false.</summary>
    public static string? Refusal(JsonElement root) =>
        root.ValueKind != JsonValueKind.Object ? null
        : Of([.. Explicit(root), .. LenientJson.Field(root, "result") is { ValueKind: JsonValueKind.Object } result ? Explicit(result) : []]).Why;

    /// <summary>What the answer to a write says, and why that is a no, if it says one.</summary>
    public static (Says Says, string? Why) OfWrite(JsonElement root) => Of(Walk(root, 0));

    private static (Says Says, string? Why) Of(IEnumerable<(Says Says, string Why)> parts)
    {
        (Says says, string? why) = (Says.Nothing, null);
        foreach ((Says part, string reason) in parts)
        {
            why = part.HasFlag(Says.No) ? why ?? reason : why;
            says |= part;
        }

        return (says, why);
    }

    private static IEnumerable<(Says Says, string Why)> Walk(JsonElement level, int depth) => level.ValueKind switch
    {
        JsonValueKind.Object when depth < Deepest => [.. Explicit(level), .. IsObject(level) ? OfObject(level) : InWords(level, depth)],
        JsonValueKind.Array when depth < Deepest =>
            level.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).SelectMany(item => Walk(item, depth + 1)),
        _ => [(OfValue(level), "it says no")],
    };

    private static IEnumerable<(Says Says, string Why)> Explicit(JsonElement level)
    {
        foreach ((string name, JsonElement value) in Fields(level))
        {
            if (Is(name, Errors) && IsGiven(value))
            {
                yield return (Says.No, $"it has an {name}");
            }
            else if (Is(name, Truths))
            {
                Says number = value.GetRawText() switch { "0" => Says.No, "1" => Says.Yes, _ => Says.Nothing };
                yield return (number | OfTruth(value), $"its {name} is {value.GetRawText()}");
            }
            else if (name == "status" && value.ValueKind == JsonValueKind.False)
            {
                yield return (Says.No, "its status is false");
            }
            else if (name == "status" && Word(value) is { } code && IsCode(code))
            {
                yield return (AnswerWords.Judge(code), $"its status is {code}");
            }
        }
    }

    // The object that was made or changed, by its id; a bulk load shows what became of the rows, and a login its token.
    private static IEnumerable<(Says Says, string Why)> OfObject(JsonElement level)
    {
        bool isShown = Fields(level).Any(field => field.Name is "id" or "token" or "recipientsListId" && Word(field.Value) is { } word && word.Trim() is not ("" or "0"));
        yield return (isShown || IsLoad(level) ? Says.Yes : Says.Nothing, string.Empty);
    }

    private static IEnumerable<(Says Says, string Why)> InWords(JsonElement level, int depth)
    {
        foreach ((string name, JsonElement value) in Fields(level))
        {
            if (Is(name, "^(errors|failures)$") && IsGiven(value))
            {
                yield return (Says.No, $"it has {name}");
            }
            else if (Is(name, Speaking) && value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
            {
                yield return (OfValue(value), Word(value) is { } code && IsCode(code) ? $"its {name} is {code}" : $"its {name} says no");
            }
            else if (Is(name, Envelopes))
            {
                foreach ((Says, string) part in Walk(value, depth + 1))
                {
                    yield return part;
                }
            }
            else if (AnswerWords.IsDeed(name) && !Is(name, Truths))
            {
                yield return (OfTruth(value), $"its {name} is {value.GetRawText()}");
            }
        }
    }

    private static bool IsObject(JsonElement level) => Fields(level).Any(field => Is(field.Name, OfObjects) && Word(field.Value) is not null) || IsLoad(level);

    private static bool IsLoad(JsonElement level) =>
        Fields(level).Count(field => field.Name is "succeeded" or "failed" or "skipped" && field.Value.ValueKind == JsonValueKind.Number) == 3;

    private static IEnumerable<(string Name, JsonElement Value)> Fields(JsonElement level) =>
        level.EnumerateObject().Select(field => (LenientJson.Name(field), field.Value));

    private static bool Is(string name, string pattern) => Regex.IsMatch(name, pattern, Options);

    private static bool IsCode(string word) => Regex.IsMatch(word, "^-?[0-9]+$");

    private static string? Word(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => LenientJson.Text(value),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static Says OfValue(JsonElement value) => Word(value) is { } word ? AnswerWords.Judge(word) : OfTruth(value);

    private static Says OfTruth(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => Says.Yes,
        JsonValueKind.False => Says.No,
        JsonValueKind.String => LenientJson.Text(value).Trim().ToUpperInvariant() switch
        {
            "TRUE" or "YES" or "Y" => Says.Yes,
            "FALSE" or "NO" or "N" => Says.No,
            _ => Says.Nothing,
        },
        _ => Says.Nothing,
    };

    // An error that is none, or a success in its place, says nothing.
    private static bool IsGiven(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => LenientJson.Text(value) is var text
            && text.Trim().ToUpperInvariant() is not ("" or "0" or "NONE" or "NULL" or "FALSE" or "NO") && AnswerWords.Judge(text) != Says.Yes,
        JsonValueKind.Number => value.GetRawText() is var number && number.Trim('0', '.').Length > 0 && AnswerWords.Judge(number) != Says.Yes,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        JsonValueKind.Object => value.EnumerateObject().Any(),
        JsonValueKind.True => true,
        _ => false,
    };
}
