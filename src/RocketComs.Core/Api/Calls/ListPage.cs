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
    public string Total => _total is { } total ? FormattableString.Invariant($"total is {total}")
        : FileErrors is { } errors ? FormattableString.Invariant($"fileErrors is {errors}")
        : "no total is given";

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
    public bool IsAll(int items, int pages) => _total == items || _total == pages || (_total is null && FileErrors == items);

    /// <summary>Whether <c>total</c> says that there is more, in whichever way it is taken that what was read does not rule out.</summary>
    /// <param name="items">The items read.</param>
    /// <param name="pages">The pages read.</param>
    public bool CountsMore(int items, int pages) => _total > pages && _total != items;

    /// <summary>Whether <c>total</c> is nothing but the number of items on a full page.</summary>
    public bool CountsPage(int largest) => _total == largest;

    /// <summary>Whether a list that should be complete says that it is not: <c>total</c>, taken for items or for pages, is of more.</summary>
    public bool IsIncomplete() => _total > Items.Length || (_total > 1 && Items.Length == _pageSize && _total != Items.Length);

    private static bool IsNull(JsonElement payload, string name) => payload.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Null;
}
