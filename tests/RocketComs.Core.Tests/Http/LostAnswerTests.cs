using RocketComs.Core.Errors;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>A write whose answer was lost is sent once, and the error says how to find out.</summary>
public class LostAnswerTests
{
    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"id\":")]
    [InlineData("HTTP/1.1 200")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    public async Task Lost_or_broken_answer_to_a_write_is_OutcomeUnknown_and_sent_once(string bytes)
    {
        using LoopbackServer server = new(WireAnswer.Raw(bytes));
        using TestClient client = new(server.BaseUri);
        OutcomeUnknownException update = await Assert.ThrowsAsync<OutcomeUnknownException>(() => client.UpdateAsync());
        OutcomeUnknownException remove = await Assert.ThrowsAsync<OutcomeUnknownException>(client.RemoveAsync);
        OutcomeUnknownException create = await Assert.ThrowsAsync<OutcomeUnknownException>(() => client.Batches.CreateAsync(TestClient.Text() with { ExternalId = "a7896" }, null, TestClient.Stop));
        Assert.Equal(["PATCH", "DELETE", "POST"], Array.ConvertAll(server.Requests, request => request.Method));
        Assert.Contains($"Get-RcBatch {TestClient.BatchId}", update.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("if it is not found, it was removed", remove.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("ExternalId 'a7896'", create.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(client.Clock.Delays);
    }

    [Fact]
    public async Task Delete_after_reads_on_a_kept_connection_goes_out_once()
    {
        using LoopbackServer server = new(request => request.Method == "GET" ? WireAnswer.Of(200, TestClient.Batch) : WireAnswer.Drop);
        using TestClient client = new(server.BaseUri);
        await client.GetAsync();
        await client.GetAsync();
        await Assert.ThrowsAsync<OutcomeUnknownException>(client.RemoveAsync);
        Assert.Equal(["GET", "GET", "DELETE"], Array.ConvertAll(server.Requests, request => request.Method));
        Assert.Equal(("close", "0"), (server.Requests[2].Header("Connection"), server.Requests[2].Header("Content-Length")));
    }

    [Fact]
    public async Task Write_without_a_body_has_an_empty_one_and_goes_out_once()
    {
        using LoopbackServer server = new(WireAnswer.Drop);
        using TestClient client = new(server.BaseUri);
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => client.Transport.SendAsync(new Core.Http.Transport.ApiRequest(HttpMethod.Delete, "v1/x"), TestClient.Stop));
        Assert.Equal("0", Assert.Single(server.Requests).Header("Content-Length"));
    }

    [Fact]
    public async Task Write_without_an_answer_in_time_is_OutcomeUnknown()
    {
        using LoopbackServer server = new(WireAnswer.Hang);
        using TestClient client = new(server.BaseUri);
        Task<RcBatch> update = client.UpdateAsync();
        await server.ArrivalAsync();
        client.Clock.Advance(LeapingClock.Limit);
        OutcomeUnknownException exception = await Assert.ThrowsAsync<OutcomeUnknownException>(() => update);
        Assert.Contains("no answer within 99 seconds", exception.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Delete_without_an_answer_in_time_is_OutcomeUnknown()
    {
        using LoopbackServer server = new(WireAnswer.Hang);
        using TestClient client = new(server.BaseUri);
        Task remove = client.RemoveAsync();
        await server.ArrivalAsync();
        client.Clock.Advance(LeapingClock.Limit);
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => remove);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Read_without_an_answer_in_time_is_RequestTimeout()
    {
        using LoopbackServer server = new(WireAnswer.Hang);
        using TestClient client = new(server.BaseUri, retries: 0);
        Task<RcBatch> get = client.GetAsync();
        await server.ArrivalAsync();
        client.Clock.Advance(LeapingClock.Limit);
        Assert.Contains("no answer within 99 seconds", (await Assert.ThrowsAsync<RequestTimeoutException>(() => get)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_whose_answer_stops_half_way_is_RequestTimeout()
    {
        using LoopbackServer server = new(new WireAnswer("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{"u8.ToArray(), Hangs: true));
        using TestClient client = new(server.BaseUri, retries: 0);
        Task<RcBatch> get = client.GetAsync();
        await server.ArrivalAsync();
        client.Clock.Advance(LeapingClock.Limit);
        await Assert.ThrowsAsync<RequestTimeoutException>(() => get);
    }

    [Fact]
    public async Task Timed_out_read_is_tried_again()
    {
        using LoopbackServer server = new(WireAnswer.Hang, WireAnswer.Of(200, TestClient.Batch));
        using TestClient client = new(server.BaseUri);
        Task<RcBatch> get = client.GetAsync();
        await server.ArrivalAsync();
        client.Clock.Advance(LeapingClock.Limit);
        Assert.Equal(TestClient.BatchId, (await get).Id);
        Assert.Equal(2, server.Requests.Length);
    }

    [Fact]
    public async Task User_stop_is_a_cancellation_and_no_error_of_ours()
    {
        using LoopbackServer server = new(WireAnswer.Hang);
        using TestClient client = new(server.BaseUri);
        using CancellationTokenSource stop = new();
        Task<RcBatch> update = client.Batches.UpdateAsync(TestClient.BatchId, TestClient.Text(), null, stop.Token);
        await server.ArrivalAsync();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => update);
        Assert.Single(server.Requests);
    }
}
