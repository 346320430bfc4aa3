using System.Text.Json;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;

namespace RocketComs.Core.Api;

/// <summary>
/// Reads the answers to writes. Calls of this API answer with the object, bare or in an envelope, or with a plain sentence; and a 2xx
/// that cannot be understood is no reason to do the write again.
/// </summary>
internal static class WriteAnswer
{
    /// <summary>Whether an answer is words or nothing: not JSON, and not a page of HTML.</summary>
    public static bool IsText(ApiAnswer answer)
    {
        foreach (byte character in answer.Body.Span)
        {
            // Blanks, and the bytes of a byte order mark.
            if (character is not ((byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t' or 0xEF or 0xBB or 0xBF))
            {
                // "200 Batch was updated": words, not JSON and not a page of HTML.
                return character is not ((byte)'{' or (byte)'[' or (byte)'<');
            }
        }

        return true;
    }

    /// <summary>The error for an answer to a write that cannot be understood.</summary>
    public static UnexpectedResponseException Unclear(UnexpectedResponseException exception, ApiRequest request) => new(
        exception.Message + " Whether the change was made is not known.", request.HowToFindOut, exception.InnerException);

    /// <summary>Reads the object that an answer shows.</summary>
    /// <param name="answer">The answer, with a 2xx status.</param>
    /// <param name="request">The write.</param>
    /// <param name="what">What was written, for errors.</param>
    /// <param name="read">Reads it; gives <see langword="null"/> for an object that is no such thing.</param>
    /// <returns><see langword="null"/> when the answer is a word about it: it was accepted, but is not shown.</returns>
    /// <exception cref="UnexpectedResponseException">A gateway answered, or the platform said no in a success.</exception>
    public static T? Read<T>(ApiAnswer answer, ApiRequest request, string what, Func<ApiDocument, T?> read)
        where T : class
    {
        if (IsText(answer))
        {
            return null;
        }

        try
        {
            using ApiDocument document = ApiDocument.Parse(answer, what);
            return document.Payload.ValueKind == JsonValueKind.Null ? null : read(document);
        }
        catch (UnexpectedResponseException exception)
        {
            throw Unclear(exception, request);
        }
    }

    /// <summary>Success is a 2xx with words, with JSON that does not say no, or with nothing.</summary>
    /// <exception cref="UnexpectedResponseException">A gateway answered, or the platform said no in a success.</exception>
    public static void RequireSuccess(ApiAnswer answer, ApiRequest request, string what) => Read(answer, request, what, _ => what);

    /// <summary>The error for a write that was accepted, when the answer does not show what came of it.</summary>
    public static UnexpectedResponseException NotShown(string what, ApiRequest request) =>
        new($"{what} was accepted, but the answer does not show what came of it.", request.HowToFindOut);

    /// <summary>Asks for what was written, where the answer did not show it.</summary>
    /// <param name="what">What was done: "The update of message template x".</param>
    /// <param name="request">The write.</param>
    /// <param name="get">Asks for it.</param>
    /// <exception cref="UnexpectedResponseException">It cannot be had; the write itself was accepted.</exception>
    public static async Task<T> ReadBackAsync<T>(string what, ApiRequest request, Func<Task<T>> get)
    {
        try
        {
            return await get().ConfigureAwait(false);
        }
        catch (RocketComsException exception)
        {
            throw new UnexpectedResponseException($"{what} was accepted, but it could not be read back: {exception.Message}", request.HowToFindOut, exception);
        }
    }
}
