using System.Text;
using RocketComs.Core.Api.Requests;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Json;
using RocketComs.Core.Tests.Csv;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Api.Requests;

/// <summary>What a call without a command puts on the wire, and what is made of its answer.</summary>
public sealed class RequestClientTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("GET", """{"status":"0000","result":{"a":1}}""", "{a:1}")]
    [InlineData("GET", "[1,2]", "[1,2]")]
    [InlineData("GET", " ", null)]
    [InlineData("GET", "plain text", "plain text")]
    [InlineData("POST", """{"status":"0000","result":{"a":"x"}}""", "{a:x}")]
    [InlineData("DELETE", "{200 Batch was successfully deleted}", "200 Batch was successfully deleted")]
    [InlineData("POST", "", null)]
    public async Task Answer_is_read_without_its_envelope(string method, string body, string? read)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        Assert.Equal(read, Shown(await SendAsync(server, Draft(method, "v1/x"))));
    }

    [Theory]
    [InlineData("GET", "<html>")]
    [InlineData("GET", "{broken")]
    [InlineData("GET", "[broken")]
    [InlineData("POST", "<html>")]
    [InlineData("POST", """{"status":"0404","message":"not found"}""")]
    public async Task Answer_that_is_a_page_broken_or_a_no_is_an_error(string method, string body)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        UnexpectedResponseException error = await Assert.ThrowsAsync<UnexpectedResponseException>(() => SendAsync(server, Draft(method, "v1/x")));
        Assert.Equal(method == "POST", error.Outcome is not null);
        using TestClient client = new(server.BaseUri);
        RawAnswer raw = await Client(client).SendRawAsync(Draft(method, "v1/x"), null, TestClient.Stop);
        Assert.Equal((body, method == "POST"), (raw.Text, raw.Failure is not null));
        Assert.Equal(method == "POST" ? typeof(UnexpectedResponseException) : null, Xunit.Record.Exception(raw.Require)?.GetType());
    }

    [Fact]
    public async Task Secrets_of_a_form_are_masked_in_errors()
    {
        using LoopbackServer server = new(WireAnswer.Of(400, """{"status":"0400","message":"Wrong: hunter22-in-form"}"""));
        ApiException error = await Assert.ThrowsAsync<ApiException>(() => SendAsync(server, Draft("POST", "v1/x") with { Form = [new("password", "hunter22-in-form"), new("name", "n")] }));
        Assert.Contains("Wrong: ***", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter22", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data.csv", "text/csv")]
    [InlineData("data.CSV", "text/csv")]
    [InlineData("data.png", "application/octet-stream")]
    public async Task Form_goes_out_part_by_part_and_byte_for_byte(string name, string type)
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, 0xFF, 0, (byte)'a'];
        using LoopbackServer server = new(WireAnswer.Of(200, "{}"));
        List<long> sent = [];
        using TestClient client = new(server.BaseUri);
        RequestDraft draft = Draft("POST", "v1/x?q=1") with { MoreQuery = [new("r", "ä&")], Form = [new("a\"b\r\nc", "text ä"), new("f", new SealedSource(new FileSource(_folder.Write(name, bytes))))] };
        await Xunit.Record.ExceptionAsync(() => Client(client).SendRawAsync(draft, (count, _) => sent.Add(count), TestClient.Stop));
        WireRequest request = Assert.Single(server.Requests);
        Assert.Equal("/v1/x?q=1&r=%C3%A4%26", request.Target);
        Assert.Contains("name=\"a%22b%0D%0Ac\"\r\n\r\ntext ä\r\n", request.Text, StringComparison.Ordinal);
        Assert.Contains($"Content-Type: {type}\r\n", request.Text, StringComparison.Ordinal);
        Assert.Contains($"filename=\"{name}\"\r\n\r\n", request.Text, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexString(bytes), Convert.ToHexString(request.Body), StringComparison.Ordinal);
        Assert.Equal(sent.Order(), sent);
        Assert.Equal(Encoding.UTF8.GetByteCount("text ä") + bytes.Length, sent[^1]);
    }

    [Theory]
    [InlineData("POST", """{"a":1}""", "application/json; charset=utf-8", "7")]
    [InlineData("POST", null, "", "0")]
    [InlineData("DELETE", null, "", "0")]
    [InlineData("GET", null, "", "")]
    public async Task Body_is_json_or_empty_and_a_read_has_none(string method, string? json, string type, string length)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, ""));
        bool isReported = false;
        using TestClient client = new(server.BaseUri);
        await Client(client).SendAsync(Draft(method, "v1/x") with { Json = json is null ? null : Encoding.UTF8.GetBytes(json) }, (_, _) => isReported = true, TestClient.Stop);
        WireRequest request = Assert.Single(server.Requests);
        Assert.Equal((json ?? string.Empty, type, length, method != "GET"), (request.Text, request.Header("Content-Type"), request.Header("Content-Length"), isReported));
    }

    [Fact]
    public async Task Pages_are_followed_with_the_query()
    {
        using LoopbackServer server = new(request => WireAnswer.Of(200, request.Target.Contains("page=0", StringComparison.Ordinal) ? """{"content":[{"a":1},{"a":2}]}""" : """{"content":[]}"""));
        using TestClient client = new(server.BaseUri);
        Assert.Equal(["{a:1}", "{a:2}"], (await TestClient.ToListAsync(Client(client).ListAsync(Draft("GET", "v1/x?q=1"), TestClient.Stop))).Select(Shown));
        Assert.Equal(["/v1/x?q=1&page=0&pageSize=100", "/v1/x?q=1&page=1&pageSize=100"], server.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task Secret_in_the_query_of_a_list_stands_in_no_error()
    {
        using LoopbackServer server = new(WireAnswer.Of(400, """{"message":"No t0p-secret here"}"""));
        using TestClient client = new(server.BaseUri);
        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => TestClient.ToListAsync(Client(client).ListAsync(Draft("GET", "v1/x?accessToken=t0p-secret"), TestClient.Stop)));
        Assert.Equal("No *** here", exception.Body.Message);
    }

    private static RequestDraft Draft(string method, string path) => new(new HttpMethod(method), RequestPath.Parse(path, new Uri("https://api.example.com/")));

    private static RequestClient Client(TestClient client) => new(client.Transport, new JsonValues(pairs => new Dictionary<string, object?>(pairs)));

    private static async Task<object?> SendAsync(LoopbackServer server, RequestDraft draft)
    {
        using TestClient client = new(server.BaseUri);
        return await Client(client).SendAsync(draft, null, TestClient.Stop);
    }

    private static string? Shown(object? value) => value switch
    {
        null => null,
        IDictionary<string, object?> pairs => $"{{{string.Join(',', pairs.Select(pair => $"{pair.Key}:{Shown(pair.Value)}"))}}}",
        object?[] items => $"[{string.Join(',', items.Select(Shown))}]",
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture),
    };
}
