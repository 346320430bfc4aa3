using System.Xml;
using RocketComs.Core.Reports.Content;

namespace RocketComs.Core.Reports.Writers;

/// <summary>Draws charts as SVG, 360 units wide: as wide as the screen of a phone, so that its letters can be read there.</summary>
/// <param name="xml">Where to.</param>
internal sealed class ChartDrawing(XmlWriter xml)
{
    private const double Width = 360;
    private const double BarRoom = 34;
    private const double BarHeight = 13;
    private const int LongestName = 40;
    private const double MinutesOfDay = 24 * 60;

    private int _drawn;

    /// <summary>Draws a chart with its title and description.</summary>
    public void Draw(Chart chart, string title, string description)
    {
        double height = chart switch
        {
            BarChart bars => bars.Bars.Count * BarRoom,
            StripChart => 58,
            DayChart day => (day.Lines.Count * BarRoom) + 20,
            ColumnChart => 150,
            _ => throw new ArgumentOutOfRangeException(nameof(chart)),
        };
        string id = $"chart{++_drawn}";
        xml.WriteStartElement("svg", Markup.Svg);
        xml.WriteAttributeString("viewBox", $"0 0 {Width} {Markup.Number(height)}");
        xml.WriteAttributeString("role", "img");
        xml.WriteAttributeString("aria-labelledby", $"{id}t {id}d");
        xml.Element("title", title, ("id", id + "t"));
        xml.Element("desc", description, ("id", id + "d"));
        switch (chart)
        {
            case BarChart bars:
                Draw(bars);
                break;
            case StripChart strip:
                Draw(strip);
                break;
            case DayChart day:
                Draw(day);
                break;
            case ColumnChart columns:
                Draw(columns);
                break;
        }

        xml.WriteFullEndElement();
    }

    /// <summary>Draws the patterns that the classes of areas name; once a page.</summary>
    public void Patterns()
    {
        xml.WriteStartElement("svg", Markup.Svg);
        xml.WriteAttributeString("class", "defs");
        xml.WriteAttributeString("aria-hidden", "true");
        xml.Element("defs", [], () =>
        {
            Pattern("hatch", 6, () => xml.Empty("path", ("d", "M-1 1l2-2M0 6l6-6M5 7l2-2"), ("stroke", "var(--wrong)"), ("stroke-width", "2.4")));
            Pattern("dots", 5, () => xml.Empty("circle", ("cx", "2.5"), ("cy", "2.5"), ("r", "1.5"), ("fill", "var(--doubt)")));
            Pattern("grid", 5, () => xml.Empty("path", ("d", "M0 0l5 5M0 5l5-5"), ("stroke", "var(--quiet)"), ("stroke-width", ".8")));
        });
        xml.WriteFullEndElement();
    }

    private void Pattern(string id, int size, Action shape) => xml.Element(
        "pattern", [("id", id), ("width", Markup.Number(size)), ("height", Markup.Number(size)), ("patternUnits", "userSpaceOnUse")], shape);

    private void Draw(BarChart chart)
    {
        double most = Math.Max(1, chart.Bars.Select(bar => bar.Value).DefaultIfEmpty().Max());
        for (int i = 0; i < chart.Bars.Count; i++)
        {
            Bar bar = chart.Bars[i];
            double y = i * BarRoom;
            Text(0, y + 12, ReportText.Cut(bar.Name, LongestName));
            Text(Width, y + 12, ReportText.Count(bar.Value), "end");

            // What is there is seen, however little it is.
            double length = bar.Value == 0 ? 0 : Math.Max(2, (Width - 2) * bar.Value / most);
            xml.Empty("path", ("class", "axis"), ("d", $"M.5 {Markup.Number(y + 17)}v{Markup.Number(BarHeight)}"));
            if (length > 0)
            {
                xml.Rectangle(Class(bar.Fill), 1, y + 17, length, BarHeight);
            }
        }
    }

