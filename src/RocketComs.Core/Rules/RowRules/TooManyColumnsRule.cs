using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC003: a row has more than two columns: a comma that is not quoted cut its text.</summary>
internal sealed class TooManyColumnsRule : RowRule
{
    /// <summary>Initializes the rule.</summary>
    public TooManyColumnsRule()
        : base(new RuleInfo("RC003", RcIssueSeverity.Error, "row has more than two columns"), RowTraits.TooManyFields)
    {
    }

    /// <inheritdoc/>
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
        return comma < 0 || raw.EndsWith("…", System.StringComparison.Ordinal)
            ? "."
            : ": " + raw.Substring(0, comma + 1) + "\"" + raw.Substring(comma + 1).Replace("\"", "\"\"") + "\"";
    }
}
