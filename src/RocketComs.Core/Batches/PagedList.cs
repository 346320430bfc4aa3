using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using RocketComs.Core.Errors;
using RocketComs.Core.Http;
using RocketComs.Core.Json;

namespace RocketComs.Core.Batches;

/// <summary>A list of the API, read page by page to its end, whatever the server says about its pages.</summary>
/// <remarks>
/// Source: API page "Sorting and Pagination". <c>total</c> means pages there and items in a sample, <c>pageSize</c> is 0 in
/// another, and no upper bound of it is stated, so neither is believed alone. The list ends with an empty page, one that came
/// before, or one that is shorter than an earlier one. A first page says nothing about its like: it is the last only where both
/// words say so. Otherwise one request more is made, so that a server that keeps its pages shorter than they were asked for, and
/// does not say so, loses no rows.
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

    /// <summary>The items, a page at a time as they are wanted. An item is good until the next one.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">A page is no list of objects, or the list does not end.</exception>
    public async IAsyncEnumerable<JsonElement> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        int last = PageSize;
        int largest = 0;
        for (int page = 0; page < MaximumPages; page++)
        {
            using ApiDocument? document = await PageAsync(page, isCertain: last >= PageSize, cancellationToken).ConfigureAwait(false);
            JsonElement[] items = document is null ? [] : Items(document);
            if (items.Length == 0 || !seen.Add(Fingerprint(items)))
            {
                yield break;
            }

            foreach (JsonElement item in items)
            {
                yield return item.ValueKind == JsonValueKind.Object ? item : throw document!.Unexpected("its list holds something else than objects");
            }

            if (items.Length < largest || (page == 0 && IsWhole(document!, items.Length)))
            {
                yield break;
            }

            last = items.Length;
            largest = Math.Max(largest, last);
        }

        throw new UnexpectedResponseException(
            $"The answer for {_what} does not end: {MaximumPages.ToString(CultureInfo.InvariantCulture)} pages were read.", "Narrow the list with filters, or ask RocketCOMS.");
    }

    private static JsonElement[] Items(ApiDocument document) =>
        document.Payload.ValueKind == JsonValueKind.Array ? document.Items() : document.Object().Items("content") ?? [];

    // Shorter than the server's own page, and as many as there are items, or the one page that there is.
    private static bool IsWhole(ApiDocument document, int count)
    {
        if (document.Payload.ValueKind == JsonValueKind.Array)
        {
            return false;
        }

        JsonFields fields = document.Object();
        int? total = fields.Integer("total");
        return count < fields.Integer("pageSize") && (total == 1 || total == count);
    }

    private static string Fingerprint(JsonElement[] items)
    {
        using SHA256 hash = SHA256.Create();
        return Convert.ToBase64String(hash.ComputeHash(Encoding.UTF8.GetBytes(string.Concat(items.Select(item => item.GetRawText())))));
    }

    // A page after a short one may lie behind the end, and a server may say so with an error.
    private async Task<ApiDocument?> PageAsync(int page, bool isCertain, CancellationToken cancellationToken)
    {
        ApiRequest request = new(HttpMethod.Get, _path)
        {
            Query = [.. _query, new("page", page.ToString(CultureInfo.InvariantCulture)), new("pageSize", PageSize.ToString(CultureInfo.InvariantCulture))],
        };
        try
        {
            return ApiDocument.Parse(await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false), _what);
        }
        catch (ApiException exception) when (!isCertain && exception.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            return null;
        }
    }
}
