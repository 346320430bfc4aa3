using System.Net;
using System.Security.Cryptography.X509Certificates;
using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Tests.Api;
using RocketComs.Core.Tests.Csv;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>Reads and writes through a company proxy: CONNECT, then TLS to the platform inside the tunnel.</summary>
public sealed class ProxyTests : IDisposable
{
    private const string Host = "api.rocket.test";

    private static readonly byte[] s_file = [.. Enumerable.Repeat("2025554444,Hello\n"u8.ToArray(), 180_000).SelectMany(row => row)];

    private readonly TemporaryFolder _folder = new();
    private readonly X509Certificate2 _certificate = TestCertificate.Create(Host);

    public void Dispose()
    {
        _folder.Dispose();
        _certificate.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reads_and_writes_go_through_a_tunnel(bool asksForPassword)
    {
        using LoopbackServer origin = new(WireAnswer.Of(200, TestClient.Batch)) { Certificate = _certificate };
        using TunnelServer proxy = new(origin.BaseUri.Port, asksForPassword);
        using TestClient client = Client(proxy);

        Assert.Equal(TestClient.BatchId, (await client.GetAsync()).Id);
        Assert.Equal(TestClient.BatchId, (await client.GetAsync()).Id);
        await client.RemoveAsync();
        Assert.Equal(TestClient.BatchId, (await client.UpdateAsync(new BatchDraft { File = new FileSource(_folder.Write("plan.csv", s_file)) })).Id);

        Assert.Equal(["GET", "GET", "DELETE", "PATCH"], origin.Requests.Select(request => request.Method));
        Assert.True(s_file.AsSpan().SequenceEqual(Multipart.OnlyPart(origin.Requests[3])));
        Assert.Equal(3, origin.Connections);
        Assert.Equal(3, proxy.Asked.Count(asked => asked == $"CONNECT {Host}:443" + (asksForPassword ? " with a password" : string.Empty)));
    }

    [Fact]
    public async Task Refusal_of_an_upload_is_heard_through_a_tunnel()
    {
        using LoopbackServer origin = new(WireAnswer.Drop) { Certificate = _certificate, Early = _ => WireAnswer.Of(413) with { Hangs = true } };
        using TunnelServer proxy = new(origin.BaseUri.Port, asksForPassword: false);
        using TestClient client = Client(proxy);

        BatchDraft draft = new() { File = new FileSource(_folder.Write("plan.csv", [.. s_file, .. s_file, .. s_file, .. s_file, .. s_file, .. s_file])) };
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Assert.ThrowsAsync<ApiException>(() => client.UpdateAsync(draft))).StatusCode);
    }

    [Fact]
    public async Task Read_whose_connection_dies_in_a_tunnel_is_sent_as_often_as_the_count_says()
    {
        using LoopbackServer origin = new(WireAnswer.Drop) { Certificate = _certificate };
        using TunnelServer proxy = new(origin.BaseUri.Port, asksForPassword: false);
        using TestClient client = Client(proxy, retries: 2);

        await Assert.ThrowsAsync<ConnectionFailedException>(client.GetAsync);
        await Assert.ThrowsAsync<OutcomeUnknownException>(client.RemoveAsync);
        Assert.Equal(["GET", "GET", "GET", "DELETE"], origin.Requests.Select(request => request.Method));
    }

    private TestClient Client(TunnelServer proxy, int retries = 0) => new(
        new Uri($"https://{Host}/"),
        retries,
        adjust: options => options with { Proxy = new WebProxy(proxy.Address) { Credentials = new NetworkCredential("user", "password") }, Roots = [_certificate] });
}
