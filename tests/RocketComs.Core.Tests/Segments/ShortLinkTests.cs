using RocketComs.Core.Segments;
using Xunit;

namespace RocketComs.Core.Tests.Segments;

public class ShortLinkTests
{
    // A short link of seven characters begins like an address: what is asserted is the text around it.
    private const string L = "https:/";

    [Theory]
    [InlineData("https://example.com/a?b=c#d", L)]
    [InlineData("http://example.com", L)]
    [InlineData("HTTP://EXAMPLE.COM", L)]
    [InlineData("HttpS://Example.Com", L)]
    [InlineData("www.example.com", L)]
    [InlineData("WWW.Example.com/A", L)]
    [InlineData("http://www.example.com", L)]
    [InlineData("https://www.example.com/www.example.com", L)]
    [InlineData("http://localhost", L)]
    [InlineData("https://example.com:8443/a", L)]
    [InlineData("http://10.0.0.1:80/?a=1,2;3|4&b=~user/*_-'+!$", L)]
    [InlineData("https://me@example.com", L)]
    [InlineData("https://example.com/?to=https://b.example/www.c.example", L)]
    [InlineData("https://m\u00FCnchen.example/stra\u00DFe", L)]
    [InlineData("https://mu\u0308nchen.example", L)]
    [InlineData("https://\u4F8B\u3048.\u30C6\u30B9\u30C8/\u0663", L)]
    public void Url_counts_as_a_short_link(string message, string counted) => Assert.Equal(counted, Measure(message, 7).Message);

    [Theory]
    [InlineData("See https://example.com/a.", "See " + L + ".")]
    [InlineData("See https://example.com/a, or call!", "See " + L + ", or call!")]
    [InlineData("Really https://example.com?!", "Really " + L + "?!")]
    [InlineData("One: www.example.com; two", "One: " + L + "; two")]
    [InlineData("Two: www.example.com:", "Two: " + L + ":")]
    [InlineData("www.example.com...", L + "...")]
    [InlineData("https://example.com/a.b,c;d!e?f", L)]
    [InlineData("https://example.com/a/ b", L + " b")]
    [InlineData("*https://example.com* _https://example.com_ ~https://example.com~", "*" + L + "* _" + L + "_ ~" + L + "~")]
    public void Punctuation_that_ends_the_sentence_stays(string message, string counted) => Assert.Equal(counted, Measure(message, 7).Message);

    [Theory]
    [InlineData("(https://example.com/a)", "(" + L + ")")]
    [InlineData("(see www.example.com/a).", "(see " + L + ").")]
    [InlineData("[see www.example.com]", "[see " + L + "]")]
    [InlineData("{www.example.com}", "{" + L + "}")]
    [InlineData("(www.example.com)now", "(" + L + ")now")]
    [InlineData("https://en.wikipedia.org/wiki/A_(b)", L)]
    [InlineData("https://en.wikipedia.org/wiki/A_(b).", L + ".")]
    [InlineData("(https://en.wikipedia.org/wiki/A_(b))", "(" + L + ")")]
    [InlineData("https://example.com/{id}?a[0]=1", L)]
    [InlineData("https://example.com/{id}}", L + "}")]
    [InlineData("www.example.com(", L + "(")]
    [InlineData("www.example.com/(a", L)]
    [InlineData("(www.a.example)(www.b.example)", "(" + L + ")(" + L + ")")]
    public void Bracket_that_the_url_did_not_open_stays(string message, string counted) => Assert.Equal(counted, Measure(message, 7).Message);

