using Xunit;

namespace RocketComs.PowerShell.Tests.Sweep;

/// <summary>A few of the batches that build.ps1 Soak lets live by the thousand.</summary>
[Collection(SerialTests.Name)]
public sealed class BatchSoakTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_batch_comes_to_its_end_once_whatever_fails_on_the_way()
    {
        int seed = Environment.TickCount & 0x3FFFFFFF;
        output.WriteLine($"seed {seed}");
        using BatchSoak soak = new(seed, runspaces: 2);

        Assert.Equal([], soak.RunRound(0, batches: 16));

        Assert.InRange(soak.Requests, 16 * 5, long.MaxValue);
    }
}
