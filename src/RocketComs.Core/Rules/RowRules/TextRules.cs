using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC006: the text is missing or blank.</summary>
internal sealed class MessageMissingRule() : TraitRule(RuleTable.MessageMissing, RowTraits.MessageMissing)
{
    protected override void Tell(in CsvRow row, RowIssues issues) => issues.Report(
        Info, row.LineOfField(1), 1, row.RawField(1), static _ => ("The row has no text.", "Write the text in the second column, or remove the row."));
}

/// <summary>RC103: a blank follows a line break written as backslash and n.</summary>
internal sealed class BlankAfterEscapeRule() : TraitRule(RuleTable.BlankAfterEscape, RowTraits.BlankAfterEscape)
{
    protected override void Tell(in CsvRow row, RowIssues issues) => issues.Report(
        Info, row.LineOfField(1), 1, row.Message, static _ => ("A blank follows \\n, so the new line starts with a blank.", "Remove the blank after \\n."));
}

/// <summary>RC013: the text needs more segments than a message can have, so no network takes it.</summary>
internal sealed class TooManySegmentsRule() : TextRule(RuleTable.TooManySegments)
{
    public override void Check(in CsvRow row, in SegmentCount count, RowIssues issues)
    {
        if (count.Segments > SegmentCounter.MostSegments)
        {
            int segments = count.Segments;
            issues.Report(Info, row.LineOfField(1), 1, row.Message, _ => (
                FormattableString.Invariant($"The text needs {segments} segments; no phone network takes a message of more than {SegmentCounter.MostSegments}."),
                "Shorten it, or send it as several."));
        }
    }
}

/// <summary>RC105: the text needs more segments than one, or than were asked for.</summary>
/// <param name="mostSegments">The segments that a text may need.</param>
internal sealed class LongTextRule(int mostSegments) : TextRule(RuleTable.LongText)
{
    public override void Check(in CsvRow row, in SegmentCount count, RowIssues issues)
    {
        if (count.Segments > mostSegments && count.Segments <= SegmentCounter.MostSegments)
        {
            SegmentCount figures = count;
            issues.Report(Info, row.LineOfField(1), 1, row.Message, _ => (
                $"The text needs {figures.Segments} segments ({figures.Units} {(figures.Encoding == RcSmsEncoding.Gsm7 ? "septets" : "UCS-2 units")}); each is charged as one message.",
                "Shorten it, or see with Measure-RcSmsSegment which characters cost more."));
        }
    }
}
