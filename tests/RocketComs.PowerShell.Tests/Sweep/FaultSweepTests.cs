using Xunit;

namespace RocketComs.PowerShell.Tests.Sweep;

/// <summary>Every command that writes, and every fault at every moment of it: what it says afterwards is true, and nothing is done twice.</summary>
[Collection(SerialTests.Name)]
public sealed class FaultSweepTests(ITestOutputHelper output) : IDisposable
{
    private const int Count = 300;

    private readonly SweepRunner _runner = new();

    public void Dispose() => _runner.Dispose();

    [Fact]
    public void Every_command_that_writes_is_swept_and_does_its_work_where_nothing_goes_wrong()
    {
        Assert.Equal(_runner.WriteCommands(), Scenario.All.Select(scenario => scenario.Command).Distinct().Order(StringComparer.Ordinal));
        foreach (Scenario scenario in Scenario.All)
        {
            Step step = _runner.MakeSound(scenario);

            Assert.Equal((scenario.Script, scenario.LeavesNothing ? "not done, success" : "done, success", scenario.Intents), (scenario.Script, step.Ending(), step.Done));
            Assert.Equal([], step.Flaws());
        }
    }

    [Fact]
    public void Nothing_is_done_twice_or_denied_or_invented()
    {
        int seed = Environment.TickCount & 0x3FFFFFFF;
        output.WriteLine($"seed {seed}");
        Assert.Equal([], Enumerable.Range(seed, Count).SelectMany(each => _runner.Make(each).Violations()));
    }
}
