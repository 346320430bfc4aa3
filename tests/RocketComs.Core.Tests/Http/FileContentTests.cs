using System.Text;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Content;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>Files of which every byte counts: what is announced is what is sent.</summary>
public class FileContentTests
{
    [Theory]
    [InlineData("€", 100_000)]
    [InlineData("😀", 100_000)]
    [InlineData("x😀", 100_000)]
    public async Task Utf16_is_converted_whole_wherever_its_pieces_end(string piece, int count)
    {
        string text = string.Concat(Enumerable.Repeat(piece, count));
        (long? length, byte[] sent) = await SendAsync(new MemorySource([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]));
        Assert.Equal(sent.LongLength, length);
        Assert.True(Encoding.UTF8.GetBytes(text).AsSpan().SequenceEqual(sent));
    }

    [Fact]
    public async Task Half_a_character_at_the_end_of_utf16_is_sent_as_one_that_stands_for_it()
    {
        (long? length, byte[] sent) = await SendAsync(new MemorySource([0xFF, 0xFE, (byte)'a', 0, 0x3D, 0xD8]));
        Assert.Equal((4L, "a\uFFFD"), (length, Encoding.UTF8.GetString(sent)));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task What_is_told_of_a_file_with_a_mark_adds_up_to_what_is_sent(string name)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        List<long> told = [];
        using FileContent content = FileContent.Batch(new MemorySource([.. encoding.GetPreamble(), .. encoding.GetBytes(new string('€', 200_000))]), told.Add);
        await content.CopyToAsync(Stream.Null, TestClient.Stop);
        Assert.Equal((600_000L, 600_000L), (told.Sum(), content.Headers.ContentLength));
    }

    [Fact]
    public async Task Utf16_that_has_grown_is_counted_again()
    {
        MemorySource source = new([0xFF, 0xFE, (byte)'a', 0]);
        Assert.Equal(1L, (await SendAsync(source)).Length);
        source.Bytes = [0xFF, 0xFE, (byte)'a', 0, (byte)'b', 0];
        Assert.Equal(2L, (await SendAsync(source)).Length);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void File_whose_first_bytes_cannot_be_read_is_closed_and_nothing_was_sent(bool isNamed)
    {
        IOException disk = new("The disk has failed.");
        FailingStream stream = new(isNamed ? new BatchFileException("/data/batch.csv", "x", "y", disk) : disk);
        BatchFileException exception = Assert.Throws<BatchFileException>(() => FileContent.Batch(new MemorySource([]) { Stream = stream }, _ => { }));
        Assert.Equal("'/data/batch.csv' cannot be read to its end: The disk has failed. Nothing was sent.", exception.Message);
        Assert.Same(disk, exception.InnerException);
        Assert.False(stream.CanRead);
    }

    private static async Task<(long? Length, byte[] Sent)> SendAsync(BatchSource source)
    {
        using FileContent content = FileContent.Batch(source, _ => { });
        await content.MeasureAsync(TestClient.Stop);
        using MemoryStream wire = new();
        await content.CopyToAsync(wire, TestClient.Stop);
        return (content.Headers.ContentLength, wire.ToArray());
    }

    private sealed class MemorySource(byte[] bytes) : BatchSource
    {
        public byte[] Bytes { get; set; } = bytes;

        public Stream? Stream { get; init; }

        public override string? Path => "/data/batch.csv";

        public override string FileName => "batch.csv";

        public override Stream Open() => Stream ?? new MemoryStream(Bytes, writable: false);
    }

    private sealed class FailingStream(Exception exception) : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw exception;
    }
}
