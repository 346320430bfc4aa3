using System.Text.RegularExpressions;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Numbers;
using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Rules.Texts;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC116: a link stands in a text, and the campaign is registered without. Reported once a row.</summary>
internal sealed class UnregisteredLinkRule() : RowRule(RuleTable.UnregisteredLink, RowTraits.Text)
{
    // "ftp://files.example", "whatsapp://send".
    private static readonly Regex s_otherScheme = new(@"(?<![\p{L}\p{Nd}])[a-z][a-z0-9+.-]{1,15}://[\p{L}\p{Nd}][^\s""<>]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public override void Check(in CsvRow row, RowIssues issues)
    {
        ReadOnlySpan<byte> text = row.Message;
        HostAddress host = HostAddress.FindAny(text, 0);
        (int index, string? link) = host.IsFound ? (host.Start, host.Show(text)) : Url(text);
        if (link is not null)
        {
            Report(row, index, link, issues);
        }
    }

    // A name without a dot, or with letters of other scripts, is a host only behind a scheme.
    private static (int Index, string? Link) Url(ReadOnlySpan<byte> message)
    {
        bool mayHoldUrl = UrlFinder.MayHoldUrl(message);
        if (!mayHoldUrl && message.IndexOf("://"u8) < 0)
        {
            return default;
        }

        string text = Utf8Text.Decode(message);
        (int start, int length) = mayHoldUrl ? UrlFinder.Next(text, 0) : default;
        if (length == 0 && s_otherScheme.Match(text) is { Success: true } other)
        {
            (start, length) = (other.Index, other.Length);
        }

        return length > 0 ? (System.Text.Encoding.UTF8.GetByteCount(text.Substring(0, start)), FileIssues.Shown(text.Substring(start, length))) : default;
    }

    private void Report(in CsvRow row, int index, string link, RowIssues issues)
    {
        long line = row.LineOfField(1) + Utf8Text.CountLineBreaks(row.Message.Slice(0, index));
        issues.Report(Info, line, 1, row.Message, _ => (
            $"The text contains the link {link}, but the campaign is registered without links (EmbeddedLink).",
            "Leave the link out, or send the text for a campaign that is registered with links; carriers filter texts that differ from the registration."));
    }
}

/// <summary>RC117: a phone number stands in a text, and the campaign is registered without. Reported once a row.</summary>
/// <param name="region">The region of the numbers without a country code.</param>
internal sealed class UnregisteredPhoneRule(string region) : RowRule(RuleTable.UnregisteredPhone, RowTraits.Text)
{
    private const int FewestDigits = 3;

    public override void Check(in CsvRow row, RowIssues issues)
    {
        if (MayHoldOne(row.Message) && PhoneSearch.Find(LinkFreeText.Of(row.Message), region) is { } phone)
        {
            issues.Report(Info, row.LineOfField(1), 1, row.Message, _ => (
                $"The text contains the phone number {phone}, but the campaign is registered without phone numbers (EmbeddedPhone).",
                "Leave the number out, or send the text for a campaign that is registered with phone numbers; carriers filter texts that differ from the registration."));
        }
    }

    // Digits of other scripts are beyond ASCII.
    private static bool MayHoldOne(ReadOnlySpan<byte> text)
    {
        int digits = 0;
        foreach (byte each in text)
        {
            digits += each is (>= (byte)'0' and <= (byte)'9') or >= 0x80 ? 1 : 0;
        }

        return digits >= FewestDigits;
    }
}

/// <summary>A rule about all texts of a file that would be sent, as the registration of the campaign speaks of them. Reported once, where the first of them stands.</summary>
/// <param name="info">Its name.</param>
/// <param name="tally">Those that it is about, of some rows.</param>
internal abstract class RegisteredTextsRule(RuleInfo info, Func<CheckedRows, TextTally> tally) : SequenceRule(info)
{
    private readonly TextTally _found = new();
    private long _texts;

    public override void Add(CheckedRows rows, int most)
    {
        _found.Add(tally(rows));
        _texts += rows.BySegments.Sum();
    }

    public override void End(int most, CancellationToken stop) => Count = _found.Count == 0 ? 0 : 1;

    public override IEnumerable<RcBatchCsvIssue> Issues(RowPlaces places, FileIssues issues)
    {
        if (_found.Count > 0)
        {
            string which = _texts == 1 ? "The text"
                : _found.Count == _texts ? FormattableString.Invariant($"None of the {_texts:N0} texts")
                : FormattableString.Invariant($"{_found.Count:N0} of the {_texts:N0} texts");
            yield return issues.Issue(Info, _found.FirstLine, places.RowOn(_found.FirstLine), 1, _found.First, _ => Describe(which, isNone: _texts > 1 && _found.Count == _texts, isOne: _texts == 1 || _found.Count == 1));
        }
    }

    /// <summary>Makes message and suggestion.</summary>
    /// <param name="which">The texts: "3 of the 120 texts".</param>
    /// <param name="isNone">Whether they are named as none of all.</param>
    /// <param name="isOne">Whether it is one.</param>
    protected abstract (string Message, string Suggestion) Describe(string which, bool isNone, bool isOne);
}

/// <summary>RC118: texts hold no opt-out word, and the campaign promises one.</summary>
internal sealed class MissingOptOutRule() : RegisteredTextsRule(RuleTable.MissingOptOut, rows => rows.WithoutOptOut)
{
    protected override (string Message, string Suggestion) Describe(string which, bool isNone, bool isOne) => (
        $"{which} {(isNone ? "says" : isOne ? "does not say" : "do not say")} how to opt out, as with the word STOP; the registration of the campaign promises a way to (SubscriberOptout).",
        "Say it in the text, such as 'Reply STOP to opt out', unless recipients have been told before.");
}

/// <summary>RC119: texts resemble none of the samples with which the campaign is registered.</summary>
internal sealed class UnlikeSamplesRule() : RegisteredTextsRule(RuleTable.UnlikeSamples, rows => rows.UnlikeSamples)
{
    protected override (string Message, string Suggestion) Describe(string which, bool isNone, bool isOne) => (
        $"{which} {(isNone || isOne ? "resembles" : "resemble")} {(isNone ? "any" : "none")} of the samples with which the campaign is registered.",
        "Compare them with Sample1 to Sample5 of Get-RcCampaign; texts about something else belong to a campaign of their own.");
}