    [Theory]
    [InlineData("\"https://example.com\"", "\"" + L + "\"")]
    [InlineData("'https://example.com'", "'" + L + "'")]
    [InlineData("`https://example.com`", "`" + L + "`")]
    [InlineData("<https://example.com>", "<" + L + ">")]
    [InlineData("<a href=\"https://example.com\">here</a>", "<a href=\"" + L + "\">here</a>")]
    [InlineData("\u201Chttps://example.com\u201D", "\u201C" + L + "\u201D")]
    [InlineData("\u201Ehttps://example.com\u201C!", "\u201E" + L + "\u201C!")]
    [InlineData("\u00ABwww.example.com\u00BB", "\u00AB" + L + "\u00BB")]
    [InlineData("www.example.com\u2019s menu", L + "\u2019s menu")]
    [InlineData("www.example.com\u2014it\u2019s open", L + "\u2014it\u2019s open")]
    [InlineData("www.example.com\u2026", L + "\u2026")]
    [InlineData("www.example.com\U0001F389", L + "\U0001F389")]
    [InlineData("www.example.com\u00A0now", L + "\u00A0now")]
    [InlineData("www.example.com\u200Bnow", L + "\u200Bnow")]
    [InlineData("www.example.com\tnow", L + "\tnow")]
    [InlineData("www.example.com\0now", L + "\0now")]
    [InlineData("www.example.com\u007Fnow", L + "\u007Fnow")]
    [InlineData("www.example.com\u0080now", L + "\u0080now")]
    [InlineData("www.example.com\\x", L + "\\x")]
    [InlineData(@"Go:\nhttps://a.example\nBye", "Go:\n" + L + "\nBye")]
    public void Quotes_blanks_and_what_no_url_holds_end_it(string message, string counted) => Assert.Equal(counted, Measure(message, 7).Message);

    [Fact]
    public void Literal_backslash_n_ends_a_url() => Assert.Equal(
        L + @"\nBye",
        SmsMeasurer.Measure(@"https://a.example\nBye", new MeasureOptions { ShortLink = true, ShortLinkLength = 7, Literal = true }).Message);

    [Theory]
    [InlineData("https://a.example www.b.example http://c.example", L + " " + L + " " + L)]
    [InlineData("https://a.example,https://b.example;www.c.example|HTTP://d.example", L + "," + L + ";" + L + "|" + L)]
    [InlineData("www.a.example/www.b.example", L)]
    [InlineData("http://http://a.example", L)]
    [InlineData("http:// http://a.example", "http:// " + L)]
    public void Several_urls_count_each(string message, string counted) => Assert.Equal(counted, Measure(message, 7).Message);

    [Theory]
    [InlineData("Sale today...www.example.com", "Sale today..." + L)]
    [InlineData("Call-www.example.com", "Call-" + L)]
    [InlineData("Link:https://example.com", "Link:" + L)]
    [InlineData("//www.example.com", "//" + L)]
    [InlineData("\U0001F449https://example.com", "\U0001F449" + L)]
    [InlineData("\u260E\uFE0Fwww.example.com", "\u260E\uFE0F" + L)]
    public void Url_begins_after_anything_but_a_letter_a_digit_or_an_at_sign(string message, string counted) => Assert.Equal(counted, Measure(message, 7).Message);

    [Theory]
    [InlineData("no link here")]
    [InlineData("example.com")]
    [InlineData("example.com/a?b=c")]
    [InlineData("shop.example.com:8080")]
    [InlineData("http")]
    [InlineData("https:")]
    [InlineData("https://")]
    [InlineData("http:// example.com")]
    [InlineData("http://.")]
    [InlineData("http:///a")]
    [InlineData("https://{domain}/a")]
    [InlineData("http:/example.com")]
    [InlineData("http:example.com")]
    [InlineData("ftp://example.com")]
    [InlineData("ftp://www.example.com")]
    [InlineData("://www.example.com")]
    [InlineData("shttp://example.com")]
    [InlineData("1https://example.com")]
    [InlineData("\u00E9https://example.com")]
    [InlineData("tel:+12025550123")]
    [InlineData("me@example.com")]
    [InlineData("me@www.example.com")]
    [InlineData("mailto:me@example.com")]
    [InlineData("awww.cute")]
    [InlineData("www")]
    [InlineData("www.")]
    [InlineData("www...")]
    [InlineData("www. example")]
    [InlineData("www2.example.com")]
    public void What_is_no_url_stays(string message) => Assert.Equal(message, Measure(message, 7).Message);

