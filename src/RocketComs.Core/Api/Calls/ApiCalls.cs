using System.Text.Json;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;

namespace RocketComs.Core.Api.Calls;

/// <summary>
/// Reads and writes over a transport. Calls of this API answer a write with the object, bare or in an envelope, or with a plain sentence; and
/// a 2xx that cannot be understood is no reason to do the write again.
/// </summary>
internal static class ApiCalls
{
    public static readonly HttpMethod Patch = new("PATCH");

    /// <summary>Gets what a path names.</summary>
    /// <param name="transport">The way to the platform.</param>
    /// <param name="path">The path.</param>
    /// <param name="what">What is asked for, for errors: "batch 32df…".</param>
    /// <param name="read">Reads it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<T> GetAsync<T>(this ITransport transport, string path, string what, Func<ApiDocument, T> read, CancellationToken cancellationToken)
    {
        ApiAnswer answer = await transport.SendAsync(new ApiRequest(HttpMethod.Get, path), cancellationToken).ConfigureAwait(false);
        using ApiDocument document = answer.Document(what);
        return read(document);
    }

    /// <summary>Sends a write, and reads the object that its answer shows.</summary>
    /// <param name="transport">The way to the platform.</param>
    /// <param name="request">The write.</param>
    /// <param name="what">What is written, for errors.</param>
    /// <param name="read">Reads it; gives <see langword="null"/> for an object of another kind.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns><see langword="null"/> when the write was accepted, but the answer does not show the object.</returns>
    /// <exception cref="UnexpectedResponseException">A gateway answered, or the platform said no in a success.</exception>
    public static async Task<T?> WriteAsync<T>(this ITransport transport, ApiRequest request, string what, Func<ApiDocument, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        ApiAnswer answer = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (IsBareText(answer))
        {
            return null;
        }

        try
        {
            using ApiDocument document = answer.Document(what);
            return document.Payload.ValueKind == JsonValueKind.Null ? null : read(document);
        }
        catch (UnexpectedResponseException exception)
        {
            throw Unclear(exception, request);
        }
    }

    /// <summary>Sends a write whose answer need not show anything: a sentence, JSON that does not say no, or nothing.</summary>
    /// <exception cref="UnexpectedResponseException">A gateway answered, or the platform said no in a success.</exception>
    public static Task WriteAsync(this ITransport transport, ApiRequest request, string what, CancellationToken cancellationToken) =>
        transport.WriteAsync(request, what, static _ => string.Empty, cancellationToken);

    /// <summary>Whether an answer is a sentence, a number or empty: neither an object or array of JSON, nor a page of HTML.</summary>
    public static bool IsBareText(ApiAnswer answer)
    {
        foreach (byte character in answer.Body.Span)
        {
            // Blanks, and the bytes of a byte order mark.
            if (character is not ((byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t' or 0xEF or 0xBB or 0xBF))
            {
                return character is not ((byte)'{' or (byte)'[' or (byte)'<');
            }
        }

        return true;
    }

    /// <summary>The error for an answer to a write that cannot be understood.</summary>
    public static UnexpectedResponseException Unclear(UnexpectedResponseException exception, ApiRequest request) => new(
        exception.Message + " Whether the change was made is not known.", request.HowToFindOut, exception.InnerException);

    /// <summary>The error for a write that was accepted, when the answer does not show the result.</summary>
    public static UnexpectedResponseException NotShown(string what, ApiRequest request) =>
        new($"{what} was accepted, but the answer does not show the result.", request.HowToFindOut);

    /// <summary>Gets what was written, where the answer did not show it.</summary>
    /// <param name="what">What was done: "The update of message template x".</param>
    /// <param name="howToFindOut">What to do when that fails.</param>
    /// <param name="get">Gets it.</param>
    /// <exception cref="UnexpectedResponseException">It cannot be read; the write itself was accepted.</exception>
    public static async Task<T> ReadBackAsync<T>(string what, string howToFindOut, Func<Task<T>> get)
    {
        try
        {
            return await get().ConfigureAwait(false);
        }
        catch (RocketComsException exception)
        {
            throw new UnexpectedResponseException($"{what} was accepted, but it could not be read back: {exception.Message}", howToFindOut, exception);
        }
    }
}
