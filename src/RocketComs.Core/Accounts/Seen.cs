using System.Net;
using System.Text.Json;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;

namespace RocketComs.Core.Accounts;

/// <summary>An answer as it came, for checks that look at its shape.</summary>
/// <param name="Root">Its JSON; <see langword="null"/> where it has none.</param>
/// <param name="Status">Its HTTP status; <see langword="null"/> where none came.</param>
/// <param name="Failure">Why there is no answer, in a few words.</param>
internal sealed record Seen(JsonElement? Root, HttpStatusCode? Status, string? Failure)
{
    /// <summary>Gets whether it is a success with JSON: of what is none, no JSON is kept.</summary>
    public bool IsRead => Root is not null;

    /// <summary>Gets whether it is in the documented envelope.</summary>
    public bool IsEnveloped => Root is { ValueKind: JsonValueKind.Object } root && LenientJson.Field(root, "status") is not null && LenientJson.Field(root, "result") is not null;

    /// <summary>Gets what is in the envelope, or all of it where there is none.</summary>
    public JsonElement? Payload => IsEnveloped ? LenientJson.Field(Root!.Value, "result") : Root;

    /// <summary>Gets whether it is a bare array.</summary>
    public bool IsArray => Payload is { ValueKind: JsonValueKind.Array };

    /// <summary>Gets the items of a list; <see langword="null"/> where it is none that can be read.</summary>
    public JsonElement[]? Items
    {
        get
        {
            JsonElement? list = Payload is { ValueKind: JsonValueKind.Object } page ? LenientJson.Field(page, "content") : Payload;
            return list is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray()] : null;
        }
    }

    /// <summary>Gets what came, in a few words.</summary>
    public string Words => Failure ?? (Root is null ? $"HTTP {(int)Status!} without JSON" : $"HTTP {(int)Status!}");

    /// <summary>The same for answers with the same items.</summary>
    public string Fingerprint => string.Concat((Items ?? []).Select(item => item.GetRawText()));

    /// <summary>A number of the page.</summary>
    public int? Number(string name) => Payload is { ValueKind: JsonValueKind.Object } page ? new JsonFields(page).Integer(name) : null;

    /// <summary>The text or number of a field of an item, as it is written.</summary>
    public static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && LenientJson.Field(item, name) is { } value
            ? value.ValueKind switch { JsonValueKind.String => LenientJson.Text(value), JsonValueKind.Number => value.GetRawText(), _ => null }
            : null;
}

/// <summary>Asks the platform and takes whatever comes; only a stop is no answer.</summary>
/// <param name="transport">The way to the platform.</param>
internal sealed class AccountReader(ITransport transport)
{
    /// <summary>Gets an answer.</summary>
    /// <param name="path">The path, without a leading slash.</param>
    /// <param name="stop">The user's stop.</param>
    /// <param name="query">The query.</param>
    public async Task<Seen> GetAsync(string path, CancellationToken stop, params (string Name, string Value)[] query)
    {
        ApiRequest request = new(HttpMethod.Get, path) { Query = [.. query.Select(pair => new KeyValuePair<string, string>(pair.Name, pair.Value))] };
        try
        {
            ApiAnswer answer = await transport.SendAsync(request, stop);
            return new Seen(Json(answer.Body), answer.StatusCode, null);
        }
        catch (ApiException exception)
        {
            return new Seen(null, exception.StatusCode, $"HTTP {(int)exception.StatusCode}");
        }
        catch (RocketComsException exception)
        {
            return new Seen(null, null, Words(exception));
        }
    }

    /// <summary>Why something failed, without anything that a server or a user wrote.</summary>
    public static string Words(RocketComsException exception) => exception switch
    {
        ApiException api => $"HTTP {(int)api.StatusCode}",
        OutcomeUnknownException => "the answer was lost",
        RequestTimeoutException => "no answer in time",
        ConnectionFailedException => "no connection",
        UnexpectedResponseException => "an answer that is not what is documented",
        _ => exception.GetType().Name,
    };

    private static JsonElement? Json(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = LenientJson.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
