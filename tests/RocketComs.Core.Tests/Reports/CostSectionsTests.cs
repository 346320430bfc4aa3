using Xunit;

namespace RocketComs.Core.Tests.Reports;

/// <summary>What it costs: every sentence, bar and row.</summary>
public sealed class CostSectionsTests
{
    private const string Title = "What it costs";

    // At 0.01 and at 0.02 a segment; one of which nothing is sent, and so costs nothing.
    private static readonly RcBatchCsvReport s_cheap = Check("cheap", 0.06m, (1, 2), (2, 2)) with { NearMissCount = 1 };
    private static readonly RcBatchCsvReport s_dear = Check("dear", 0.14m, (2, 2), (3, 1)) with { NearMissCount = 2 };
    private static readonly RcBatchCsvReport s_nothing = Check("nothing", null);

    [Fact]
    public void Sums_are_over_all_files_each_at_its_own_price() => Assert.Equal(
        """
        RocketComs report: cheap.csv, dear.csv and 1 more
        Rows read: 0
        Rows to send: 0
        Errors: 0
        Warnings: 0
        Segments: 13
        Cost: 0.20 USD
        == Where the rows went
        -- Rows by what became of them: A bar a step, from the rows that were read to those that would be sent; hatched are rows that are not sent.
        [Plain] 0 Read
        [Wrong] 0 With errors
        [Wrong] 0 Opted out
        [Plain] 0 To send
        Step | Rows$ | Of those read$
        Read | 0 | ∅
        With errors | 0 | ∅
        Opted out | 0 | ∅
        To send | 0 | ∅
        == Files
        -- The files that were checked: Each file with its verdict.
        File" | Verdict | Rows$ | To send$ | Errors$ | Warnings$ | Segments$
        cheap.csv | valid | 0 | 0 | 0 | 0 | 6
        dear.csv | valid | 0 | 0 | 0 | 0 | 7
        nothing.csv | valid | 0 | 0 | 0 | 0 | 0
        == Errors and warnings
        No rule found anything.
        == What it costs
        3 rows stand up to 5 characters over the border of a segment: shortening them a little saves 3 segments, 0.05 USD.
        -- Rows by the segments that their text needs: A bar a number of segments; each segment is charged.
        [Plain] 2 1 segment
        [Plain] 4 2 segments
        [Plain] 1 3 segments
        A text needs | Rows$ | Of all$ | Segments$ | Cost$
        1 segment | 2 | 28.6 % | 2 | 0.02 USD
        2 segments | 4 | 57.1 % | 8 | 0.12 USD
        3 segments | 1 | 14.3 % | 3 | 0.06 USD
        """,
        ReportOutline.Of(s_cheap, s_dear, s_nothing));

    [Fact]
    public void Files_of_which_nothing_is_sent_have_no_ladder() => Assert.Equal(
        (string.Empty, "Segments: 0"), (ReportOutline.Section(Title, s_nothing), ReportOutline.Of(s_nothing).Split('\n').Single(line => line.StartsWith("Segments", StringComparison.Ordinal))));

    [Theory]
    [InlineData(false, "USD", "Not every check knew the price of a segment, so no cost is shown.")]
    [InlineData(true, "EUR", "The checks have prices in USD, EUR, so no cost is shown.")]
    [InlineData(true, null, "The checks have prices in USD, a currency that is not known, so no cost is shown.")]
    public void Costs_that_cannot_be_added_up_are_not_shown(bool isPriced, string? currency, string reason)
    {
        RcBatchCsvReport other = s_dear with { NearMissCount = 0, EstimatedCost = isPriced ? 0.14m : null, Currency = currency };
        string[] lines = ReportOutline.Section(Title, s_cheap with { NearMissCount = 0 }, other).Split('\n');
        Assert.Equal((reason, "A text needs | Rows$ | Of all$ | Segments$", "3 segments | 1 | 14.3 % | 3"), (lines[1], lines[^4], lines[^1]));
        Assert.DoesNotContain("Cost:", ReportOutline.Of(s_cheap, other), StringComparison.Ordinal);
    }

    [Fact]
    public void Price_that_nobody_gave_is_asked_for() => Assert.Equal(
        "No price of a segment was given (-PricePerSegment), so no cost is shown.", ReportOutline.Section(Title, Check("a", null, (1, 1))).Split('\n')[1]);

