using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

/// <summary>RC112.</summary>
public class PublicShortenerRuleTests
{
    private const string Good = "2025550100,Hello\n";

    [Theory]
    [InlineData("bit.ly/3xYz", "bit.ly/3xYz")]
    [InlineData("See bit.ly/3xYz.", "bit.ly/3xYz")]
    [InlineData("See https://bit.ly/3xYz, please", "https://bit.ly/3xYz")]
    [InlineData("See HTTP://WWW.BIT.LY/3xYz now", "HTTP://WWW.BIT.LY/3xYz")]
    [InlineData("See www.tinyurl.com/a-b_c?d=e#f", "www.tinyurl.com/a-b_c?d=e#f")]
    [InlineData("(t.co/x)", "t.co/x")]
    [InlineData("link:goo.gl/x!", "goo.gl/x")]
    [InlineData("\"\"is.gd/x\"\"", "is.gd/x")]
    [InlineData("Hello\\nbit.ly/3xYz\\nBye", "bit.ly/3xYz")]
    [InlineData("Hello\\nwww.bit.ly/3xYz", "www.bit.ly/3xYz")]
    [InlineData("Hello\\n\\nhttps://bit.ly/3xYz", "https://bit.ly/3xYz")]
    [InlineData("“bit.ly/x”", "bit.ly/x")]
    [InlineData("👉bit.ly/x", "bit.ly/x")]
    [InlineData("❤\uFE0Fbit.ly/x", "bit.ly/x")]
    [InlineData("a\u00A0bit.ly/x", "bit.ly/x")]
    [InlineData("bit.ly/{code} for you", "bit.ly/{code}")]
    [InlineData("and/or 1/2 // then bit.ly/x", "bit.ly/x")]
    [InlineData("bit.ly:443/x", "bit.ly:443/x")]
    [InlineData("https://bit.ly:443/x", "https://bit.ly:443/x")]
    [InlineData("https://user@bit.ly/x", "https://user@bit.ly/x")]
    [InlineData("https://user:pass@bit.ly/x", "https://user:pass@bit.ly/x")]
    [InlineData("https://example.com@bit.ly/x", "https://example.com@bit.ly/x")]
    [InlineData("BIT.LY/x", "BIT.LY/x")]
    [InlineData("//bit.ly/x", "//bit.ly/x")]
    [InlineData("bit.ly", "bit.ly")]
    [InlineData("See bit.ly.", "bit.ly")]
    [InlineData("bit.ly./x", "bit.ly./x")]
    [InlineData("bit.ly/", "bit.ly/")]
    [InlineData("bit.ly/ x", "bit.ly/")]
    [InlineData("bit.ly/\\nx", "bit.ly/")]
    [InlineData("bit.ly?x=1", "bit.ly?x=1")]
    [InlineData("https://t.co", "https://t.co")]
    [InlineData("-bit.ly/x", "bit.ly/x")]
    [InlineData("See...bit.ly/x", "bit.ly/x")]
    [InlineData("and/or:bit.ly/x", "bit.ly/x")]
    [InlineData("https://example.com/a,https://bit.ly/x", "https://bit.ly/x")]
    [InlineData("https://example.com/?u=1 bit.ly/x", "bit.ly/x")]
    [InlineData("shorturl.com/x", "shorturl.com/x")]
    [InlineData("URLZ.FR/x ALTURL", "URLZ.FR/x")]
    [InlineData("ALTURL.COM/x", "ALTURL.COM/x")]
    [InlineData("SHORTURL.AT/x", "SHORTURL.AT/x")]
    [InlineData("... see bit.ly/x", "bit.ly/x")]
    [InlineData("See ...?https://bit.ly/x", "https://bit.ly/x")]
    [InlineData("See bit.ly.. soon", "bit.ly")]
    [InlineData("See bit.ly:", "bit.ly")]
    [InlineData("See bit.ly→ now", "bit.ly")]
    [InlineData("bit.ly?x=ann@example.com", "bit.ly?x=ann@example.com")]
    [InlineData("bit.ly#ann@example.com", "bit.ly#ann@example.com")]
    [InlineData("bit.ly/x\u007Fy", "bit.ly/x")]
    [InlineData("bit.ly:8089/x", "bit.ly:8089/x")]
    public void Address_of_a_public_shortener_is_named(string text, string address)
    {
        RcBatchCsvReport report = Check(Good + $"2025550101,\"{text}\"\n");
        RcBatchCsvIssue issue = Single(report, "RC112");
        Assert.Equal((2L, 2L, "Message", text.Replace("\"\"", "\"", StringComparison.Ordinal)), Place(issue));
        Assert.Equal((RcIssueSeverity.Warning, true), (issue.Severity, report.IsValid));
        Assert.Equal($"The text contains {address}, an address of a public URL shortener; carriers and campaign registries refuse them.", issue.Message);
        Assert.StartsWith("Write the full address,", issue.Suggestion, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rabbit.ly/x")]
    [InlineData("mybit.ly/x")]
    [InlineData("my-bit.ly/x")]
    [InlineData("my_bit.ly/x")]
    [InlineData("go.bit.ly/x")]
    [InlineData("www.mybit.ly/x")]
    [InlineData("bit.ly.example.com/x")]
    [InlineData("bit.lyon/x")]
    [InlineData("example.com/bit.ly/x")]
    [InlineData("example.com/?u=bit.ly/x")]
    [InlineData("example.com?u=bit.ly/x")]
    [InlineData("example.com/#bit.ly/x")]
    [InlineData("https://example.com/?u=https://bit.ly/x")]
    [InlineData("https://example.com:8443/?u=//bit.ly/x")]
    [InlineData("notbit.ly/x")]
    [InlineData("notbit.ly")]
    [InlineData("bit.ly.example.com")]
    [InlineData("https://bit.ly@example.com/x")]
    [InlineData("https://bit.ly:pass@example.com/x")]
    [InlineData("xn--bit-ly.com/x")]
    [InlineData("xn--bt-uka.ly/x")]
    [InlineData("bit.ly_x/y")]
    [InlineData("bit.lyé/x")]
    [InlineData("Thanks to all of u.to be continued")]
    [InlineData("Wait a bit.do it now")]
    [InlineData("Mom's.id and t.co")]
    [InlineData("https://example.com/t.co/x")]
    [InlineData("ann@bit.ly/x")]
    [InlineData("ann@bit.ly")]
    [InlineData("Größebit.ly/x")]
    [InlineData("éß.co/x")]
    [InlineData("ét.co/x")]
    [InlineData("Жt.co/x")]
    [InlineData("\\Nbit.ly/x")]
    [InlineData("and/or 24/7 t.c/x co/x /x //x")]
    [InlineData("youtu.be/x https://example.com/x")]
    [InlineData("averyveryverylongnamebit.ly/x")]
    [InlineData("wwwat.co/x")]
    public void Near_miss_fires_nothing(string text) => Assert.Equal(string.Empty, Fired(Check(Good + $"2025550101,{text}\n")));

    [Fact]
    public void First_is_named_and_the_others_are_counted()
    {
        RcBatchCsvIssue issue = Single(Check("2025550101,t.ly/a and https://bit.ly/b/c/d and example.com/e and rb.gy/f\n"), "RC112");
        Assert.StartsWith("The text contains t.ly/a, an address of a public URL shortener, and 2 more;", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_is_that_of_the_address()
    {
        RcBatchCsvIssue issue = Single(Check(Good + "\"2025550101\",\"one\\n\r\ntwo\r\rbit.ly/x\"\n"), "RC112");
        Assert.Equal((5L, 2L, "Message"), (issue.Line, issue.Row, issue.Column));
    }

    [Fact]
    public void Long_address_is_shown_shortened() => Assert.Contains(
        $" https://bit.ly/{new string('x', 45)}…, an address", Single(Check($"2025550101,https://bit.ly/{new string('x', 100)}\n"), "RC112").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("2025550101,bit.ly/x,y\n", "RC003")]
    [InlineData("20255501,bit.ly/x\n", "RC005 RC112")]
    public void Text_that_a_comma_cut_is_not_judged_but_one_beside_a_wrong_number_is(string row, string fired) => Assert.Equal(fired, Fired(Check(row)));

    [Theory]
    [InlineData("/")]
    [InlineData("a/")]
    [InlineData("aaaaaaaaaaaa.")]
    [InlineData("bit.la/ ")]
    [InlineData("\\n")]
    public void Very_long_text_is_read_once(string part)
    {
        RcBatchCsvReport report = Check($"2025550101,{string.Concat(Enumerable.Repeat(part, 2_000_000 / part.Length))} https://t.co/x\n");
        Assert.Equal("https://t.co/x", Single(report, "RC112").Message.Split(' ')[3].TrimEnd(','));
    }
}
