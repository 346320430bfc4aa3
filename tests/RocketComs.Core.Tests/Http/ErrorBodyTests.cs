using System.Net;
using System.Text;
using RocketComs.Core.Http.Secrets;
using RocketComs.Core.Http.Transport;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>What of a refusal is shown: the platform's own words, those of a gateway, and no more of them than can be read.</summary>
public class ErrorBodyTests
{
    [Theory]
    [InlineData("""{"title":"Forbidden.","detail":"No right"}""", "Forbidden: No right")]
    [InlineData("""{"title":" Same. ","detail":"Same"}""", "Same")]
    [InlineData("""{"title":" ","detail":""}""", null)]
    [InlineData("""{"error":"invalid_grant","error_description":"Expired."}""", "invalid_grant: Expired")]
    [InlineData("""{"title":"A","message":"B"}""", "B")]
    [InlineData("""{"message":"a\u0000\u001b[31m\r\nb "}""", "a [31m b")]
    [InlineData("""{"errors":[{"field":"file","message":"line 3: bad number"}]}""", """{"errors":[{"field":"file","message":"line 3: bad number"}]}""")]
    [InlineData("""{"error":{"code":"X","message":"campaign is suspended"}}""", """{"error":{"code":"X","message":"campaign is suspended"}}""")]
    [InlineData("""{"code":"E17","reason":"quota"}""", """{"code":"E17","reason":"quota"}""")]
    [InlineData("""{"status":400,"errors":{"startDate":["must not be in the past"]}}""", """{"status":400,"errors":{"startDate":["must not be in the past"]}}""")]
    [InlineData("""{"message":{"en":"x"}}""", """{"message":{"en":"x"}}""")]
    [InlineData("""{"title":"Invalid.","detail":"See errors","errors":{"startDate":[ "past" ]},"none":[],"nil":{}}""", """Invalid: See errors; errors {"startDate":[ "past" ]}""")]
    [InlineData("{\"message\":\"No\",\"details\":[\r\n    1,\r\n    2]}", "No; details [ 1, 2]")]
    [InlineData("""{"status":"x","traceId":"t","timestamp":"2027-01-31T00:00:00Z"}""", null)]
    [InlineData("""{"message":" "}""", null)]
    [InlineData("{}", null)]
    [InlineData("", null)]
    [InlineData("<p> </p>", null)]
    public void Message_of_json_is_the_platforms_or_that_of_a_problem(string body, string? message) => Assert.Equal(message, Answer(body).ErrorBody().Message);

    [Theory]
    [InlineData("""{"reason":"{0}"}""")]
    [InlineData("""{"message":"No","details":["{0}"]}""")]
    public void Secret_is_masked_also_where_the_excerpt_is_cut(string form)
    {
        string body = form.Replace("{0}", new string('x', 176) + " s3cret-word-of-some-length", StringComparison.Ordinal);
        string message = new ApiAnswer(HttpStatusCode.BadRequest, Encoding.UTF8.GetBytes(body), null, SecretMask.Of(null, ["s3cret-word-of-some-length"])).ErrorBody().Message!;
        Assert.Contains("xxx ***", message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"status":400,"traceID":"t"}""", null)]
    [InlineData("""{"status":"400","traceId":"t","traceID":"u"}""", null)]
    [InlineData("""{"status":"0400","traceId":"t"}""", "0400")]
    [InlineData("""{"status":401,"traceId":"t"}""", "401")]
    public void Status_of_http_again_is_no_code_of_the_platform(string body, string? status) =>
        Assert.Equal((status, "t"), Answer(body).ErrorBody() is var read ? (read.Status, read.TraceId) : default);

    [Theory]
    [InlineData("{0}", 200, false)]
    [InlineData("{0}", 201, true)]
    [InlineData("<p>{0}</p>", 200, false)]
    [InlineData("<script>hidden</script>{0}<style>hidden", 201, true)]
    [InlineData("<SCRIPT>\nhidden\n</SCRIPT>{0}<STYLE>\nhidden", 200, false)]
    [InlineData("{{\"message\":\"{0}\"}}", 1000, false)]
    [InlineData("{{\"message\":\"{0}\"}}", 1001, true)]
    public void Page_is_shown_to_200_characters_and_a_message_to_a_thousand(string form, int length, bool isCut)
    {
        string text = new('x', length);
        string? shown = Answer(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, text)).ErrorBody().Message;
        Assert.Equal(isCut ? text[1..] + "…" : text, shown);
    }

    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    [InlineData(299, true)]
    [InlineData(300, false)]
    public void Success_is_2xx(int status, bool isSuccess) => Assert.Equal(isSuccess, new ApiAnswer((HttpStatusCode)status, [], null, SecretMask.None).IsSuccess);

    [Theory]
    [InlineData("GET", false, false)]
    [InlineData("HEAD", false, false)]
    [InlineData("POST", true, false)]
    [InlineData("POST", false, true)]
    [InlineData("OPTIONS", false, true)]
    public void What_is_neither_a_read_nor_a_login_counts_as_a_write(string method, bool isAnonymous, bool isWrite) =>
        Assert.Equal(isWrite, new ApiRequest(new HttpMethod(method), "v1/x") { IsAnonymous = isAnonymous }.IsWrite);

    private static ApiAnswer Answer(string body) => new(HttpStatusCode.BadRequest, Encoding.UTF8.GetBytes(body), null, SecretMask.None);
}
