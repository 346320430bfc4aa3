using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;

namespace RocketComs.Core.Api.Calls;

/// <summary>One page of a list: its items, and what the server says of the whole, in whatever form. Good as long as its document.</summary>
internal sealed class ListPage
{
    // Beside the documented fields those that other servers and gateways have. None of them ends a list, but each may contradict an end.
    private static readonly string[] s_around = ["result", "page", "paging", "pagination", "meta", "links", "_links"];
    private static readonly string[] s_totals = ["total", "totalElements", "totalCount", "totalItems"];
    private static readonly string[] s_next = ["hasMore", "hasNext", "next", "nextPage", "nextCursor", "nextPageToken"];

    private readonly int[] _totals;
    private readonly int? _totalPages;
    private readonly int? _pageSize;
    private readonly int? _page;

    /// <summary>Reads a page.</summary>
    /// <param name="document">An object with <c>content</c>, or a bare array.</param>
    /// <param name="answer">The answer that it came in.</param>
    /// <exception cref="UnexpectedResponseException">It is no list, or one of something other than objects.</exception>
    public ListPage(ApiDocument document, ApiAnswer answer)
    {
        JsonFields[] levels = [.. Levels(document.Root).Select(level => new JsonFields(level))];
        _totals = [.. s_totals.SelectMany(name => Integers(levels, name)), .. InHeaders(answer)];
        _totalPages = First(levels, "totalPages");
        _pageSize = First(levels, "pageSize");
        _page = First(levels, "page");
        SaysMore = levels.Any(level => s_next.Any(name => IsGiven(level, name)) || level.Flag("last") == false)
            || Regex.IsMatch(answer.Header("Link"), @";\s*rel\s*=\s*""?[^"",;]*\bnext\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        if (document.Payload.ValueKind == JsonValueKind.Array)
        {
            Items = [.. document.Payload.EnumerateArray()];
        }
        else
        {
            JsonFields fields = document.Object();
            FileErrors = fields.Integer("fileErrors");

            // An object without a list may mean an empty list, but only where nothing in it contradicts that.
            int counted = _totals.Append(FileErrors ?? 0).Max();
            Items = fields.Items("content")
                ?? (counted > 0 ? throw document.Unexpected($"it counts {counted} but lists none")
                    : FileErrors == 0 || _totals.Length > 0 || IsNull(document.Payload, "content") ? []
                    : throw document.Unexpected("it has no list"));
        }

        if (Array.Exists(Items, item => item.ValueKind != JsonValueKind.Object))
        {
            throw document.Unexpected("its list holds something other than objects");
        }
    }

    /// <summary>Gets the items, JSON objects.</summary>
    public JsonElement[] Items { get; }

    /// <summary>Gets how many errors a file has, where the page says so.</summary>
    public int? FileErrors { get; }

    /// <summary>Gets whether the page says that another one follows.</summary>
    public bool SaysMore { get; }

    /// <summary>Gets whether the only count is nothing but the number of items on this page.</summary>
    public bool CountsItself => CountsPage(Items.Length);

    /// <summary>Gets whether the page counts anything: beyond the end of a list some servers count nothing.</summary>
    public bool Counts => _totals.Any(total => total > 0) || _totalPages > 0;

    /// <summary>Gets what the server says of the whole in words, for errors.</summary>
    public string Words
    {
        get
        {
            string counts = _totals.Length > 0 ? $"total is {string.Join(" and ", _totals.Distinct())}"
                : _totalPages is { } pages ? FormattableString.Invariant($"totalPages is {pages}")
                : FileErrors is { } errors ? FormattableString.Invariant($"fileErrors is {errors}")
                : _pageSize == Items.Length ? FormattableString.Invariant($"pageSize is {_pageSize}, no total is given")
                : "no total is given";
            return (_page > 0 ? FormattableString.Invariant($"page is {_page}, ") : string.Empty) + counts + (SaysMore ? ", more is said to follow" : string.Empty);
        }
    }

    /// <summary>The same for pages with the same items.</summary>
    public string Fingerprint()
    {
        using SHA256 hash = SHA256.Create();
        return Convert.ToBase64String(hash.ComputeHash(Encoding.UTF8.GetBytes(string.Concat(Items.Select(item => item.GetRawText())))));
    }

    /// <summary>Whether a first page is the whole list: shorter than the server's own page, and as many as there are items, or the one page that there is.</summary>
    public bool IsWhole() => Items.Length < _pageSize && IsAll(Items.Length, 1);

    /// <summary>Whether a total, taken for items or for pages, says that all has been read.</summary>
    /// <param name="items">The items read.</param>
    /// <param name="pages">The pages read.</param>
    public bool IsAll(int items, int pages) =>
        _totals.Any(total => total == items || total == pages) || _totalPages == pages || (_totals.Length == 0 && FileErrors == items);

    /// <summary>Whether a total says that there is more, in whichever way it is taken that what was read does not rule out.</summary>
    /// <param name="items">The items read.</param>
    /// <param name="pages">The pages read.</param>
    public bool CountsMore(int items, int pages) => _totals.Any(total => total > pages && total != items) || _totalPages > Math.Max(pages, 1);

    /// <summary>Whether the only count is nothing but this number of items on a page.</summary>
    public bool CountsPage(int items) => _totals.Length > 0 && _totalPages is null && Array.TrueForAll(_totals, total => total == items);

    /// <summary>How each count has changed since an earlier page: 1, 0 or -1. A count of the items of each page says nothing.</summary>
    public IEnumerable<int> Changes(ListPage earlier) => CountsItself && earlier.CountsItself ? [] :
    [
        .. _totals.Length == earlier._totals.Length ? _totals.Zip(earlier._totals, (now, then) => now.CompareTo(then)) : [],
        .. _totalPages is { } now && earlier._totalPages is { } then ? [now.CompareTo(then)] : Array.Empty<int>(),
    ];

    /// <summary>Whether a list without paging says that it is not complete.</summary>
    public bool IsPart() =>
        SaysMore || _page > 0 || CountsMore(Items.Length, Math.Min(Items.Length, 1)) || (Items.Length > 0 && Items.Length == _pageSize && !IsAll(Items.Length, 1));

    /// <summary>The id of an item; <see langword="null"/> where it has none.</summary>
    public static string? IdOf(JsonElement item) => LenientJson.Field(item, "id") switch
    {
        { ValueKind: JsonValueKind.String } id when LenientJson.Text(id).Trim() is { Length: > 0 } text => text,
        { ValueKind: JsonValueKind.Number } id when id.GetRawText() is not "0" and var digits => digits,
        _ => null,
    };

    private static IEnumerable<JsonElement> Levels(JsonElement level) => level.ValueKind != JsonValueKind.Object ? []
        : [level, .. s_around.SelectMany(name => LenientJson.Field(level, name) is { } inner ? Levels(inner) : [])];

    private static IEnumerable<int> Integers(JsonFields[] levels, string name) => levels.Select(level => level.Integer(name)).OfType<int>();

    private static int? First(JsonFields[] levels, string name) => levels.Select(level => level.Integer(name)).FirstOrDefault(number => number is not null);

    private static bool IsGiven(JsonFields level, string name) =>
        level.Object(name)?.Rest().Count > 0 || (level.Flag(name) ?? (level.Integer(name) is { } number ? number > 0 : !string.IsNullOrWhiteSpace(level.Text(name))));

    // A gateway may count bytes in the same words.
    private static IEnumerable<int> InHeaders(ApiAnswer answer) =>
        new[] { answer.Header("X-Total-Count"), Regex.Match(answer.Header("Content-Range"), "^(?!bytes).*/([0-9]+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant).Groups[1].Value }
            .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int total) ? total : (int?)null).OfType<int>();

    private static bool IsNull(JsonElement payload, string name) => payload.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Null;
}
