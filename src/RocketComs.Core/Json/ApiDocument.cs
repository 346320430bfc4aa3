using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;

namespace RocketComs.Core.Json;

/// <summary>The JSON of an answer, its envelope taken off.</summary>
/// <remarks>
/// Source: API reference, success envelope. Some calls wrap their object in <c>{ status, message, result }</c> and some do not;
/// batches have a <c>status</c> of their own, so only both keys together make an envelope.
/// </remarks>
internal sealed class ApiDocument : IDisposable
{
    private const int ExcerptLength = 200;
    private const int ReadLength = 16 * 1024;

    private readonly JsonDocument _document;
    private readonly string _what;

    private ApiDocument(JsonDocument document, string what)
    {
        _document = document;
        _what = what;
        Payload = Unwrap(document.RootElement);
    }

    /// <summary>Gets the payload.</summary>
    public JsonElement Payload { get; }

    /// <summary>Parses an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="what">What was asked for, for the error: "batch 32df…".</param>
    /// <exception cref="UnexpectedResponseException">The body is no JSON.</exception>
    public static ApiDocument Parse(ApiAnswer answer, string what) => Parse(answer, what, isSecret: false);

    /// <summary>Parses an answer that holds secrets: no part of it stands in an error.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="what">What was asked for.</param>
    /// <exception cref="UnexpectedResponseException">The body is no JSON.</exception>
    public static ApiDocument ParseSecret(ApiAnswer answer, string what) => Parse(answer, what, isSecret: true);

    /// <summary>Whether a body is JSON at all.</summary>
    public static bool IsJson(ApiAnswer answer)
    {
        try
        {
            SoundJson.Parse(answer.Body).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The first characters of a body on one line: tags left out, secrets that it repeats masked.</summary>
    public static string Excerpt(ApiAnswer answer)
    {
        int length = Math.Min(answer.Body.Length, ReadLength);
        string text = answer.Mask.Apply(Encoding.UTF8.GetString(answer.Body.Slice(0, length).ToArray()));
        text = Regex.Replace(text, "<(script|style)[^>]*>.*?(</\\1>|$)|<[^>]*>", " ", RegexOptions.IgnoreCase | RegexOptions.Singleline);
        text = answer.Mask.Apply(Regex.Replace(text, @"[\s\p{C}]+", " ").Trim());
        return text.Length <= ExcerptLength ? text : text.Substring(0, ExcerptLength) + "…";
    }

    private static ApiDocument Parse(ApiAnswer answer, string what, bool isSecret)
    {
        try
        {
            ApiDocument document = new(SoundJson.Parse(answer.Body), what);
            return Refusal(document._document.RootElement) is not { } status ? document : throw Unexpected(
                what, $"it is a success by HTTP, but has the status {status}" + (isSecret ? string.Empty : $": '{Excerpt(answer)}'"), null);
        }
        catch (JsonException exception)
        {
            string why = answer.Body.IsEmpty ? "it is empty" : isSecret ? "it is no JSON" : $"it is no JSON but '{Excerpt(answer)}'";
            throw Unexpected(what, why, isSecret ? null : exception);
        }
    }

    /// <summary>The payload as an object.</summary>
    /// <exception cref="UnexpectedResponseException">It is something else.</exception>
    public JsonFields Object() => Payload.ValueKind == JsonValueKind.Object
        ? new JsonFields(Payload)
        : throw Unexpected($"it is no object but {Payload.ValueKind}");

    /// <summary>The elements of a payload that is a bare array.</summary>
    public JsonElement[] Items() => [.. Payload.EnumerateArray()];

    /// <summary>The error for an answer that lacks what it should have.</summary>
    public UnexpectedResponseException Unexpected(string why) => Unexpected(_what, why, null);

    /// <inheritdoc/>
    public void Dispose() => _document.Dispose();

    private static JsonElement Unwrap(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && SoundJson.Field(root, "status") is { ValueKind: JsonValueKind.String }
        && SoundJson.Field(root, "result") is { } result
            ? result
            : root;

    // "0000" is success. Another number is the platform's own way to say no.
    private static string? Refusal(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && SoundJson.Field(root, "status") is { ValueKind: JsonValueKind.String } status
        && SoundJson.Text(status) is { Length: >= 3 and <= 6 } word
        && word.All(char.IsDigit)
        && word.Any(digit => digit != '0')
        && !word.StartsWith("20", StringComparison.Ordinal)
            ? word
            : null;

    private static UnexpectedResponseException Unexpected(string what, string why, Exception? cause) => new(
        $"The answer for {what} is not what RocketCOMS documents: {why}.",
        "Check that the base URI is that of the RocketCOMS API, and that no gateway or proxy answers in its place.",
        cause);
}
