using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Secrets;
using RocketComs.Core.Http.Transport;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>What an answer or a fault means, without a server that gives it.</summary>
public class FailurePolicyTests
{
    private const string FindOut = "Look there first.";

    private static readonly DateTimeOffset s_now = new(2127, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly ApiRequest s_read = new(HttpMethod.Get, "v1/batches") { HowToFindOut = FindOut };
    private static readonly ApiRequest s_write = new(HttpMethod.Post, "v1/batches") { HowToFindOut = FindOut };

    [Theory]
    [InlineData(299, "Correct what the message names.", "Correct what the message names; nothing was changed.")]
    [InlineData(400, "Correct what the message names.", "Correct what the message names; nothing was changed.")]
    [InlineData(499, "Correct what the message names.", "Correct what the message names; nothing was changed.")]
    [InlineData(500, "Try again later.", FindOut)]
    [InlineData(519, "Try again later.", FindOut)]
    [InlineData(525, "Try again later.", FindOut)]
    [InlineData(429, "Too many requests. Wait a while and try again; nothing was changed.", "Too many requests. Wait a while and try again; nothing was changed.")]
    public void Answer_advises_a_read_and_a_write(int status, string read, string write)
    {
        Assert.Equal(read, Assert.IsType<ApiException>(FailurePolicy.ForAnswer(s_read, Answer(status), s_now)).RecommendedAction);
        Assert.Equal(write, Assert.IsType<ApiException>(FailurePolicy.ForAnswer(s_write, Answer(status), s_now)).RecommendedAction);
    }

    [Theory]
    [InlineData(300, typeof(UnexpectedResponseException))]
    [InlineData(399, typeof(UnexpectedResponseException))]
    [InlineData(199, typeof(OutcomeUnknownException))]
    [InlineData(408, typeof(OutcomeUnknownException))]
    [InlineData(520, typeof(OutcomeUnknownException))]
    [InlineData(524, typeof(OutcomeUnknownException))]
    public void Answer_to_a_write_leaves_open_what_was_done(int status, Type type) => Assert.IsType(type, FailurePolicy.ForAnswer(s_write, Answer(status), s_now));

    [Theory]
    [InlineData(408, true, false)]
    [InlineData(429, true, true)]
    [InlineData(500, true, false)]
    [InlineData(501, false, false)]
    [InlineData(502, true, false)]
    [InlineData(503, true, false)]
    [InlineData(504, true, false)]
    [InlineData(400, false, false)]
    public void Answer_may_be_followed_by_another_try(int status, bool read, bool write) =>
        Assert.Equal((read, write), (FailurePolicy.MayRetry(s_read, Answer(status)), FailurePolicy.MayRetry(s_write, Answer(status))));

    [Fact]
    public void Write_that_was_told_when_to_come_back_may_do_so() =>
        Assert.True(FailurePolicy.MayRetry(s_write, Answer(503, new RetryConditionHeaderValue(TimeSpan.Zero))));

    [Fact]
    public void Wait_is_told_in_seconds_or_as_a_time_that_is_not_past()
    {
        Assert.Null(FailurePolicy.Wait(Answer(429), s_now));
        Assert.Equal(TimeSpan.FromSeconds(7), FailurePolicy.Wait(Answer(429, new RetryConditionHeaderValue(TimeSpan.FromSeconds(7))), s_now));
        Assert.Equal(TimeSpan.FromMinutes(1), FailurePolicy.Wait(Answer(429, new RetryConditionHeaderValue(s_now.AddMinutes(1))), s_now));
        Assert.Equal(TimeSpan.Zero, FailurePolicy.Wait(Answer(429, new RetryConditionHeaderValue(s_now.AddMinutes(-1))), s_now));
        Assert.Contains("Come back at 2127-06-01 12:01:00 UTC", FailurePolicy.ForAnswer(s_read, Answer(429, new RetryConditionHeaderValue(s_now.AddMinutes(1))), s_now).RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reset", true)]
    [InlineData("The server said s3cr3t-Pa55", false)]
    [InlineData("reset\u001B[2J", false)]
    public void Cause_is_shown_where_it_hides_nothing(string message, bool isShown)
    {
        IOException cause = new(message);
        SecretMask mask = SecretMask.Of(null, ["s3cr3t-Pa55"]);
        foreach (RocketComsException fault in (RocketComsException[])[FailurePolicy.ForFault(s_read, cause, false, mask), FailurePolicy.ForFault(s_write, cause, true, mask)])
        {
            Assert.Same(isShown ? cause : null, fault.InnerException);
            Assert.DoesNotContain("s3cr3t", fault.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Remote certificate is invalid.", "POST /v1/batches was not sent: the server's certificate cannot be trusted (Remote certificate is invalid).")]
    [InlineData("The remote certificate is invalid.", "POST /v1/batches was not sent: the server's certificate cannot be trusted (The remote certificate is invalid).")]
    [InlineData("No common version.", "POST /v1/batches was not sent: TLS could not be set up (No common version).")]
    public void Certificate_is_told_from_tls(string message, string told)
    {
        ConnectionFailedException fault = Assert.IsType<ConnectionFailedException>(FailurePolicy.ForFault(s_write, new AuthenticationException(message), false, SecretMask.None));
        Assert.Equal(told, fault.Message);
        Assert.False(FailurePolicy.MayRetry(s_read, fault));
    }

    private static ApiAnswer Answer(int status, RetryConditionHeaderValue? retryAfter = null) => new((HttpStatusCode)status, [], retryAfter, SecretMask.None);
}
