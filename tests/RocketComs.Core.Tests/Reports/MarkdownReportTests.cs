using Xunit;

namespace RocketComs.Core.Tests.Reports;

/// <summary>Nothing that comes from a file, a user or the platform is markup in the Markdown of GitHub.</summary>
public sealed class MarkdownReportTests
{
    [Theory]
    [InlineData("see https://example.com/x?a=1", "see https\\://example.com/x?a=1")]
    [InlineData("FTP://example.com", "FTP\\://example.com")]
    [InlineData("Www.example.com", "Www\\.example.com")]
    [InlineData("me@example.com", "me@\u2060example.com")]
    [InlineData("mailto:me@example.com", "mailto\\:me@\u2060example.com")]
    [InlineData("![x](y) [a]: b", "!\\[x\\](y) \\[a\\]: b")]
    [InlineData("<img src=x> &copy;", "&lt;img src=x&gt; &amp;copy;")]
    [InlineData("@octocat #12 GH-12 :smile: :100:", "@\u2060octocat #\u206012 GH\u2060-12 :\u2060smile: :\u2060100:")]
    [InlineData("$a$ **b** _c_ ~~d~~ `e`", "\\$a\\$ \\*\\*b\\*\\* \\_c\\_ \\~\\~d\\~\\~ \\`e\\`")]
    [InlineData("at 10:30:45, 50.0 %, a-b", "at 10:30:45, 50.0 %, a-b")]
    [InlineData("- a", "\\- a")]
    [InlineData("1. a", "1\\. a")]
    [InlineData("+ a", "\\+ a")]
    [InlineData("---", "\\---")]
    [InlineData("# a", "#\u2060 a")]
    [InlineData("a\\|b", "a\\\\\\|b")]
    public void Words_are_shown_as_they_are(string status, string written) =>
        Assert.Contains($"| {written} | 1 | 100.0 % |", ReportSample.Text(".md", ReportSample.Input(new RcMessage { Status = status })), StringComparison.Ordinal);

    [Theory]
    [InlineData("a|b", "` a\\|b `")]
    [InlineData("a`b``c", "``` a`b``c ```")]
    [InlineData("a\\|<b>", "<code>a\\\\\\|&lt;b&gt;</code>")]
    [InlineData("https://example.com", "` https://example.com `")]
    public void Verbatim_texts_stay_in_their_cell(string text, string written) =>
        Assert.Contains($"|  | {written} |\n", ReportSample.Text(".md", ReportSample.Input(new RcReply { MessageText = text })), StringComparison.Ordinal);
}
