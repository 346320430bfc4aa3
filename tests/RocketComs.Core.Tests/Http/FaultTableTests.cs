using RocketComs.Core.Errors;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>Every fault of a connection, for reads and writes: what arrives at the server, and what the user gets.</summary>
public class FaultTableTests
{
    private const int Retries = 2;
    private const string Half = "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"id\":";

    /// <summary>The faults by name.</summary>
    internal static WireAnswer Fault(string name) => name switch
    {
        "drop" => WireAnswer.Drop,
        "reset" => WireAnswer.Reset,
        "half a head" => WireAnswer.Raw("HTTP/1.1 200 OK\r\nContent-Le"),
        "reset in the head" => WireAnswer.RawReset("HTTP/1.1 200 OK\r\nContent-Le"),
        "half a body" => WireAnswer.Raw(Half),
        "reset in the body" => WireAnswer.RawReset(Half),
        "half a chunk" => WireAnswer.Raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n50\r\n{\"id\""),
        "no chunk" => WireAnswer.Raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
        "no http" => WireAnswer.Raw("SSH-2.0-OpenSSH_9.2\r\n"),
        "no answer" => WireAnswer.Hang,
        "answer that stops" => new WireAnswer(System.Text.Encoding.ASCII.GetBytes(Half), Hangs: true),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    [Theory]
#if !NETSTANDARD_LAYOUT
    // Without a byte of an answer HttpClient itself reads again, unseen, where it does not run over the streams of the net8.0 build.
    [InlineData("drop")]
    [InlineData("reset")]
#endif
    [InlineData("half a head")]
    [InlineData("reset in the head")]
    [InlineData("half a body")]
    [InlineData("reset in the body")]
    [InlineData("half a chunk")]
    [InlineData("no chunk")]
    [InlineData("no http")]
    public async Task Read_is_sent_as_often_as_the_count_says_and_not_once_more(string fault)
    {
        using LoopbackServer server = new(Fault(fault));
        using TestClient client = new(server.BaseUri, Retries);
        ConnectionFailedException exception = await Assert.ThrowsAsync<ConnectionFailedException>(client.GetAsync);
        Assert.Equal((1 + Retries, Retries), (server.Requests.Length, client.Clock.Delays.Length));
        Assert.StartsWith($"GET /v1/batches/{TestClient.BatchId} could not connect: ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("..", exception.Message, StringComparison.Ordinal);
    }

#if !NETSTANDARD_LAYOUT
    // As above.
    [Theory]
    [InlineData("drop")]
    [InlineData("reset")]
    public async Task Read_over_a_connection_that_was_kept_is_sent_as_often_as_the_count_says(string fault)
    {
        int reads = 0;
        using LoopbackServer server = new(_ => ++reads <= 2 ? WireAnswer.Of(200, TestClient.Batch) : Fault(fault));
        using TestClient client = new(server.BaseUri, Retries);
        await client.GetAsync();
        await client.GetAsync();
        await Assert.ThrowsAsync<ConnectionFailedException>(client.GetAsync);
        Assert.Equal((2 + 1 + Retries, 1 + Retries), (server.Requests.Length, server.Connections));
    }
#endif

    [Theory]
    [InlineData("no answer")]
    [InlineData("answer that stops")]
    public async Task Read_without_an_answer_in_time_is_sent_as_often_as_the_count_says(string fault)
    {
        using LoopbackServer server = new(Fault(fault));
        using TestClient client = new(server.BaseUri, Retries);
        Task<RcBatch> get = client.GetAsync();
        for (int i = 0; i < 1 + Retries; i++)
        {
            await server.ArrivalAsync();
            client.Clock.Advance(LeapingClock.Limit);
        }

        await Assert.ThrowsAsync<RequestTimeoutException>(() => get);
        Assert.Equal(1 + Retries, server.Requests.Length);
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("reset")]
    [InlineData("half a head")]
    [InlineData("reset in the head")]
    [InlineData("half a body")]
    [InlineData("reset in the body")]
    [InlineData("half a chunk")]
    [InlineData("no chunk")]
    [InlineData("no http")]
    public async Task Write_is_sent_once_and_its_outcome_is_unknown(string fault)
    {
        using LoopbackServer server = new(Fault(fault));
        using TestClient client = new(server.BaseUri, Retries);
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => client.UpdateAsync());
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => client.Batches.CreateAsync(TestClient.Text(), null, TestClient.Stop));
        await Assert.ThrowsAsync<OutcomeUnknownException>(client.RemoveAsync);
        Assert.Equal(["PATCH", "POST", "DELETE"], server.Requests.Select(request => request.Method));
        Assert.Empty(client.Clock.Delays);
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("reset")]
    public async Task Write_that_is_cut_before_its_body_is_read_is_sent_once_and_its_outcome_is_unknown(string fault)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, TestClient.Batch)) { Early = _ => Fault(fault) };
        using TestClient client = new(server.BaseUri, Retries);
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => client.UpdateAsync());
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("no answer")]
    [InlineData("answer that stops")]
    public async Task Write_without_an_answer_in_time_is_sent_once_and_its_outcome_is_unknown(string fault)
    {
        using LoopbackServer server = new(Fault(fault));
        using TestClient client = new(server.BaseUri, Retries);
        foreach (Func<Task> write in (Func<Task>[])[() => client.UpdateAsync(), client.RemoveAsync])
        {
            Task writing = write();
            await server.ArrivalAsync();
            client.Clock.Advance(LeapingClock.Limit);
            await Assert.ThrowsAsync<OutcomeUnknownException>(() => writing);
        }

        Assert.Equal(2, server.Requests.Length);
    }

    [Theory]
    [InlineData("half a body")]
    [InlineData("reset in the body")]
    [InlineData("half a head")]
    public async Task Read_recovers_from_a_cut_answer(string fault)
    {
        using LoopbackServer server = new(Fault(fault), WireAnswer.Of(200, TestClient.Batch));
        using TestClient client = new(server.BaseUri);
        Assert.Equal(TestClient.BatchId, (await client.GetAsync()).Id);
        Assert.Equal(2, server.Requests.Length);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Refusal_whose_body_is_cut_is_still_that_refusal(bool resets)
    {
        using LoopbackServer server = new(WireAnswer.Raw("HTTP/1.1 404 X\r\nContent-Length: 500\r\n\r\n{\"message\":\"Gone\"}") with { Resets = resets });
        using TestClient client = new(server.BaseUri, Retries);
        foreach (Func<Task> call in (Func<Task>[])[client.GetAsync, () => client.UpdateAsync(), client.RemoveAsync])
        {
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await Assert.ThrowsAsync<ApiException>(call)).StatusCode);
        }

        Assert.Equal(3, server.Requests.Length);
    }

    [Fact]
    public async Task Thousand_reads_and_a_list_take_one_connection()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, TestClient.Batch));
        using TestClient client = new(server.BaseUri);
        for (int i = 0; i < 1000; i++)
        {
            await client.GetAsync();
        }

        Assert.Equal((1000, 1), (server.Requests.Length, server.Connections));
    }

    [Fact]
    public async Task Connection_that_was_closed_while_nobody_used_it_is_not_used()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, TestClient.Batch) with { Closes = true });
        using TestClient client = new(server.BaseUri, retries: 0);
        for (int i = 0; i < 20; i++)
        {
            await client.GetAsync();
            await server.GoneAsync();
        }

        Assert.Equal((20, 20), (server.Requests.Length, server.Connections));
    }
}
