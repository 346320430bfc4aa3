using Xunit;

namespace RocketComs.PowerShell.Tests.Sweep;

/// <summary>Whoever is killed leaves a journal that can be read, and no message that is not in it.</summary>
public sealed class JournalSoakTests(ITestOutputHelper output)
{
    [Fact]
    public void Nothing_is_sent_that_the_journal_does_not_know_whoever_is_killed()
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "On Windows there is no SIGKILL; what ends a process there waits for its writes.");
        int seed = Environment.TickCount & 0x3FFFFFFF;
        output.WriteLine($"seed {seed}");
        using JournalSoak soak = new(seed);

        Assert.Equal([], soak.Run(processes: 3, writes: 8, mostBeforeKill: 6));

        Assert.InRange(soak.Kills, 1, 24);
    }
}
