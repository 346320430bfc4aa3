using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace RocketComs.PowerShell.Tests.Sweep;

/// <summary>What a sandbox holds: the objects of one of its lists, by id. Read past the module, with another client: it is the judge.</summary>
internal sealed class SandboxState
{
    private static readonly HttpClient s_client = new();

    private readonly Dictionary<string, JsonObject> _items = [];

    /// <summary>Gets the objects.</summary>
    public IReadOnlyCollection<JsonObject> All => _items.Values;

    /// <summary>Reads it.</summary>
    public static async Task<SandboxState> ReadAsync(Uri sandbox, string list)
    {
        JsonNode root = JsonNode.Parse(await SendAsync(sandbox, HttpMethod.Get, list + "?pageSize=5000", null))!;
        JsonArray items = ((root["result"] ?? root)["content"] ?? root).AsArray();
        SandboxState state = new();
        foreach (JsonObject item in items.Cast<JsonObject>())
        {
            state._items.Add((string)item["id"]!, item);
        }

        return state;
    }

    /// <summary>Makes a batch that can be updated.</summary>
    /// <returns>Its id.</returns>
    public static async Task<string> AddBatchAsync(Uri sandbox, string campaign, string externalId, string csv)
    {
        // Far enough for the hours that pass in a run, also late in the evening: a batch that begins is one that changed.
        string start = DateTime.Today.AddDays(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using MultipartFormDataContent form = new() { { new StringContent(csv, new UTF8Encoding(false), "text/csv"), "file", "seed.csv" } };
        string query = $"v1/batches?campaignId={campaign}&externalId={externalId}&startDate={start}&action=VALIDATE&operationType=CSV_FILE";
        JsonNode root = JsonNode.Parse(await SendAsync(sandbox, HttpMethod.Post, query, form))!;
        return (string)(root["result"] ?? root)["id"]!;
    }

    /// <summary>What is here and was not there.</summary>
    public IReadOnlyList<JsonObject> NewSince(SandboxState before) => [.. _items.Where(item => !before._items.ContainsKey(item.Key)).Select(item => item.Value)];

    /// <summary>Whether an object is not as it was there.</summary>
    public bool IsChangedSince(SandboxState before, string id) => _items.TryGetValue(id, out JsonObject? now) && !JsonNode.DeepEquals(now, before._items[id]);

    /// <summary>Whether an object was there and is not here.</summary>
    public bool IsGoneSince(SandboxState before, string id) => before._items.ContainsKey(id) && !_items.ContainsKey(id);

    /// <summary>A field of an object; <see langword="null"/> where the object is not there.</summary>
    public string? Field(string id, string name) => _items.TryGetValue(id, out JsonObject? item) ? (string?)item[name] : null;

    private static async Task<string> SendAsync(Uri sandbox, HttpMethod method, string path, HttpContent? content)
    {
        using HttpRequestMessage request = new(method, new Uri(sandbox, path)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("sandbox-api-key:sandbox-api-secret")));
        request.Headers.ConnectionClose = true;
        using HttpResponseMessage answer = await s_client.SendAsync(request);
        string text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{method} {path}: {(int)answer.StatusCode} {text}");
    }
}
