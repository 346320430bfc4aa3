using RocketComs.Core.Numbers;
using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Segments;
using Xunit;

namespace RocketComs.Core.Tests.Rules;

/// <summary>What rows that follow each other come to.</summary>
public sealed class CheckedRowsTests
{
    private static readonly SegmentCount s_two = SegmentCounter.Count("a text of one unit more than a message holds".PadRight(161).AsSpan(), RcSmsConcatenation.Reference8Bit);

    [Fact]
    public void Rows_are_added_up()
    {
        CheckedRows rows = Filled();
        Assert.Equal((2, 4L, 1L, 18UL), (rows.PlainAfter, rows.BySegments[1], rows.NearMisses, rows.Content));
        Assert.Equal((1L, 2L, 0L), (rows.BySegments[2], rows.Ucs2Rows, rows.BySegments[0]));
        Assert.Equal((2, 7L), (rows.Dearest.Segments, rows.Dearest.Line));
        Assert.Equal([new(2, 5, false, null), new(0, 7, true, null), new(0, 8, false, Findings())], rows.Odd, (one, other) => (one.PlainBefore, one.Line, one.IsBlank) == (other.PlainBefore, other.Line, other.IsBlank));
        Assert.Equal((1, 0, 1), (rows.Described(RcIssueSeverity.Error), rows.Described(RcIssueSeverity.Warning), rows.Described(RcIssueSeverity.Information)));
        Assert.Equal(11, rows.NextLine);
    }

    [Fact]
    public void Numbers_are_told_apart_by_where_they_are_of_and_how_they_are_written()
    {
        CheckedRows rows = Filled();
        Assert.Equal([2_025_550_101UL, 2_025_550_102UL], rows.Numbers.ToArray().Select(PackedNumber.TenDigitsOf));
        Assert.Equal(["2025550102"], rows.OddlyWritten.Select(number => number.Number.ToString()));
        Assert.Equal(["442079460958"], rows.OtherNumbers.Select(number => number.Number.ToString()));
        Assert.Equal(0b1001, rows.Writings);
    }

    [Fact]
    public void Nothing_of_them_is_left_for_other_rows()
    {
        CheckedRows rows = Filled();
        rows.Begin(20);
        Assert.Equal((0, 20L, 0L, 0L, 0UL, 0), (rows.PlainAfter, rows.NextLine, rows.NearMisses, rows.Ucs2Rows, rows.Content, rows.Writings));
        Assert.Equal((0, 0, 0, 0, 0L), (rows.Odd.Count, rows.Numbers.Length, rows.OddlyWritten.Count, rows.OtherNumbers.Count, rows.BySegments.Sum()));
        Assert.Equal((0, 0L, 0L, 0L), (rows.Dearest.Segments, rows.Dearest.Line, rows.WithoutOptOut.Count, rows.UnlikeSamples.Count));
        Assert.All(Enum.GetValues<RcIssueSeverity>(), severity => Assert.Equal(0, rows.Described(severity)));
    }

    [Fact]
    public void More_numbers_than_there_is_room_for_are_kept()
    {
        CheckedRows rows = new();
        rows.Begin(1);
        for (int line = 1; line <= 3000; line++)
        {
            rows.Note(Seen($"2025{550_000 + line}", line, isSound: true));
        }

        Assert.Equal(Enumerable.Range(1, 3000).Select(line => 2_025_550_000UL + (ulong)line), rows.Numbers.ToArray().Select(PackedNumber.TenDigitsOf));
    }

    private static CheckedRows Filled()
    {
        CheckedRows rows = new();
        rows.Begin(1);
        rows.Note(Seen("2025550101", 1, isSound: true));
        rows.Note(Seen("2025550102", 2, isSound: false));
        rows.Note(Seen("442079460958", 3, isSound: true));
        rows.AddPlain(1, 0, 2, 10);
        rows.Add(4, 5, null);
        rows.Add(5, 7, null);
        rows.AddBlank(7, 8);
        rows.Add(8, 9, Findings());
        rows.AddPlain(2, 1, 11, 3);
        rows.Count(s_two, 4);
        rows.Count(SegmentCounter.Count("\u0436".AsSpan(), RcSmsConcatenation.Reference8Bit), 1);
        rows.Dearest.Offer(2, 7, "dear"u8);
        rows.Dearest.Offer(2, 9, "later"u8);
        rows.WithoutOptOut.Note("none"u8, 3);
        rows.UnlikeSamples.Note("unlike"u8, 3);
        return rows;
    }

    private static RowFindings Findings() => new(
        [(RuleTable.NumberMissing, Issue(RuleTable.NumberMissing)), (RuleTable.NumberMissing, null), (RuleTable.MissingOptOut, Issue(RuleTable.MissingOptOut)), (RuleTable.OuterBlank, null)], null);

    private static RcBatchCsvIssue Issue(RuleInfo rule) => new() { RuleId = rule.Id, Severity = rule.Severity };

    private static SeenNumber Seen(string text, long line, bool isSound)
    {
        Assert.True(NumberText.TryRead(System.Text.Encoding.ASCII.GetBytes(text), out NumberText number));
        return new SeenNumber(number, new AssignableNumbers("US").KeyOf(number), line, isSound);
    }
}
