using RocketComs.Core.Http.Streams;
using Xunit;

namespace RocketComs.Core.Tests.Http;

public class PacedContentTests
{
    [Fact]
    public async Task Body_that_is_made_in_one_piece_reports_every_16_KB_that_went_out()
    {
        byte[] body = [.. Enumerable.Range(0, 100_000).Select(number => (byte)number)];
        ByteArrayContent inner = new(body) { Headers = { ContentType = new("text/csv") } };
        using MemoryStream wire = new();
        List<long> went = [];
        using PacedContent content = new(inner, () => went.Add(wire.Length));
        await content.CopyToAsync(wire, TestClient.Stop);
        Assert.Equal([16_384, 32_768, 49_152, 65_536, 81_920, 98_304, 100_000], went);
        Assert.Equal(body, wire.ToArray());
        Assert.Equal((100_000, "text/csv"), (content.Headers.ContentLength, content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_of_two_pieces_is_told_of_twice_however_it_is_written(bool isMemory)
    {
        using MemoryStream wire = new();
        List<long> went = [];
        OneWrite inner = new(new byte[32_768], isMemory);
        using (PacedContent content = new(inner, () => went.Add(wire.Length)))
        {
            await content.CopyToAsync(wire, TestClient.Stop);
            Assert.False(inner.IsDisposed);
        }

        Assert.Equal([16_384, 32_768], went);
        Assert.True(inner.IsDisposed);
    }

    private sealed class OneWrite(byte[] bytes, bool isMemory) : HttpContent
    {
        public bool IsDisposed { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) =>
            isMemory ? stream.WriteAsync(bytes.AsMemory()).AsTask() : stream.WriteAsync(bytes, 0, bytes.Length);

        protected override bool TryComputeLength(out long length)
        {
            length = bytes.Length;
            return true;
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
