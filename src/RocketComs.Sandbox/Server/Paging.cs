using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RocketComs.Sandbox.Server;

/// <summary>The documented paging and sorting of lists; pages are counted from 0.</summary>
internal sealed class Paging(int page, int pageSize, string? sortBy, bool isDescending)
{
    private const int DefaultPageSize = 10;

    /// <param name="request">The request.</param>
    /// <param name="sortable">The names that <c>sortBy</c> may have; none: the call does not sort.</param>
    public static Paging Read(RcSandboxRequest request, params string[] sortable)
    {
        string? sortBy = null;
        string? sortDir = null;
        if (sortable.Length > 0)
        {
            sortBy = request.Query("sortBy");
            sortDir = request.Query("sortDir");
        }

        if (sortBy is not null && !sortable.Contains(sortBy))
        {
            throw Refusal.BadRequest($"sortBy must be a field of the response, not '{sortBy}'");
        }

        if (sortDir is not (null or "asc" or "desc"))
        {
            throw Refusal.BadRequest($"sortDir must be asc or desc, not '{sortDir}'");
        }

        return new Paging(Number(request, "page", 0, 0), Number(request, "pageSize", 1, DefaultPageSize), sortBy, sortDir == "desc");
    }

    /// <summary>One page: <c>content</c>, <c>page</c>, <c>total</c>, <c>pageSize</c>.</summary>
    public JsonObject Cut<T>(IReadOnlyList<T> items, Func<T, JsonObject> write)
    {
        long first = (long)page * pageSize;
        IEnumerable<JsonObject> shown = first >= items.Count ? [] : Order(items, write).Skip((int)first).Take(pageSize);
        return new JsonObject
        {
            ["content"] = new JsonArray([.. shown]),
            ["page"] = page,

            // The documentation says pages, their samples can only be items (3 errors, total 3, page size 10). The samples win.
            ["total"] = items.Count,
            ["pageSize"] = pageSize,
        };
    }

    private static int Number(RcSandboxRequest request, string name, int minimum, int otherwise)
    {
        string? text = request.Query(name);
        if (text is null)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= minimum
            ? number
            : throw Refusal.BadRequest($"{name} must be a whole number from {minimum} on, not '{text}'");
    }

    // Without sorting, only what is on the page gets written.
    private IEnumerable<JsonObject> Order<T>(IReadOnlyList<T> items, Func<T, JsonObject> write)
    {
        if (sortBy is null)
        {
            return (isDescending ? items.Reverse() : items).Select(write);
        }

        IEnumerable<JsonObject> all = items.Select(write);
        return isDescending
            ? all.OrderByDescending(item => Number(item[sortBy])).ThenByDescending(item => Text(item[sortBy]), StringComparer.Ordinal)
            : all.OrderBy(item => Number(item[sortBy])).ThenBy(item => Text(item[sortBy]), StringComparer.Ordinal);
    }

    private static long? Number(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.Number ? long.Parse(node.ToString(), CultureInfo.InvariantCulture) : null;

    private static string? Text(JsonNode? node) => node?.ToString();
}
