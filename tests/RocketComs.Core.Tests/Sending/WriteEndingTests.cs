using System.Net;
using RocketComs.Core.Errors;
using RocketComs.Core.Sending;
using Xunit;

namespace RocketComs.Core.Tests.Sending;

public class WriteEndingTests
{
    [Theory]
    [InlineData(400, false, RcJournalOutcome.Refused)]
    [InlineData(429, true, RcJournalOutcome.Refused)]
    [InlineData(503, true, RcJournalOutcome.Refused)]
    [InlineData(503, false, RcJournalOutcome.Unknown)]
    [InlineData(500, true, RcJournalOutcome.Unknown)]
    [InlineData(500, false, RcJournalOutcome.Unknown)]
    public void Server_in_trouble_did_nothing_for_sure_only_where_it_is_busy_and_says_when_to_come_back(int status, bool saysWhen, RcJournalOutcome outcome)
    {
        ApiException exception = new((HttpStatusCode)status, "PATCH /v1/batches/x", new ApiErrorBody(null, null, "t1"), saysWhen ? TimeSpan.FromSeconds(3) : null, "Try again later.");

        Assert.Equal((outcome, $"HTTP {status}, traceId t1"), WriteEnding.Of(exception));
    }
}
