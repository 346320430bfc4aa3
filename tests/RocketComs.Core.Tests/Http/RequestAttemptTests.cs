using System.Collections.Concurrent;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Content;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Tests.Rules;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>What one try sends and tells.</summary>
public class RequestAttemptTests
{
    [Fact]
    public async Task Upload_tells_what_went_out_of_how_much()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, "{}"));
        using TestClient client = new(server.BaseUri);
        ConcurrentQueue<(long Sent, long? Whole)> told = [];
        await client.Transport.SendAsync(Upload(form => form.Add("b", "hello"), (sent, whole) => told.Enqueue((sent, whole))), TestClient.Stop);

        long? length = server.Requests[0].Body.Length;
        Assert.Equal([(3L, length), (8L, length)], told);
        Assert.True(length > 8);
    }

    // A file is opened once before the request begins, and its length is known then.
    [Fact]
    public async Task Upload_of_a_file_in_utf16_tells_of_how_much_as_well()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, "{}"));
        using TestClient client = new(server.BaseUri);
        ConcurrentQueue<(long Sent, long? Whole)> told = [];
        BytesSource file = new([0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes("2025550101,\u00e9\n")]);
        await client.Transport.SendAsync(Upload(form => form.AddCsv("file", file), (sent, whole) => told.Enqueue((sent, whole))), TestClient.Stop);

        WireRequest request = Assert.Single(server.Requests);
        Assert.Contains("\r\n\r\n2025550101,\u00e9\n\r\n", request.Text, StringComparison.Ordinal);
        Assert.Equal((3L + 14, (long?)request.Body.Length), told.Last());
    }

    [Fact]
    public async Task File_that_is_gone_is_no_fault_of_the_network()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, "{}"));
        using TestClient client = new(server.BaseUri, retries: 0);
        BatchFileException fault = await Assert.ThrowsAsync<BatchFileException>(() => client.Transport.SendAsync(Upload(form => form.AddCsv("file", new VanishingSource()), null), TestClient.Stop));
        Assert.Equal("'/data/a.csv' cannot be read to its end: gone. The upload was cut off: the platform received nothing complete.", fault.Message);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Only_a_write_has_a_body_and_a_connection_of_its_own()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, TestClient.Batch));
        using TestClient client = new(server.BaseUri);
        await client.GetAsync();
        await client.RemoveAsync();
        Assert.Equal([("", ""), ("0", "close")], server.Requests.Select(request => (request.Header("Content-Length"), request.Header("Connection"))));
    }

    [Fact]
    public async Task Every_try_is_told_with_the_trace_of_a_refusal()
    {
        const string Refusal = """{"message":"No.","traceId":"t-1"}""";
        using LoopbackServer server = new(WireAnswer.Of(429, Refusal, "Retry-After: 0"), WireAnswer.Of(200, """{"traceId":"t-2"}"""), WireAnswer.Of(400, Refusal));
        using TestClient client = new(server.BaseUri);
        ConcurrentQueue<string> told = [];
        ListeningTransport transport = new(client.Transport, trace => told.Enqueue($"{trace.Request} {(int?)trace.StatusCode} {trace.TraceId}{trace.RetryAfter}"));
        ApiRequest request = new(HttpMethod.Get, "v1/x") { Query = [new("q", "private")] };
        await transport.SendAsync(request, TestClient.Stop);
        await Assert.ThrowsAsync<ApiException>(() => transport.SendAsync(request, TestClient.Stop));
        Assert.Equal(["GET /v1/x 429 t-1", "GET /v1/x 200 ", "GET /v1/x 400 t-1"], told.Where(line => !line.EndsWith("00:00:00", StringComparison.Ordinal)));
    }

    private static ApiRequest Upload(Action<FormBody> add, Action<long, long?>? uploaded) => new(HttpMethod.Post, "v1/x")
    {
        Content = sent =>
        {
            FormBody form = new(sent);
            form.Add("a", "abc");
            add(form);
            return form.Content;
        },
        Uploaded = uploaded,
    };

    // Its beginning can be read, and what comes after it not any more.
    private sealed class VanishingSource : BatchSource
    {
        public override string? Path => "/data/a.csv";

        public override string FileName => "a.csv";

        public override Stream Open() => new VanishingStream();
    }

    private sealed class VanishingStream() : MemoryStream("2025550101,Hi\n"u8.ToArray())
    {
        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromException<int>(new IOException("gone"));
    }
}