    [Theory]
    [InlineData(1)]
    [InlineData(19)]
    [InlineData(20)]
    [InlineData(160)]
    public void Short_link_has_the_length_asked_for(int length)
    {
        RcSmsMeasurement measured = Measure("https://example.com/" + new string('p', 300), length);
        Assert.Equal((length, RcSmsEncoding.Gsm7, 1), (measured.Units, measured.Encoding, measured.SegmentCount));
    }

    [Fact]
    public void Url_outside_gsm7_does_not_make_the_text_ucs2() => Assert.Equal(RcSmsEncoding.Gsm7, Measure("https://example.com/жжж", 23).Encoding);

    [Fact]
    public void Default_length_is_23() => Assert.Equal(23, SmsMeasurer.Measure("https://example.com/a/long/path/indeed", new MeasureOptions { ShortLink = true }).Units);

    [Fact]
    public void Without_the_option_a_url_counts_as_it_stands() => Assert.Equal(19, SmsMeasurer.Measure("https://example.com", new MeasureOptions()).Units);

    // Each would take minutes if the time grew with the square of the length.
    [Theory]
    [InlineData("http://", 1)]
    [InlineData("http:// ", 0)]
    [InlineData("http://.", 0)]
    [InlineData("www.", 1)]
    [InlineData("www. ", 0)]
    [InlineData("www.a", 1)]
    [InlineData("www.a ", 174_763)]
    [InlineData("www.a(", 1)]
    [InlineData("www.a)", 174_763)]
    [InlineData("www.a,", 174_763)]
    [InlineData("h", 0)]
    [InlineData("hw@", 0)]
    public void Megabyte_of_one_thing_is_searched_in_one_go(string unit, int urls)
    {
        string text = string.Concat(Enumerable.Repeat(unit, (1024 * 1024 / unit.Length) + 1));
        int found = 0;
        int end = 0;
        for ((int start, int length) = UrlFinder.Next(text, 0); length > 0; (start, length) = UrlFinder.Next(text, end))
        {
            found++;
            end = start + length;
        }

        Assert.Equal(urls, found);
    }

    [Theory]
    [InlineData('(')]
    [InlineData(')')]
    [InlineData('[')]
    [InlineData(']')]
    [InlineData('{')]
    [InlineData('}')]
    [InlineData('.')]
    public void Megabyte_of_brackets_or_dots_after_a_url_stays(char character)
    {
        string tail = new(character, 1024 * 1024);
        Assert.Equal("See " + L + tail, UrlFinder.Shorten("See www.example.com/a" + tail, 7));
    }

    [Fact]
    public void Only_closing_brackets_without_a_partner_stay()
    {
        string opened = new('(', 50_000);
        string closed = new(')', 50_001);
        Assert.Equal(L + ")].)", UrlFinder.Shorten("www.example.com/" + opened + closed + "].)", 7));
        Assert.Equal(L, UrlFinder.Shorten("www.example.com/[(a)]", 7));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("plain. text: a/b", false)]
    [InlineData("ww.a", false)]
    [InlineData("://", true)]
    [InlineData("://x http://a.example", true)]
    [InlineData("www.", true)]
    [InlineData(".www.a", true)]
    [InlineData("a.b.WwW.c", true)]
    [InlineData("axw.wxw.xww.", false)]
    [InlineData("w.w.w.", false)]
    public void Cheap_look_tells_where_a_url_can_be(string text, bool expected)
    {
        Assert.Equal(expected, UrlFinder.MayHoldUrl(text.AsSpan()));
        Assert.Equal(expected, UrlFinder.MayHoldUrl(System.Text.Encoding.UTF8.GetBytes(text).AsSpan()));
    }

    [Fact]
    public void Text_that_may_hold_no_url_holds_none() => GeneratedText.ForAll(20_000, text =>
        Assert.True(UrlFinder.MayHoldUrl(text) || UrlFinder.Next(text, 0) == (text.Length, 0)));

    private static RcSmsMeasurement Measure(string message, int length) => SmsMeasurer.Measure(message, new MeasureOptions { ShortLink = true, ShortLinkLength = length });
}
