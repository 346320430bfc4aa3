using System.Net.Http.Headers;
using System.Text;
using RocketComs.Core.Http.Secrets;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>Secrets at the borders of what is a word, an escape or a character: the first and the last that counts, and the next that does not.</summary>
public class SecretBorderTests
{
    [Theory]
    [InlineData("word", "swordfish", "s***fish")]
    [InlineData("cat", "cat", "***")]
    [InlineData("cat", "/cat: @cat[ `cat{ \u007fcat\u007f", "/***: @***[ `***{ \u007f***\u007f")]
    [InlineData("cat", "0cat cat9 Acat catZ acat catz _cat cat_ \u0080cat caté", "0cat cat9 Acat catZ acat catz _cat cat_ \u0080cat caté")]
    [InlineData("eight-ch", "eight-ch eight-c", "*** eight-c")]
    [InlineData("nine-char", "nine-char nine-cha nine-ch", "*** *** nine-ch")]
    public void Secret_of_four_is_hidden_in_words_a_shorter_one_as_a_word_and_a_beginning_from_eight_on(string secret, string text, string shown) =>
        Assert.Equal(shown, SecretMask.Of(null, [secret]).Apply(text));

    [Theory]
    [InlineData("abcabcabcd", "abcabcabcabcabcd", "***")]
    [InlineData("aaaaaaaab", "aaaaaaaaaaaab aaaaaaa", "*** aaaaaaa")]
    public void Secret_that_begins_within_a_beginning_of_itself_is_hidden(string secret, string text, string shown) => Assert.Equal(shown, SecretMask.Of(null, [secret]).Apply(text));

    [Theory]
    [InlineData("eight-ch", "*** and ***")]
    [InlineData("seven-c", "seven-c and ***")]
    public void Key_is_hidden_by_itself_from_eight_characters_on(string key, string shown) =>
        Assert.Equal(shown, SecretMask.Of(Basic(key + ":s3cret-word"), []).Apply($"{key} and s3cret-word"));

    [Theory]
    [InlineData("customer-key-17:s3cret-word", "customer", "***")]
    [InlineData("customer-key-17:s3cret-word", "s3cret-wo", "***")]
    [InlineData("customer-key-17:s3cret-word", "Y3VzdG9tZXIt", "***")]
    [InlineData("seven-c:s3cret-word", "seven-c: hello", "seven-c: hello")]
    public void Beginning_of_key_secret_or_header_is_hidden_and_that_of_the_pair_is_the_key(string pair, string text, string shown) =>
        Assert.Equal(shown, SecretMask.Of(Basic(pair), []).Apply(text));

    [Fact]
    public void Empty_secret_hides_nothing()
    {
        Assert.Equal("all of it", SecretMask.Of(null, [""]).Apply("all of it"));
        Assert.Equal("all of it", SecretMask.Of(Basic("key:"), []).Apply("all of it"));
    }

    [Theory]
    [InlineData(0x7F)]
    [InlineData(0x80)]
    [InlineData(0x7FF)]
    [InlineData(0x800)]
    [InlineData(0xFFFD)]
    [InlineData(0x10000)]
    [InlineData(0x103FF)]
    [InlineData(0x10400)]
    [InlineData(0x10FFFF)]
    public void Character_of_any_length_is_known_by_its_bytes_and_by_its_number(int character)
    {
        string secret = $"key-{char.ConvertFromUtf32(character)}";
        string json = string.Concat(secret[4..].Select(unit => $"\\u{(int)unit:x4}"));
        Assert.Equal("*** *** *** ***", SecretMask.Of(null, [secret]).Apply($"{secret} key-{json} key-&#{character}; {Uri.EscapeDataString(secret)}"));
    }

    [Theory]
    [InlineData("secret-A", "secret-%41", "***")]
    [InlineData("secret-A", "secret-\\x41", "***")]
    [InlineData("secret-A", "secret-\\u0041", "***")]
    [InlineData("secret-A", "secret-%4", "secret-%4")]
    [InlineData("secret-A", "secret-\\x4", "secret-\\x4")]
    [InlineData("secret-A", "secret-\\u004", "secret-\\u004")]
    [InlineData("secret", "secret%", "***%")]
    [InlineData("secret", "secret\\", "***\\")]
    [InlineData("secret", "secret&", "***&")]
    [InlineData("secret", "secret\\ud83d", "***\\ud83d")]
    [InlineData("secret", "secret\\ud83d\\u0041", "***\\ud83d\\u0041")]
    [InlineData("two words", "two\\nwords two\\rwords two\\twords two\\bwords two\\fwords two+words two\twords", "*** *** *** *** *** *** ***")]
    [InlineData("p/:@[`{w", "p\\/\\:\\@\\[\\`\\{w", "***")]
    [InlineData("p09AZacz", "p\\0\\9\\A\\Z\\a\\c\\z p\\0", "p\\0\\9\\A\\Z\\a\\c\\z p\\0")]
    [InlineData("pé12345", "p\\é12345", "p\\é12345")]
    [InlineData("this&that", "this&amp;that this&ampthat this& amp;that", "*** this&ampthat this& amp;that")]
    [InlineData("key-😀", "key-&#x00001F600;", "***")]
    [InlineData("key-😀", "key-&#x000001F600;", "key-&#x000001F600;")]
    public void Escape_that_is_whole_is_decoded_and_no_other(string secret, string text, string shown) => Assert.Equal(shown, SecretMask.Of(null, [secret]).Apply(text));

    private static AuthenticationHeaderValue Basic(string pair) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
}
