using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC107: blanks stand at the start or end of a field.</summary>
internal sealed class OuterBlankRule : RowRule
{
    /// <summary>Initializes the rule.</summary>
    public OuterBlankRule()
        : base(new RuleInfo("RC107", RcIssueSeverity.Warning, "blanks at the start or end of a field"), RowTraits.OuterBlank)
    {
    }

    /// <inheritdoc/>
    public override void Check(in CsvRow row, RowIssues issues)
    {
        long line = row.Line;
        int found = 0;
        for (int i = 0; i < row.FieldCount && found < MostFields; i++)
        {
            if (RowScanner.HasOuterBlank(row.Field(i)))
            {
                found++;
                issues.Report(Info, line, i, row.Field(i), static _ => (
                    "Blanks stand at the start or end of the field.", "Remove them; in a text each counts as a character."));
            }

            line += Utf8Text.CountLineBreaks(row.RawField(i));
        }
    }
}
