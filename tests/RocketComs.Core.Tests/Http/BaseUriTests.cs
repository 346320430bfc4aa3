using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using Xunit;

namespace RocketComs.Core.Tests.Http;

public class BaseUriTests
{
    [Theory]
    [InlineData("https://api.example.com", "https://api.example.com/")]
    [InlineData("https://api.example.com/sms", "https://api.example.com/sms/")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://localhost", "http://localhost/")]
    [InlineData("http://[::1]:5/", "http://[::1]:5/")]
    [InlineData("http://127.1", "http://127.0.0.1/")]
    [InlineData("http://LOCALHOST", "http://localhost/")]
    public void Good_address_ends_with_a_slash(string given, string expected) => Assert.Equal(expected, ClientOptions.CheckBaseUri(new Uri(given)).AbsoluteUri);

    [Theory]
    [InlineData("http://api.example.com")]
    [InlineData("http://127.0.0.1.example.com")]
    [InlineData("http://localhost.example.com")]
    [InlineData("http://127.0.0.1.nip.io")]
    [InlineData("http://xlocalhost")]
    [InlineData("http://0.0.0.0")]
    [InlineData("http://128.0.0.1")]
    [InlineData("http://[::]")]
    [InlineData("http://[::2]")]
    public void Plain_http_to_another_machine_is_refused(string given)
    {
        InsecureUriException exception = Assert.Throws<InsecureUriException>(() => ClientOptions.CheckBaseUri(new Uri(given)));
        Assert.Contains(given, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://api.example.com", null)]
    [InlineData("https://user:s3cret@api.example.com", null)]
    [InlineData("https://api.example.com/?key=s3cret", "https://api.example.com/")]
    [InlineData("HTTPS://api.example.com/#s3cret", "HTTPS://api.example.com/")]
    [InlineData("api.example.com", null)]
    [InlineData("https-s3cret", null)]
    public void Odd_address_is_refused_without_showing_secrets(string given, string? shown)
    {
        InvalidParameterException exception = Assert.Throws<InvalidParameterException>(() => ClientOptions.CheckBaseUri(new Uri(given, UriKind.RelativeOrAbsolute)));
        Assert.Equal(("BaseUri", shown), (exception.ParameterName, exception.Value));
        Assert.DoesNotContain("s3cret", exception + exception.RecommendedAction + exception.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Path_of_the_base_uri_is_kept()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, TestClient.Batch));
        using TestClient client = new(ClientOptions.CheckBaseUri(new Uri(server.BaseUri, "tenant/7")));
        await client.GetAsync();
        Assert.Equal($"/tenant/7/v1/batches/{TestClient.BatchId}", server.Requests[0].Target);
    }

    [Fact]
    public async Task Id_is_escaped_in_the_path()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, """{"id":"../A b?c","status":"CREATED"}"""));
        using TestClient client = new(server.BaseUri);
        await client.Batches.GetAsync("../a b?c", TestClient.Stop);
        Assert.Equal("/v1/batches/..%2Fa%20b%3Fc", server.Requests[0].Target);
    }
}
