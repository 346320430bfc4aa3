using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Rules.Texts;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC113: a placeholder is left in a text; its recipient would read it as it stands. Reported once a row.</summary>
internal sealed class PlaceholderRule : RowRule
{
    /// <summary>Initializes the rule.</summary>
    public PlaceholderRule()
        : base(new RuleInfo("RC113", RcIssueSeverity.Warning, "template braces or placeholders left in a text"), RowTraits.Brace)
    {
    }

    /// <inheritdoc/>
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
            $"The text holds the placeholder {placeholder}{(more == 0 ? string.Empty : $" and {more} more")}; the recipient would read it as it stands.",
            $"Write the value instead of {placeholder}, or remove it."));
    }
}
