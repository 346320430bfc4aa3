using System.Globalization;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC011: a control character other than tab and line breaks stands in a field.</summary>
internal sealed class ControlCharacterRule : RowRule
{
    /// <summary>Initializes the rule.</summary>
    public ControlCharacterRule()
        : base(new RuleInfo("RC011", RcIssueSeverity.Error, "control characters in a field"), RowTraits.ControlCharacter)
    {
    }

    /// <inheritdoc/>
    public override void Check(in CsvRow row, RowIssues issues)
    {
        long line = row.Line;
        int found = 0;
        for (int i = 0; i < row.FieldCount && found < MostFields; i++)
        {
            int index = RowScanner.IndexOfControl(row.RawField(i));
            if (index >= 0)
            {
                found++;
                Report(row, i, index, line, issues);
            }

            line += Utf8Text.CountLineBreaks(row.RawField(i));
        }
    }

    private void Report(in CsvRow row, int i, int index, long line, RowIssues issues)
    {
        ReadOnlySpan<byte> field = row.RawField(i);
        byte character = field[index];
        issues.Report(Info, line + Utf8Text.CountLineBreaks(field.Slice(0, index)), i, row.Field(i), _ => (
            string.Format(CultureInfo.InvariantCulture, "A control character (U+{0:X4}{1}) stands in the field.", character, character == 0 ? ", NUL" : string.Empty),
            "Remove it; it comes from a copy out of another program or from a damaged file."));
    }
}

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