    private void Draw(StripChart chart)
    {
        const double Top = 6;
        const double High = 30;
        double cell = Width / chart.Cells.Count;
        xml.Rectangle("axis", .5, Top, Width - 1, High);
        Cells("doubtful", severity => severity is RcIssueSeverity.Warning or RcIssueSeverity.Information, High / 2);
        Cells("wrong", severity => severity is RcIssueSeverity.Error, High);
        Text(0, 54, "row 1", kind: "soft");
        Text(Width, 54, "row " + ReportText.Count(chart.RowCount), "end", "soft");

        // One shape of all cells of a kind: two hundred would make the page large.
        void Cells(string kind, Predicate<RcIssueSeverity?> isOfKind, double height)
        {
            string path = string.Empty;
            for (int first = 0, end; first < chart.Cells.Count; first = end + 1)
            {
                for (end = first; end < chart.Cells.Count && isOfKind(chart.Cells[end]);)
                {
                    end++;
                }

                string width = Markup.Number((end - first) * cell);
                path += end == first ? string.Empty : $"M{Markup.Number(first * cell)} {Markup.Number(Top + High - height)}h{width}v{Markup.Number(height)}h-{width}z";
            }

            if (path.Length > 0)
            {
                xml.Empty("path", ("class", kind), ("d", path));
            }
        }
    }

    private void Draw(DayChart chart)
    {
        for (int i = 0; i < chart.Lines.Count; i++)
        {
            double y = i * BarRoom;
            Text(0, y + 12, ReportText.Cut(chart.Lines[i].Name, LongestName));
            xml.Rectangle("axis", .5, y + 17, Width - 1, BarHeight);
            foreach ((int from, int until) in chart.Lines[i].Quiet)
            {
                xml.Rectangle("quiet", Place(from), y + 17, Place(until) - Place(from), BarHeight);
            }

            foreach ((int from, int until) in chart.Lines[i].Window)
            {
                xml.Rectangle("plain", Place(from), y + 21, Math.Max(1, Place(until) - Place(from)), BarHeight - 8);
            }
        }

        double bottom = (chart.Lines.Count * BarRoom) + 12;
        Text(0, bottom, "0:00", kind: "soft");
        foreach (int hour in (int[])[6, 12, 18])
        {
            Text(Place(hour * 60), bottom, $"{hour}:00", "middle", "soft");
        }

        Text(Width, bottom, "24:00", "end", "soft");
    }

    private void Draw(ColumnChart chart)
    {
        const double High = 110;
        const double Bottom = 128;
        double most = Math.Max(1, chart.Columns.Max());
        double room = Width / Math.Max(chart.Columns.Count, 4);
        for (int i = 0; i < chart.Columns.Count; i++)
        {
            double height = chart.Columns[i] == 0 ? 0 : Math.Max(2, High * chart.Columns[i] / most);
            if (height > 0)
            {
                xml.Rectangle("plain", (i * room) + 1, Bottom - height, Math.Max(1, room - 3), height);
            }
        }

        xml.Empty("path", ("class", "axis"), ("d", $"M0 {Markup.Number(Bottom)}h{Markup.Number(Width)}"));
        Text(0, 12, $"most: {ReportText.Count((long)most)}", kind: "soft");
        Text(0, 144, chart.First, kind: "soft");
        if (chart.Columns.Count > 1)
        {
            Text(Width, 144, chart.Last, "end", "soft");
        }
    }

    private static double Place(int minute) => minute * Width / MinutesOfDay;

    private static string Class(Fill fill) => fill switch
    {
        Fill.Wrong => "wrong",
        Fill.Doubtful => "doubtful",
        _ => "plain",
    };

    private void Text(double x, double y, string text, string anchor = "start", string? kind = null) => xml.Element(
        "text",
        text,
        [("x", Markup.Number(x)), ("y", Markup.Number(y)), .. anchor == "start" ? Array.Empty<(string, string)>() : [("text-anchor", anchor)], .. kind is null ? Array.Empty<(string, string)>() : [("class", kind)]]);
}
