using System.Text;
using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Rules;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Csv;

/// <summary>What is sent is what was checked.</summary>
public sealed class SealedSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(20_000, false)]
    [InlineData(60_000, false)]
    [InlineData(20_000, true)]
    public async Task File_that_changed_unseen_never_arrives_whole(int rows, bool isUtf16)
    {
        Encoding encoding = isUtf16 ? Encoding.Unicode : new UTF8Encoding(false);
        string path = _folder.File("a.csv");
        File.WriteAllText(path, string.Concat(Enumerable.Range(0, rows).Select(i => $"{2025550000 + (i % 1000)},Hello there\n")), encoding);
        DateTime written = File.GetLastWriteTimeUtc(path);
        SealedSource file = new(new FileSource(path));
        Assert.True(BatchCsvChecker.Check(file, new CheckOptions(), CancellationToken.None).IsValid);

        // The last byte but one, and the time as it was: nothing but the content tells.
        using (FileStream changed = new(path, FileMode.Open, FileAccess.Write))
        {
            changed.Seek(isUtf16 ? -4 : -2, SeekOrigin.End);
            changed.WriteByte((byte)'x');
        }

        File.SetLastWriteTimeUtc(path, written);
        using LoopbackServer server = new(WireAnswer.Of(200, TestClient.Batch));
        using TestClient client = new(server.BaseUri);

        BatchCsvInvalidException exception = await Assert.ThrowsAsync<BatchCsvInvalidException>(() => client.Batches.UpdateAsync(TestClient.BatchId, new BatchDraft { File = file }, null, TestClient.Stop));

        Assert.Contains("nothing complete was sent", exception.Message, StringComparison.Ordinal);
        Assert.Contains($"'{path}'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_read_once_more_of_one_opening_is_judged_once_more()
    {
        byte[] bytes = "2025554444,one\n"u8.ToArray();
        using Stream stream = new SealedSource(new BytesInMemory(bytes, "a.csv")).Open();
        stream.CopyTo(Stream.Null);
        stream.Position = 0;
        bytes[^2] = (byte)'x';

        Assert.Throws<BatchCsvInvalidException>(() => stream.CopyTo(Stream.Null));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Content_that_changed_is_noticed_however_it_is_read(int way)
    {
        byte[] bytes = "2025554444,one\n"u8.ToArray();
        SealedSource file = new(new BytesInMemory(bytes, "a.csv"));
        Assert.Equal(0, await ReadAsync(way, file));
        bytes[^2] = (byte)'x';

        Assert.Contains("'a.csv'", (await Assert.ThrowsAsync<BatchCsvInvalidException>(() => ReadAsync(way, file))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void End_is_seen_only_by_who_asks_for_bytes()
    {
        SealedSource file = new(new BytesInMemory("2025554444,one\n"u8.ToArray(), "a.csv"));
        string seal = file.Seal(CancellationToken.None);
        using Stream stream = file.Open();
        Assert.Equal(0, stream.Read(new byte[1], 0, 0));
        stream.CopyTo(Stream.Null);
        Assert.Equal(seal, file.Seal(CancellationToken.None));
    }

    [Fact]
    public void Sealing_can_be_stopped() =>
        Assert.Throws<OperationCanceledException>(() => new SealedSource(new BytesInMemory("2025554444,one\n"u8.ToArray(), "a.csv")).Seal(new CancellationToken(canceled: true)));

    private static async Task<int> ReadAsync(int way, SealedSource file)
    {
        using Stream stream = file.Open();
        byte[] buffer = new byte[64];
        int read;
        do
        {
            read = way switch
            {
                0 => stream.Read(buffer, 0, buffer.Length),
                1 => stream.Read(buffer.AsSpan()),
                2 => await stream.ReadAsync(buffer, 0, buffer.Length, CancellationToken.None),
                _ => await stream.ReadAsync(buffer.AsMemory(), CancellationToken.None),
            };
        }
        while (read > 0);
        return read;
    }

    [Fact]
    public void Link_that_is_turned_to_another_file_of_the_same_length_is_noticed()
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "Links need rights there.");
        _folder.Write("one.csv", "2025554444,one\n");
        _folder.Write("two.csv", "2025554444,two\n");
        DateTime written = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(_folder.File("one.csv"), written);
        File.SetLastWriteTimeUtc(_folder.File("two.csv"), written);
        File.CreateSymbolicLink(_folder.File("link.csv"), _folder.File("one.csv"));
        SealedSource file = new(new FileSource(_folder.File("link.csv")));
        string seal = file.Seal(CancellationToken.None);

        File.Delete(_folder.File("link.csv"));
        File.CreateSymbolicLink(_folder.File("link.csv"), _folder.File("two.csv"));

        Assert.Throws<BatchCsvInvalidException>(() =>
        {
            using Stream stream = file.Open();
            stream.CopyTo(Stream.Null);
        });
        Assert.Equal(seal, file.Seal(CancellationToken.None));
    }

    [Fact]
    public void Length_and_time_of_a_link_are_those_of_its_file()
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "Links need rights there.");
        _folder.Write("one.csv", "2025554444,one\n");
        File.CreateSymbolicLink(_folder.File("link.csv"), _folder.File("one.csv"));

        Assert.Equal(15, new FileSource(_folder.File("link.csv")).Length);
    }
}
