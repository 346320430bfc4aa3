using RocketComs.Benchmarks.Comparison;
using Xunit;

namespace RocketComs.Core.Tests.Benchmarks;

public sealed class FigureTests
{
    [Fact]
    public void Best_is_the_shortest_and_median_the_middle()
    {
        Assert.Equal((1.0, 3.0), Milliseconds(Times(5, 1, 3)));
        Assert.Equal((1.0, 2.5), Milliseconds(Times(4, 1, 2, 3)));
    }

    [Fact]
    public void Processor_time_is_the_least()
    {
        Assert.Equal(TimeSpan.FromMilliseconds(2), Times(5, 1, 3).Processor);
        Assert.Equal(4.0, Ratio(4).Of(Times(8, 4), Times(1, 2)).Processor);
    }

    [Theory]
    [InlineData(20, 30, "met")]
    [InlineData(41, 42, "MISSED")]
    [InlineData(40, 90, "unsure")]
    public void A_target_is_met_when_best_and_median_meet_it(int best, int median, string verdict)
    {
        Figure figure = Ratio(4).Of(Times(best, median, median), Times(10, 10, 10));

        Assert.Equal((verdict, "<= 4.0x"), (figure.Verdict, figure.TargetText));
    }

    [Theory]
    [InlineData(40, "unsure")]
    [InlineData(41, "MISSED")]
    [InlineData(null, "MISSED")]
    public void What_waited_for_other_programs_may_yet_be_met(int? processor, string verdict) =>
        Assert.Equal(verdict, (Ratio(40) with { Best = 50, Median = 60, Processor = processor }).Verdict);

    [Theory]
    [InlineData(100, "met")]
    [InlineData(99, "MISSED")]
    public void A_least_target_is_met_from_there_on(int time, string verdict) =>
        Assert.Equal(verdict, new Figure("import / check", Unit.Times, 10, AtLeast: true).Of(Times(time), Times(10)).Verdict);

    [Theory]
    [InlineData(7, 7, "aim met")]
    [InlineData(7, 9, "met")]
    public void An_aim_is_met_when_best_and_median_meet_it(int best, int median, string verdict)
    {
        Figure figure = (Ratio(1) with { Aim = 0.75 }).Of(Times(best, median, median), Times(10, 10, 10));

        Assert.Equal((verdict, "<= 1.00x (aim 0.75x)"), (figure.Verdict, figure.TargetText));
    }

    [Theory]
    [InlineData(10, "MISSED")]
    [InlineData(8, "unsure")]
    public void A_miss_is_unsure_when_a_work_got_less_than_a_core(int processor, string verdict)
    {
        Timings times = new();
        times.Add(TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(processor));
        Figure figure = Ratio(0.25).Of(times, Times(10));

        Assert.Equal((verdict, processor / 10.0), (figure.Verdict, figure.CoresGot));
    }

    [Fact]
    public void What_has_more_to_do_is_measured_by_its_share() => Assert.Equal(1.5, Ratio(2).Of(Times(30), Times(2), share: 0.1).Best);

    [Fact]
    public void A_time_is_that_of_one_of_its_items()
    {
        Figure figure = new Figure("a row", Unit.Microseconds, 4e-6).Of(Times(5, 3), items: 1000);

        Assert.Equal(("3.00 us", "4.00 us", "<= 4.00 us"), (figure.Text(figure.Best), figure.Text(figure.Median), figure.TargetText));
    }

    [Theory]
    [InlineData(17.26, "17.3x")]
    [InlineData(4, "4.0x")]
    [InlineData(0.75, "0.75x")]
    public void Ratios_are_printed_with_two_places_where_the_second_matters(double value, string text) => Assert.Equal(text, Ratio(4).Text(value));

    [Fact]
    public void What_was_not_run_has_no_verdict() =>
        Assert.Equal("not run", new Figure("import / check", Unit.Times, 10, AtLeast: true) { NotRun = "no pwsh" }.Verdict);

    private static Figure Ratio(double target) => new("a / b", Unit.Times, target);

    private static Timings Times(params int[] milliseconds)
    {
        Timings timings = new();
        foreach (int time in milliseconds)
        {
            timings.Add(TimeSpan.FromMilliseconds(time), TimeSpan.FromMilliseconds(2 * time));
        }

        return timings;
    }

    private static (double Best, double Median) Milliseconds(Timings timings) => (timings.Best.TotalMilliseconds, timings.Median.TotalMilliseconds);
}
