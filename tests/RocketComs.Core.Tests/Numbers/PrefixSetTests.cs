using RocketComs.Core.Numbers;
using Xunit;

namespace RocketComs.Core.Tests.Numbers;

public class PrefixSetTests
{
    private static readonly ushort[] s_one = Mask("2", "0", "12", "0", "0123456789", "57");
    private static readonly ushort[] s_other = Mask("2", "0", "2", "9", "1", "57");
    private static readonly ushort[] s_third = Mask("2", "0", "23", "0", "1", "57");

    [Fact]
    public void Prefixes_of_masks_are_in_the_set_and_no_others()
    {
        PrefixSet set = new();
        set.Add(s_one);
        set.Add(s_other);
        set.Add(s_third);
        AssertHolds(set, prefix => Allows(s_one, prefix) || Allows(s_other, prefix) || Allows(s_third, prefix));
        Assert.Equal([201, 202, 203], Enumerable.Range(0, 1000).Where(row => set.ContainsAnyOf((uint)row)));
    }

    [Fact]
    public void Prefixes_are_left_out_and_taken_out()
    {
        PrefixSet out1 = new();
        out1.Add(s_third);
        PrefixSet set = new();
        set.Add(s_one, out1);
        AssertHolds(set, prefix => Allows(s_one, prefix) && !Allows(s_third, prefix));

        set.Add(s_other);
        PrefixSet out2 = new();
        out2.Add(Mask("2", "0", "1", "0", "0123456789", "0123456789"));
        out2.Add(s_other);
        set.Remove(out2);
        AssertHolds(set, prefix => Allows(s_one, prefix) && !Allows(s_third, prefix) && prefix / 1000 == 202);
        Assert.False(set.ContainsAnyOf(201));
        Assert.True(set.ContainsAnyOf(202));
    }

    private static void AssertHolds(PrefixSet set, Func<uint, bool> expected) =>
        Assert.Equal(Enumerable.Range(199_000, 7_000).Where(prefix => expected((uint)prefix)), Enumerable.Range(199_000, 7_000).Where(prefix => set.Contains((uint)prefix)));

    private static ushort[] Mask(params string[] places) => [.. places.Select(place => (ushort)place.Sum(digit => 1 << (digit - '0')))];

    private static bool Allows(ushort[] mask, uint prefix) =>
        prefix.ToString("D6", System.Globalization.CultureInfo.InvariantCulture).Select((digit, place) => mask[place] >> (digit - '0') & 1).All(bit => bit == 1);
}
