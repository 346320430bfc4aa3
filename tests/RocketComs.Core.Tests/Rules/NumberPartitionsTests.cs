using System.Globalization;
using System.Text;
using RocketComs.Core.Numbers;
using RocketComs.Core.Rules.Engine;
using Xunit;

namespace RocketComs.Core.Tests.Rules;

public class NumberPartitionsTests
{
    private static readonly AssignableNumbers s_numbers = new("US");

    [Theory]
    [InlineData(100, 1)]
    [InlineData(60_000, 1)]
    [InlineData(60_000, 4)]
    public void Repeated_numbers_are_those_that_a_dictionary_finds(int count, int threads)
    {
        NumberPartitions numbers = new();
        Dictionary<ulong, long> lines = [];
        List<(ulong, long, long)> expected = [];
        ulong[] added = new ulong[count];
#pragma warning disable CA5394 // A test wants the same numbers again.
        Random random = new(5);
        for (int i = 0; i < count; i++)
        {
            string ten = (2_000_000_000 + random.NextInt64(count * 3L)).ToString(CultureInfo.InvariantCulture);
            added[i] = Pack(((string[])["", "1", "+1"])[random.Next(3)] + ten, i + 1);
#pragma warning restore CA5394
            ulong key = PackedNumber.TenDigitsOf(added[i]);
            if (!lines.TryAdd(key, i + 1))
            {
                expected.Add((key, i + 1, lines[key]));
            }
        }

        for (int from = 0; from < count; from += 1000)
        {
            numbers.Add(added.AsSpan(from, Math.Min(1000, count - from)));
        }

        (long found, List<(ulong Number, ulong First)> told) = numbers.FindRepeated(int.MaxValue, threads, CancellationToken.None);
        Assert.Equal(expected.Count, found);
        Assert.Equal(
            expected,
            told.Select(repeated => (PackedNumber.TenDigitsOf(repeated.Number), PackedNumber.LineOf(repeated.Number), PackedNumber.LineOf(repeated.First))).OrderBy(repeated => repeated.Item2));
    }

    [Fact]
    public void Of_many_the_first_are_told_and_all_are_counted()
    {
        NumberPartitions numbers = new();
        numbers.Add([.. Enumerable.Range(1, 5000).Select(line => Pack("2025550101", line))]);
        (long count, List<(ulong Number, ulong First)> told) = numbers.FindRepeated(3, 2, CancellationToken.None);
        Assert.Equal((4999, "2 3 4"), (count, string.Join(' ', told.Select(repeated => PackedNumber.LineOf(repeated.Number)))));
        Assert.All(told, repeated => Assert.Equal(1, PackedNumber.LineOf(repeated.First)));
    }

    [Fact]
    public void Search_is_stopped()
    {
        NumberPartitions numbers = new();
        numbers.Add([Pack("2025550101", 1)]);
        Assert.Throws<OperationCanceledException>(() => numbers.FindRepeated(1, 1, new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData("2025550101", 1, false)]
    [InlineData("12025550101", 7, false)]
    [InlineData("+12025550101", 268_435_455, false)]
    [InlineData("1000000000", 268_435_456, false)]
    [InlineData("0999999999", 268_435_456, true)]
    [InlineData("0000000000", 268_435_456, true)]
    public void Packed_number_keeps_its_writing_and_a_line_up_to_28_bits(string text, long line, bool isOddly)
    {
        ulong packed = Pack(text, line);
        Assert.Equal((text, Math.Min(line, 268_435_455), isOddly), (PackedNumber.NumberOf(packed).ToString(), PackedNumber.LineOf(packed), PackedNumber.IsOddlyWritten(packed)));
    }

    [Fact]
    public void Number_in_another_spelling_is_the_same_and_known_as_oddly_written()
    {
        Assert.True(PhoneCell.TryRead(Encoding.UTF8.GetBytes("(202) 555-0101"), out NumberText number));
        Assert.True(PackedNumber.TryPack(new SeenNumber(number, s_numbers.KeyOf(number), 9, IsSound: false), out ulong packed));
        Assert.Equal((2_025_550_101UL, 9L, true), (PackedNumber.TenDigitsOf(packed), PackedNumber.LineOf(packed), PackedNumber.IsOddlyWritten(packed)));
        Assert.True(NumberText.TryRead("442079460958", out number));
        Assert.False(PackedNumber.TryPack(new SeenNumber(number, s_numbers.KeyOf(number), 9, IsSound: true), out _));
    }

    [Fact]
    public void Row_on_a_line_is_known_wherever_lines_and_rows_go_apart()
    {
        RowPlaces places = new();
        foreach ((long line, long row) in ((long, long)[])[(2, 1), (3, 2), (6, 3), (7, 4), (20, 17)])
        {
            places.Note(line, row);
        }

        Assert.Equal([0L, 1, 2, 3, 4, 17, 18], ((long[])[1, 2, 3, 6, 7, 20, 21]).Select(places.RowOn));
    }

    private static ulong Pack(string text, long line)
    {
        Assert.True(NumberText.TryRead(text, out NumberText number));
        Assert.True(PackedNumber.TryPack(new SeenNumber(number, s_numbers.KeyOf(number), line, IsSound: true), out ulong packed));
        return packed;
    }
}
