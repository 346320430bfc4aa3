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
    private const string States = "^(status|state|status_?code)$";
    private const string Lists = "^(errors|failures)$";

    // What an object of the platform has and a word about one has not.
    private const string OfObjects =
        "^(id|name|(campaign|batch|external|recipientsList|messageTemplate)Id|operationType|destinationNumber"
        + "|(start|end)(Date|Time)|(created|updated|finished)At|recipientsAmount|token)$";

    /// <summary>What no answer can mean otherwise, for a sentence that begins with "but": a code that is no success, an error, a success that is false.</summary>
    public static string? Refusal(JsonElement root) =>
        root.ValueKind != JsonValueKind.Object ? null
        : Of([.. Explicit(root), .. LenientJson.Field(root, "result") is { ValueKind: JsonValueKind.Object } result ? Explicit(result) : []]).Why;

    /// <summary>What the answer to a write says, and why that is a no, if it says one.</summary>
    /// <param name="root">The answer.</param>
    /// <param name="deed">What was asked for.</param>
    /// <remarks>What was made or sent, and has come to a bad end, is a no whatever stands around it: code and words are about the call, which was understood.</remarks>
    public static (Says Says, string? Why) OfWrite(JsonElement root, Deed deed) => BadEnd(root, deed, 0) is { } why ? (Says.No, why) : Of(Walk(root, deed, 0));

    private static (Says Says, string? Why) Of(IEnumerable<Part> parts)
    {
        (Says says, string? why) = (Says.Nothing, null);
        foreach (Part part in parts)
        {
            why = part.Says.HasFlag(Says.No) ? why ?? part.Why : why;
            says |= part.Says;
        }

        return (says, why);
    }

    private static IEnumerable<Part> Walk(JsonElement level, Deed deed, int depth) => level.ValueKind switch
    {
        JsonValueKind.Object when depth < Deepest => [.. Explicit(level), .. IsObject(level) ? OfObject(level, deed) : InWords(level, deed, depth)],
        JsonValueKind.Array when depth < Deepest => Objects(level).SelectMany(item => Walk(item, deed, depth + 1)),
        _ => [new(OfValue(level, deed), "it says no")],
    };

    // Of several, all.
    private static string? BadEnd(JsonElement level, Deed deed, int depth)
    {
        string?[] ends = depth >= Deepest || (deed & (Deed.Make | Deed.Send)) == 0 ? [] : level.ValueKind switch
        {
            JsonValueKind.Object when IsObject(level) || LenientJson.Field(level, "status") is { ValueKind: JsonValueKind.Object } => [BadEnd(level, deed)],
            JsonValueKind.Object => [.. Fields(level).Where(field => Is(field.Name, Envelopes)).Select(field => BadEnd(field.Value, deed, depth + 1))],
            JsonValueKind.Array => [.. Objects(level).Select(item => BadEnd(item, deed, depth + 1))],
            _ => [],
        };
        return ends.Length > 0 && ends.All(end => end is not null) ? ends[0] : null;
    }

    // A batch that is ERROR was made all the same, and shows what is wrong; a message has no such status.
    private static string? BadEnd(JsonElement level, Deed deed) =>
        Statuses(level).FirstOrDefault(status => AnswerWords.IsBadEnd(status) || (deed == Deed.Send && Is(status, "^errors?$"))) is { } status ? $"its status is {status}" : null;

    // That of a message is an object.
    private static IEnumerable<string> Statuses(JsonElement level) => Fields(level).Where(field => Is(field.Name, States)).SelectMany(field =>
        field.Value.ValueKind == JsonValueKind.Object ? Statuses(field.Value) : Word(field.Value) is { } word ? [word] : Enumerable.Empty<string>());

    private static IEnumerable<Part> Explicit(JsonElement level)
    {
        foreach ((string name, JsonElement value) in Fields(level))
        {
            if (Is(name, Errors) && IsGiven(value))
            {
                yield return new(Says.No, $"it has an {name}");
            }
            else if (Is(name, Truths))
            {
                Says number = value.GetRawText() switch { "0" => Says.No, "1" => Says.Yes, _ => Says.Nothing };
                yield return new(number | OfTruth(value), $"its {name} is {value.GetRawText()}");
            }
            else if (name == "status" && value.ValueKind == JsonValueKind.False)
            {
                yield return new(Says.No, "its status is false");
            }
            else if (name == "status" && Word(value) is { } code && IsCode(code))
            {
                yield return new(AnswerWords.Judge(code, Deed.Any), $"its status is {code}");
            }
        }
    }

    // The object that was made or changed, by its id; a bulk load shows what became of the rows, and a login its token.
    private static IEnumerable<Part> OfObject(JsonElement level, Deed deed)
    {
        if ((deed & (Deed.Make | Deed.Send)) != 0 && BadEnd(level, deed) is { } end)
        {
            yield return new(Says.No, end);
            yield break;
        }

        // Those of a batch may be the mistakes of its file.
        if (deed == Deed.Send && Fields(level).FirstOrDefault(field => Is(field.Name, Lists) && IsGiven(field.Value)) is { Name: { } name })
        {
            yield return new(Says.No, $"it has {name}");
        }

        bool isShown = Fields(level).Any(field => field.Name is "id" or "token" or "recipientsListId" && Word(field.Value) is { } word && word.Trim() is not ("" or "0"));
        yield return new(isShown || IsLoad(level) ? Says.Yes : Says.Nothing, string.Empty);
    }

    private static IEnumerable<Part> InWords(JsonElement level, Deed deed, int depth)
    {
        foreach ((string name, JsonElement value) in Fields(level))
        {
            if (Is(name, Lists) && IsGiven(value))
            {
                yield return new(Says.No, $"it has {name}");
            }
            else if (Is(name, Speaking) && value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
            {
                yield return new(OfValue(value, deed), Word(value) is { } code && IsCode(code) ? $"its {name} is {code}" : $"its {name} says no");
            }
            else if (Is(name, Envelopes))
            {
                foreach (Part part in Walk(value, deed, depth + 1))
                {
                    yield return part;
                }
            }
            else if (AnswerWords.OfName(name, deed) is var asked and not Says.Nothing && !Is(name, Truths) && OfTruth(value) is var truth && (asked == Says.Yes || truth == Says.Yes))
            {
                yield return new(asked == Says.Yes ? truth : Says.No, $"its {name} is {value.GetRawText()}");
            }
        }
    }

    private static bool IsObject(JsonElement level) => Fields(level).Any(field => Is(field.Name, OfObjects) && Word(field.Value) is not null) || IsLoad(level);

    private static bool IsLoad(JsonElement level) =>
        Fields(level).Count(field => field.Name is "succeeded" or "failed" or "skipped" && field.Value.ValueKind == JsonValueKind.Number) == 3;

    private static IEnumerable<JsonElement> Objects(JsonElement list) => list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object);

    private static IEnumerable<Field> Fields(JsonElement level)
    {
        foreach (JsonProperty field in level.EnumerateObject())
        {
            yield return new Field(LenientJson.Name(field), field.Value);
        }
    }

    private static bool Is(string name, string pattern) => Regex.IsMatch(name, pattern, Options);

    private static bool IsCode(string word) => Regex.IsMatch(word, "^-?[0-9]+$");

    private static string? Word(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => LenientJson.Text(value),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static Says OfValue(JsonElement value, Deed deed) => Word(value) is { } word ? AnswerWords.Judge(word, deed) : OfTruth(value);

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
            && text.Trim().ToUpperInvariant() is not ("" or "0" or "NONE" or "NULL" or "FALSE" or "NO") && AnswerWords.Judge(text, Deed.Any) != Says.Yes,
        JsonValueKind.Number => value.GetRawText() is var number && number.Trim('0', '.').Length > 0 && AnswerWords.Judge(number, Deed.Any) != Says.Yes,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        JsonValueKind.Object => value.EnumerateObject().Any(),
        JsonValueKind.True => true,
        _ => false,
    };

    private sealed record Field(string Name, JsonElement Value);

    // What a part of an answer says, and why where that is a no.
    private sealed record Part(Says Says, string Why);
}
