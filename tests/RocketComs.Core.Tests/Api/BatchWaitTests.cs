using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Api;

public class BatchWaitTests
{
    private static readonly string[] s_default = ["CREATED", "COMPLETED", "ERROR"];

    [Fact]
    public async Task Status_that_is_there_already_ends_the_wait_at_once()
    {
        using LoopbackServer server = Statuses("CREATED");
        using TestClient client = new(server.BaseUri);
        Assert.Equal("CREATED", (await RunAsync(client, s_default)).Status);
        Assert.Single(server.Requests);
        Assert.Empty(client.Clock.Delays);
    }

    [Fact]
    public async Task Status_is_polled_until_it_is_reached_with_growing_pauses()
    {
        using LoopbackServer server = Statuses("PENDING", "PENDING", "IN_PROCESS", "IN_PROCESS", "IN_PROCESS", "IN_PROCESS", "IN_PROCESS", "COMPLETED");
        using TestClient client = new(server.BaseUri);
        List<(string?, double)> looks = [];
        RcBatch batch = await RunAsync(client, ["completed"], polled: (seen, waited) => looks.Add((seen.Status, waited.TotalSeconds)));
        Assert.Equal("COMPLETED", batch.Status);
        Assert.Equal([5, 7.5, 11.25, 16.875, 25.312, 30, 30], client.Clock.Delays.Select(delay => Math.Round(delay, 4)));
        Assert.Equal(8, looks.Count);
        Assert.Equal([("PENDING", 0.0), ("PENDING", 5.0), ("IN_PROCESS", 12.5)], looks.Take(3));
    }

    [Fact]
    public async Task Wait_ends_when_the_time_runs_out()
    {
        using LoopbackServer server = Statuses("PENDING");
        using TestClient client = new(server.BaseUri);
        WaitEndedException exception = await Assert.ThrowsAsync<WaitEndedException>(() => RunAsync(client, s_default, timeout: 14));
        Assert.Equal((true, "PENDING"), (exception.TimedOut, exception.Batch!.Status));
        Assert.Equal([5, 7.5, 0.5, 1], client.Clock.Delays);
        Assert.Equal(4, server.Requests.Length);
        Assert.Contains("is still PENDING after 14 seconds; CREATED, COMPLETED, ERROR was waited for", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Last_look_of_a_short_wait_begins_a_quarter_of_it_before_its_end()
    {
        using LoopbackServer server = Statuses("PENDING");
        using TestClient client = new(server.BaseUri);
        await Assert.ThrowsAsync<WaitEndedException>(() => RunAsync(client, s_default, timeout: 2));
        Assert.Equal([1.5, 0.5], client.Clock.Delays);
        Assert.Equal(2, server.Requests.Length);
    }

    [Fact]
    public async Task Final_status_that_is_seen_as_the_time_runs_out_is_no_time_out()
    {
        using LoopbackServer server = Statuses("ERROR");
        using TestClient client = new(server.BaseUri);
        WaitEndedException exception = await Assert.ThrowsAsync<WaitEndedException>(
            () => RunAsync(client, ["COMPLETED"], timeout: 14, polled: (_, _) => client.Clock.Advance(TimeSpan.FromSeconds(14))));
        Assert.Equal((false, "ERROR"), (exception.TimedOut, exception.Batch!.Status));
    }

    [Fact]
    public async Task No_time_at_all_is_one_look()
    {
        using LoopbackServer server = Statuses("PENDING");
        using TestClient client = new(server.BaseUri);
        Assert.True((await Assert.ThrowsAsync<WaitEndedException>(() => RunAsync(client, s_default, timeout: 0))).TimedOut);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Batch_that_has_finished_ends_the_wait_whatever_its_status_is_called()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, $$"""{"id":"{{TestClient.BatchId}}","status":"DELIVERED","finishedAt":"2027-01-15T09:00:00Z"}"""));
        using TestClient client = new(server.BaseUri);
        WaitEndedException exception = await Assert.ThrowsAsync<WaitEndedException>(() => RunAsync(client, ["COMPLETED"]));
        Assert.Equal((false, "DELIVERED"), (exception.TimedOut, exception.Batch!.Status));
        Assert.Equal($"Batch {TestClient.BatchId} is DELIVERED, and finished at 2027-01-15 09:00:00 UTC; COMPLETED was waited for.", exception.Message);
        Assert.Single(server.Requests);
    }

