using System;
using RocketComs.Core.Errors;
using RocketComs.Core.Json;

namespace RocketComs.Core.Http;

/// <summary>The answer to a write that brings nothing back: a sentence, JSON, or nothing.</summary>
/// <remarks>Source: API reference, success envelope: such calls show a sentence in the place of JSON.</remarks>
internal static class WriteAnswer
{
    /// <summary>Whether a body is words, or empty: not JSON and not a page of HTML.</summary>
    public static bool IsText(ReadOnlySpan<byte> body)
    {
        foreach (byte character in body)
        {
            // Blanks, and the bytes of a byte order mark.
            if (character is not ((byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t' or 0xEF or 0xBB or 0xBF))
            {
                return character is not ((byte)'{' or (byte)'[' or (byte)'<');
            }
        }

        return true;
    }

    /// <summary>Takes a success for one unless it is a gateway's page, or says no itself.</summary>
    /// <param name="answer">The answer, 2xx.</param>
    /// <param name="request">The call.</param>
    /// <param name="what">What it was about, for the error.</param>
    /// <exception cref="UnexpectedResponseException">It is one of the two. It says how to find out what became of the call.</exception>
    public static void RequireYes(ApiAnswer answer, ApiRequest request, string what)
    {
        if (IsText(answer.Body.Span))
        {
            return;
        }

        try
        {
            ApiDocument.Parse(answer, what).Dispose();
        }
        catch (UnexpectedResponseException exception)
        {
            throw Unclear(exception, request);
        }
    }

    /// <summary>The same error, which says that the write may have been done, and how to find out.</summary>
    public static UnexpectedResponseException Unclear(UnexpectedResponseException exception, ApiRequest request) => new(
        exception.Message + " Whether the change was made is not known.", request.HowToFindOut, exception.InnerException);
}
