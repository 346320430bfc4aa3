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
        Assert.Equal(4.0, Figure.Ratio("check / reading", Times(8, 4), Times(1, 2), target: 4).Processor);
    }

    [Theory]
    [InlineData(20, 30, "met")]
    [InlineData(41, 42, "MISSED")]
    [InlineData(40, 90, "unsure")]
    public void A_target_is_met_when_best_and_median_meet_it(int best, int median, string verdict)
    {
        Figure figure = Figure.Ratio("check / reading", Times(best, median, median), Times(10, 10, 10), target: 4);

        Assert.Equal((verdict, "<= 4.0x"), (figure.Verdict, figure.TargetText));
    }

    [Theory]
    [InlineData(40, "unsure")]
    [InlineData(41, "MISSED")]
    [InlineData(null, "MISSED")]
    public void What_waited_for_other_programs_may_yet_be_met(int? processor, string verdict) =>
        Assert.Equal(verdict, new Figure("a / b", Unit.Times, 40, AtLeast: false) { Best = 50, Median = 60, Processor = processor }.Verdict);

    [Theory]
    [InlineData(100, "met")]
    [InlineData(99, "MISSED")]
    public void A_least_target_is_met_from_there_on(int time, string verdict) =>
        Assert.Equal(verdict, Figure.Ratio("import / check", Times(time), Times(10), target: 10, atLeast: true).Verdict);

    [Theory]
    [InlineData(17.26, "17.3x")]
    [InlineData(4, "4.0x")]
    public void Ratios_are_printed_with_one_place(double value, string text) =>
        Assert.Equal(text, new Figure("a / b", Unit.Times, 4, AtLeast: false).Text(value));

    [Fact]
    public void What_was_not_run_has_no_verdict() =>
        Assert.Equal("not run", new Figure("import / check", Unit.Times, 10, AtLeast: true) { NotRun = "no pwsh" }.Verdict);

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
