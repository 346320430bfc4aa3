using RocketComs.Core.Rules.Engine;
using Xunit;

namespace RocketComs.Core.Tests.Rules;

public class NumberIndexTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(60_000)]
    [InlineData(5_000_000)]
    public void Table_agrees_with_a_dictionary_however_wrong_the_expectation(long expected)
    {
        NumberIndex table = new(_ => expected);
        Dictionary<ulong, long> lines = [];
#pragma warning disable CA5394 // A test wants the same numbers again.
        Random random = new(5);
        for (long line = 1; line <= 100_000; line++)
        {
            ulong key = ((line % 3 == 0 ? 11UL : 10UL) << 50) + (ulong)random.Next(60_000);
#pragma warning restore CA5394
            bool isNew = lines.TryAdd(key, line);
            Assert.Equal(isNew, table.TryAdd(key, line, out long first));
            Assert.Equal(lines[key], first);
        }
    }

    [Fact]
    public void Keys_that_follow_each_other_and_keys_of_every_length_are_told_apart()
    {
        NumberIndex table = new(count => count * 2);
        for (ulong digits = 10; digits <= 15; digits++)
        {
            for (ulong value = 0; value < 20_000; value++)
            {
                Assert.True(table.TryAdd((digits << 50) | value, (long)value + 1, out _));
            }
        }

        Assert.False(table.TryAdd((12UL << 50) | 77, 1, out long first));
        Assert.Equal(78, first);
    }

    [Theory]
    [InlineData((12UL << 50) + 442_025_550_100, uint.MaxValue)]
    public void Line_beyond_what_fits_is_shown_as_the_last_that_does(ulong key, long last)
    {
        NumberIndex table = new(count => count);
        table.TryAdd(key, 5_000_000_000, out _);
        table.TryAdd(key, 5_000_000_001, out long first);
        Assert.Equal(last, first);
    }
}
