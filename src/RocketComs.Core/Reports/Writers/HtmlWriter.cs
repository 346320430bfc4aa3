using System.Security.Cryptography;
using System.Text;
using System.Xml;
using RocketComs.Core.Reports.Content;

namespace RocketComs.Core.Reports.Writers;

/// <summary>Writes a report as one page that loads nothing: no script, and no style but its own, which a policy in it says to the browser.</summary>
internal static class HtmlWriter
{
    // With more columns than these a table becomes a list on a narrow screen.
    private const int FewColumns = 3;
    private const int WideColumns = 6;

    public static void Write(ReportDocument report, Stream stream)
    {
        XmlWriterSettings settings = new() { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.None, CloseOutput = false };

        // Of its own: an XML writer puts a blank into it.
        byte[] type = Encoding.ASCII.GetBytes("<!DOCTYPE html>\n");
        stream.Write(type, 0, type.Length);
        using XmlWriter xml = XmlWriter.Create(stream, settings);
        ChartDrawing charts = new(xml);
        xml.Element("html", [("lang", "en")], () =>
        {
            xml.Element("head", [], () => WriteHead(xml, report.Title));
            Break(xml);
            xml.Element("body", [], () =>
            {
                charts.Patterns();
                xml.Element("header", [], () => WriteHeader(xml, report));
                xml.Element("main", [], () =>
                {
                    foreach (ReportSection section in report.Sections)
                    {
                        Break(xml);
                        xml.Element("section", [], () => WriteSection(xml, section, charts));
                    }
                });
                xml.Element("footer", "Made by Export-RcReport of the RocketComs module. Estimates: the platform publishes neither how it splits texts nor what it charges.");
            });
        });
    }

    private static void WriteHead(XmlWriter xml, string title)
    {
        xml.Empty("meta", ("charset", "utf-8"));
        xml.Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; style-src '{Hash(HtmlStyle.Css)}'; base-uri 'none'; form-action 'none'"));
        xml.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        xml.Empty("meta", ("name", "color-scheme"), ("content", "light dark"));
        xml.Empty("meta", ("name", "referrer"), ("content", "no-referrer"));
        xml.Element("title", title);
        xml.Element("style", HtmlStyle.Css);
    }

    private static string Hash(string text)
    {
        using SHA256 sha = SHA256.Create();
        return "sha256-" + Convert.ToBase64String(sha.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }

    private static void WriteHeader(XmlWriter xml, ReportDocument report)
    {
        xml.Element("h1", report.Title);
        if (report.Facts.Count > 0)
        {
            xml.Element("dl", [], () =>
            {
                foreach ((string name, string value) in report.Facts)
                {
                    xml.Element("div", [], () =>
                    {
                        xml.Element("dt", name);
                        xml.Element("dd", value);
                    });
                }
            });
        }
    }

    private static void WriteSection(XmlWriter xml, ReportSection section, ChartDrawing charts)
    {
        xml.Element("h2", section.Title);
        foreach (string text in section.Texts)
        {
            xml.Element("p", text);
        }

        foreach (Figure figure in section.Figures)
        {
            xml.Element("figure", [], () => WriteFigure(xml, figure, charts));
        }
    }

    private static void WriteFigure(XmlWriter xml, Figure figure, ChartDrawing charts)
    {
        xml.Element("figcaption", [], () =>
        {
            xml.Element("h3", figure.Title);
            xml.Element("p", figure.Description);
        });
        int columns = figure.Table.Columns.Count;
        string room = figure.Chart is null || columns >= WideColumns ? "pair wide" : columns > FewColumns && figure.Chart is not PhoneChart ? "pair broad" : "pair";
        xml.Element("div", [("class", room)], () =>
        {
            if (figure.Chart is PhoneChart phone)
            {
                WritePhone(xml, phone);
            }
            else if (figure.Chart is not null)
            {
                charts.Draw(figure.Chart, figure.Title, figure.Description);
            }

            xml.Element("div", [], () => WriteTable(xml, figure.Table));
        });
    }

    private static void WriteTable(XmlWriter xml, ReportTable table)
    {
        xml.Element("table", table.Columns.Count > FewColumns ? [("class", "many")] : Array.Empty<(string, string)>(), () =>
        {
            xml.Element("thead", [], () => xml.Element("tr", [], () =>
            {
                foreach (TableColumn column in table.Columns)
                {
                    xml.Element("th", column.Name, [("scope", "col"), .. Class(column)]);
                }
            }));
            xml.Element("tbody", [], () =>
            {
                foreach (string[] row in table.Rows)
                {
                    xml.Element("tr", [], () =>
                    {
                        for (int i = 0; i < row.Length; i++)
                        {
                            TableColumn column = table.Columns[i];
                            (string, string)[] name = table.Columns.Count > FewColumns ? [("data-name", column.Name)] : [];
                            (string, string)[] direction = column.Kind == CellKind.Verbatim ? [("dir", "auto")] : [];
                            xml.Element("td", row[i], [.. Class(column), .. name, .. direction]);
                        }
                    });
                }
            });
        });
        if (table.More is not null)
        {
            xml.Element("p", table.More, ("class", "more"));
        }
    }

    private static (string, string)[] Class(TableColumn column) => column.Kind switch
    {
        CellKind.Figure => [("class", "figure")],
        CellKind.Verbatim => [("class", "verbatim")],
        _ => [],
    };

    private static void WritePhone(XmlWriter xml, PhoneChart phone) => xml.Element("div", [("class", "phone")], () =>
    {
        xml.Element("div", [("class", "bubble"), ("dir", "auto")], () =>
        {
            for (int i = 0; i < phone.Segments.Count; i++)
            {
                if (i > 0)
                {
                    xml.Element("span", $"segment {i + 1}", ("class", "border"));
                }

                xml.WriteString(phone.Segments[i]);
            }

            if (phone.More > 0)
            {
                xml.Element("span", ReportText.AndMore(phone.More, "segment"), ("class", "border"));
            }
        });
    });

    private static void Break(XmlWriter xml) => xml.WriteWhitespace("\n");
}