    [Fact]
    public void Repaired_file_that_was_not_checked_is_named_and_costs_nothing_that_is_known()
    {
        RcBatchCsvRepair repair = new() { Path = "/data/old.csv", Destination = "/data/new.csv" };
        Assert.Equal(
            $"== {Title}\nNot known for new.csv: the repaired file was not checked (Test-RcBatchCsv), so there is no sum.", ReportOutline.Section(Title, repair, s_nothing));
        Assert.DoesNotContain("Segments:", ReportOutline.Of(repair, s_nothing), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_needs_the_most_segments_of_all_files_is_shown_with_its_borders()
    {
        RcSmsMeasurement two = Measured(RcSmsEncoding.Gsm7, "Hello\n", "Call 2025550123") with { SegmentCapacity = 153 };
        RcSmsMeasurement three = Measured(RcSmsEncoding.Ucs2, "漢", "字", "–") with
        {
            SegmentCapacity = 67,
            NonGsmCharacters = [Character("漢", "U+6F22"), Character("字", "U+5B57"), Character("漢", "U+6F22")],
        };
        RcBatchCsvReport first = s_cheap with { DearestMessage = two, DearestLine = 1234 };
        Assert.Equal(
            """
            == The text that costs most
            cheap.csv, line 1,234: 2 segments of 153 (GSM-7), 0.02 USD for each recipient.
            -- The text as a phone shows it: The message with a line at each border between two segments.
            [Hello\n]
            [Call ••••••••23]
            [0 more]
            Segment$ | Units$ | Text"
            1 | 6 | Hello\n
            2 | 15 | Call ••••••••23
            """,
            ReportOutline.Section("The text that costs most", first));
        Assert.Equal(
            """
            == The text that costs most
            nothing.csv, line 2: 3 segments of 67 (UCS-2).
            What makes it UCS-2: 漢 U+6F22, 字 U+5B57.
            -- The text as a phone shows it: The message with a line at each border between two segments.
            [漢]
            [字]
            [–]
            [0 more]
            Segment$ | Units$ | Text"
            1 | 1 | 漢
            2 | 1 | 字
            3 | 1 | –
            """,
            ReportOutline.Section("The text that costs most", first, s_nothing with { DearestMessage = three, DearestLine = 2 }));
    }

    // A file of Windows has two characters for a line break, which count and which nobody sees.
    [Theory]
    [InlineData("ab\r\n\r\nc", "d\r\ne", null, "[ab\\n\\nc]", "[d\\ne]")]
    [InlineData("Call 202555", "0123", null, "[Call ••••••]", "[••23]")]
    [InlineData("ab", "cdef", "abc", "[ab]", "[c]")]
    public void Border_stands_where_the_text_is_cut(string first, string second, string? message, string shown, string rest)
    {
        RcSmsMeasurement measured = Measured(RcSmsEncoding.Gsm7, first, second);
        string[] lines = ReportOutline.Section("The text that costs most", s_cheap with { DearestMessage = measured with { Message = message ?? measured.Message } }).Split('\n');
        Assert.Equal((shown, rest), (lines[3], lines[4]));
    }

    [Theory]
    [InlineData(10, 10, "[0 more]", "10 | 1 | a")]
    [InlineData(11, 10, "[1 more]", "and 1 more segment")]
    [InlineData(1244, 10, "[1234 more]", "and 1,234 more segments")]
    public void Segments_beyond_the_tenth_are_counted(int segments, int shown, string more, string last)
    {
        RcSmsMeasurement measured = Measured(RcSmsEncoding.Gsm7, [.. Enumerable.Repeat("a", segments)]);
        string[] lines = ReportOutline.Section("The text that costs most", s_cheap with { DearestMessage = measured }).Split('\n');
        Assert.Equal((shown, more, last), (lines.Count(line => line == "[a]"), lines.Single(line => line.EndsWith("more]", StringComparison.Ordinal)), lines[^1]));
    }

    private static RcBatchCsvReport Check(string name, decimal? cost, params (int Segments, long Rows)[] rungs) => new()
    {
        Path = $"/data/{name}.csv",
        SegmentCount = rungs.Sum(rung => rung.Segments * rung.Rows),
        SegmentHistogram = rungs.ToDictionary(rung => rung.Segments.ToString(System.Globalization.CultureInfo.InvariantCulture), rung => rung.Rows),
        EstimatedCost = cost,
        Currency = "USD",
    };

    private static RcSmsMeasurement Measured(RcSmsEncoding encoding, params string[] segments) => new()
    {
        Message = string.Concat(segments),
        Encoding = encoding,
        SegmentCount = segments.Length,
        Segments = [.. segments.Select((text, i) => new RcSmsSegment { Number = i + 1, Text = text, Units = text.Length })],
    };

    private static RcSmsCharacter Character(string text, string point) => new() { Text = text, CodePoint = point };
}
