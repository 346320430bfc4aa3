using System.Text;
using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Tests.Api;
using RocketComs.Core.Tests.Csv;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>A server that answers an upload before it has read it, or breaks it off: a success is one only when the body went out whole.</summary>
public sealed class EarlyAnswerTests : IDisposable
{
    private const string Continue = "HTTP/1.1 100 Continue\r\n\r\n";

    private static readonly string s_success = $"HTTP/1.1 200 OK\r\nContent-Length: {TestClient.Batch.Length}\r\n\r\n{TestClient.Batch}";

    // More than the buffers of both ends hold, so that the upload cannot be over when the answer comes.
    private static readonly byte[] s_file = [.. Enumerable.Repeat("2025554444,Hello\n"u8.ToArray(), 1_000_000).SelectMany(row => row)];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Connection_that_breaks_off_in_the_upload_is_OutcomeUnknown(bool resets)
    {
        using LoopbackServer server = new(WireAnswer.Drop) { Early = _ => resets ? WireAnswer.Reset : WireAnswer.Drop };
        using TestClient client = new(server.BaseUri);
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => client.UpdateAsync(Draft()));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData(Continue)]
    public async Task Success_comes_after_the_whole_body_whether_or_not_the_server_says_continue(string before)
    {
        using LoopbackServer server = new(WireAnswer.Raw(before + s_success));
        using TestClient client = new(server.BaseUri);
        Assert.Equal(TestClient.BatchId, (await client.UpdateAsync(Draft())).Id);
        Assert.True(s_file.AsSpan().SequenceEqual(Multipart.OnlyPart(Assert.Single(server.Requests))));
        Assert.Equal("", server.Requests[0].Header("Expect"));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("", true)]
    [InlineData(Continue, false)]
    [InlineData(Continue, true)]
    public async Task Success_before_a_body_that_is_never_read_is_OutcomeUnknown(string before, bool resets)
    {
        WireAnswer answer = WireAnswer.Raw(before + s_success) with { Resets = resets };
        using LoopbackServer server = new(answer) { Early = _ => answer };
        using TestClient client = new(server.BaseUri);
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => client.UpdateAsync(Draft()));
        Assert.Single(server.Requests);
        Assert.Empty(client.Clock.Delays);
    }

    [Theory]
    [InlineData("")]
    [InlineData(Continue)]
    public async Task Success_before_a_body_that_is_read_after_it_is_that_success(string before)
    {
        using LoopbackServer server = new(WireAnswer.Drop) { Foretold = _ => Encoding.ASCII.GetBytes(before + s_success) };
        using TestClient client = new(server.BaseUri);
        Assert.Equal(TestClient.BatchId, (await client.UpdateAsync(Draft())).Id);
        await server.ArrivalAsync();
        Assert.True(s_file.AsSpan().SequenceEqual(Multipart.OnlyPart(Assert.Single(server.Requests))));
    }

    private BatchDraft Draft() => new() { File = new FileSource(_folder.Write("plan.csv", s_file)) };
}
