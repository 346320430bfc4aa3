using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;

namespace RocketComs.Core.Api.Calls;

/// <summary>A list of the API, read page by page to its end. What cannot be read to its end is an error, never a shorter list.</summary>
/// <remarks>
/// Source: API page "Sorting and Pagination". <c>total</c> means pages there and items in a sample, <c>pageSize</c> is 0 in
/// another, and no upper bound of it is stated, so neither is believed alone: <c>total</c> ends no list, but it may contradict an end, as may whatever
/// else a server says of what follows (<see cref="ListPage"/>), a count that falls and an id that comes twice. Where a saved
/// sample counts more than it lists, its items were left out, as the pages show by dots in their place.
/// The list ends with an empty page, or one that is shorter than an earlier one. A first page says nothing about its like: it is the last only where both words say so. Otherwise one
/// request more is made, so that a server that keeps its pages shorter than they were asked for, and does not say so, loses no rows.
/// </remarks>
/// <param name="transport">The way to the platform.</param>
/// <param name="path">The path of the list.</param>
/// <param name="query">Filters and sorting.</param>
/// <param name="what">What is listed, for errors: "the list of batches".</param>
internal sealed class PagedList(ITransport transport, string path, IReadOnlyList<KeyValuePair<string, string>> query, string what)
{
    /// <summary>How many items are asked for at a time.</summary>
    public const int PageSize = 100;

    // Ten million items, as a large campaign may have messages; a list that is longer is taken for one without an end.
    private const int MaximumPages = 100_000;

    /// <summary>Gets the secrets in the query, which no error may show.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>The items, read field by field, a page at a time as they are wanted.</summary>
    /// <exception cref="UnexpectedResponseException">A page is no list of objects, or the list does not end, or not all of it came.</exception>
    public async IAsyncEnumerable<T> ReadAsync<T>(Func<JsonFields, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (T item in ReadJsonAsync(json => read(new JsonFields(json)), cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    /// <summary>The items, a page at a time as they are wanted.</summary>
    /// <param name="read">Reads an item, whose JSON is valid during the call only.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">A page is no list of objects, or the list does not end, or not all of it came.</exception>
    public async IAsyncEnumerable<T> ReadJsonAsync<T>(Func<JsonElement, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (JsonElement item in ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return read(item);
        }
    }

    // An item is valid until the next one is asked for.
    private async IAsyncEnumerable<JsonElement> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<string> seen = [];
        ListProgress progress = new(what);
        while (progress.Pages < MaximumPages)
        {
            if (await PageAsync(progress, cancellationToken).ConfigureAwait(false) is not { } answer)
            {
                yield break;
            }

            using ApiDocument document = answer.Document(what);
            ListPage page = new(document, answer);

            if (page.Items.Length == 0)
            {
                progress.End(page);
                yield break;
            }

            if (!seen.Add(page.Fingerprint()))
            {
                progress.EndBefore(page);
                yield break;
            }

            foreach (JsonElement item in page.Items)
            {
                yield return item;
            }

            if (progress.EndsWith(page))
            {
                progress.End();
                yield break;
            }
        }

        throw new UnexpectedResponseException(
            $"The answer for {what} does not end: {MaximumPages.ToString(CultureInfo.InvariantCulture)} pages were read.", "Narrow the list with filters, or ask RocketCOMS.");
    }

    // A page past the end may be answered with an error; nothing, where the list is known to be at its end.
    private async Task<ApiAnswer?> PageAsync(ListProgress progress, CancellationToken cancellationToken)
    {
        ApiRequest request = new(HttpMethod.Get, path)
        {
            Secrets = Secrets,
            Query = [.. query, new("page", progress.Pages.ToString(CultureInfo.InvariantCulture)), new("pageSize", PageSize.ToString(CultureInfo.InvariantCulture))],
        };
        try
        {
            return await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException exception) when (progress.Pages > 0
            && exception.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            progress.EndRefused(exception);
            return null;
        }
    }
}

/// <summary>A list that the documentation shows without paging: one request, and what comes is all.</summary>
internal static class UnpagedList
{
    /// <exception cref="UnexpectedResponseException">The answer is no list of objects, or says itself that there is more.</exception>
    public static async Task<IReadOnlyList<T>> ReadAsync<T>(ITransport transport, string path, string what, Func<JsonFields, T> read, CancellationToken cancellationToken)
    {
        ApiAnswer answer = await transport.SendAsync(new ApiRequest(HttpMethod.Get, path), cancellationToken).ConfigureAwait(false);
        using ApiDocument document = answer.Document(what);
        ListPage page = new(document, answer);

        // Half a list of opt-outs would send to those on the other half.
        return page.IsPart()
            ? throw document.Unexpected(FormattableString.Invariant($"it is one page of several: {page.Words}, {page.Items.Length} are listed"))
            : Array.ConvertAll(page.Items, (JsonElement item) => read(new JsonFields(item)));
    }
}
