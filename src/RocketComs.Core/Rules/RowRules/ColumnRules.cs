using RocketComs.Core.Numbers;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC002: a row has fewer than two columns.</summary>
internal sealed class TooFewColumnsRule() : RowRule(RuleTable.TooFewColumns, RowTraits.TooFewFields)
{
    public override void Check(in CsvRow row, RowIssues issues) => issues.Report(
        Info, row.Line, -1, row.Raw, static value => (
            "The row has one column; it needs a number and a text.",
            $"Write the number, a comma, and the text: {Row(value)}"));

    private static string Row(string value) =>
        value.Length > 0 && char.IsLetter(value[0]) ? "2025550100," + value : (NumberText.TryRead(value, out _) ? value : "2025550100") + ",Your text";
}

/// <summary>RC003: a row has more than two columns: a comma that is not quoted cut its text.</summary>
internal sealed class TooManyColumnsRule() : RowRule(RuleTable.TooManyColumns, RowTraits.TooManyFields)
{
    public override void Check(in CsvRow row, RowIssues issues)
    {
        int count = row.FieldCount;
        issues.Report(Info, row.Line, -1, row.Raw, value => (
            $"The row has {count} columns; a comma in the text cut it.",
            "Put the text in quotes, and double every quote inside it" + Quoted(value)));
    }

    private static string Quoted(string raw)
    {
        int comma = raw.IndexOf(',');

        // A row that is shown shortened must not be pasted back.
        return comma < 0 || raw.EndsWith("…", StringComparison.Ordinal)
            ? "."
            : ": " + raw.Substring(0, comma + 1) + "\"" + raw.Substring(comma + 1).Replace("\"", "\"\"") + "\"";
    }
}
