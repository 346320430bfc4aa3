using System.Text;
using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Rules;
using RocketComs.Core.SendWindows;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Csv;

/// <summary>A file is opened once to be checked and once to be sent; what is sealed, counted and shown of it is known by then.</summary>
public sealed class OpeningsTests
{
    [Theory]
    [InlineData(3, "utf-8")]
    [InlineData(60_000, "utf-8")]
    [InlineData(60_000, "utf-16")]
    public async Task File_is_opened_once_for_the_check_and_once_for_the_sending(int rows, string encoding)
    {
        Encoding written = Encoding.GetEncoding(encoding);
        CountedSource source = new([.. written.GetPreamble(), .. written.GetBytes(string.Concat(Enumerable.Range(0, rows).Select(i => $"{2025550000 + (i % 1000)},Hello there\n")))]);
        SealedSource file = new(source);
        Assert.True(BatchCsvChecker.Check(file, new CheckOptions(), CancellationToken.None).IsValid);
        Assert.Equal(64, file.Seal(CancellationToken.None).Length);
        Assert.Equal("Hello there", BatchCsvReader.Read(file.Beginning).First().Row.Message);
        Assert.Equal(1, source.Openings);

        using LoopbackServer server = new(WireAnswer.Of(200, TestClient.Batch));
        using TestClient client = new(server.BaseUri);
        await client.Batches.UpdateAsync(TestClient.BatchId, new BatchDraft { File = file }, null, TestClient.Stop);
        Assert.Equal((2, 0), (source.Openings, source.Held));
    }

    [Fact]
    public void Everything_that_is_read_during_a_hold_is_read_of_one_opening()
    {
        CountedSource source = new("12125550101,Hello there\n"u8.ToArray());
        SealedSource file = new(source);
        using (file.Hold())
        {
            Assert.Equal(0, source.Openings);
            Assert.True(BatchCsvChecker.Check(file, new CheckOptions(), CancellationToken.None).IsValid);
            Assert.True(BatchCsvChecker.Check(file, new CheckOptions { Campaign = new RcCampaign { EmbeddedLink = false } }, CancellationToken.None).IsValid);
            Assert.Equal(1, ZoneCounts.Of(file, "US", null, CancellationToken.None).Rows.Values.Sum());
            Assert.Equal((1, 1), (source.Openings, source.Held));
        }

        Assert.Equal((1, 0), (source.Openings, source.Held));
        Assert.Equal("Hello there", BatchCsvReader.Read(file).Single().Row.Message);
        Assert.Equal((2, 0), (source.Openings, source.Held));
    }

    [Fact]
    public void File_that_is_refused_is_closed_and_named()
    {
        CountedSource utf16 = new(Encoding.Unicode.GetBytes("2025554444,Hi\n"));
        BatchFileException refused = Assert.Throws<BatchFileException>(() => BatchCsvReader.Read(utf16).Count());
        Assert.Equal(("/data/batch.csv", "'/data/batch.csv' looks like UTF-16 LE without BOM and cannot be read."), (refused.Path, refused.Message));

        CountedSource unclosed = new(Encoding.UTF8.GetBytes("2025554444,one\n\n2025554445,\"" + new string('x', 2 * BatchCsvFormat.MostRecordBytes)));
        BatchCsvUnusableException unusable = Assert.Throws<BatchCsvUnusableException>(() => BatchCsvReader.Look(unclosed).Count());
        Assert.Equal("Row 2 of '/data/batch.csv', which begins on line 3, is too long to be read.", unusable.Message);
        Assert.Equal((0, 0), (utf16.Held, unclosed.Held));
    }

    private sealed class CountedSource(byte[] bytes) : BatchSource
    {
        public override string? Path => "/data/batch.csv";

        public override string FileName => "batch.csv";

        public int Openings { get; private set; }

        public int Held { get; private set; }

        public override Stream Open()
        {
            Openings++;
            Held++;
            return new CountedStream(this, bytes);
        }

        private sealed class CountedStream(CountedSource source, byte[] bytes) : MemoryStream(bytes, writable: false)
        {
            private bool _isClosed;

            protected override void Dispose(bool disposing)
            {
                source.Held -= _isClosed ? 0 : 1;
                _isClosed = true;
                base.Dispose(disposing);
            }
        }
    }
}
