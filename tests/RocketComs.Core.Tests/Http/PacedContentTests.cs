using System.Net;
using RocketComs.Core.Http.Secrets;
using RocketComs.Core.Http.Streams;
using Xunit;

namespace RocketComs.Core.Tests.Http;

public class PacedContentTests
{
    [Fact]
    public async Task Body_that_is_made_in_one_piece_reports_every_16_KB_that_went_out()
    {
        byte[] body = [.. Enumerable.Range(0, 100_000).Select(number => (byte)number)];
        ByteArrayContent inner = new(body) { Headers = { ContentType = new("text/csv") } };
        using MemoryStream wire = new();
        List<long> went = [];
        using PacedContent content = new(inner, () => went.Add(wire.Length));
        await content.CopyToAsync(wire, TestClient.Stop);
        Assert.Equal([16_384, 32_768, 49_152, 65_536, 81_920, 98_304, 100_000], went);
        Assert.Equal(body, wire.ToArray());
        Assert.Equal((100_000, "text/csv"), (content.Headers.ContentLength, content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public void Passwords_of_a_proxy_are_found_in_its_address_and_its_credentials()
    {
        Uri target = new("https://api.rocket.test/");
        WebProxy proxy = new("http://user:p%40ss@127.0.0.1:8080") { Credentials = new NetworkCredential("user", "other-word") };
        Assert.Superset(new HashSet<string> { "p%40ss", "p@ss", "dXNlcjpwQHNz", "other-word", "dXNlcjpvdGhlci13b3Jk" }, ProxySecrets.Find(proxy, target).ToHashSet());
    }

    [Fact]
    public void Answer_of_a_proxy_that_repeats_the_password_or_the_header_shows_neither()
    {
        SecretMask mask = SecretMask.Of(null, ProxySecrets.Find(new WebProxy("http://prox-user:Tr0ub4dor@127.0.0.1:8080"), new Uri("https://api.rocket.test/")));
        Assert.Equal("GARBAGE prox-user:*** ***", mask.Apply("GARBAGE prox-user:Tr0ub4dor cHJveC11c2VyOlRyMHViNGRvcg=="));
    }
}
