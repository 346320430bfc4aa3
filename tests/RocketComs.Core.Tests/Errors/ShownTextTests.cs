using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Errors;

/// <summary>What the platform or a proxy says reaches a screen without commands to it, and without a password.</summary>
public class ShownTextTests
{
    [Theory]
    [InlineData("plain, Größe, 😀, a‍b\n\tmore\r\nend")]
    [InlineData("")]
    [InlineData("write to info@example.com")]
    [InlineData("Questions? help@shop.example or https://shop.example/sale")]
    [InlineData("@{Number=2025550101; Message=Sale: https://x.example}")]
    [InlineData("a@b // c@d")]
    public void Text_without_anything_to_hide_stays(string text) => Assert.Equal(text, ShownText.Of(text));

    [Theory]
    [InlineData("a\u001b[31mb", "a<U+001B>[31mb")]
    [InlineData("a\u009b2Jb\u0007", "a<U+009B>2Jb<U+0007>")]
    [InlineData("real\rfake", "real<U+000D>fake")]
    [InlineData("\u202Egnp.exe\u2066x\u2028y", "<U+202E>gnp.exe<U+2066>x<U+2028>y")]
    [InlineData("http://user:p%40ss:w@proxy:8080/x failed", "http://***@proxy:8080/x failed")]
    [InlineData("'https://u:p@a@b@proxy'", "'https://***@proxy'")]
    [InlineData("https://example.com/a@b", "https://example.com/a@b")]
    [InlineData("x@y: http://me:secret@proxy and //u@h", "x@y: http://***@proxy and //***@h")]
    [InlineData("info@//example.com", "info@//example.com")]
    public void What_a_screen_obeys_and_passwords_in_addresses_are_replaced(string text, string shown) => Assert.Equal(shown, ShownText.Of(text));

    [Fact]
    public void Any_text_can_be_shown_and_shows_no_password()
    {
        byte[][] words = [.. ((string[])["//", "@", "http://", "u:p@h", "/", "?", "\"", " ", "#", "\n", "\u001b[2J", "é", "://"]).Select(System.Text.Encoding.UTF8.GetBytes)];
        Fuzz.Try(5_000, random => Fuzz.Mutated("see http://user:secret@proxy:8080/x@y or //a@b, help@c"u8.ToArray(), random, 6, words), bytes =>
        {
            string text = System.Text.Encoding.UTF8.GetString(bytes);
            string shown = ShownText.Of(text);
            Assert.DoesNotContain("//user:secret@", shown, StringComparison.Ordinal);
            Assert.Equal(shown, ShownText.Of(shown));
            Assert.Equal(text.Contains('@', StringComparison.Ordinal), shown.Contains('@', StringComparison.Ordinal));
        });
    }

    [Theory]
    [InlineData("""{"status":"0400","message":"bad \u001b[31m\u202Ename"}""", " was answered with HTTP 400 BadRequest: bad  [31m name. Status 0400.")]
    [InlineData("""{"type":"about:blank","title":"Out of credit","detail":"Your balance is 30.","status":400}""", " was answered with HTTP 400 BadRequest: Out of credit: Your balance is 30.")]
    [InlineData("""{"title":"Bad Request","status":400,"traceId":"t-1"}""", " was answered with HTTP 400 BadRequest: Bad Request. TraceId t-1.")]
    [InlineData("""{"error":"invalid_token","error_description":"It expired"}""", " was answered with HTTP 400 BadRequest: invalid_token: It expired.")]
    public async Task Error_shows_the_words_of_the_answer_and_nothing_that_a_screen_obeys(string body, string end)
    {
        using LoopbackServer server = new(WireAnswer.Of(400, body, "Content-Type: application/problem+json"));
        using TestClient client = new(server.BaseUri);
        ApiException exception = await Assert.ThrowsAsync<ApiException>(client.GetAsync);
        Assert.Equal($"GET /v1/batches/{TestClient.BatchId}{end}", exception.Message);
    }

    [Theory]
    [InlineData("PENDING", "It is on its way, so do not create it again")]
    [InlineData("IN_PROCESS", "It is on its way, so do not create it again")]
    [InlineData("UPLOADING", "It is on its way, so do not create it again")]
    [InlineData("COMPLETED", "It has been sent, so do not create it again")]
    [InlineData("ERROR", "See what went wrong with 'Get-RcBatchError")]
    [InlineData("SOMETHING", "It may be on its way or may have been sent.")]
    [InlineData(null, "It may be on its way or may have been sent.")]
    public void Batch_that_cannot_be_changed_is_not_to_be_created_again_while_it_may_go_out(string? status, string advice)
    {
        BatchNotUpdatableException exception = Assert.Throws<BatchNotUpdatableException>(
            () => BatchesClient.RequireCreated(new RcBatch { Id = TestClient.BatchId, Status = status }, TestClient.BatchId));
        Assert.StartsWith(advice, exception.RecommendedAction, StringComparison.Ordinal);
        Assert.StartsWith($"Batch {TestClient.BatchId} is {status ?? "without a status"}, and only a batch that is CREATED and has not finished can be changed", exception.Message, StringComparison.Ordinal);
    }
}
