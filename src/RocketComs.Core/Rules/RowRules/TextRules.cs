using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Rules.Texts;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC006: the text is missing or blank.</summary>
internal sealed class MessageMissingRule() : RowRule(new RuleInfo("RC006", RcIssueSeverity.Error, "message missing or blank"), RowTraits.MessageMissing)
{
    public override void Check(in CsvRow row, RowIssues issues) => issues.Report(
        Info, row.LineOfField(1), 1, row.RawField(1), static _ => ("The row has no text.", "Write the text in the second column, or remove the row."));
}

/// <summary>RC103: a blank follows a line break written as backslash and n.</summary>
internal sealed class BlankAfterEscapeRule() : RowRule(new RuleInfo("RC103", RcIssueSeverity.Warning, "blank after \\n"), RowTraits.BlankAfterEscape)
{
    public override void Check(in CsvRow row, RowIssues issues) => issues.Report(
        Info, row.LineOfField(1), 1, row.Message, static _ => ("A blank follows \\n, so the new line starts with a blank.", "Remove the blank after \\n."));
}

/// <summary>RC105: the text needs more segments than one, or than were asked for.</summary>
/// <param name="mostSegments">The segments that a text may need.</param>
internal sealed class LongTextRule(int mostSegments) : TextRule(new RuleInfo("RC105", RcIssueSeverity.Warning, "message needs more than one segment"))
{
    private readonly int _mostSegments = Math.Min(mostSegments, SegmentCounter.MostSegments);

    public override void Check(in CsvRow row, in SegmentCount count, RowIssues issues)
    {
        if (count.Segments > _mostSegments)
        {
            SegmentCount figures = count;
            issues.Report(Info, row.LineOfField(1), 1, row.Message, _ => (
                $"The text needs {figures.Segments} segments ({figures.Units} {(figures.Encoding == RcSmsEncoding.Gsm7 ? "septets" : "UCS-2 units")}); "
                + (figures.Segments > SegmentCounter.MostSegments ? $"a message has at most {SegmentCounter.MostSegments}." : "each is charged as one message."),
                "Shorten it, or see with Measure-RcSmsSegment which characters cost more."));
        }
    }
}

/// <summary>RC112: an address of a public URL shortener stands in a text. Reported once a row.</summary>
internal sealed class PublicShortenerRule() : RowRule(new RuleInfo("RC112", RcIssueSeverity.Warning, "public URL shortener in a text"), RowTraits.Slash)
{
    public override void Check(in CsvRow row, RowIssues issues)
    {
        ReadOnlySpan<byte> text = row.Message;
        int first = ShortenerAddress.Find(text, 0, out int firstSlash);
        if (first < 0)
        {
            return;
        }

        int more = 0;
        for (int slash = firstSlash; ShortenerAddress.Find(text, slash + 1, out slash) >= 0;)
        {
            more++;
        }

        Report(row, issues, first, ShortenerAddress.Show(text, first, firstSlash), more);
    }

    private void Report(in CsvRow row, RowIssues issues, int index, string address, int more)
    {
        long line = row.LineOfField(1) + Utf8Text.CountLineBreaks(row.Message.Slice(0, index));
        issues.Report(Info, line, 1, row.Message, _ => (
            $"The text contains {address}, an address of a public URL shortener{(more == 0 ? string.Empty : $", and {more} more")}; carriers and campaign registries refuse them.",
            "Write the full address, or a short one under a domain of your own; with -ShortLink the platform shortens full addresses itself."));
    }
}

/// <summary>RC113: a placeholder is left in a text; its recipient would read it as it stands. Reported once a row.</summary>
internal sealed class PlaceholderRule() : RowRule(
    new RuleInfo("RC113", RcIssueSeverity.Warning, "template braces or placeholders left in a text"), RowTraits.Brace)
{
    public override void Check(in CsvRow row, RowIssues issues)
    {
        ReadOnlySpan<byte> text = row.Message;
        PlaceholderSearch search = new(text);
        if (!search.MoveNext())
        {
            return;
        }

        int first = search.Start;
        int length = search.Length;
        int more = 0;
        while (search.MoveNext())
        {
            more++;
        }

        Report(row, issues, first, Utf8Text.Decode(text.Slice(first, length)), more);
    }

    private void Report(in CsvRow row, RowIssues issues, int index, string placeholder, int more)
    {
        long line = row.LineOfField(1) + Utf8Text.CountLineBreaks(row.Message.Slice(0, index));
        issues.Report(Info, line, 1, row.Message, _ => (
            $"The text contains the placeholder {placeholder}{(more == 0 ? string.Empty : $" and {more} more")}; the recipient would read it as it stands.",
            $"Write the value instead of {placeholder}, or remove it."));
    }
}
