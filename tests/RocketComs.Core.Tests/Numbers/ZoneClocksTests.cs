using RocketComs.Core.Numbers;
using Xunit;

namespace RocketComs.Core.Tests.Numbers;

/// <summary>The time zones that this machine knows.</summary>
public sealed class ZoneClocksTests
{
    [Fact]
    public void Names_are_in_order_and_each_is_there_once()
    {
        Assert.Contains("America/New_York", ZoneClocks.Names);
        Assert.Equal(ZoneClocks.Names.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal), ZoneClocks.Names);
    }
}
