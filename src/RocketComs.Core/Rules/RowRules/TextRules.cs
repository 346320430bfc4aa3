using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC006: the text is missing or blank.</summary>
internal sealed class MessageMissingRule() : RowRule(new RuleInfo("RC006", RcIssueSeverity.Error, "The text is missing or blank"), RowTraits.MessageMissing)
{
    public override void Check(in CsvRow row, RowIssues issues) => issues.Report(
        Info, row.LineOfField(1), 1, row.RawField(1), static _ => ("The row has no text.", "Write the text in the second column, or remove the row."));
}

/// <summary>RC103: a blank follows a line break written as backslash and n.</summary>
internal sealed class BlankAfterEscapeRule() : RowRule(new RuleInfo("RC103", RcIssueSeverity.Warning, "A space follows \\n"), RowTraits.BlankAfterEscape)
{
    public override void Check(in CsvRow row, RowIssues issues) => issues.Report(
        Info, row.LineOfField(1), 1, row.Message, static _ => ("A blank follows \\n, so the new line starts with a blank.", "Remove the blank after \\n."));
}

/// <summary>RC105: the text needs more segments than one, or than were asked for.</summary>
/// <param name="mostSegments">The segments that a text may need.</param>
internal sealed class LongTextRule(int mostSegments) : TextRule(new RuleInfo("RC105", RcIssueSeverity.Warning, "A text needs more than one segment"))
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
