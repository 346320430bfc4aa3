using RocketComs.Core.Errors;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>A server that keeps connections open although every write asks to close its own: the next write that dies is sent once all the same.</summary>
public class KeptConnectionTests
{
#if NETSTANDARD_LAYOUT
    // HttpClientHandler on .NET takes the kept connection for the second write of each pair.
    private const int Connections = 3;
#else
    private const int Connections = 6;
#endif

    [Theory]
    [InlineData("drop")]
    [InlineData("reset")]
    [InlineData("half a head")]
    [InlineData("reset in the head")]
    public async Task Write_after_a_write_whose_connection_was_kept_is_sent_once_and_its_outcome_is_unknown(string fault)
    {
        int writes = 0;
        using LoopbackServer server = new(_ => ++writes % 2 == 1 ? WireAnswer.Of(200, TestClient.Batch) : FaultTableTests.Fault(fault)) { KeepsConnections = true };
        using TestClient client = new(server.BaseUri);
        foreach (Func<Task> write in (Func<Task>[])[() => client.UpdateAsync(), () => client.Batches.CreateAsync(TestClient.Text(), null, TestClient.Stop), client.RemoveAsync])
        {
            Assert.Equal(TestClient.BatchId, (await client.UpdateAsync()).Id);
            await Assert.ThrowsAsync<OutcomeUnknownException>(write);
        }

        Assert.Equal(["PATCH", "PATCH", "PATCH", "POST", "PATCH", "DELETE"], server.Requests.Select(request => request.Method));
        Assert.Equal(Connections, server.Connections);
        Assert.Empty(client.Clock.Delays);
    }
}
