using System.Net;
using System.Text;
using RocketComs.Core.Http.Secrets;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>The passwords with which a proxy is asked, wherever they stand.</summary>
public class ProxySecretTests
{
    private static readonly Uri s_target = new("https://api.rocket.test/");

    [Fact]
    public void Passwords_of_a_proxy_are_found_in_its_address_and_its_credentials()
    {
        WebProxy proxy = new("http://user:p%40ss@127.0.0.1:8080") { Credentials = new NetworkCredential("user", "other-word") };
        Assert.Superset(new HashSet<string> { "p%40ss", "p@ss", "dXNlcjpwQHNz", "other-word", "dXNlcjpvdGhlci13b3Jk" }, ProxySecrets.Find(proxy, s_target).ToHashSet());
    }

    [Fact]
    public void Answer_of_a_proxy_that_repeats_the_password_or_the_header_shows_neither()
    {
        SecretMask mask = SecretMask.Of(null, ProxySecrets.Find(new WebProxy("http://prox-user:Tr0ub4dor@127.0.0.1:8080"), s_target));
        Assert.Equal("GARBAGE prox-user:*** ***", mask.Apply("GARBAGE prox-user:Tr0ub4dor cHJveC11c2VyOlRyMHViNGRvcg=="));
    }

    [Theory]
    [InlineData("http://proxy.test:8080", "")]
    [InlineData("http://user@proxy.test", "")]
    [InlineData("http://user:@proxy.test", "")]
    [InlineData("http://:pw-1@proxy.test", ":pw-1")]
    [InlineData("http://us:er:pw-1@proxy.test", "us:er:pw-1")]
    [InlineData("http://u%40x:p%3Aw@proxy.test", "u%40x:p%3Aw u@x:p:w")]
    [InlineData("http://\u00fcser:pw-1@proxy.test", "\u00fcser:pw-1")]
    public void Address_of_a_proxy_is_searched_for_user_and_password(string address, string pairs) =>
        Assert.Equal(Forms(pairs), ProxySecrets.Find(new WebProxy(address), s_target).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("", "")]
    [InlineData("pw%401", "user:pw%401 user:pw@1")]
    public void Credentials_of_a_proxy_are_those_for_the_target(string password, string pairs)
    {
        CredentialCache cache = new() { { s_target, "Basic", new NetworkCredential("user", password) } };
        Assert.Equal(Forms(pairs), ProxySecrets.Find(new WebProxy("http://proxy.test") { Credentials = cache }, s_target).Order(StringComparer.Ordinal));
        Assert.Empty(ProxySecrets.Find(new WebProxy("http://proxy.test") { Credentials = cache }, new Uri("https://other.test/")));
    }

    // As curl takes it: without a scheme. Nobody here asks a proxy of the environment, so the variable is in nobody's way.
    [Fact]
    public void Address_in_the_environment_needs_no_scheme()
    {
        const string Variable = "all_proxy";
        string? before = Environment.GetEnvironmentVariable(Variable);
        Environment.SetEnvironmentVariable(Variable, "env-user:env-pa55@proxy.test:8080");
        try
        {
            Assert.Superset(Forms("env-user:env-pa55").ToHashSet(), ProxySecrets.Find(null, s_target).ToHashSet());
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, before);
        }
    }

    // The passwords, and the pairs as a header has them, in both of the encodings that are in use.
    private static IEnumerable<string> Forms(string pairs) => pairs.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => (Pair: pair, Password: pair[(pair.IndexOf(':', StringComparison.Ordinal) + 1)..]))
        .SelectMany(known => new[] { known.Password, Convert.ToBase64String(Encoding.UTF8.GetBytes(known.Pair)), Convert.ToBase64String(Encoding.Latin1.GetBytes(known.Pair)) })
        .Distinct().Order(StringComparer.Ordinal);
}
