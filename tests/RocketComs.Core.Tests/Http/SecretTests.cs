using System.Net;
using System.Text;
using System.Text.Json;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Authorization;
using RocketComs.Core.Http.Transport;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>A server that repeats what it got, wherever it can, and errors that do not.</summary>
public class SecretTests
{
    // Needs escaping in JSON, in URLs and in HTML.
    private const string Password = "p&ss \"wörd<7>";
    private const string Key = "the-key";
    private const string Token = "eyJhbGciOi.J9-_~x";
    private const string RefreshToken = "refresh-me-please";

    private static readonly string[] s_hidden =
    [
        Password, Uri.EscapeDataString(Password), WebUtility.HtmlEncode(Password), JsonEncodedText.Encode(Password).ToString(),
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Key}:{Password}")), Token, RefreshToken,
    ];

    /// <summary>Ways to repeat a text, each with what a client makes of it.</summary>
    public static TheoryData<string> Ways => new(
        "400 text", "400 html", "400 json message", "400 json status", "400 json traceId", "401 text", "401 json message", "500 text", "200 text", "200 html", "302 Location",
        "status line", "reason", "header line", "header value", "chunk");

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Secrets_that_a_server_repeats_stand_in_no_error(string way)
    {
        foreach (IAuthorization authorization in (IAuthorization[])[HeaderAuthorization.ApiKey(Key, Password), HeaderAuthorization.AccessToken(Token)])
        {
            using LoopbackServer server = new(request => Repeat(way, request));
            using TestClient client = new(server.BaseUri, retries: 0, authorization: authorization);
            foreach (Func<Task> call in (Func<Task>[])[client.GetAsync, () => client.UpdateAsync(), () => client.Batches.CreateAsync(TestClient.Text() with { ExternalId = "x" }, null, TestClient.Stop)])
            {
                AssertHidden(await Assert.ThrowsAnyAsync<RocketComsException>(call));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Password_and_tokens_that_a_server_repeats_stand_in_no_error_of_a_login(string way)
    {
        using LoopbackServer server = new(request => Repeat(way, request));
        using TestClient client = new(server.BaseUri, retries: 0, authorization: new PortalAuthorization("admin@example.com", Password, TimeProvider.System));
        AssertHidden(await Assert.ThrowsAnyAsync<RocketComsException>(() => client.Transport.AuthorizeAsync(TestClient.Stop)));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Refresh_token_that_a_server_repeats_stands_in_no_error(string way)
    {
        LeapingClock clock = new();
        int logins = 0;
        using LoopbackServer server = new(request => request.Target == "/v1/auth/login" && ++logins == 1
            ? WireAnswer.Of(200, $$"""{"token":"{{Token}}","refreshToken":"{{RefreshToken}}","expiry":1800000}""")
            : Repeat(way, request));
        using TestClient client = new(server.BaseUri, retries: 0, authorization: new PortalAuthorization("admin@example.com", Password, clock), clock: clock);
        await client.Transport.AuthorizeAsync(TestClient.Stop);
        clock.Advance(TimeSpan.FromHours(1));
        AssertHidden(await Assert.ThrowsAnyAsync<RocketComsException>(client.GetAsync));
        Assert.Contains(server.Requests, request => request.Text.Contains(RefreshToken, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Traces_hold_method_path_status_time_and_trace_id_and_nothing_else()
    {
        using LoopbackServer server = new(WireAnswer.Of(503, $$"""{"traceId":"t-9 {{Token}}"}""", "Retry-After: 0"), WireAnswer.Of(200, TestClient.Batch));
        using TestClient client = new(server.BaseUri, authorization: HeaderAuthorization.AccessToken(Token));
        System.Collections.Concurrent.ConcurrentQueue<ClientTrace> traces = new();
        Core.Api.BatchesClient batches = new(new ListeningTransport(client.Transport, traces.Enqueue), RcParameterPlacement.Query);
        await batches.UpdateAsync(TestClient.BatchId, TestClient.Text() with { Description = "hush" }, null, TestClient.Stop);
        Assert.Equal(
            [($"PATCH /v1/batches/{TestClient.BatchId}", HttpStatusCode.ServiceUnavailable, "t-9 ***"), ($"PATCH /v1/batches/{TestClient.BatchId}", HttpStatusCode.OK, null)],
            traces.Where(trace => trace.RetryAfter is null).Select(trace => (trace.Request, trace.StatusCode!.Value, trace.TraceId)));
        Assert.Contains("description=hush", server.Requests[0].Target, StringComparison.Ordinal);
    }

    private static WireAnswer Repeat(string way, WireRequest request)
    {
        // The header, what it decodes to, and the body.
        string header = request.Header("Authorization");
        string decoded = header.StartsWith("Basic ", StringComparison.Ordinal) ? Encoding.UTF8.GetString(Convert.FromBase64String(header[6..])) : header;
        string text = $"{header} | {decoded} | {request.Text}";
        string line = $"{header} {Uri.EscapeDataString(decoded)} {request.Text.Split('\r')[0]}";
        string json = JsonSerializer.Serialize(text);
        return way switch
        {
            "400 json message" => WireAnswer.Of(400, $$"""{"message":{{json}}}"""),
            "400 json status" => WireAnswer.Of(400, $$"""{"status":{{json}}}"""),
            "400 json traceId" => WireAnswer.Of(400, $$"""{"traceId":{{json}}}"""),
            "401 json message" => WireAnswer.Of(401, $$"""{"message":{{json}}}"""),
            "400 html" => WireAnswer.Of(400, $"<html><body>{WebUtility.HtmlEncode(text)}</body></html>"),
            "200 html" => WireAnswer.Of(200, $"<html><body>{WebUtility.HtmlEncode(text)}</body></html>"),
            "302 Location" => WireAnswer.Of(302, text, "Location: https://elsewhere.example/?" + Uri.EscapeDataString(text)),
            "status line" => WireAnswer.Raw(line + "\r\n\r\n"),
            "reason" => WireAnswer.Raw($"HTTP/1.1 400 {line}\r\nContent-Length: 0\r\n\r\n"),
            "header line" => WireAnswer.Raw($"HTTP/1.1 200 OK\r\n{line.Replace(':', ' ')}\r\n\r\n"),
            "header value" => WireAnswer.Raw($"HTTP/1.1 200 OK\r\nContent-Length: {line}\r\n\r\n"),
            "chunk" => WireAnswer.Raw($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{line}\r\n"),
            _ => WireAnswer.Of(int.Parse(way.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture), text),
        };
    }

    private static void AssertHidden(RocketComsException exception)
    {
        string text = $"{exception}\n{exception.RecommendedAction}\n{(exception as ApiException)?.Body}";
        Assert.All(s_hidden, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }
}
