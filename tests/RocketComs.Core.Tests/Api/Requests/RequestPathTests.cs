using RocketComs.Core.Api.Requests;
using RocketComs.Core.Errors;
using Xunit;

namespace RocketComs.Core.Tests.Api.Requests;

public class RequestPathTests
{
    private const string Base = "https://api.example.com/rc/";

    [Theory]
    [InlineData("v1/brands", "v1/brands", "")]
    [InlineData("/v1/brands", "v1/brands", "")]
    [InlineData(" v1/brands?status=ACTIVE&x=a%20b+c&y ", "v1/brands", "status=ACTIVE;x=a b+c;y=")]
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
    [InlineData("https://other.example/rc/v1/brands")]
    [InlineData("http://api.example.com/rc/v1/brands")]
    [InlineData("https://api.example.com:8443/rc/v1/brands")]
    [InlineData("https://api.example.com.other.example/rc/v1/brands")]
    [InlineData("https://api.example.com@other.example/rc/v1/brands")]
    [InlineData("https://user:password@api.example.com/rc/v1/brands")]
    [InlineData("https://api.example.com/other/v1/brands")]
    [InlineData("https://api.example.com/rc/../v1/brands")]
    [InlineData("https://api.example.com/rc//other.example/")]
    [InlineData("https://api.example.com")]
    [InlineData("//other.example/v1/brands")]
    [InlineData("///other.example/v1/brands")]
    [InlineData("/\\other.example/v1")]
    [InlineData("\\\\other.example\\v1")]
    [InlineData("v1:80/brands")]
    [InlineData("https:other.example")]
    [InlineData("file:///etc/hosts")]
    [InlineData("../v1/brands")]
    [InlineData("v1/../../brands")]
    [InlineData("v1/%2e%2E/%2e%2e/brands")]
    [InlineData("v1/x%2f..%2f..%2fbrands")]
    [InlineData("v1/%252e%252e/brands")]
    [InlineData("v1/./brands")]
    [InlineData("v1/brands#top")]
    [InlineData("v1/brands\r\nHost: other.example")]
    [InlineData("?x=1")]
    [InlineData("/")]
    [InlineData(" ")]
    public void Path_that_leads_elsewhere_or_could_is_refused(string text)
    {
        InvalidParameterException error = Assert.Throws<InvalidParameterException>(() => RequestPath.Parse(text, new Uri(Base)));

        Assert.Equal("Path", error.ParameterName);
        Assert.EndsWith("Nothing was sent.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("password", error.Message, StringComparison.Ordinal);
    }
}
