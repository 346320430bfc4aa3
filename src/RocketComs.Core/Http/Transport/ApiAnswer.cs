using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Secrets;
using RocketComs.Core.Json;

namespace RocketComs.Core.Http.Transport;

/// <summary>An answer, read to its end.</summary>
public sealed class ApiAnswer
{
    private const int ExcerptLength = 200;
    private const int ExcerptSource = 16 * 1024;
    private const int LongestErrorText = 1000;

    private readonly SecretMask _mask;

    internal ApiAnswer(HttpStatusCode statusCode, byte[] body, RetryConditionHeaderValue? retryAfter, SecretMask mask)
    {
        StatusCode = statusCode;
        Body = body;
        RetryAfter = retryAfter;
        _mask = mask;
    }

    /// <summary>Gets the HTTP status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>Gets the bytes of the body.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Gets whether the status is 2xx.</summary>
    public bool IsSuccess => (int)StatusCode is >= 200 and < 300;

    internal RetryConditionHeaderValue? RetryAfter { get; }

    /// <summary>Gets the headers, those of the body too.</summary>
    internal IReadOnlyList<KeyValuePair<string, IEnumerable<string>>> Headers { get; init; } = [];

    /// <summary>A header by its name, in whatever case; empty where there is none.</summary>
    internal string Header(string name) =>
        string.Join(", ", Headers.Where(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).SelectMany(header => header.Value));

    /// <summary>The body as text, without a byte order mark.</summary>
    internal string Text() => Encoding.UTF8.GetString(Body.ToArray()).TrimStart('\uFEFF');

    /// <summary>The body of the answer to a read as JSON.</summary>
    /// <param name="what">What was asked for, for the error: "batch 32df…".</param>
    /// <param name="isSecret">Whether the body holds secrets, so that no part of it may be shown.</param>
    /// <exception cref="UnexpectedResponseException">The body is not JSON, or says no by its status.</exception>
    internal ApiDocument Document(string what, bool isSecret = false)
    {
        ApiDocument document = ApiDocument.Parse(Body, what, isSecret ? null : Excerpt);
        if (JsonVerdict.Refusal(document.Root) is not { } why)
        {
            return document;
        }

        using (document)
        {
            throw document.Refused(why, isSecret ? null : Excerpt);
        }
    }

    /// <summary>Status, message and trace id of an error answer; of a body in which no field speaks that is known, a short excerpt.</summary>
    internal ApiErrorBody ErrorBody()
    {
        try
        {
            using JsonDocument document = LenientJson.Parse(Body);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                JsonFields fields = new(document.RootElement);
                string? trace = fields.Text("traceId") ?? fields.Text("traceID");
                string? status = PlatformStatus(fields);
                _ = fields.Text("timestamp");
                string? message = Spoken(fields.Text("message")) ?? Problem(fields);
                return new ApiErrorBody(Masked(status), message is null ? (fields.Rest().Count == 0 ? null : Excerpt()) : Masked(message + Details(document.RootElement)), Masked(trace));
            }
        }
        catch (JsonException)
        {
            // A gateway answers in HTML or plain text; the excerpt below says what it said.
        }

        string excerpt = Excerpt();
        return new ApiErrorBody(null, string.IsNullOrEmpty(excerpt) ? null : excerpt, null);
    }

    // The HTTP status again is no code of the platform.
    private string? PlatformStatus(JsonFields fields) =>
        fields.Text("status") is { } status && status != ((int)StatusCode).ToString(CultureInfo.InvariantCulture) ? status : null;

    // Problem Details (RFC 9457, section 3.1), as gateways and other servers answer; then what OAuth and many others call it.
    private static string? Problem(JsonFields fields)
    {
        string[] parts =
        [
            .. new[] { fields.Text("title"), fields.Text("detail"), fields.Text("error"), fields.Text("error_description") }
                .Select(Spoken).Where(part => part is not null).Select(part => part!.Trim().TrimEnd('.')).Distinct(),
        ];
        return parts.Length == 0 ? null : string.Join(": ", parts);
    }

    private static string? Spoken(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    // What stands beside the message in lists and tables says which field or which line is meant.
    private string Details(JsonElement body) => string.Concat(body.EnumerateObject()
        .Where(field => (field.Value.ValueKind == JsonValueKind.Array && field.Value.GetArrayLength() > 0) || (field.Value.ValueKind == JsonValueKind.Object && field.Value.EnumerateObject().Any()))
        .Select(field => $"; {LenientJson.Name(field)} {Cut(OnOneLine(field.Value.GetRawText()), ExcerptLength)}"));

    // The first characters of the body on one line: tags left out, secrets that it repeats masked.
    internal string Excerpt()
    {
        int length = Math.Min(Body.Length, ExcerptSource);
        string text = _mask.Apply(Encoding.UTF8.GetString(Body.Slice(0, length).ToArray()));
        text = Regex.Replace(text, "<(script|style)[^>]*>.*?(</\\1>|$)|<[^>]*>", " ", RegexOptions.IgnoreCase | RegexOptions.Singleline);
        return Cut(OnOneLine(text), ExcerptLength);
    }

    private string OnOneLine(string text) => _mask.Apply(Regex.Replace(text, @"[\s\p{C}]+", " ").Trim());

    // On one line, without characters that a terminal or a log would take for commands.
    private string? Masked(string? text) => text is null ? null : Cut(Regex.Replace(_mask.Apply(text), @"\p{C}+", " ").Trim(), LongestErrorText);

    private static string Cut(string text, int length) => text.Length <= length ? text : text.Substring(0, length) + "…";
}
