using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Api;

/// <summary>What a wait for a batch does and says beside waiting: work before a pause, a start that comes too late.</summary>
public class BatchWaitWordsTests
{
    private const string Id = TestClient.BatchId;

    [Fact]
    public async Task Work_before_a_pause_is_given_the_batch_and_taken_off_the_time()
    {
        using LoopbackServer server = new(Seen("PENDING"));
        using TestClient client = new(server.BaseUri);
        List<(string?, double)> works = [];
        await Assert.ThrowsAsync<WaitEndedException>(() => RunAsync(client, new BatchWaitOptions
        {
            Timeout = TimeSpan.FromSeconds(14),
            BeforePause = (batch, waited, _) =>
            {
                works.Add((batch.Status, waited.TotalSeconds));
                client.Clock.Advance(TimeSpan.FromSeconds(10));
                return Task.CompletedTask;
            },
        }));
        Assert.Equal([("PENDING", 0.0)], works);
        Assert.Equal([3.0, 1.0], client.Clock.Delays);
    }

    [Fact]
    public async Task Look_that_failed_has_no_batch_to_work_with()
    {
        using LoopbackServer server = new(Seen("PENDING"), WireAnswer.Of(500), Seen("IN_PROCESS"), Seen("COMPLETED"));
        using TestClient client = new(server.BaseUri, retries: 0);
        List<string?> works = [];
        await RunAsync(client, new BatchWaitOptions
        {
            BeforePause = (batch, _, _) =>
            {
                works.Add(batch.Status);
                return Task.CompletedTask;
            },
        });
        Assert.Equal(["PENDING", "IN_PROCESS"], works);
    }

    // A day begins 14 hours earlier somewhere; it is noon, and ten minutes are waited for.
    [Theory]
    [InlineData("2027-01-16", "02:10", 0, null)]
    [InlineData("2027-01-16", "02:11", 0, "2027-01-16 at 02:11, tomorrow")]
    [InlineData("2027-01-16", "02:11", 6, "2027-01-16 at 02:11, tomorrow")]
    [InlineData("2027-02-01", "09:00", 0, "2027-02-01 at 09:00, in 17 days")]
    public async Task Start_after_the_end_of_the_wait_is_warned_of_once(string day, string time, int before, string? start)
    {
        WireAnswer starts = WireAnswer.Of(200, $$"""{"id":"{{Id}}","status":"PENDING","startDate":"{{day}}","startTime":"{{time}}"}""");
        using LoopbackServer server = new([.. Enumerable.Repeat(Seen("PENDING"), before), starts, starts, Seen("COMPLETED")]);
        using TestClient client = new(server.BaseUri);
        List<string> warnings = [];
        await RunAsync(client, new BatchWaitOptions { Warn = warnings.Add });
        Assert.Equal(start is null ? [] : [$"Batch {Id} begins on {start}: later than the 600 seconds (-TimeoutSec) for which it is waited for."], warnings);
    }

    [Theory]
    [InlineData("2027-02-01", "The batch begins on 2027-02-01, and nothing happens before: wait again from then on.")]
    [InlineData("2027-01-14", "Wait again, with a larger -TimeoutSec. A batch with a start date in the future does not start before it.")]
    public async Task Time_that_ran_out_before_the_start_advises_to_wait_until_then(string day, string advice)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, $$"""{"id":"{{Id}}","status":"PENDING","startDate":"{{day}}"}"""));
        using TestClient client = new(server.BaseUri);
        WaitEndedException exception = await Assert.ThrowsAsync<WaitEndedException>(() => RunAsync(client, new BatchWaitOptions { Timeout = TimeSpan.Zero }));
        Assert.Equal(advice, exception.RecommendedAction);
    }

    private static WireAnswer Seen(string status) => WireAnswer.Of(200, $$"""{"id":"{{Id}}","status":"{{status}}"}""");

    private static Task<RcBatch> RunAsync(TestClient client, BatchWaitOptions options)
    {
        client.Clock.Deadline = options.Timeout;
        return new BatchWait(client.Batches, client.Clock, options with { Statuses = ["COMPLETED"] }).RunAsync(Id, TestClient.Stop);
    }
}
