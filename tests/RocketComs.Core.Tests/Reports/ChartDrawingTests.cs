using System.Text;
using System.Xml;
using System.Xml.Linq;
using RocketComs.Core.Reports.Content;
using RocketComs.Core.Reports.Writers;
using Xunit;

namespace RocketComs.Core.Tests.Reports;

/// <summary>Each shape of a chart stands where its figures say.</summary>
public sealed class ChartDrawingTests
{
    [Fact]
    public void Bar_is_as_long_as_its_value_and_seen_however_little_it_is() => Assert.Equal(
        [
            "0 0 360 136", "T", "D",
            "0 12 Most", "360 12 end 1,000", "axis M.5 17v13", "plain 1 17 358 13",
            "0 46 Half", "360 46 end 500", "axis M.5 51v13", "wrong 1 51 179 13",
            "0 80 One", "360 80 end 1", "axis M.5 85v13", "doubtful 1 85 2 13",
            "0 114 None", "360 114 end 0", "axis M.5 119v13",
        ],
        Drawn(new BarChart([new Bar("Most", 1000), new Bar("Half", 500, Fill.Wrong), new Bar("One", 1, Fill.Doubtful), new Bar("None", 0)])));

    [Fact]
    public void Nothing_has_no_bar_and_long_names_are_cut() => Assert.Equal(
        ["0 0 360 34", "T", "D", "0 12 " + new string('n', 39) + "…", "360 12 end 0", "axis M.5 17v13"],
        Drawn(new BarChart([new Bar(new string('n', 41), 0)])));

    [Fact]
    public void Strip_has_its_errors_high_and_all_else_low() => Assert.Equal(
        [
            "0 0 360 58", "T", "D", "axis 0.5 6 359 30",
            "doubtful M90 21h135v15h-135z", "wrong M0 6h45v30h-45zM270 6h90v30h-90z",
            "soft 0 54 row 1", "soft 360 54 end row 1,200",
        ],
        Drawn(new StripChart(
            [RcIssueSeverity.Error, null, RcIssueSeverity.Warning, RcIssueSeverity.Information, RcIssueSeverity.Warning, null, RcIssueSeverity.Error, RcIssueSeverity.Error], 1200)));

    [Fact]
    public void Strip_of_nothing_has_its_frame_alone() => Assert.Equal(
        ["0 0 360 58", "T", "D", "axis 0.5 6 359 30", "soft 0 54 row 1", "soft 360 54 end row 2"],
        Drawn(new StripChart([null, null], 2)));

    [Fact]
    public void Day_has_a_line_a_zone_with_its_quiet_time_and_its_window() => Assert.Equal(
        [
            "0 0 360 88", "T", "D",
            "0 12 Eastern", "axis 0.5 17 359 13", "quiet 0 17 120 13", "quiet 315 17 45 13", "plain 135 21 180 5",
            "0 46 Pacific", "axis 0.5 51 359 13", "plain 90 55 1 5",
            "soft 0 80 0:00", "soft 90 80 middle 6:00", "soft 180 80 middle 12:00", "soft 270 80 middle 18:00", "soft 360 80 end 24:00",
        ],
        Drawn(new DayChart([new DayLine("Eastern", [(540, 1260)], [(0, 480), (1260, 1440)]), new DayLine("Pacific", [(360, 361)], [])])));

    [Fact]
    public void Column_is_as_high_as_its_value_and_seen_however_little_it_is() => Assert.Equal(
        [
            "0 0 360 150", "T", "D", "plain 91 126 87 2", "plain 181 18 87 110", "plain 271 73 87 55", "axis M0 128h360",
            "soft 0 12 most: 1,000", "soft 0 144 May 1", "soft 360 144 end May 4",
        ],
        Drawn(new ColumnChart([0, 1, 1000, 500], "May 1", "May 4")));

    [Fact]
    public void Single_column_has_its_day_once_and_is_no_wider_than_one_of_four() => Assert.Equal(
        ["0 0 360 150", "T", "D", "plain 1 18 87 110", "axis M0 128h360", "soft 0 12 most: 3", "soft 0 144 May 1"],
        Drawn(new ColumnChart([3], "May 1", "May 1")));

    [Fact]
    public void Nothing_has_no_column() => Assert.Equal(
        ["0 0 360 150", "T", "D", "axis M0 128h360", "soft 0 12 most: 1", "soft 0 144 May 1"],
        Drawn(new ColumnChart([0], "May 1", "May 1")));

    [Fact]
    public void Many_columns_are_narrow()
    {
        string[] drawn = Drawn(new ColumnChart([.. Enumerable.Repeat(7L, 200)], "May 1", "May 4"));
        Assert.Equal(("plain 1 18 1 110", "plain 2.8 18 1 110", "plain 359.2 18 1 110", 207), (drawn[3], drawn[4], drawn[202], drawn.Length));
    }

    // The attributes of each shape in their order, but for those that are the same in all, and its text.
    private static string[] Drawn(Chart chart)
    {
        StringBuilder text = new();
        using (XmlWriter xml = XmlWriter.Create(text))
        {
            new ChartDrawing(xml).Draw(chart, "T", "D");
        }

        XElement svg = XDocument.Parse(text.ToString()).Root!;
        return
        [
            svg.Attribute("viewBox")!.Value,
            .. svg.Elements().Select(shape => string.Join(' ', ((string[])["class", "x", "y", "text-anchor", "width", "height", "d"])
                .Select(name => shape.Attribute(name)?.Value).Append(shape.Value).Where(value => !string.IsNullOrEmpty(value)))),
        ];
    }
}
