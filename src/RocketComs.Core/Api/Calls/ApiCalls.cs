using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;

namespace RocketComs.Core.Api.Calls;

/// <summary>Reads and writes over a transport.</summary>
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
    /// <returns><see langword="null"/> when the write was done, but the answer does not show the object.</returns>
    /// <exception cref="UnexpectedResponseException">It was refused in a success, or whether it was done is not known.</exception>
    public static async Task<T?> WriteAsync<T>(this ITransport transport, ApiRequest request, string what, Func<ApiDocument, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        using WriteAnswer answer = WriteAnswer.Read(await transport.SendAsync(request, cancellationToken).ConfigureAwait(false), request, what);
        return answer.Shown(request, read);
    }

    /// <summary>Sends a write whose answer need not show the object: a sentence will do, a code of success, or nothing.</summary>
    /// <param name="transport">The way to the platform.</param>
    /// <param name="request">The write.</param>
    /// <param name="what">What is written, for errors.</param>
    /// <param name="id">The object that it is about; <see langword="null"/> where it has no id yet.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">It was refused in a success, or whether it was done is not known.</exception>
    public static Task WriteAsync(this ITransport transport, ApiRequest request, string what, string? id, CancellationToken cancellationToken) =>
        transport.WriteAsync(request, what, document => id is null ? string.Empty : document.OwnId(id), cancellationToken);

    /// <summary>The error for a write that was done, when the answer does not show the result.</summary>
    /// <param name="what">What was written: "The new message template".</param>
    /// <param name="howToFindIt">How to find the result.</param>
    public static UnexpectedResponseException NotShown(string what, string howToFindIt) =>
        new($"{what} was accepted, but the answer does not show the result.", howToFindIt) { Outcome = RcJournalOutcome.Done };

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
            throw new UnexpectedResponseException($"{what} was accepted, but it could not be read back: {exception.Message}", howToFindOut, exception)
            {
                Outcome = RcJournalOutcome.Done,
                IsAboutAnother = exception is UnexpectedResponseException { IsAboutAnother: true },
            };
        }
    }
}
