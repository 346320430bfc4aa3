using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RocketComs.Core.Errors;
using RocketComs.Core.Json;

namespace RocketComs.Core.Api.Calls;

/// <summary>One page of a list: its items, and what the server says of the whole. Good as long as its document.</summary>
internal sealed class ListPage
{
    private readonly int? _total;
    private readonly int? _pageSize;

    /// <summary>Reads a page.</summary>
    /// <param name="document">An object with <c>content</c>, or a bare array.</param>
    /// <exception cref="UnexpectedResponseException">It is no list, or one of something other than objects.</exception>
    public ListPage(ApiDocument document)
    {
        if (document.Payload.ValueKind == JsonValueKind.Array)
        {
            Items = [.. document.Payload.EnumerateArray()];
        }
        else
        {
            JsonFields fields = document.Object();
            _total = fields.Integer("total");
            _pageSize = fields.Integer("pageSize");
            FileErrors = fields.Integer("fileErrors");

            // An object without a list may mean an empty list, but only where nothing in it contradicts that.
            Items = fields.Items("content")
                ?? (FileErrors > 0 || _total > 0 ? throw document.Unexpected($"it counts {Math.Max(FileErrors ?? 0, _total ?? 0)} but lists none")
                    : FileErrors == 0 || _total == 0 || IsNull(document.Payload, "content") ? []
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

    /// <summary>Gets the server's <c>total</c> in words, for errors.</summary>
    public string Total => _total is { } total ? FormattableString.Invariant($"total is {total}") : "no total is given";

    /// <summary>The same for pages with the same items.</summary>
    public string Fingerprint()
    {
        using SHA256 hash = SHA256.Create();
        return Convert.ToBase64String(hash.ComputeHash(Encoding.UTF8.GetBytes(string.Concat(Items.Select(item => item.GetRawText())))));
    }

    /// <summary>Whether a first page is the whole list: shorter than the server's own page, and as many as there are items, or the one page that there is.</summary>
    public bool IsWhole() => Items.Length < _pageSize && (_total == 1 || _total == Items.Length);

    /// <summary>Whether <c>total</c>, taken for items or for pages, says that all has been read.</summary>
    /// <param name="items">The items read.</param>
    /// <param name="pages">The pages read.</param>
    public bool IsAll(int items, int pages) => _total == items || _total == pages;

    /// <summary>Whether a list that should be complete says that it is not: <c>total</c>, taken for items or for pages, is of more.</summary>
    public bool IsIncomplete() => _total > Items.Length || (_total > 1 && Items.Length == _pageSize && _total != Items.Length);

    private static bool IsNull(JsonElement payload, string name) => payload.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Null;
}

/// <summary>How far the reading of a list has come, and whether it may be at its end.</summary>
/// <param name="what">What is listed, for errors.</param>
/// <param name="warn">Called with why the list may be incomplete.</param>
internal sealed class ListProgress(string what, Action<string>? warn)
{
    private const string Advice = "Narrow the list with filters so that it fits on one page, or ask RocketCOMS. What was read is correct but incomplete.";

    private int _items;
    private int _last;
    private int _largest;
    private int? _fileErrors;
    private bool _isAll;

    /// <summary>Gets the pages read.</summary>
    public int Pages { get; private set; }

    /// <summary>Gets whether the page before was short, or all that the server counts has been read.</summary>
    public bool MayBeAtEnd => Pages > 0 && (_last < PagedList.PageSize || _isAll);

    /// <summary>Notes a page whose items were taken.</summary>
    /// <returns>Whether the list ends with it.</returns>
    public bool EndsWith(ListPage page)
    {
        Pages++;
        _last = page.Items.Length;
        _items += _last;
        _fileErrors = page.FileErrors ?? _fileErrors;
        _isAll = page.IsAll(_items, Pages);
        bool ends = _last < _largest || (Pages == 1 && page.IsWhole());
        _largest = Math.Max(_largest, _last);
        return ends;
    }

    /// <summary>The list has ended.</summary>
    public void End()
    {
        // The documentation's own sample counts three and shows one.
        if (_fileErrors > _items)
        {
            warn?.Invoke(FormattableString.Invariant($"RocketCOMS counts {_fileErrors} for {what}, but listed {_items}."));
        }
    }

    /// <summary>A page came twice: the server has no more pages, or does not understand which page it is asked for.</summary>
    /// <exception cref="UnexpectedResponseException">The page is a full one, and the server does not say that this is all.</exception>
    public void EndBefore(ListPage page)
    {
        if (page.Items.Length >= PagedList.PageSize && !page.IsAll(_items, Pages))
        {
            throw new UnexpectedResponseException(
                FormattableString.Invariant($"The answer for {what} is incomplete: page {Pages} (counting from 0) repeats an earlier one; {page.Total}, {_items} were read."), Advice);
        }

        End();
    }
}
