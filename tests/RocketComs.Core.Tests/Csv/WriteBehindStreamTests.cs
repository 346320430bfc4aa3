using RocketComs.Core.Csv;
using Xunit;

namespace RocketComs.Core.Tests.Csv;

public sealed class WriteBehindStreamTests
{
    private const int Block = 128 * 1024;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Block - 1)]
    [InlineData(Block)]
    [InlineData(Block + 1)]
    [InlineData((5 * Block) + 17)]
    public void Bytes_arrive_in_their_order_in_pieces_of_any_length(int length)
    {
        byte[] bytes = new byte[length];
        Random random = new(length);
        random.NextBytes(bytes);
        using MemoryStream file = new();
        using (WriteBehindStream stream = new(file))
        {
            for (int at = 0; at < length;)
            {
                int piece = Math.Min(random.Next(1, 2 * Block), length - at);
                stream.Write(bytes, at, piece);
                at += piece;
            }
        }

        Assert.Equal(bytes, file.ToArray());
        Assert.True(file.CanWrite, "The file is the caller's, and stays open.");
    }

    [Fact]
    public void What_is_written_is_in_the_file_at_the_end_and_a_flush_does_not_wait_for_it()
    {
        using HeardFile file = new();
        WriteBehindStream stream = new(file);
        stream.Write([1, 2, 3], 0, 3);
        stream.Flush();
        Assert.Equal(0, file.Length);

        stream.Dispose();

        Assert.Equal([1, 2, 3], file.ToArray());
        Assert.Equal(1, file.Flushes);
    }

    [Fact]
    public void What_the_disk_refuses_is_thrown_by_a_later_write_and_at_the_end()
    {
        WriteBehindStream stream = new(new FullDisk());
        byte[] bytes = new byte[Block + 1];
        stream.Write(bytes, 0, bytes.Length);

        IOException later = Assert.Throws<IOException>(() => stream.Write(bytes, 0, bytes.Length));
        IOException atEnd = Assert.Throws<IOException>(stream.Dispose);

        Assert.Equal("No space left on device", later.Message);
        Assert.Equal("No space left on device", atEnd.Message);
    }

    private sealed class HeardFile : MemoryStream
    {
        public int Flushes { get; private set; }

        public override void Flush() => Flushes++;
    }

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left on device");
    }
}
