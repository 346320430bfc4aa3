using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Rules.Texts;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC112: an address of a public URL shortener stands in a text. Reported once a row.</summary>
internal sealed class PublicShortenerRule() : RowRule(RuleTable.PublicShortener, RowTraits.Host)
{
    public override void Check(in CsvRow row, RowIssues issues)
    {
        ReadOnlySpan<byte> text = row.Message;
        HostAddress first = HostAddress.Find(text, 0);
        if (!first.IsFound)
        {
            return;
        }

        int more = 0;
        for (HostAddress next = HostAddress.Find(text, first.End); next.IsFound; next = HostAddress.Find(text, next.End))
        {
            more++;
        }

        Report(row, issues, first.Start, first.Show(text), more);
    }

    private void Report(in CsvRow row, RowIssues issues, int index, string address, int more)
    {
        long line = row.LineOfField(1) + Utf8Text.CountLineBreaks(row.Message.Slice(0, index));
        issues.Report(Info, line, 1, row.Message, _ => (
            $"The text contains {address}, an address of a public URL shortener{(more == 0 ? string.Empty : $", and {more} more")};"
            + " carriers and campaign registries refuse them.",
            "Write the full address, or a short one under a domain of your own; with -ShortLink the platform shortens full addresses itself."));
    }
}

/// <summary>RC113: a placeholder is left in a text, or was filled with what is no value; its recipient would read it as it stands. Reported once a row.</summary>
internal sealed class PlaceholderRule() : RowRule(RuleTable.Placeholder, RowTraits.Placeholder)
{
    public override void Check(in CsvRow row, RowIssues issues)
    {
        ReadOnlySpan<byte> text = row.Message;
        PlaceholderSearch search = new(text);
        if (!search.MoveNext())
        {
            return;
        }

        int first = search.Start;
        string found = Utf8Text.Decode(text.Slice(first, search.Length));
        string what = search.IsMissingValue ? $"{found}, which stands for a missing value," : $"the placeholder {found}";
        int more = 0;
        while (search.MoveNext())
        {
            more++;
        }

        Report(row, issues, first, (found, more == 0 ? what.TrimEnd(',') : $"{what} and {more} more"));
    }

    private void Report(in CsvRow row, RowIssues issues, int index, (string First, string All) found)
    {
        long line = row.LineOfField(1) + Utf8Text.CountLineBreaks(row.Message.Slice(0, index));
        issues.Report(Info, line, 1, row.Message, _ => (
            $"The text contains {found.All}; the recipient would read it as it stands.",
            $"Write the value instead of {found.First}, or remove it."));
    }
}
