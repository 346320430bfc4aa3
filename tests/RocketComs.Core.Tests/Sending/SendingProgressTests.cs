using System.Text;
using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Sending;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Sending;

/// <summary>What takes longer than a second shows that it is at work, and is taken off the screen when it has ended.</summary>
public sealed class SendingProgressTests : IDisposable
{
    private readonly SendingDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData(false, "Updating batch " + SendingDesk.Batch)]
    [InlineData(true, "Creating a batch")]
    public async Task Upload_of_a_batch_is_shown(bool isNew, string activity)
    {
        BatchSender sender = _desk.Sender();
        await sender.AddAsync(new BatchTarget(isNew ? SendingDesk.Campaign : SendingDesk.Batch, isNew), _desk.FileDraft() with { ExternalId = "n", StartDate = new DateTime(2027, 2, 1) }, TestClient.Stop);
        Assert.Empty(_desk.Shown);
        await SlowlyAsync(() => sender.SendAllAsync((_, _, failure) => throw failure, TestClient.Stop));
        Assert.Equal([(activity, false), (activity, true)], _desk.Shown.Distinct());
    }

    [Fact]
    public async Task Load_of_recipients_is_shown()
    {
        _desk.Write = _ => WireAnswer.Of(200, """{"succeeded":1,"failed":0,"skipped":0}""");
        FileSource file = _desk.File("First name,Last name,Number\nAda,Byron,+12025550101\n");
        await SlowlyAsync(() => new RecipientSender(_desk.Transport, _desk, _desk.Guard(), _desk.Clock).SendAsync(file, TestClient.Stop));
        Assert.Equal([($"Loading recipients of {file.Path}", false), ($"Loading recipients of {file.Path}", true)], _desk.Shown.Distinct());
    }

    [Theory]
    [InlineData("/data/slow.csv", "Checking /data/slow.csv")]
    [InlineData(null, "Checking the rows")]
    public async Task Check_of_a_file_is_shown(string? path, string activity)
    {
        await _desk.Sender().AddAsync(new BatchTarget(SendingDesk.Batch, false), new BatchDraft { File = new SlowSource(path, _desk.Clock) }, TestClient.Stop);
        Assert.Equal([(activity, false), (activity, true)], _desk.Shown.Distinct());
    }

    // Each look at the clock takes two seconds: the journal has one before the first byte goes.
    private async Task SlowlyAsync(Func<Task> send)
    {
        _desk.Clock.AutoAdvanceAmount = TimeSpan.FromSeconds(2);
        await send();
        _desk.Clock.AutoAdvanceAmount = TimeSpan.Zero;
    }

    private sealed class SlowSource(string? path, LeapingClock clock) : BatchSource
    {
        public override string? Path => path;

        public override string FileName => "slow.csv";

        public override Stream Open()
        {
            clock.Advance(TimeSpan.FromSeconds(2));
            return new MemoryStream(Encoding.UTF8.GetBytes(SendingDesk.Rows), writable: false);
        }
    }
}
