using System.Globalization;
using RocketComs.Core.Csv;

namespace RocketComs.Core.Rules.Rows;

/// <summary>RC011: a control character other than tab and line breaks stands in a field.</summary>
internal sealed class ControlCharacterRule : RowRule
{
    /// <summary>Initializes the rule.</summary>
    public ControlCharacterRule()
        : base(new RuleInfo("RC011", RcIssueSeverity.Error, "control characters in a field"), RowSigns.ControlCharacter)
    {
    }

    /// <inheritdoc/>
    public override void Check(in CsvRow row, IssueCollector issues)
    {
        for (int i = 0; i < row.FieldCount; i++)
        {
            int index = RowScanner.IndexOfControl(row.RawField(i));
            if (index < 0)
            {
                continue;
            }

            byte found = row.RawField(i)[index];
            long line = row.LineOfField(i) + Utf8Text.CountLineBreaks(row.RawField(i).Slice(0, index));
            issues.Report(Info, line, i, row.Field(i), _ => (
                string.Format(CultureInfo.InvariantCulture, "A control character (U+{0:X4}{1}) stands in the field.", found, found == 0 ? ", NUL" : string.Empty),
                "Remove it; it comes from a copy out of another program or from a damaged file."));
        }
    }
}
