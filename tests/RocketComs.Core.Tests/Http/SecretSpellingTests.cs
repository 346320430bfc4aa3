using System.Net;
using System.Net.Http.Headers;
using System.Security;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Authorization;
using RocketComs.Core.Http.Secrets;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>Every way in which servers write what they repeat, for secrets that need escaping in one of them.</summary>
public class SecretSpellingTests
{
    private static readonly JsonSerializerOptions s_relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string, string> SecretsAndWays => new(
        from secret in (string[])["ab+cd/ef==gh", "p%ss wörd&x", "a'b\"c<d>e", "Hü5t", "back\\slash\\n", "50%25 &amp; more", "smile😀😀", "a\"%41%42"]
        from way in (string[])["plain", "url", "url, small letters", "form", "json", "json, relaxed", "json of PHP", "json, small letters", "html", "xml", "html, decimal", "url of a url", "json in html", "json in json", "url in json"]
        select (secret, way));

    [Theory]
    [MemberData(nameof(SecretsAndWays))]
    public void Secret_is_hidden_however_it_is_written(string secret, string way)
    {
        string written = Write(secret, way);
        Assert.Equal("key=[***] for you", SecretMask.Of(null, [secret]).Apply($"key=[{written}] for you"));
        Assert.True(SecretMask.Of(null, [secret]).Hides(written));
    }

    [Theory]
    [InlineData("a'b\"c<d>efgh", "a'b\"cefgh")]
    [InlineData("a'b\"c<d>efgh", "a'b\"c efgh")]
    [InlineData("a'b\"c<d>efgh", "a\\'b\\\"cefgh")]
    [InlineData("a long secret", "a+long+se")]
    [InlineData("a-long-secret", "a-long-s")]
    [InlineData("a-long-secret", "61-2D-6C-6F-6E-67-2D-73-65-63-72-65-74")]
    [InlineData("a-long-secret", "61-2D-6C-6F-6E-67-2D-73")]
    public void Secret_without_its_tags_or_its_end_is_hidden(string secret, string written) =>
        Assert.Equal("You sent *** to us", SecretMask.Of(null, [secret]).Apply($"You sent {written} to us"));

    [Theory]
    [InlineData("cat", "The cat sat, \"cat\", %22cat%22", "The *** sat, \"***\", %22***%22")]
    [InlineData("cat", "concatenate cats bobcat cat_1 caté", "concatenate cats bobcat cat_1 caté")]
    [InlineData("a-long-secret", "a-long- way", "a-long- way")]
    [InlineData("topsecret", "tops\\Ecret tops\\mcret tops\\0ecret", "tops\\Ecret tops\\mcret tops\\0ecret")]
    [InlineData("secret", "nothing 100% \\ & %zz \\u12 &none; &#xZ; &#xD800;", "nothing 100% \\ & %zz \\u12 &none; &#xZ; &#xD800;")]
    public void What_is_no_secret_stays_as_it_is_written(string secret, string text, string shown) => Assert.Equal(shown, SecretMask.Of(null, [secret]).Apply(text));

    [Fact]
    public void Half_a_character_stays_and_hides_nothing() => Assert.Equal("\ud83d *** \udc00", SecretMask.Of(null, ["secret"]).Apply("\ud83d secret \udc00"));

    [Fact]
    public async Task Key_of_eight_characters_is_hidden_and_a_shorter_one_is_a_word()
    {
        using LoopbackServer server = new(WireAnswer.Of(401, "{\"message\":\"customer-key-17 and short-1 may not\"}"));
        foreach ((string key, string shown) in new[] { ("customer-key-17", "*** and short-1 may not"), ("short-1", "customer-key-17 and short-1 may not") })
        {
            using TestClient client = new(server.BaseUri, authorization: HeaderAuthorization.ApiKey(key, TestClient.Secret));
            Assert.Equal(shown, (await Assert.ThrowsAsync<ApiException>(client.GetAsync)).Body.Message);
        }
    }

    [Fact]
    public void Key_and_secret_are_hidden_one_by_one_and_as_a_pair()
    {
        AuthenticationHeaderValue header = new("Basic", Convert.ToBase64String("the-key-1:p:ss-word"u8.ToArray()));
        Assert.Equal("*** | *** | *** | Basic ***", SecretMask.Of(header, []).Apply($"the-key-1 | p:ss-word | the-key-1:p:ss-word | {header}"));
    }

    private static string Write(string secret, string way) => way switch
    {
        "url" => Uri.EscapeDataString(secret),
        "url, small letters" => Regex.Replace(Uri.EscapeDataString(secret), "%..", match => match.Value.ToLowerInvariant()),
        "form" => WebUtility.UrlEncode(secret),
        "json" => Json(secret, null),
        "json, relaxed" => Json(secret, s_relaxed),
        "json of PHP" => Json(secret, s_relaxed).Replace("/", "\\/", StringComparison.Ordinal),
        "json, small letters" => string.Concat(secret.Select(unit => unit is < '\u0080' and not '"' and not '\\' ? unit.ToString() : $"\\u{(int)unit:x4}")),
        "html" => WebUtility.HtmlEncode(secret),
        "xml" => SecurityElement.Escape(secret),
        "html, decimal" => string.Concat(secret.EnumerateRunes().Select(rune => $"&#{rune.Value};")),
        "url of a url" => Uri.EscapeDataString(Uri.EscapeDataString(secret)),
        "json in html" => WebUtility.HtmlEncode(Json(secret, s_relaxed)),
        "json in json" => Json(Json(secret, s_relaxed), s_relaxed),
        "url in json" => Json(Uri.EscapeDataString(secret), null),
        _ => secret,
    };

    private static string Json(string text, JsonSerializerOptions? options) => JsonSerializer.Serialize(text, options)[1..^1];
}
