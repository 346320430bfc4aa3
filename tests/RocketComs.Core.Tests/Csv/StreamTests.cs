using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using Xunit;

namespace RocketComs.Core.Tests.Csv;

/// <summary>What the streams around a file promise whoever reads or writes through them.</summary>
public sealed class StreamTests
{
    [Theory]
    [InlineData(200_000)]
    [InlineData(700_000)]
    public void What_was_read_can_be_recalled_until_it_is_forgotten_however_much_it_is(int at)
    {
        byte[] bytes = new byte[3_000_000];
        new Random(1).NextBytes(bytes);
        MemoryStream inner = new(bytes);
        using RecalledStream stream = new(inner);
        byte[] buffer = new byte[at];
        long start = 0;
        for (int read = stream.Read(buffer, 0, buffer.Length), end = 0; read > 0; read = stream.Read(buffer, 0, buffer.Length))
        {
            end += read;
            Assert.True(bytes.AsSpan((int)start, end - (int)start).SequenceEqual(stream.From(start)), $"from {start} to {end}");
            Assert.Equal(bytes[end - 1], stream.From(end - 1)[0]);
            start = Math.Max(start, end - 700_000);
            stream.Forget(start);
        }

        Assert.Equal(2_300_000, start);
        Assert.Equal((true, false, false), (stream.CanRead, stream.CanSeek, stream.CanWrite));
        Assert.Throws<NotSupportedException>(() => stream.Seek(0, SeekOrigin.Begin));
        stream.Dispose();
        Assert.False(inner.CanRead, "It is closed with the stream.");
    }

    [Theory]
    [InlineData(3, SeekOrigin.Begin, 3)]
    [InlineData(-2, SeekOrigin.Current, 4)]
    [InlineData(-8, SeekOrigin.End, 2)]
    public void Sealed_content_goes_back_to_what_was_read(int offset, SeekOrigin origin, int position)
    {
        using Stream stream = new SealedSource(new BytesInMemory("0123456789"u8.ToArray(), "a.csv")).Open();
        Assert.Equal(6, stream.Read(new byte[6], 0, 6));
        Assert.Equal(position, stream.Seek(offset, origin));
        Assert.Equal((position, '0' + position), (stream.Position, stream.ReadByte()));
        Assert.Equal((true, true, false), (stream.CanRead, stream.CanSeek, stream.CanWrite));
    }

    [Theory]
    [InlineData(7, SeekOrigin.Begin)]
    [InlineData(1, SeekOrigin.Current)]
    [InlineData(-3, SeekOrigin.End)]
    public void Sealed_content_leaves_no_byte_out(int offset, SeekOrigin origin)
    {
        using Stream stream = new SealedSource(new BytesInMemory("0123456789"u8.ToArray(), "a.csv")).Open();
        Assert.Equal(6, stream.Read(new byte[6], 0, 6));
        Assert.Throws<NotSupportedException>(() => stream.Seek(offset, origin));
        Assert.Equal(6, stream.Position);
    }

    [Fact]
    public void What_is_held_in_memory_is_only_read_and_gone_with_its_source()
    {
        RowsSource rows = new();
        rows.Add("2025550101", "Hi");
        using (Stream stream = rows.Open())
        {
            Assert.False(stream.CanWrite);
        }

        using Stream bytes = new BytesInMemory([1], "a.csv").Open();
        Assert.False(bytes.CanWrite);
        rows.Dispose();
        Assert.Throws<ObjectDisposedException>(rows.Open);
    }

    [Fact]
    public void Progress_over_several_passes_is_that_of_one()
    {
        List<long> shown = [];
        PassProgress progress = new(2, shown.Add);
        progress.Report(10);
        progress.Report(100);
        progress.EndPass();
        progress.Report(40);
        progress.Report(100);
        progress.EndPass();
        progress.EndPass();
        progress.Report(0);
        Assert.Equal([5, 50, 70, 100, 100], shown);
    }

    [Fact]
    public void What_is_written_behind_is_only_written()
    {
        using WriteBehindStream stream = new(new MemoryStream());
        Assert.Equal((false, false, true), (stream.CanRead, stream.CanSeek, stream.CanWrite));
    }

    [Fact]
    public async Task File_that_cannot_be_read_on_is_named_however_it_is_read()
    {
        // The one file of which every system that has it refuses to give the first byte: nothing lies at address 0.
        const string Unreadable = "/proc/self/mem";
        Assert.SkipUnless(File.Exists(Unreadable), "Linux has such a file.");
        using FaultNamingStream stream = new(new FileStream(Unreadable, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0), "/data/a.csv");
        BatchFileException[] faults =
        [
            Assert.Throws<BatchFileException>(() => stream.Read(new byte[1], 0, 1)),
            Assert.Throws<BatchFileException>(() => stream.Read(new byte[1].AsSpan())),
            await Assert.ThrowsAsync<BatchFileException>(() => stream.ReadAsync(new byte[1], 0, 1, CancellationToken.None)),
            await Assert.ThrowsAsync<BatchFileException>(() => stream.ReadAsync(new byte[1].AsMemory(), CancellationToken.None).AsTask()),
        ];
        Assert.All(faults, fault => Assert.StartsWith("'/data/a.csv' cannot be read to its end: ", fault.Message, StringComparison.Ordinal));
        Assert.All(faults, fault => Assert.Equal(("/data/a.csv", true), (fault.Path, fault.InnerException is IOException)));
        Assert.False(stream.CanWrite);
    }

    [Fact]
    public void Device_is_no_place_for_a_file()
    {
        const string Device = "/dev/null";
        Assert.SkipUnless(File.Exists(Device), "Windows has no such file.");
        InvalidParameterException refused = Assert.Throws<InvalidParameterException>(() => OutputPath.Require("Destination", Device, overwrite: true, "null"));
        Assert.Equal(("Destination", "null", "'/dev/null' is a device or a pipe; only a file can be replaced."), (refused.ParameterName, refused.Value, refused.Message));
        Assert.Equal(Device, Assert.Throws<InvalidParameterException>(() => OutputPath.Require("Destination", Device, overwrite: true)).Value);
    }

    [Fact]
    public void File_is_known_by_being_held()
    {
        using TemporaryFolder folder = new();
        string one = folder.Write("a.csv", "2025550101,Hi\n");
        string other = folder.Write("b.csv", "2025550101,Hi\n");
        Assert.Equal((true, false, false), (FileIdentity.HeldTogether(one, one), FileIdentity.HeldTogether(one, other), FileIdentity.HeldTogether(folder.File("none.csv"), one)));
        Assert.True(FileIdentity.CanBeOpenedAlone(folder.Path), "What may not be opened is held by nobody.");
    }

    [Fact]
    public void File_is_alone_until_it_is_held()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("a.csv");
        File.WriteAllText(path, "2025550101,Hi\n");
        Assert.True(FileIdentity.CanBeOpenedAlone(path));
        using FileStream held = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        Assert.False(FileIdentity.CanBeOpenedAlone(path));
    }
}
