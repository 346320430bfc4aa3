using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

/// <summary>What a batch shows of its schedule counts, also what cannot be read and what is not there.</summary>
public sealed class ShownScheduleTests
{
    private const string Id = "32df8770-ee48-46e7-a8c7-9ec478883076";
    private const string Whole = "\"startDate\":\"2127-03-01\",\"externalId\":\"e1\"";

    [Theory]
    [InlineData("\"startDate\":\"01.03.2127\",\"externalId\":\"e1\"", "StartDate", "The batch's StartDate '01.03.2127' cannot be read, so it cannot be checked.", "2127-03-02")]
    [InlineData(Whole + ",\"endDate\":4985193600000", "EndDate", "The batch's EndDate '4985193600000' cannot be read, so it cannot be checked.", "2127-03-02")]
    [InlineData(Whole + ",\"startTime\":\"9 AM\"", "StartTime", "The batch's StartTime '9 AM' cannot be read, so it cannot be checked.", "10:00")]
    [InlineData(Whole + ",\"endTime\":[17,0]", "EndTime", "The batch's EndTime '...' cannot be read, so it cannot be checked.", "17:00")]
    [InlineData("\"startDate\":\"2127-03-01\",\"externalId\":{\"a\":1}", "ExternalId", "The batch's ExternalId '...' cannot be read, so it cannot be checked.", "e2")]
    public void Value_that_cannot_be_read_is_not_taken_for_none(string shown, string name, string message, string given)
    {
        using TestSession session = new();
        List<string> writes = [];
        using CannedServer server = Connect(session, shown, "PENDING", writes);

        ErrorRecord error = Update(session, "Schedule").Error("RcInvalidParameter");

        Assert.Equal(message, error.Exception.Message);
        Assert.StartsWith($"Give -{name},", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains(message, Update(session, "Validate").NoErrors().Warnings);
        Assert.Contains(Update(session, "Schedule", (name, given)).NoErrors().Warnings, warning => warning == $"{name} '{given}' was sent, but batch {Id} shows '{message.Split('\'')[2]}'.");
        Assert.Equal(["PATCH", "PATCH"], writes);
    }

    [Theory]
    [InlineData(Whole, "Schedule", new string[0])]
    [InlineData(Whole + ",\"endDate\":\"\",\"endTime\":null", "Schedule", new string[0])]
    [InlineData("\"externalId\":\"e1\"", "Schedule", new[] { "StartDate" })]
    [InlineData("\"startDate\":\"2127-03-01\",\"externalId\":\" \"", "Schedule", new[] { "ExternalId" })]
    [InlineData("\"charset\":\"ASCII\"", "Schedule", new[] { "ExternalId", "StartDate" })]
    [InlineData("\"charset\":\"ASCII\"", "Validate", new string[0])]
    public void Value_that_is_missing_and_required_of_new_batches_is_warned_of(string shown, string action, string[] missing)
    {
        using TestSession session = new();
        using CannedServer server = Connect(session, shown, "PENDING", []);

        CommandResult result = Update(session, action).NoErrors();

        Assert.Equal(missing, result.Warnings.Where(warning => warning.StartsWith($"Batch {Id} shows no ", StringComparison.Ordinal)).Select(warning => warning.Split(',')[0].Split(' ')[^1]));
    }

    [Fact]
    public void Batch_that_stays_CREATED_after_Schedule_is_warned_of()
    {
        using TestSession session = new();
        using CannedServer server = Connect(session, Whole, "CREATED", []);

        Assert.Equal(
            $"Batch {Id} was to be scheduled, but is CREATED: whether it goes out is not known. Look at it with 'Get-RcBatch {Id}' and do not create it again; if it stays CREATED, schedule it with Update-RcBatch.",
            Update(session, "Schedule").NoErrors().Warnings[^1]);
        Assert.Empty(Update(session, "Validate").NoErrors().Warnings);
    }

    private static CannedServer Connect(TestSession session, string shown, string after, List<string> writes)
    {
        CannedServer server = new(method =>
        {
            string status = "CREATED";
            if (method == "PATCH")
            {
                writes.Add(method);
                status = after;
            }

            return (200, "{\"id\":\"" + Id + "\",\"operationType\":\"CSV_FILE\",\"status\":\"" + status + "\"," + shown + "}");
        });
        session.Run("Connect-RcAccount", ("BaseUri", server.BaseUri), ("AccessToken", AccountSession.Secret("token")), ("MaximumRetryCount", 0)).NoErrors();
        return server;
    }

    private static CommandResult Update(TestSession session, string action, params (string Name, object? Value)[] parameters) =>
        session.Pipe([AccountSession.Row("12025550123", "Hi")], "Update-RcBatch", [("Id", Id), ("Action", action), ("AllowRepeat", true), ("Force", true), .. parameters]);
}
