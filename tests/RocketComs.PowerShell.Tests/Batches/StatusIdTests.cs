using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

/// <summary>The error id of every HTTP status, for reads and for writes, and how many requests it took.</summary>
public sealed class StatusIdTests
{
    private const string Id = "32df8770-ee48-46e7-a8c7-9ec478883076";
    private const string Batch = $$"""{"id":"{{Id}}","status":"CREATED"}""";

    [Theory]
    [InlineData(300, "RcUnexpectedResponse", 1, "RcUnexpectedResponse")]
    [InlineData(301, "RcUnexpectedResponse", 1, "RcUnexpectedResponse")]
    [InlineData(302, "RcUnexpectedResponse", 1, "RcUnexpectedResponse")]
    [InlineData(307, "RcUnexpectedResponse", 1, "RcUnexpectedResponse")]
    [InlineData(308, "RcUnexpectedResponse", 1, "RcUnexpectedResponse")]
    [InlineData(400, "RcBadRequest", 1, "RcBadRequest")]
    [InlineData(401, "RcUnauthorized", 1, "RcUnauthorized")]
    [InlineData(403, "RcForbidden", 1, "RcForbidden")]
    [InlineData(404, "RcNotFound", 1, "RcNotFound")]
    [InlineData(405, "RcBadRequest", 1, "RcBadRequest")]
    [InlineData(408, "RcTimeout", 2, "RcOutcomeUnknown")]
    [InlineData(409, "RcBadRequest", 1, "RcBadRequest")]
    [InlineData(413, "RcBadRequest", 1, "RcBadRequest")]
    [InlineData(415, "RcBadRequest", 1, "RcBadRequest")]
    [InlineData(422, "RcBadRequest", 1, "RcBadRequest")]
    [InlineData(429, "RcRateLimited", 2, "RcRateLimited", 2)]
    [InlineData(500, "RcServerError", 2, "RcServerError")]
    [InlineData(501, "RcServerError", 1, "RcServerError")]
    [InlineData(502, "RcServerError", 2, "RcOutcomeUnknown")]
    [InlineData(503, "RcServerError", 2, "RcServerError", 2)]
    [InlineData(504, "RcServerError", 2, "RcOutcomeUnknown")]
    [InlineData(520, "RcServerError", 1, "RcOutcomeUnknown")]
    [InlineData(524, "RcServerError", 1, "RcOutcomeUnknown")]
    public void Status_has_the_id_of_its_kind_after_the_requests_that_it_may_take(int status, string readId, int reads, string writeId, int writes = 1)
    {
        using TestSession session = new();
        int requests = 0;
        using CannedServer server = new(method =>
        {
            requests += method == "GET" ? 0 : 1;
            return method == "GET" ? (200, Batch) : (status, "{}");
        })
        {
            RetryAfter = "0",
        };
        Connect(session, server);
        CommandResult write = session.Pipe([AccountSession.Row("12025550123", "Hi")], "Update-RcBatch", ("Id", Id), ("Action", "Validate"));
        AssertId(status, writeId, write);
        Assert.Equal(writes, requests);

        requests = 0;
        using CannedServer other = new(_ =>
        {
            requests++;
            return (status, "{}");
        })
        {
            RetryAfter = "0",
        };
        Connect(session, other);
        AssertId(status, readId, session.Run("Get-RcBatch", ("Id", Id)));
        Assert.Equal(reads, requests);
    }

    private static void AssertId(int status, string id, CommandResult result)
    {
        ErrorRecord error = status == 401 ? result.Ended(id) : result.Error(id);
        Assert.Equal(Id, error.TargetObject);
        Assert.Empty(result.Output);
    }

    private static void Connect(TestSession session, CannedServer server) =>
        session.Run("Connect-RcAccount", ("BaseUri", server.BaseUri), ("AccessToken", AccountSession.Secret("token")), ("MaximumRetryCount", 1)).NoErrors();
}