    // The clock of the test stands at noon of 15 January 2027; the platform's may be ahead, or leave out its zone.
    [Theory]
    [InlineData("2027-01-16T11:59:59Z", true)]
    [InlineData("2027-01-16T12:00:00Z", false)]
    [InlineData("2027-11-02T09:00:00Z", false)]
    [InlineData("1970-01-01T00:00:00Z", false)]
    [InlineData("0001-01-01T00:00:00Z", false)]
    public async Task Time_that_has_not_come_or_stands_for_none_finishes_no_batch(string finishedAt, bool hasFinished)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, $$"""{"id":"{{TestClient.BatchId}}","status":"PENDING","finishedAt":"{{finishedAt}}"}"""));
        using TestClient client = new(server.BaseUri);
        WaitEndedException exception = await Assert.ThrowsAsync<WaitEndedException>(() => RunAsync(client, ["COMPLETED"], timeout: 0));
        Assert.Equal(hasFinished, !exception.TimedOut);
    }

    [Theory]
    [InlineData("ERROR", "COMPLETED")]
    [InlineData("COMPLETED", "CREATED")]
    public async Task Final_status_that_was_not_asked_for_ends_the_wait(string final, string asked)
    {
        using LoopbackServer server = Statuses("IN_PROCESS", final);
        using TestClient client = new(server.BaseUri);
        WaitEndedException exception = await Assert.ThrowsAsync<WaitEndedException>(() => RunAsync(client, [asked]));
        Assert.Equal((false, final), (exception.TimedOut, exception.Batch!.Status));
        Assert.Equal(2, server.Requests.Length);
    }

    [Fact]
    public async Task Missing_batch_ends_the_wait()
    {
        using LoopbackServer server = new(WireAnswer.Of(404));
        using TestClient client = new(server.BaseUri);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await Assert.ThrowsAsync<ApiException>(() => RunAsync(client, s_default))).StatusCode);
    }

    [Fact]
    public async Task Cancelled_wait_stops()
    {
        using LoopbackServer server = Statuses("PENDING");
        using TestClient client = new(server.BaseUri);
        using CancellationTokenSource stop = new();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Wait(client, s_default, 600, polled: (_, _) => stop.Cancel()).RunAsync(TestClient.BatchId, stop.Token));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Look_that_hangs_is_cancelled_when_the_time_is_up()
    {
        using LoopbackServer server = new(Seen("PENDING"), WireAnswer.Hang);
        using TestClient client = new(server.BaseUri);
        Task<RcBatch> waiting = RunAsync(client, ["COMPLETED"], timeout: 14);
        await server.ArrivalAsync();
        await server.ArrivalAsync();
        client.Clock.Advance(TimeSpan.FromSeconds(9));
        WaitEndedException exception = await Assert.ThrowsAsync<WaitEndedException>(() => waiting);
        Assert.Equal((true, "PENDING"), (exception.TimedOut, exception.Batch!.Status));
        Assert.Equal(2, server.Requests.Length);
    }

    [Fact]
    public async Task First_look_that_hangs_is_cancelled_too_and_no_batch_was_seen()
    {
        using LoopbackServer server = new(WireAnswer.Hang);
        using TestClient client = new(server.BaseUri);
        Task<RcBatch> waiting = RunAsync(client, s_default, timeout: 2);
        await server.ArrivalAsync();
        client.Clock.Advance(TimeSpan.FromSeconds(2));
        WaitEndedException exception = await Assert.ThrowsAsync<WaitEndedException>(() => waiting);
        Assert.Equal((true, null), (exception.TimedOut, exception.Batch));
    }

    [Fact]
    public async Task Retry_after_does_not_outlast_the_time()
    {
        using LoopbackServer server = new(WireAnswer.Of(429, string.Empty, "Retry-After: 20"));
        using TestClient client = new(server.BaseUri);
        Assert.True((await Assert.ThrowsAsync<WaitEndedException>(() => RunAsync(client, s_default, timeout: 2))).TimedOut);
        Assert.Single(server.Requests);
        Assert.Equal([20], client.Clock.Delays);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(302)]
    public async Task Failures_that_may_pass_do_not_end_the_wait_once_the_batch_was_seen(int status)
    {
        // The connection breaks in the answer, not before it: for the netstandard2.0 build HttpClient would read again by itself, unseen.
        using LoopbackServer server = new(Seen("PENDING"), WireAnswer.Of(status), WireAnswer.Raw("HTTP/1.1 2"), WireAnswer.Of(200, "<html>"), Seen("COMPLETED"));
        using TestClient client = new(server.BaseUri, retries: 0);
        List<string> failures = [];
        BatchWait wait = Wait(client, ["COMPLETED"], 600, failed: failure => failures.Add(failure.GetType().Name));
        Assert.Equal("COMPLETED", (await wait.RunAsync(TestClient.BatchId, TestClient.Stop)).Status);
        Assert.Equal([status == 302 ? "UnexpectedResponseException" : "ApiException", "ConnectionFailedException", "UnexpectedResponseException"], failures);
        Assert.Equal(5, server.Requests.Length);
    }

    [Fact]
    public async Task Failures_to_the_end_are_named_when_the_time_is_up()
    {
        using LoopbackServer server = new(Seen("PENDING"), WireAnswer.Of(500, """{"message":"No database"}"""));
        using TestClient client = new(server.BaseUri, retries: 0);
        WaitEndedException exception = await Assert.ThrowsAsync<WaitEndedException>(() => RunAsync(client, s_default, timeout: 14));
        Assert.Equal("PENDING", exception.Batch!.Status);
        Assert.Contains("No database", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Failures_that_do_not_pass_end_the_wait(int status)
    {
        using LoopbackServer server = new(Seen("PENDING"), WireAnswer.Of(status), Seen("COMPLETED"));
        using TestClient client = new(server.BaseUri);
        Assert.Equal(status, (int)(await Assert.ThrowsAsync<ApiException>(() => RunAsync(client, ["COMPLETED"]))).StatusCode);
        Assert.Equal(2, server.Requests.Length);
    }

    [Fact]
    public async Task First_look_that_fails_ends_the_wait()
    {
        using LoopbackServer server = new(WireAnswer.Of(500), Seen("COMPLETED"));
        using TestClient client = new(server.BaseUri, retries: 0);
        Assert.Equal(System.Net.HttpStatusCode.InternalServerError, (await Assert.ThrowsAsync<ApiException>(() => RunAsync(client, s_default))).StatusCode);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Batch_that_is_not_scheduled_is_warned_of_once()
    {
        using LoopbackServer server = Statuses("CREATED", "CREATED", "CREATED", "COMPLETED");
        using TestClient client = new(server.BaseUri);
        List<string> warnings = [];
        BatchWait wait = Wait(client, ["COMPLETED"], 600, warn: warnings.Add);
        Assert.Equal("COMPLETED", (await wait.RunAsync(TestClient.BatchId, TestClient.Stop)).Status);
        Assert.Contains("until it is scheduled", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_status_is_written_as_none()
    {
        using LoopbackServer server = Statuses(string.Empty);
        using TestClient client = new(server.BaseUri);
        WaitEndedException exception = await Assert.ThrowsAsync<WaitEndedException>(() => RunAsync(client, s_default, timeout: 0));
        Assert.Contains("is still without a status after 0 seconds", exception.Message, StringComparison.Ordinal);
    }

    private static WireAnswer Seen(string status) => WireAnswer.Of(200, $$"""{"id":"{{TestClient.BatchId}}","status":"{{status}}"}""");

    private static LoopbackServer Statuses(params string[] statuses) => new([.. statuses.Select(Seen)]);

    private static Task<RcBatch> RunAsync(TestClient client, string[] statuses, int timeout = 600, Action<RcBatch, TimeSpan>? polled = null) =>
        Wait(client, statuses, timeout, polled).RunAsync(TestClient.BatchId, TestClient.Stop);

    private static BatchWait Wait(
        TestClient client,
        string[] statuses,
        int timeout,
        Action<RcBatch, TimeSpan>? polled = null,
        Action<RocketComsException>? failed = null,
        Action<string>? warn = null)
    {
        client.Clock.Deadline = TimeSpan.FromSeconds(timeout);
        return new BatchWait(client.Batches, client.Clock, new BatchWaitOptions
        {
            Statuses = statuses,
            Timeout = TimeSpan.FromSeconds(timeout),
            Polled = polled,
            PollFailed = failed,
            Warn = warn,
        });
    }
}
