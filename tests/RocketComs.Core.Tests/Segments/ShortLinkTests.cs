using RocketComs.Core.Segments;
using Xunit;

namespace RocketComs.Core.Tests.Segments;

public class ShortLinkTests
{
    // A short link of seven characters begins like an address: what is asserted is the text around it.
    private const string L = "https:/";

    [Theory]
    [InlineData("https://example.com/a?b=c#d", L)]
    [InlineData("HTTP://EXAMPLE.COM", L)]
    [InlineData("www.example.com", L)]
    [InlineData("See https://example.com/a.", "See " + L + ".")]
    [InlineData("See https://example.com/a, or call!", "See " + L + ", or call!")]
    [InlineData("Really https://example.com?!", "Really " + L + "?!")]
    [InlineData("(https://example.com/a)", "(" + L + ")")]
    [InlineData("https://en.wikipedia.org/wiki/A_(b)", L)]
    [InlineData("[see www.example.com]", "[see " + L + "]")]
    [InlineData("\"https://example.com\"", "\"" + L + "\"")]
    [InlineData("<https://example.com>", "<" + L + ">")]
    [InlineData("https://a.example www.b.example http://c.example", L + " " + L + " " + L)]
    [InlineData(@"Go:\nhttps://a.example\nBye", "Go:\n" + L + "\nBye")]
    public void Url_counts_as_a_short_link(string message, string counted) => Assert.Equal(counted, Measure(message, 7).Message);

    [Theory]
    [InlineData("no link here")]
    [InlineData("example.com")]
    [InlineData("https://")]
    [InlineData("ftp://example.com")]
    [InlineData("me@www.example.com")]
    [InlineData("awww.cute")]
    [InlineData("www. example")]
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

    [Theory]
    [InlineData(')')]
    [InlineData(']')]
    [InlineData('}')]
    public void Many_closing_brackets_after_a_url_stay(char bracket)
    {
        string brackets = new(bracket, 100_000);
        Assert.Equal("See " + L + brackets, UrlFinder.Shorten("See www.example.com/a" + brackets, 7));
    }

    [Fact]
    public void Only_closing_brackets_without_a_partner_stay()
    {
        string opened = new('(', 50_000);
        string closed = new(')', 50_001);
        Assert.Equal(L + ")].)", UrlFinder.Shorten("www.example.com/" + opened + closed + "].)", 7));
        Assert.Equal(L, UrlFinder.Shorten("www.example.com/[(a)]", 7));
    }

    private static RcSmsMeasurement Measure(string message, int length) => SmsMeasurer.Measure(message, new MeasureOptions { ShortLink = true, ShortLinkLength = length });
}
