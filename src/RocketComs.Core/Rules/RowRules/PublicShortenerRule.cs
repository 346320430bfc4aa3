using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Rules.Texts;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC112: an address of a public URL shortener stands in a text. Reported once a row.</summary>
internal sealed class PublicShortenerRule : RowRule
{
    /// <summary>Initializes the rule.</summary>
    public PublicShortenerRule()
        : base(new RuleInfo("RC112", RcIssueSeverity.Warning, "public URL shortener in a text"), RowTraits.Slash)
    {
    }

    /// <inheritdoc/>
    public override void Check(in CsvRow row, RowIssues issues)
    {
        ReadOnlySpan<byte> text = row.Message;
        int first = ShortenerAddress.Find(text, 0, out int firstSlash);
        if (first < 0)
        {
            return;
        }

        int more = 0;
        for (int slash = firstSlash; ShortenerAddress.Find(text, slash + 1, out slash) >= 0;)
        {
            more++;
        }

        Report(row, issues, first, ShortenerAddress.Show(text, first, firstSlash), more);
    }

    private void Report(in CsvRow row, RowIssues issues, int index, string address, int more)
    {
        long line = row.LineOfField(1) + Utf8Text.CountLineBreaks(row.Message.Slice(0, index));
        issues.Report(Info, line, 1, row.Message, _ => (
            $"The text holds {address}, an address of a public URL shortener{(more == 0 ? string.Empty : $", and {more} more")};"
            + " carriers and campaign registries refuse them.",
            "Write the full address, or a short one under a domain of your own; with -ShortLink the platform shortens full addresses itself."));
    }
}
