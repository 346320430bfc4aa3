using Microsoft.Extensions.Time.Testing;
using RocketComs.Core.Sending;
using Xunit;

namespace RocketComs.Core.Tests.Sending;

/// <summary>Progress is shown neither too early nor too often, and says the truth.</summary>
public class ByteMeterTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Nothing_is_shown_in_the_first_second()
    {
        ByteMeter meter = new(_clock);
        Assert.All(Enumerable.Range(0, 100), each => Assert.Null(ReportAfter(meter, TimeSpan.FromMilliseconds(9.99), each)));
    }

    [Fact]
    public void Later_it_is_shown_five_times_a_second_at_most()
    {
        ByteMeter meter = new(_clock);
        int shown = Enumerable.Range(0, 3000).Count(each => ReportAfter(meter, TimeSpan.FromMilliseconds(1), each) is not null);

        // Three seconds, of which the first is quiet: at 1.0, 1.2, ... 3.0.
        Assert.Equal(11, shown);
    }

    [Fact]
    public void Rate_percent_and_rest_are_those_of_the_work()
    {
        ByteMeter meter = new(_clock);
        Assert.Equal(new ByteState(500, 2000, 250), ReportAfter(meter, TimeSpan.FromSeconds(2), 500, 2000));
        ByteState state = ReportAfter(meter, TimeSpan.FromSeconds(2), 1500, 2000)!;
        Assert.Equal((75, TimeSpan.FromSeconds(500 / 375.0)), (state.Percent, state.Remaining));
    }

    [Fact]
    public void Another_try_begins_a_rate_of_its_own()
    {
        ByteMeter meter = new(_clock);
        ReportAfter(meter, TimeSpan.FromSeconds(10), 1_000_000, 2_000_000);
        ReportAfter(meter, TimeSpan.FromSeconds(30), 0, 2_000_000);
        Assert.Equal(new ByteState(400, 2_000_000, 200), ReportAfter(meter, TimeSpan.FromSeconds(2), 400, 2_000_000));
    }

    [Fact]
    public void Unknown_total_has_neither_percent_nor_rest()
    {
        ByteState state = ReportAfter(new ByteMeter(_clock), TimeSpan.FromSeconds(2), 400)!;
        Assert.Equal((null, null, 200.0), (state.Percent, state.Remaining, state.BytesPerSecond));
    }

    private ByteState? ReportAfter(ByteMeter meter, TimeSpan time, long done, long? total = null)
    {
        _clock.Advance(time);
        return meter.Report(done, total);
    }
}
