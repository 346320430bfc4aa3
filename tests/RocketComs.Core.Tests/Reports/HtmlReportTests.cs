using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using RocketComs.Core.Reports.Content;
using Xunit;

namespace RocketComs.Core.Tests.Reports;

/// <summary>The page: one file, nothing loaded, nothing run, and for everybody.</summary>
public sealed class HtmlReportTests
{
    private static readonly double[] s_weights = [0.2126, 0.7152, 0.0722];
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Page_loads_and_runs_nothing()
    {
        XElement page = Page(ReportSample.Everything());
        string policy = page.Descendants("meta").Single(meta => (string?)meta.Attribute("http-equiv") == "Content-Security-Policy").Attribute("content")!.Value;
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.Descendants("style").Single().Value)));
        Assert.Equal($"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'", policy);
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "link" or "img" or "iframe" or "a" or "image" or "foreignObject" or "form");
        Assert.DoesNotContain(page.Descendants().SelectMany(element => element.Attributes()), attribute =>
            !attribute.IsNamespaceDeclaration && (attribute.Name.LocalName is "style" or "src" or "href" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal)));
        Assert.DoesNotContain("http", page.Descendants("style").Single().Value, StringComparison.Ordinal);
        Assert.Equal("en", (string?)page.Attribute("lang"));
    }

    [Fact]
    public void Every_chart_has_title_description_and_a_table_beside_it()
    {
        XElement[] charts = [.. Page(ReportSample.Everything()).Descendants(s_svg + "svg").Where(svg => (string?)svg.Attribute("role") == "img")];
        Assert.Equal(11, charts.Length);
        Assert.All(charts, chart =>
        {
            string[] ids = [.. chart.Elements().Take(2).Select(element => element.Attribute("id")!.Value)];
            Assert.Equal(["title", "desc"], chart.Elements().Take(2).Select(element => element.Name.LocalName));
            Assert.Equal(string.Join(' ', ids), (string?)chart.Attribute("aria-labelledby"));
            Assert.Single(chart.Parent!.Descendants("table"));
        });
        Assert.Equal(charts.Length * 2, charts.SelectMany(chart => chart.Elements().Take(2)).Select(element => element.Attribute("id")!.Value).Distinct().Count());
    }

    [Fact]
    public void Same_input_gives_the_same_bytes_in_any_culture()
    {
        byte[] once = ReportSample.Write(".html", ReportSample.Everything());
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(once, ReportSample.Write(".html", ReportSample.Everything()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Page_of_a_million_bad_rows_is_small()
    {
        StringBuilder file = new();
        string text = string.Concat(Enumerable.Repeat("漢字&<>\"{name} https://bit.ly/x ", 40));
        for (int i = 0; i < 3_000; i++)
        {
            file.Append((i % 7) switch
            {
                0 => $"({i:000}) 555-01,{text}\n",
                1 => $"2025550{i:000}, {text}\n",
                2 => $"2025551{i:000},{text},{text}\n",
                3 => "\n",
                4 => $",{text}\n",
                5 => $"+4915112345{i:0000},\"{text}\"\"\"\n",
                _ => $"2025552{i:000},\n",
            });
        }

        object[] checks = [.. Enumerable.Range(0, 30).Select(i => (object)(ReportSample.Check(file.ToString()) with { Path = $"/data/{new string('漢', 200)}{i}.csv", RowCount = 1_000_000 }))];
        object[] windows = [.. Enumerable.Range(0, 400).Select(i => (object)ReportSample.Window($"America/Argentina/ComodRivadavia{i}", 9, 19, 3))];
        object[] replies = [.. Enumerable.Range(0, 300).Select(i => (object)new RcReply { Source = "1", MessageText = text })];
        object[] messages = [.. Enumerable.Range(0, 3_000).Select(i => (object)ReportSample.Message($"FAILED {i % 99} {text}", i * 997))];
        byte[] page = ReportSample.Write(".html", ReportSample.Input([.. checks, .. windows, .. replies, .. messages]));
        Assert.InRange(page.Length, 20_000, 60_000);
        string words = Encoding.UTF8.GetString(page);
        Assert.Contains("and 20 more files", words, StringComparison.Ordinal);
        Assert.Contains("and 386 more time zones", words, StringComparison.Ordinal);
        Assert.Contains("more segments", words, StringComparison.Ordinal);
        Assert.Contains("and 292 more replies", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_that_no_page_can_hold_are_made_visible()
    {
        string text = Text(ReportSample.Input(ReportSample.Check("2025550123,a\u0001\n") with { Path = "/data/\u001b[31m\ufffe\ud800.csv" }, new RcReply { MessageText = "\u202e<script>" }));
        Assert.Contains("&lt;U+001B&gt;", text, StringComparison.Ordinal);
        Assert.Contains("&lt;U+FFFE&gt;", text, StringComparison.Ordinal);
        Assert.Contains("&lt;U+202E&gt;&lt;script&gt;", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "--ink", 7)]
    [InlineData(0, "--soft", 4.5)]
    [InlineData(0, "--plain --wrong --doubt --quiet --line", 3)]
    [InlineData(1, "--ink", 7)]
    [InlineData(1, "--soft", 4.5)]
    [InlineData(1, "--plain --wrong --doubt --quiet --line", 3)]
    [InlineData(2, "--ink --soft", 7)]
    [InlineData(2, "--plain --wrong --doubt --quiet --line", 3)]
    public void Colours_stand_out_from_the_paper(int scheme, string colours, double contrast)
    {
        string css = Page(ReportSample.Everything()).Descendants("style").Single().Value;
        Dictionary<string, string> set = Regex.Matches(Regex.Matches(css, ":root{[^}]*--paper[^}]*}")[scheme].Value, "(--[a-z]+):(#[0-9a-f]{6})").ToDictionary(pair => pair.Groups[1].Value, pair => pair.Groups[2].Value);
        foreach (string ground in (string[])["--paper", "--card"])
        {
            Assert.All(colours.Split(' '), colour => Assert.InRange(Contrast(set[colour], set[ground]), contrast, 21));
        }

        Assert.InRange(Contrast(set["--ink"], set["--bubble"]), 7, 21);
        Assert.InRange(Contrast(set["--soft"], set["--bubble"]), 4.5, 21);
    }

    private static double Contrast(string one, string other)
    {
        double Light(string colour) => s_weights.Select((weight, i) =>
        {
            double part = int.Parse(colour.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d;
            return weight * (part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4));
        }).Sum();
        (double a, double b) = (Light(one), Light(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static string Text(ReportInput input) => ReportSample.Text(".html", input);

    // The page is XML as well, so that it can be looked through.
    private static XElement Page(ReportInput input)
    {
        string text = Text(input);
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", text, StringComparison.Ordinal);
        return XElement.Parse(text["<!DOCTYPE html>".Length..]);
    }
}
