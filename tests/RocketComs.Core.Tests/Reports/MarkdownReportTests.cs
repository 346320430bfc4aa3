using RocketComs.Core.Reports.Content;
using RocketComs.Core.Reports.Writers;
using Xunit;

namespace RocketComs.Core.Tests.Reports;

/// <summary>Nothing that comes from a file, a user or the platform is markup in the Markdown of GitHub.</summary>
public sealed class MarkdownReportTests
{
    [Fact]
    public void Report_is_written_to_the_byte() => Assert.Equal(
        """
        # Spring &amp; &lt;Sale&gt;

        | Rows read | Errors |
        | ---: | ---: |
        | 1,200 | 3 |

        ## Tables

        Nothing is \*wrong\*.

        Ask the team.

        ### Files

        | File | Rows |
        | --- | ---: |
        | ` a\|b.csv ` | 1 |
        | <code>\\\|c.csv</code> | 2 |

        _and 2 more files_

        ### Rules

        | What | File | Rows |  |
        | --- | --- | ---: | --- |
        | None |  | 0 |  |
        | Few | ` x ` | 1 | █ |
        | Most | ` y ` | 1,000 | ████████████████████ |

        ## Charts

        ### Strip

        From the first row to the last: a dot for nothing, w for a warning, E for an error. Some are not drawn.

        ```text
        EEw.w.............................................
        .........E
        ```

        | What | What | Rows | Rows |
        | --- | --- | ---: | ---: |
        | 1 to 2 | a | 2 | 0 |

        ### Day

        A character an hour, from midnight to midnight there: - is quiet time, = the window, X the window in quiet time.

        ```text
        --------.===========.--- Eastern
        ```

        | What | What | What | What | What |
        | --- | --- | --- | --- | --- |

        ### Columns

        | What | What | What | What | What | What |
        | --- | --- | --- | --- | --- | --- |

        ### Long text

        | What | What | What | What |
        | --- | --- | --- | --- |

        ### Text

        | What |
        | --- |

        ### Bars

        | What | What | What | What | What | What | What |
        | --- | --- | --- | --- | --- | --- | --- |


        """,
        MarkdownWriter.Write(ReportSample.Document()));

    [Fact]
    public void Report_of_nothing_has_a_heading_alone() => Assert.Equal("# Nothing\n\n", MarkdownWriter.Write(new ReportDocument("Nothing", [], [], new Lazy<IReadOnlyList<Finding>>([]))));

    // In a heading, since nothing else has to be built for it.
    [Theory]
    [InlineData("WWW.example.com, MailTo:me, TEL:1", "WWW\\.example.com, MailTo\\:me, TEL\\:1")]
    [InlineData("gh-1 GH-x :Smile: :+1: :2:", "gh\u2060-1 GH-x :\u2060Smile: :\u2060+1: :2:")]
    [InlineData("a\r\nb\nc\rd", "a b c d")]
    public void Case_of_an_address_or_a_reference_does_not_matter(string title, string written) =>
        Assert.Equal($"# {written}\n\n", MarkdownWriter.Write(new ReportDocument(title, [], [], new Lazy<IReadOnlyList<Finding>>([]))));

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
