using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using RocketComs.Core.Batches;
using RocketComs.Core.Errors;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Batches;

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
        RcBatch batch = await RunAsync(client, ["completed"], looked: (seen, waited) => looks.Add((seen.Status, waited.TotalSeconds)));
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
        Assert.Equal((true, "PENDING"), (exception.TimedOut, exception.Batch.Status));
        Assert.Equal([5, 7.5, 1.5], client.Clock.Delays);
        Assert.Equal(4, server.Requests.Length);
        Assert.Contains("is still PENDING after 14 seconds; CREATED, COMPLETED, ERROR was waited for", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_time_at_all_is_one_look()
    {
        using LoopbackServer server = Statuses("PENDING");
        using TestClient client = new(server.BaseUri);
        Assert.True((await Assert.ThrowsAsync<WaitEndedException>(() => RunAsync(client, s_default, timeout: 0))).TimedOut);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("ERROR", "COMPLETED")]
    [InlineData("COMPLETED", "CREATED")]
    public async Task Final_status_that_was_not_asked_for_ends_the_wait(string final, string asked)
    {
        using LoopbackServer server = Statuses("IN_PROCESS", final);
        using TestClient client = new(server.BaseUri);
        WaitEndedException exception = await Assert.ThrowsAsync<WaitEndedException>(() => RunAsync(client, [asked]));
        Assert.Equal((false, final), (exception.TimedOut, exception.Batch.Status));
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
        BatchWait wait = new(client.Batches, client.Clock);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.RunAsync(
            TestClient.BatchId, s_default, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(600), (_, _) => stop.Cancel(), stop.Token));
        Assert.Single(server.Requests);
    }

    private static LoopbackServer Statuses(params string[] statuses) =>
        new([.. statuses.Select(status => WireAnswer.Of(200, $$"""{"id":"{{TestClient.BatchId}}","status":"{{status}}"}"""))]);

    private static Task<RcBatch> RunAsync(TestClient client, string[] statuses, int timeout = 600, Action<RcBatch, TimeSpan>? looked = null) =>
        new BatchWait(client.Batches, client.Clock).RunAsync(TestClient.BatchId, statuses, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(timeout), looked, TestClient.Stop);
}
