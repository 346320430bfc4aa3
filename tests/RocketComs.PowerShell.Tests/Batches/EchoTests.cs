using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

/// <summary>What the platform answers is compared with what was sent.</summary>
public sealed class EchoTests
{
    private const string Id = "32df8770-ee48-46e7-a8c7-9ec478883076";

    [Fact]
    public void Value_that_the_answer_does_not_show_is_a_warning()
    {
        using TestSession session = new();
        using CannedServer server = Connect(session, Batch("CREATED", "\"description\":\"Old\",\"startTime\":\"08:00\""));

        CommandResult result = Update(session, ("Description", "New"), ("StartTime", TimeSpan.FromHours(9)), ("ExternalId", "x"));

        Assert.Equal("Old", result.Single().Get<string>("Description"));
        Assert.Equal(3, result.Warnings.Count);
        Assert.Contains(result.Warnings, warning => warning.Contains("Description 'New'", StringComparison.Ordinal) && warning.Contains("'Old'", StringComparison.Ordinal));
        Assert.Contains(result.Warnings, warning => warning.Contains("StartTime '09:00'", StringComparison.Ordinal) && warning.Contains("'08:00'", StringComparison.Ordinal));
        Assert.Contains(result.Warnings, warning => warning.Contains("ExternalId 'x'", StringComparison.Ordinal));
    }

    [Fact]
    public void Values_that_the_answer_shows_are_no_warning()
    {
        using TestSession session = new();
        using CannedServer server = Connect(session, Batch("CREATED", "\"description\":\"New\",\"startTime\":\"09:00\""));

        CommandResult result = Update(session, ("Description", "New"), ("StartTime", TimeSpan.FromHours(9)));

        result.Single();
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void Validate_after_which_the_batch_is_on_its_way_is_a_loud_warning()
    {
        using TestSession session = new();
        bool isUpdated = false;
        using CannedServer server = Connect(session, method =>
        {
            isUpdated |= method == "PATCH";
            return Batch(isUpdated ? "PENDING" : "CREATED");
        });

        CommandResult result = Update(session);

        Assert.Equal("PENDING", result.Single().Get<string>("Status"));
        Assert.Contains("PENDING", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_that_nobody_documented_are_kept()
    {
        using TestSession session = new();
        using CannedServer server = Connect(session, Batch("CREATED", "\"colour\":\"blue\",\"namedRecipientsListIds\":\"" + Id + "\""));

        PSObject batch = session.Run("Get-RcBatch", ("Id", Id)).Single();

        Assert.Equal("blue", batch.Get<System.Collections.Generic.IReadOnlyDictionary<string, object?>>("AdditionalProperties")!["colour"]);
        Assert.Equal([Id], batch.Get<string[]>("NamedRecipientsListIds")!);
    }

    [Theory]
    [InlineData(400, "RcBadRequest")]
    [InlineData(403, "RcForbidden")]
    [InlineData(409, "RcBadRequest")]
    [InlineData(415, "RcBadRequest")]
    [InlineData(422, "RcBadRequest")]
    [InlineData(500, "RcServerError")]
    [InlineData(502, "RcOutcomeUnknown")]
    [InlineData(504, "RcOutcomeUnknown")]
    [InlineData(302, "RcUnexpectedResponse")]
    public void Failed_write_has_the_id_of_its_kind(int status, string id)
    {
        const string Error = """{"status":"NOPE","message":"It was not to be","traceId":"trace-42"}""";
        using TestSession session = new();
        int writes = 0;
        using CannedServer server = Connect(session, method =>
        {
            writes += method == "PATCH" ? 1 : 0;
            return method == "PATCH" ? (status, Error) : Batch("CREATED");
        });

        ErrorRecord error = Update(session).Error(id);

        Assert.Equal(Id, error.TargetObject);
        Assert.Equal(1, writes);
        if (status is >= 400 and not (502 or 504))
        {
            Assert.Contains("It was not to be", error.ErrorDetails.Message, StringComparison.Ordinal);
            Assert.Contains("trace-42", error.ErrorDetails.Message, StringComparison.Ordinal);
            Assert.Contains("NOPE", error.ErrorDetails.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Answer_that_is_no_json_is_unexpected()
    {
        using TestSession session = new();
        using CannedServer server = Connect(session, (200, "<html>Welcome</html>"));

        Assert.Equal(Id, session.Run("Get-RcBatch", ("Id", Id)).Error("RcUnexpectedResponse").TargetObject);
    }

    [Fact]
    public void Nobody_listening_is_a_failed_connection()
    {
        using TestSession session = new();
        using (Connect(session, Batch("CREATED")))
        {
            // Closed at once: its port refuses from here on.
        }

        session.Run("Get-RcBatch", ("Id", Id)).Error("RcConnectionFailed");
    }

    private static (int Status, string Body) Batch(string status, string more = "") =>
        (200, "{\"id\":\"" + Id + "\",\"status\":\"" + status + "\",\"operationType\":\"CSV_FILE\"" + (more.Length == 0 ? string.Empty : "," + more) + "}");

    private static CannedServer Connect(TestSession session, (int Status, string Body) answer) => Connect(session, _ => answer);

    private static CannedServer Connect(TestSession session, Func<string, (int Status, string Body)> answer)
    {
        CannedServer server = new(answer);
        session.Run("Connect-RcAccount", ("BaseUri", server.BaseUri), ("AccessToken", AccountSession.Secret("token")), ("MaximumRetryCount", 0)).NoErrors();
        return server;
    }

    private static CommandResult Update(TestSession session, params (string Name, object? Value)[] parameters) =>
        session.Pipe([AccountSession.Row("12025550123", "Hi")], "Update-RcBatch", [("Id", Id), ("Action", "Validate"), .. parameters]);
}
