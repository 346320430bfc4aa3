using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using RocketComs.Core.Sending;
using Xunit;

namespace RocketComs.Core.Tests.Sending;

/// <summary>Progress is shown neither too early nor too often, and says the truth.</summary>
public class ByteProgressTests
{
    private const long MegaByte = 1_000_000;

    private readonly FakeTimeProvider _clock = new();
    private readonly List<ProgressState> _shown = [];
    private readonly ByteProgress _progress;

    public ByteProgressTests()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        _progress = new ByteProgress("Updating", "sent", _shown.Add, _clock);
    }

    [Fact]
    public void Nothing_is_shown_in_the_first_second()
    {
        for (int i = 0; i < 100; i++)
        {
            ReportAfter(TimeSpan.FromMilliseconds(9.99), i);
        }

        _progress.Complete();
        Assert.Empty(_shown);
    }

    [Fact]
    public void Later_it_is_shown_five_times_a_second_at_most()
    {
        for (int i = 0; i < 3000; i++)
        {
            ReportAfter(TimeSpan.FromMilliseconds(1), i);
        }

        // Three seconds, of which the first is quiet: at 1.0, 1.2, ... 3.0.
        Assert.Equal(11, _shown.Count);
    }

    [Fact]
    public void Rate_percent_and_rest_are_those_of_the_work()
    {
        ReportAfter(TimeSpan.FromSeconds(2), 500 * MegaByte, 2000 * MegaByte);
        ReportAfter(TimeSpan.FromSeconds(2), 1500 * MegaByte, 2000 * MegaByte);
        _progress.Complete();
        Assert.Equal(
            [
                new ProgressState("Updating", "500.0 MB sent, 250.0 MB/s", 25, TimeSpan.FromSeconds(6)),
                new ProgressState("Updating", "1,500.0 MB sent, 375.0 MB/s", 75, TimeSpan.FromSeconds(500 / 375.0)),
                new ProgressState("Updating", "Done", IsDone: true),
            ],
            _shown);
    }

    [Fact]
    public void Another_try_begins_a_rate_of_its_own()
    {
        ReportAfter(TimeSpan.FromSeconds(10), 100 * MegaByte, 200 * MegaByte);
        ReportAfter(TimeSpan.FromSeconds(30), 0, 200 * MegaByte);
        ReportAfter(TimeSpan.FromSeconds(2), 4 * MegaByte, 200 * MegaByte);
        Assert.Equal([new ProgressState("Updating", "0.0 MB sent, 0.0 MB/s", 0), new ProgressState("Updating", "4.0 MB sent, 2.0 MB/s", 2, TimeSpan.FromSeconds(98))], _shown[1..]);
    }

    [Fact]
    public void Work_that_stands_still_is_no_other_try()
    {
        ReportAfter(TimeSpan.FromSeconds(10), 100 * MegaByte, 200 * MegaByte);
        ReportAfter(TimeSpan.FromSeconds(10), 100 * MegaByte, 200 * MegaByte);
        Assert.Equal(new ProgressState("Updating", "100.0 MB sent, 5.0 MB/s", 50, TimeSpan.FromSeconds(20)), _shown[^1]);
    }

    [Fact]
    public void Total_of_nothing_has_neither_percent_nor_rest()
    {
        ReportAfter(TimeSpan.FromSeconds(2), 4 * MegaByte, 0);
        Assert.Equal([new ProgressState("Updating", "4.0 MB sent, 2.0 MB/s")], _shown);
    }

    [Fact]
    public void Unknown_total_has_neither_percent_nor_rest()
    {
        ReportAfter(TimeSpan.FromSeconds(2), 4 * MegaByte);
        Assert.Equal([new ProgressState("Updating", "4.0 MB sent, 2.0 MB/s")], _shown);
    }

    private void ReportAfter(TimeSpan time, long done, long? total = null)
    {
        _clock.Advance(time);
        _progress.Report(done, total);
    }
}
