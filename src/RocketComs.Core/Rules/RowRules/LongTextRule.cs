using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC105: the text needs more segments than one, or than were asked for.</summary>
/// <remarks>Initializes the rule.</remarks>
/// <param name="mostSegments">The segments that a text may need.</param>
internal sealed class LongTextRule(int mostSegments) : TextRule(new RuleInfo("RC105", RcIssueSeverity.Warning, "message needs more than one segment"))
{
    private readonly int _mostSegments = Math.Min(mostSegments, SegmentCounter.MostSegments);

    /// <inheritdoc/>
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
