using System.Text;
using System.Text.RegularExpressions;
using RocketComs.Core.Reports.Content;

namespace RocketComs.Core.Reports.Writers;

/// <summary>Writes a report as the Markdown of GitHub: for a pull request, a summary of a job, a wiki.</summary>
internal static class MarkdownWriter
{
    private const int LongestBar = 20;
    private const int StripLine = 50;

    // The colon of https:// and mailto:, the dot of www.
    private static readonly Regex s_addresses = new(@":(?=//)|(?<=mailto|tel|xmpp):|(?<=www)\.", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    // What at the start of a paragraph makes it a list, a rule or a heading.
    private static readonly Regex s_blocks = new(@"^\s*(?:[-+](?=\s|$)|[-=](?=[-=\s]*$)|[0-9]{1,9}[.)](?=\s|$))", RegexOptions.CultureInvariant);

    // @name, #1, GH-1, :smile:
    private static readonly Regex s_references = new(
        "[@#]|GH(?=-[0-9])|:(?=(?:[a-z0-9_+-]*[a-z][a-z0-9_+-]*|100|1234|[+-]1):)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    public static string Write(ReportDocument report)
    {
        StringBuilder text = new();
        text.Append("# ").Append(Escape(report.Title)).Append("\n\n");
        if (report.Facts.Count > 0)
        {
            Table(text, [.. report.Facts.Select(fact => new TableColumn(fact.Name, CellKind.Figure))], [[.. report.Facts.Select(fact => fact.Value)]]);
        }

        foreach (ReportSection section in report.Sections)
        {
            text.Append("## ").Append(Escape(section.Title)).Append("\n\n");
            foreach (string paragraph in section.Texts)
            {
                text.Append(Escape(paragraph)).Append("\n\n");
            }

            foreach (Figure figure in section.Figures)
            {
                Append(text, figure);
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Figure figure)
    {
        text.Append("### ").Append(Escape(figure.Title)).Append("\n\n");
        ReportTable table = figure.Table;
        switch (figure.Chart)
        {
            case BarChart bars when bars.Bars.Count == table.Rows.Count:
                table = WithBars(table, bars);
                break;
            case StripChart strip:
                text.Append(Escape($"From the first row to the last: a dot for nothing, w for a warning, E for an error. {strip.Remark}".TrimEnd())).Append("\n\n```text\n");
                Lines(text, string.Concat(strip.Cells.Select(cell => cell is null ? '.' : cell == RcIssueSeverity.Error ? 'E' : 'w')));
                text.Append("```\n\n");
                break;
            case DayChart day:
                text.Append(Escape("A character an hour, from midnight to midnight there: - is quiet time, = the window, X the window in quiet time.")).Append("\n\n```text\n");
                foreach (DayLine line in day.Lines)
                {
                    text.Append(Hours(line)).Append(' ').Append(line.Name).Append('\n');
                }

                text.Append("```\n\n");
                break;
        }

        Table(text, table.Columns, table.Rows);
        if (table.More is not null)
        {
            text.Append('_').Append(Escape(table.More)).Append("_\n\n");
        }
    }

    private static ReportTable WithBars(ReportTable table, BarChart chart)
    {
        double most = Math.Max(1, chart.Bars.Select(bar => bar.Value).DefaultIfEmpty().Max());
        string Bar(long value) => new('█', value == 0 ? 0 : Math.Max(1, (int)(value * LongestBar / most)));
        return table with { Columns = [.. table.Columns, new TableColumn(string.Empty)], Rows = [.. table.Rows.Select((row, i) => (string[])[.. row, Bar(chart.Bars[i].Value)])] };
    }

    private static void Lines(StringBuilder text, string cells)
    {
        for (int i = 0; i < cells.Length; i += StripLine)
        {
            text.Append(cells, i, Math.Min(StripLine, cells.Length - i)).Append('\n');
        }
    }

    private static string Hours(DayLine line)
    {
        bool IsIn(IReadOnlyList<(int From, int Until)> parts, int hour) => parts.Any(part => part.From < (hour + 1) * 60 && part.Until > hour * 60);
        return string.Concat(Enumerable.Range(0, 24).Select(hour => (IsIn(line.Window, hour), IsIn(line.Quiet, hour)) switch
        {
            (true, true) => 'X',
            (true, false) => '=',
            (false, true) => '-',
            _ => '.',
        }));
    }

    private static void Table(StringBuilder text, IReadOnlyList<TableColumn> columns, IReadOnlyList<string[]> rows)
    {
        Row(text, columns.Select(column => Escape(column.Name)));
        Row(text, columns.Select(column => column.Kind == CellKind.Figure ? "---:" : "---"));
        foreach (string[] row in rows)
        {
            Row(text, row.Select((cell, i) => columns[i].Kind == CellKind.Verbatim ? Code(cell) : Escape(cell)));
        }

        text.Append('\n');
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").Append(string.Join(" | ", cells)).Append(" |\n");

    // Between backticks nothing is a link, a mention or an element; a fence is longer than any run of them in the text. A backslash before a bar of
    // a table cannot stand there.
    private static string Code(string cell)
    {
        if (cell.Length == 0)
        {
            return string.Empty;
        }

        string line = OneLine(cell);
        if (line.IndexOf("\\|", StringComparison.Ordinal) >= 0)
        {
            return $"<code>{Escape(line)}</code>";
        }

        line = line.Replace("|", "\\|");
        int longest = 0;
        for (int i = 0, run = 0; i < line.Length; i++)
        {
            run = line[i] == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        string fence = new('`', longest + 1);
        return $"{fence} {line} {fence}";
    }

    // What would be markup, an element, an address, a mention, a reference or a picture is written so that it is none. What GitHub looks for when all
    // markup is read is parted by a character that nobody sees.
    private static string Escape(string words)
    {
        StringBuilder text = new();
        string line = OneLine(words);
        static IEnumerable<int> Ends(Regex signs, string line) => signs.Matches(line).Cast<Match>().Select(match => match.Index + match.Length - 1);
        HashSet<int> escaped = [.. Ends(s_addresses, line), .. Ends(s_blocks, line)];
        HashSet<int> parted = [.. Ends(s_references, line)];
        for (int i = 0; i < line.Length; i++)
        {
            char character = line[i];
            text.Append(character switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '\\' or '`' or '*' or '_' or '[' or ']' or '~' or '|' or '$' => "\\" + character,
                _ => (escaped.Contains(i) ? "\\" : string.Empty) + character,
            });
            text.Append(parted.Contains(i) ? "\u2060" : string.Empty);
        }

        return text.ToString();
    }

    private static string OneLine(string text) => text.Replace("\r\n", " ").Replace('\n', ' ').Replace('\r', ' ');
}
