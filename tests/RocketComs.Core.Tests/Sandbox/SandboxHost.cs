using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using RocketComs.Sandbox;
using RocketComs.Sandbox.Server;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox;

/// <summary>A sandbox whose clock stands at noon of 2027-01-15 until it is put forward, and a plain client with the API key.</summary>
internal sealed class SandboxHost : IDisposable
{
    public const string GoodCsv = "2025554444,New Product Launch This Month\n2025554445,New Product Launch This Month\n";
    public const string MixedCsv = "2025554444,Hello\nabc,Hello\n2025554445,Hello\n";
    public const string BadCsv = "abc,Hello\n123,Hello\n";
    public const string RequiredScalars = "campaignId=" + SandboxData.CampaignId + "&externalId=a7896&startDate=2027-01-15";

    public static readonly DateTimeOffset Noon = new(2027, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public SandboxHost(RcParameterPlacement? placement = null)
        : this(new SandboxOptions { Placement = placement, ProcessingTime = TimeSpan.FromMinutes(1), Clock = new FakeTimeProvider(Noon) })
    {
    }

    public SandboxHost(SandboxOptions options)
    {
        Server = SandboxServer.Start(options);
        Client = new HttpClient { BaseAddress = Server.BaseUri };
        Client.DefaultRequestHeaders.Authorization = Basic(Server.ApiKey, Server.ApiSecret);
    }

    public SandboxServer Server { get; }

    public HttpClient Client { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static AuthenticationHeaderValue Basic(string key, string secret) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{key}:{secret}")));

    public static MultipartFormDataContent Form(params (string Name, string Value)[] fields)
    {
        MultipartFormDataContent form = [];
        foreach ((string name, string value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        return form;
    }

    public static MultipartFormDataContent FileForm(string csv, params (string Name, string Value)[] fields) => FileForm(Encoding.UTF8.GetBytes(csv), fields);

    public static MultipartFormDataContent FileForm(byte[] csv, params (string Name, string Value)[] fields)
    {
        MultipartFormDataContent form = Form(fields);
        ByteArrayContent file = new(csv);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(file, "file", "batch.csv");
        return form;
    }

    public async Task<(HttpStatusCode Status, JsonNode Json)> SendAsync(string method, string path, HttpContent? content = null)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), path) { Content = content };
        using HttpResponseMessage response = await Client.SendAsync(request, Cancellation);
        string text = await response.Content.ReadAsStringAsync(Cancellation);
        return (response.StatusCode, JsonNode.Parse(text)!);
    }

    /// <summary>The answer's payload, which must come with 200.</summary>
    public async Task<JsonNode> GetAsync(string path)
    {
        (HttpStatusCode status, JsonNode json) = await SendAsync("GET", path);
        Assert.Equal(HttpStatusCode.OK, status);
        return json;
    }

    /// <summary>The message of the documented error body, which must come with the status.</summary>
    public async Task<string> RefusedAsync(HttpStatusCode expected, string method, string path, HttpContent? content = null)
    {
        (HttpStatusCode status, JsonNode json) = await SendAsync(method, path, content);
        Assert.Equal(expected, status);
        Assert.Equal(["status", "traceId", "message", "timestamp"], json.AsObject().Select(pair => pair.Key));
        Assert.Equal($"0{(int)expected}", (string?)json["status"]);
        Assert.True(Guid.TryParseExact((string?)json["traceId"], "D", out _));
        Assert.Equal("2027-01-15T12:00:00.000Z", (string?)json["timestamp"]);
        return (string)json["message"]!;
    }

    /// <summary>A new batch out of a file: its object, from within the envelope.</summary>
    public async Task<JsonNode> CreateAsync(string csv = GoodCsv, string action = "VALIDATE", string more = "") =>
        await CreateAsync(FileForm(csv), $"action={action}{more}");

    public async Task<JsonNode> CreateAsync(HttpContent form, string query)
    {
        (HttpStatusCode status, JsonNode json) = await SendAsync("POST", $"/v1/batches?{RequiredScalars}&{query}", form);
        Assert.Equal((HttpStatusCode.OK, "0000"), (status, (string?)json["status"]));
        return json["result"]!;
    }

    public async Task<string> StatusOfAsync(JsonNode batch) => (string)(await GetAsync(PathOf(batch)))["status"]!;

    public static string PathOf(JsonNode batch) => $"/v1/batches/{batch["id"]}";

    /// <summary>A sandbox in which the time that faults take passes as a test will have it.</summary>
    public static SandboxHost WithWait(Func<TimeSpan, CancellationToken, Task> wait) => new(new SandboxOptions { Clock = new FakeTimeProvider(Noon), Wait = wait });

    /// <summary>A request as it stands on the wire, with credentials.</summary>
    public string Raw(string method, string path, string body = "", string headers = "") =>
        $"{method} {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {Server.AccessToken}\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    public void Dispose()
    {
        Client.Dispose();
        Server.Dispose();
    }
}
