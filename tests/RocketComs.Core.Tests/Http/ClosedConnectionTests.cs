using RocketComs.Core.Errors;
using RocketComs.Core.Http.Authorization;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>A connection that is closed while others use it, and one that many use at once.</summary>
public class ClosedConnectionTests
{
    [Fact]
    public async Task Connection_that_was_kept_for_reads_is_closed_with_the_client()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, TestClient.Batch));
        using (TestClient client = new(server.BaseUri))
        {
            await client.GetAsync();
        }

        await server.GoneAsync();
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task Read_under_way_ends_with_ConnectionClosed()
    {
        using LoopbackServer server = new(WireAnswer.Hang);
        using TestClient client = new(server.BaseUri);
        Task get = client.GetAsync();
        await server.ArrivalAsync();
        client.Transport.Dispose();
        ConnectionClosedException exception = await Assert.ThrowsAsync<ConnectionClosedException>(() => get);
        Assert.Equal($"The connection to {server.BaseUri} has been closed.", exception.Message);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Write_under_way_ends_with_OutcomeUnknown()
    {
        using LoopbackServer server = new(WireAnswer.Hang);
        using TestClient client = new(server.BaseUri);
        Task update = client.UpdateAsync();
        await server.ArrivalAsync();
        client.Transport.Dispose();
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => update);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Those_who_wait_for_a_login_end_with_ConnectionClosed()
    {
        using LoopbackServer server = new(WireAnswer.Hang);
        using TestClient client = new(server.BaseUri, authorization: new PortalAuthorization("a@example.com", TestClient.Secret, TimeProvider.System));
        Task[] waiting = [client.GetAsync(), client.UpdateAsync(), client.Transport.AuthorizeAsync(TestClient.Stop)];
        await server.ArrivalAsync();
        client.Transport.Dispose();
        foreach (Task task in waiting)
        {
            await Assert.ThrowsAsync<ConnectionClosedException>(() => task);
        }

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Whoever_comes_later_is_told_and_nothing_is_sent()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, TestClient.Batch));
        using TestClient client = new(server.BaseUri);
        client.Transport.Dispose();
        client.Transport.Dispose();
        await Assert.ThrowsAsync<ConnectionClosedException>(client.GetAsync);
        await Assert.ThrowsAsync<ConnectionClosedException>(() => client.UpdateAsync());
        await Assert.ThrowsAsync<ConnectionClosedException>(client.RemoveAsync);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Eight_threads_share_a_connection_and_each_gets_its_own_answers()
    {
        using LoopbackServer server = new(request => WireAnswer.Of(200, $$"""{"id":"{{request.Target.Split('/')[^1].Split('?')[0]}}","status":"CREATED"}"""));
        using TestClient client = new(server.BaseUri);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(
            async () =>
            {
                for (int i = 0; i < 25; i++)
                {
                    string id = $"batch-{thread}-{i}";
                    Assert.Equal(id, (await client.Batches.GetAsync(id, TestClient.Stop)).Id);
                    Assert.Equal(id, (await client.Batches.UpdateAsync(id, TestClient.Text(id), null, TestClient.Stop)).Id);
                }
            },
            TestClient.Stop)));
        Assert.Equal(400, server.Requests.Length);
        Assert.All(server.Requests.Where(request => request.Method == "PATCH"), request => Assert.Contains(request.Target.Split('/')[^1].Split('?')[0] + "\r\n", request.Text, StringComparison.Ordinal));
    }
}
