using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using RocketComs.Core.Reports.Content;
using RocketComs.Core.Reports.Writers;
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
    public void Page_is_written_to_the_byte() => Assert.Equal(
        """
        <!DOCTYPE html>⏎<html lang="en">
        <head><meta charset="utf-8" /><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'HASH'; base-uri 'none'; form-action 'none'" /><meta name="viewport" content="width=device-width, initial-scale=1" /><meta name="color-scheme" content="light dark" /><meta name="referrer" content="no-referrer" /><title>Spring &amp; &lt;Sale&gt;</title>
        <style>CSS</style></head>⏎
        <body>
        <svg class="defs" aria-hidden="true" xmlns="http://www.w3.org/2000/svg"><defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M-1 1l2-2M0 6l6-6M5 7l2-2" stroke="var(--wrong)" stroke-width="2.4" /></pattern>
        <pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse"><circle cx="2.5" cy="2.5" r="1.5" fill="var(--doubt)" /></pattern>
        <pattern id="grid" width="5" height="5" patternUnits="userSpaceOnUse"><path d="M0 0l5 5M0 5l5-5" stroke="var(--quiet)" stroke-width=".8" /></pattern></defs></svg>
        <header><h1>Spring &amp; &lt;Sale&gt;</h1><dl><div><dt>Rows read</dt><dd>1,200</dd></div><div><dt>Errors</dt><dd>3</dd></div></dl></header>
        <main>⏎
        <section><h2>Tables</h2><p>Nothing is *wrong*.</p><p>Ask the team.</p>
        <figure><figcaption><h3>Files</h3><p>Each file.</p></figcaption>
        <div class="pair wide"><div>
        <table><thead><tr><th scope="col" class="verbatim">File</th><th scope="col" class="figure">Rows</th></tr></thead>
        <tbody><tr><td class="verbatim" dir="auto">a|b.csv</td><td class="figure">1</td></tr><tr><td class="verbatim" dir="auto">\|c.csv</td><td class="figure">2</td></tr></tbody></table><p class="more">and 2 more files</p></div></div></figure>
        <figure><figcaption><h3>Rules</h3><p>A bar a rule.</p></figcaption>
        <div class="pair">
        <svg viewBox="0 0 360 102" role="img" aria-labelledby="chart1t chart1d" xmlns="http://www.w3.org/2000/svg"><title id="chart1t">Rules</title><desc id="chart1d">A bar a rule.</desc><text x="0" y="12">None</text><text x="360" y="12" text-anchor="end">0</text><path class="axis" d="M.5 17v13" /><text x="0" y="46">nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn…</text><text x="360" y="46" text-anchor="end">1</text><path class="axis" d="M.5 51v13" /><rect class="wrong" x="1" y="51" width="2" height="13" /><text x="0" y="80">Most</text><text x="360" y="80" text-anchor="end">1,000</text><path class="axis" d="M.5 85v13" /><rect class="doubtful" x="1" y="85" width="358" height="13" /></svg><div>
        <table><thead><tr><th scope="col">What</th><th scope="col" class="verbatim">File</th><th scope="col" class="figure">Rows</th></tr></thead>
        <tbody><tr><td>None</td><td class="verbatim" dir="auto"></td><td class="figure">0</td></tr><tr><td>Few</td><td class="verbatim" dir="auto">x</td><td class="figure">1</td></tr><tr><td>Most</td><td class="verbatim" dir="auto">y</td><td class="figure">1,000</td></tr></tbody></table></div></div></figure></section>⏎
        <section><h2>Charts</h2>
        <figure><figcaption><h3>Strip</h3><p>The file.</p></figcaption>
        <div class="pair broad">
        <svg viewBox="0 0 360 58" role="img" aria-labelledby="chart2t chart2d" xmlns="http://www.w3.org/2000/svg"><title id="chart2t">Strip</title><desc id="chart2d">The file.</desc><rect class="axis" x="0.5" y="6" width="359" height="30" /><path class="doubtful" d="M12 21h6v15h-6zM24 21h6v15h-6z" /><path class="wrong" d="M0 6h12v30h-12zM354 6h6v30h-6z" /><text x="0" y="54" class="soft">row 1</text><text x="360" y="54" text-anchor="end" class="soft">row 1,200</text></svg><div>
        <table class="many"><thead><tr><th scope="col">What</th><th scope="col">What</th><th scope="col" class="figure">Rows</th><th scope="col" class="figure">Rows</th></tr></thead>
        <tbody><tr><td data-name="What">1 to 2</td><td data-name="What">a</td><td class="figure" data-name="Rows">2</td><td class="figure" data-name="Rows">0</td></tr></tbody></table></div></div></figure>
        <figure><figcaption><h3>Day</h3><p>The day.</p></figcaption>
        <div class="pair broad">
        <svg viewBox="0 0 360 54" role="img" aria-labelledby="chart3t chart3d" xmlns="http://www.w3.org/2000/svg"><title id="chart3t">Day</title><desc id="chart3d">The day.</desc><text x="0" y="12">Eastern</text><rect class="axis" x="0.5" y="17" width="359" height="13" /><rect class="quiet" x="0" y="17" width="120" height="13" /><rect class="quiet" x="315" y="17" width="45" height="13" /><rect class="plain" x="135" y="21" width="165" height="5" /><text x="0" y="46" class="soft">0:00</text><text x="90" y="46" text-anchor="middle" class="soft">6:00</text><text x="180" y="46" text-anchor="middle" class="soft">12:00</text><text x="270" y="46" text-anchor="middle" class="soft">18:00</text><text x="360" y="46" text-anchor="end" class="soft">24:00</text></svg><div>
        <table class="many"><thead><tr><th scope="col">What</th><th scope="col">What</th><th scope="col">What</th><th scope="col">What</th><th scope="col">What</th></tr></thead>
        <tbody></tbody></table></div></div></figure>
        <figure><figcaption><h3>Columns</h3><p>The days.</p></figcaption>
        <div class="pair wide">
        <svg viewBox="0 0 360 150" role="img" aria-labelledby="chart4t chart4d" xmlns="http://www.w3.org/2000/svg"><title id="chart4t">Columns</title><desc id="chart4d">The days.</desc><rect class="plain" x="1" y="73" width="87" height="55" /><rect class="plain" x="91" y="18" width="87" height="110" /><path class="axis" d="M0 128h360" /><text x="0" y="12" class="soft">most: 2</text><text x="0" y="144" class="soft">May 1</text><text x="360" y="144" text-anchor="end" class="soft">May 2</text></svg><div>
        <table class="many"><thead><tr><th scope="col">What</th><th scope="col">What</th><th scope="col">What</th><th scope="col">What</th><th scope="col">What</th><th scope="col">What</th></tr></thead>
        <tbody></tbody></table></div></div></figure>
        <figure><figcaption><h3>Long text</h3><p>A phone.</p></figcaption>
        <div class="pair">
        <div class="phone">
        <div class="bubble" dir="auto">One⏎two <span class="border">segment 2</span>three <span class="border">segment 3</span>four<span class="border">and 1,200 more segments</span></div></div><div>
        <table class="many"><thead><tr><th scope="col">What</th><th scope="col">What</th><th scope="col">What</th><th scope="col">What</th></tr></thead>
        <tbody></tbody></table></div></div></figure>
        <figure><figcaption><h3>Text</h3><p>Another.</p></figcaption>
        <div class="pair">
        <div class="phone">
        <div class="bubble" dir="auto">Hi</div></div><div>
        <table><thead><tr><th scope="col">What</th></tr></thead>
        <tbody></tbody></table></div></div></figure>
        <figure><figcaption><h3>Bars</h3><p>As wide.</p></figcaption>
        <div class="pair wide">
        <svg viewBox="0 0 360 34" role="img" aria-labelledby="chart5t chart5d" xmlns="http://www.w3.org/2000/svg"><title id="chart5t">Bars</title><desc id="chart5d">As wide.</desc><text x="0" y="12">All</text><text x="360" y="12" text-anchor="end">7</text><path class="axis" d="M.5 17v13" /><rect class="plain" x="1" y="17" width="358" height="13" /></svg><div>
        <table class="many"><thead><tr><th scope="col">What</th><th scope="col">What</th><th scope="col">What</th><th scope="col">What</th><th scope="col">What</th><th scope="col">What</th><th scope="col">What</th></tr></thead>
        <tbody></tbody></table></div></div></figure></section></main>
        <footer>Made by Export-RcReport of the RocketComs module. Estimates: the platform publishes neither how it splits texts nor what it charges.</footer></body></html>
        """.Replace("\n", string.Empty, StringComparison.Ordinal),
        Written(ReportSample.Document()).Replace('\n', '⏎'));

    [Fact]
    public void Page_of_nothing_has_a_heading_alone() => Assert.Contains(
        "<header><h1>Nothing</h1></header><main></main><footer>", Written(new ReportDocument("Nothing", [], [], new Lazy<IReadOnlyList<Finding>>([]))), StringComparison.Ordinal);

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

    // Without its style, of which the policy holds the hash.
    private static string Written(ReportDocument report)
    {
        using MemoryStream stream = new();
        HtmlWriter.Write(report, stream);
        string page = Encoding.UTF8.GetString(stream.ToArray());
        Assert.Contains($"<style>{HtmlStyle.Css}</style>", page, StringComparison.Ordinal);
        return Regex.Replace(page.Replace(HtmlStyle.Css, "CSS", StringComparison.Ordinal), "'sha256-[^']{44}'", "'HASH'");
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
