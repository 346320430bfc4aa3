using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>A read that is stopped costs no other read its connection or a try.</summary>
public class StoppedReadTests
{
    [Fact]
    public async Task Stop_of_one_read_leaves_another_alone()
    {
        TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using LoopbackServer server = new(request => WireAnswer.Of(200, TestClient.Batch) with { After = go.Task });
        using TestClient client = new(server.BaseUri, retries: 0);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestClient.Stop);
        Task<RcBatch> stays = client.GetAsync();
        Task<RcBatch> goes = client.Batches.GetAsync(TestClient.BatchId, stop.Token);
        await server.ArrivalAsync();
        await server.ArrivalAsync();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => goes);
        go.SetResult();
        Assert.Equal(TestClient.BatchId, (await stays).Id);
        Assert.Equal(TestClient.BatchId, (await client.GetAsync()).Id);
        Assert.Equal((3, 2), (server.Requests.Length, server.Connections));
    }

    [Fact]
    public async Task Read_after_a_stop_takes_a_new_connection_without_a_try_lost()
    {
        int reads = 0;
        using LoopbackServer server = new(_ => ++reads == 2 ? WireAnswer.Hang : WireAnswer.Of(200, TestClient.Batch));
        using TestClient client = new(server.BaseUri, retries: 0);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestClient.Stop);
        await client.GetAsync();
        await server.ArrivalAsync();
        Task<RcBatch> goes = client.Batches.GetAsync(TestClient.BatchId, stop.Token);
        await server.ArrivalAsync();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => goes);
        await client.GetAsync();
        await client.GetAsync();
        Assert.Equal((4, 2), (server.Requests.Length, server.Connections));
    }
}
