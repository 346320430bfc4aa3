#if !NETSTANDARD_LAYOUT
using RocketComs.Core.Http.Streams;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>A connection for reads that dies before an answer is told from one that dies in it: only the first is no IOException, after which HttpClient would read again, unseen.</summary>
public class ReadingStreamTests
{
    [Fact]
    public async Task Connection_that_breaks_while_a_request_is_written_is_broken()
    {
        IOException cause = new("reset");
        await using ReadingStream stream = new(new ScriptedStream(cause));
        BrokenConnectionException broken = await Assert.ThrowsAsync<BrokenConnectionException>(async () => await stream.WriteAsync(new byte[1], TestClient.Stop));
        Assert.Same(cause, broken.InnerException);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Connection_that_ends_before_an_answer_is_broken(bool resets)
    {
        IOException cause = new("reset");
        await using ReadingStream stream = new(new ScriptedStream(null, resets ? cause : 0));
        await stream.WriteAsync(new byte[1], TestClient.Stop);
        BrokenConnectionException broken = await Assert.ThrowsAsync<BrokenConnectionException>(() => ReadAsync(stream, 8));
        Assert.Same(resets ? cause : null, broken.InnerException);
    }

    [Fact]
    public async Task Connection_that_ends_in_an_answer_or_that_nobody_waits_for_is_left_to_http()
    {
        await using ReadingStream stream = new(new ScriptedStream(0, null, 5, 0, new IOException("reset")));
        Assert.Equal(0, await ReadAsync(stream, 8));
        await stream.WriteAsync(new byte[1], TestClient.Stop);
        Assert.Equal(5, await ReadAsync(stream, 8));
        Assert.Equal(0, await ReadAsync(stream, 8));
        await Assert.ThrowsAsync<IOException>(() => ReadAsync(stream, 8));
    }

    [Fact]
    public async Task Empty_read_that_only_waits_for_the_answer_is_not_its_end()
    {
        await using ReadingStream stream = new(new ScriptedStream(null, 0, 0));
        await stream.WriteAsync(new byte[1], TestClient.Stop);
        Assert.Equal(0, await ReadAsync(stream, 0));
        await Assert.ThrowsAsync<BrokenConnectionException>(() => ReadAsync(stream, 8));
    }

    private static async Task<int> ReadAsync(Stream stream, int length) => await stream.ReadAsync(new byte[length], TestClient.Stop);

    /// <summary>Does in turn what it is told: throws, or reads so many bytes; a write takes <see langword="null"/> for success.</summary>
    private sealed class ScriptedStream(params object?[] steps) : MemoryStream
    {
        private int _next;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            steps[_next++] is Exception exception ? ValueTask.FromException(exception) : ValueTask.CompletedTask;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            steps[_next++] is Exception exception ? ValueTask.FromException<int>(exception) : ValueTask.FromResult((int)steps[_next - 1]!);
    }
}
#endif
