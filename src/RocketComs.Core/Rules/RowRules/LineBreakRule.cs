using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC104: a real line break stands inside a field.</summary>
internal sealed class LineBreakRule : RowRule
{
    /// <summary>Initializes the rule.</summary>
    public LineBreakRule()
        : base(new RuleInfo("RC104", RcIssueSeverity.Warning, "real line break inside a message"), RowTraits.LineBreak)
    {
    }

    /// <inheritdoc/>
    public override void Check(in CsvRow row, RowIssues issues)
    {
        long line = row.Line;
        int found = 0;
        for (int i = 0; i < row.FieldCount && found < MostFields; i++)
        {
            if (row.Field(i).IndexOfAny((byte)'\r', (byte)'\n') >= 0)
            {
                found++;
                // The break ends the line on which it stands.
                issues.Report(Info, line, i, row.Field(i), static _ => (
                    "A real line break stands inside the field; RocketCOMS documents only \\n.", "Write the two characters \\n instead of the line break."));
            }

            line += Utf8Text.CountLineBreaks(row.RawField(i));
        }
    }
}
