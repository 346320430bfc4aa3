using RocketComs.Core.Api.Requests;
using RocketComs.Core.Errors;
using Xunit;

namespace RocketComs.Core.Tests.Api.Requests;

public class RequestPathTests
{
    private const string Base = "https://api.example.com/rc/";
    private const string Elsewhere = "is not under " + Base;
    private const string Dots = "contains a '.' or '..' segment, which could lead elsewhere";
    private const string Slashes = "begins with two slashes, like the address of another host";
    private const string Characters = "contains a fragment, a backslash or a control character";

    [Theory]
    [InlineData("v1/brands", "v1/brands", "")]
    [InlineData("/v1/brands", "v1/brands", "")]
    [InlineData(" v1/brands?status=ACTIVE&x=a%20b+c&y ", "v1/brands", "status=ACTIVE;x=a b+c;y=")]
    [InlineData("v1/brands?=x&y=1", "v1/brands", "=x;y=1")]
    [InlineData("v1/brands?callback=https://other.example/..", "v1/brands", "callback=https://other.example/..")]
    [InlineData("https://api.example.com/rc/v1/brands?x=1", "v1/brands", "x=1")]
    [InlineData("https://API.example.com:443/rc/v1/brands", "v1/brands", "")]
    [InlineData("v1/auth/reset/user%40example.com", "v1/auth/reset/user%40example.com", "")]
    [InlineData("v1/brands/a:b", "v1/brands/a:b", "")]
    [InlineData("v1/brands/..x", "v1/brands/..x", "")]
    public void Path_below_the_base_uri_is_taken_as_written(string text, string path, string query)
    {
        RequestPath parsed = RequestPath.Parse(text, new Uri(Base));

        Assert.Equal(path, parsed.Path);
        Assert.Equal(query, string.Join(';', parsed.Query.Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [Theory]
    [InlineData("https://other.example/rc/v1/brands", Elsewhere)]
    [InlineData("http://api.example.com/rc/v1/brands", Elsewhere)]
    [InlineData("https://api.example.com:8443/rc/v1/brands", Elsewhere)]
    [InlineData("https://api.example.com.other.example/rc/v1/brands", Elsewhere)]
    [InlineData("https://api.example.com@other.example/rc/v1/brands", Elsewhere, "***")]
    [InlineData("https://user:password@api.example.com/rc/v1/brands", Elsewhere, "***")]
    [InlineData("@password:/v1", Elsewhere, "***")]
    [InlineData("https://api.example.com/other/v1/brands", Elsewhere)]
    [InlineData("https://api.example.com/rc/../v1/brands", Dots)]
    [InlineData("https://api.example.com/rc//other.example/", Slashes)]
    [InlineData("https://api.example.com", Elsewhere)]
    [InlineData("//other.example/v1/brands", Slashes)]
    [InlineData("///other.example/v1/brands", Slashes)]
    [InlineData("/\\other.example/v1", Characters)]
    [InlineData("\\\\other.example\\v1", Characters)]
    [InlineData("v1:80/brands", Elsewhere)]
    [InlineData(":80/brands", Elsewhere)]
    [InlineData("https:other.example", Elsewhere)]
    [InlineData("file:///etc/hosts", Elsewhere)]
    [InlineData("../v1/brands", Dots)]
    [InlineData("v1/../../brands", Dots)]
    [InlineData("v1/%2e%2E/%2e%2e/brands", Dots)]
    [InlineData("v1/x%2f..%2f..%2fbrands", Dots)]
    [InlineData("v1/%252e%252e/brands", Dots)]
    [InlineData("v1/./brands", Dots)]
    [InlineData("v1/brands?x=password#top", Characters, "v1/brands")]
    [InlineData("#password", Characters, "")]
    [InlineData("v1/brands\r\nHost: other.example", Characters)]
    [InlineData("?x=password", "names no resource", "")]
    [InlineData("/", "names no resource")]
    [InlineData(" ", "names no resource")]
    public void Path_that_leads_elsewhere_or_could_is_refused(string text, string why, string? shown = null)
    {
        InvalidParameterException error = Assert.Throws<InvalidParameterException>(() => RequestPath.Parse(text, new Uri(Base)));

        Assert.Equal(
            ("Path", shown ?? text, $"-Path '{shown ?? text}' {why}. Nothing was sent."),
            (error.ParameterName, error.Value, error.Message));
    }

    [Theory]
    [InlineData("v1/brands/32df8770-ee48-46e7-a8c7-9ec478883076/qualification", "v1/brands/32df8770-ee48-46e7-a8c7-9ec478883076/qualification")]
    [InlineData("v1/message-templates", "v1/message-templates")]
    [InlineData("v1/auth/reset/user%40example.com", "v1/auth/reset/*")]
    [InlineData("v1/recipients/2025550101/-", "v1/recipients/*/*")]
    public void Path_without_persons_keeps_fixed_words_and_ids(string path, string shown) => Assert.Equal(shown, RequestPath.WithoutPersons(path));
}
