using System.Text.Json;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Json;

/// <summary>The JSON of an answer, its envelope taken off.</summary>
/// <remarks>
/// Source: API reference, success envelope. Some calls wrap their object in <c>{ status, message, result }</c> and some do not;
/// batches have a <c>status</c> of their own, so only both keys together make an envelope.
/// </remarks>
internal sealed class ApiDocument : IDisposable
{
    private readonly JsonDocument _document;
    private readonly string _what;

    private ApiDocument(JsonDocument document, string what)
    {
        _document = document;
        _what = what;
        Payload = Unwrap(document.RootElement);
    }

    /// <summary>Gets the whole answer.</summary>
    public JsonElement Root => _document.RootElement;

    /// <summary>Gets what is in the envelope, or the whole answer where it has none.</summary>
    public JsonElement Payload { get; }

    /// <summary>Parses the body of an answer, whatever it says.</summary>
    /// <param name="body">The body.</param>
    /// <param name="what">What was asked for, for the error: "batch 32df…".</param>
    /// <param name="excerpt">Gives the beginning of the body for the error; <see langword="null"/> when the body holds secrets, and no part of it may be shown.</param>
    /// <exception cref="UnexpectedResponseException">The body is not JSON.</exception>
    public static ApiDocument Parse(ReadOnlyMemory<byte> body, string what, Func<string>? excerpt)
    {
        try
        {
            return new ApiDocument(LenientJson.Parse(body), what);
        }
        catch (JsonException)
        {
            throw NotJson(body, what, excerpt);
        }
    }

    /// <summary>The error for a body that is not JSON. What the parser says of it is no part of the error: it quotes the body as it is.</summary>
    public static UnexpectedResponseException NotJson(ReadOnlyMemory<byte> body, string what, Func<string>? excerpt) => Unexpected(
        what, body.IsEmpty ? "it is empty" : excerpt is null ? "it is not JSON" : $"it is not JSON but '{excerpt()}'");

    /// <summary>The payload as an object.</summary>
    /// <exception cref="UnexpectedResponseException">It is something else.</exception>
    public JsonFields Object() => Payload.ValueKind == JsonValueKind.Object
        ? new JsonFields(Payload)
        : throw Unexpected($"it is not an object but {Payload.ValueKind}");

    /// <summary>The id of what was read by its id. All pages on such calls show it as <c>id</c>.</summary>
    /// <param name="asked">The id that was asked for.</param>
    /// <param name="answered">The id in the answer; <see langword="null"/> where it has none that can be read.</param>
    /// <exception cref="UnexpectedResponseException">The answer is about another object, or shows no id and may be: what a batch is sent with is not guessed.</exception>
    public string SameId(string asked, string? answered) =>
        string.Equals(asked, answered, StringComparison.OrdinalIgnoreCase) ? answered!
        : throw Unexpected(string.IsNullOrWhiteSpace(answered) ? "it has no id that can be read, so it may be about another object" : $"it is about {answered}").AboutAnother();

    /// <summary>The id of what was changed by its id, whose answer need not repeat it.</summary>
    /// <param name="asked">The id of what was changed.</param>
    /// <exception cref="UnexpectedResponseException">The answer is about another object, or shows an id that cannot be read.</exception>
    public string OwnId(string asked) => LenientJson.Field(Payload, "id") is null or { ValueKind: JsonValueKind.Null } ? asked : SameId(asked, Object().Text("id"));

    /// <summary>The error for an answer that has nothing of the object that was asked for.</summary>
    public UnexpectedResponseException Unrecognized() => Unexpected("it has none of the expected fields");

    /// <summary>The error for a no in a success.</summary>
    public UnexpectedResponseException Refused(string why, Func<string>? excerpt) => Unexpected(
        _what, $"HTTP reports success, but {why}" + (excerpt is null ? string.Empty : $": '{excerpt()}'")).WithOutcome(RcJournalOutcome.Refused);

    /// <summary>The error for an answer that lacks what it should have.</summary>
    public UnexpectedResponseException Unexpected(string why) => Unexpected(_what, why);

    public void Dispose() => _document.Dispose();

    private static JsonElement Unwrap(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && LenientJson.Field(root, "status") is { ValueKind: JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True }
        && LenientJson.Field(root, "result") is { } result
            ? result
            : root;

    /// <summary>The error for an answer that is not what is documented.</summary>
    public static UnexpectedResponseException Unexpected(string what, string why) => new(
        $"The answer for {what} is not what RocketCOMS documents: {why}.",
        "Check that the base URI is that of the RocketCOMS API, and that no gateway or proxy answers in its place.");
}
