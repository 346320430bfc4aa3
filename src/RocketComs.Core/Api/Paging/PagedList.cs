using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;

namespace RocketComs.Core.Api.Paging;

/// <summary>A list of the API, read page by page to its end. What cannot be read to its end is an error, never a shorter list.</summary>
/// <remarks>
/// Source: API page "Sorting and Pagination". <c>total</c> means pages there and items in a sample, <c>pageSize</c> is 0 in
/// another, and no upper bound of it is stated, so neither is believed alone. The list ends with an empty page, or one that is
/// shorter than an earlier one. A first page says nothing about its like: it is the last only where both words say so. Otherwise one
/// request more is made, so that a server that keeps its pages shorter than they were asked for, and does not say so, loses no rows.
/// </remarks>
internal sealed class PagedList
{
    /// <summary>How many items are asked for at a time.</summary>
    public const int PageSize = 100;

    /// <summary>The most pages that a list may have.</summary>
    public const int MaximumPages = 10_000;

    private readonly ITransport _transport;
    private readonly string _path;
    private readonly IReadOnlyList<KeyValuePair<string, string>> _query;
    private readonly string _what;

    /// <summary>Initializes the list; nothing is sent yet.</summary>
    /// <param name="transport">The way to the platform.</param>
    /// <param name="path">The path of the list.</param>
    /// <param name="query">Filters and sorting.</param>
    /// <param name="what">What is listed, for errors: "the list of batches".</param>
    public PagedList(ITransport transport, string path, IReadOnlyList<KeyValuePair<string, string>> query, string what)
    {
        _transport = transport;
        _path = path;
        _query = query;
        _what = what;
    }

    /// <summary>Gets a listener to why the list may not be whole, where that is no more than a doubt.</summary>
    public Action<string>? Doubted { get; init; }

    /// <summary>Gets the secrets in the query, which no error may show.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>The items as objects of ours, a page at a time as they are wanted.</summary>
    /// <param name="read">Reads an item.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">A page is no list of objects, or the list does not end, or not all of it came.</exception>
    public async IAsyncEnumerable<T> ReadAsync<T>(Func<JsonFields, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (T item in ReadJsonAsync(json => read(new JsonFields(json)), cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    /// <summary>The items, a page at a time as they are wanted, whatever the reader makes of their JSON, which is good for that moment only.</summary>
    /// <param name="read">Reads an item.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">A page is no list of objects, or the list does not end, or not all of it came.</exception>
    public async IAsyncEnumerable<T> ReadJsonAsync<T>(Func<JsonElement, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (JsonElement item in ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return read(item);
        }
    }

    /// <summary>The items, a page at a time as they are wanted. An item is good until the next one.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">A page is no list of objects, or the list does not end, or not all of it came.</exception>
    private async IAsyncEnumerable<JsonElement> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<string> seen = [];
        ListProgress progress = new(_what, Doubted);
        while (progress.Pages < MaximumPages)
        {
            using ApiDocument? document = await PageAsync(progress, cancellationToken).ConfigureAwait(false);
            ListPage? page = document is null ? null : new ListPage(document);
            if (page is null || page.Items.Length == 0)
            {
                progress.End();
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
            $"The answer for {_what} does not end: {MaximumPages.ToString(CultureInfo.InvariantCulture)} pages were read.", "Narrow the list with filters, or ask RocketCOMS.");
    }

    // A page may lie behind the end, and a server may say so with an error.
    private async Task<ApiDocument?> PageAsync(ListProgress progress, CancellationToken cancellationToken)
    {
        ApiRequest request = new(HttpMethod.Get, _path)
        {
            Secrets = Secrets,
            Query = [.. _query, new("page", progress.Pages.ToString(CultureInfo.InvariantCulture)), new("pageSize", PageSize.ToString(CultureInfo.InvariantCulture))],
        };
        try
        {
            return ApiDocument.Parse(await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false), _what);
        }
        catch (ApiException exception) when (progress.MayBeAtEnd
            && exception.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            return null;
        }
    }
}
