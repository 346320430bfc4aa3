using System.Text.RegularExpressions;

namespace RocketComs.PowerShell.Binding;

/// <summary>
/// Knows the cell of a table of people that says who wants no messages, by the English names and values that CRM and mail tools write: <c>OptOut</c> with
/// anything but no, as yes or a day, <c>SMS Consent</c> with no, <c>Status</c> with <c>unsubscribed</c>. What a column says of e-mail, calls or letters
/// alone is no word about text messages.
/// </summary>
internal sealed class WishColumn
{
    // A longer text says more than yes or no.
    private const int MostLength = 60;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Regex s_out = new(
        "OPT(ED)?OUT|UNSUBSCRIBE|^(IS|SMS|TEXT|MOBILE)*UNSUB(S|BED|C)?$|((DO|DOES|MAY|MUST|SHALL|SHOULD|WILL)NOT|DONT)(ALLOW|SEND|TEXT|SMS|CONTACT|MESSAGE|DISTURB)|SUPPRESS|BLACKLIST|BLOCKLIST"
            + "|^(IS|ON|SMS|TEXT|MOBILE)*(DNC|DND|NO(SMS|TEXTS?|MESSAGES?|CONTACT))(LIST|FLAG|STATUS|C)?$|^(IS|SMS|TEXT|MOBILE|NUMBER)*BLOCKED(C)?$",
        Options);

    private static readonly Regex s_in = new(
        "OPT(ED)?IN(?!G)|CONSENT|SUBSCRIBED|SUBSCRI(BER|PTION)(STATUS)?(C|FLAG)?$|ACCEPTS(SMS|TEXT|MOBILE)?MARKETING|^(SMS|TEXT|MOBILE|MARKETING|CONTACT)*PERMISSION(C|GIVEN|STATUS)?$|^(SMS|TEXT|MOBILE)*MARKETING(C|OK)?$|^(IS)?CONTACTABLE(C)?$|^TCPA"
            + "|(MAY|CAN|OKTO|ALLOWS?|ALLOWED|RECEIVES?|WANTS?|GETS?|ACCEPTS?)(SEND|TEXT|SMS|MMS|CONTACT|MESSAGE)|(SMS|MMS|TEXTS?|MESSAGES|MOBILE)(ALLOWED|ENABLED|PERMITTED|OK|STATUS)",
        Options);

    private static readonly Regex s_otherWay = new("MAIL|NEWSLETTER|CALL|VOICE|FAX|POST|LETTER|PUSH|WHATSAPP|COOKIE", Options);
    private static readonly Regex s_thisWay = new("SMS|MMS|TEXT|MOBILE", Options);

    // What is said about a wish, or when there are quiet hours, is none.
    private static readonly Regex s_about = new("(TEXT|MESSAGE|COPY|FOOTER|LINE|URL|LINK|KEYWORDS?|INSTRUCTIONS?|REASON|SOURCE|METHOD|LANGUAGE|FROM|UNTIL|BY|AFTER|BEFORE|BEGIN|START|END|HOURS)$", Options);

    private static readonly Regex s_outWord = new("^(UNSUBSCRIBED|OPTEDOUT|OPTOUT|DONOT(CONTACT|TEXT|SEND|MESSAGE|SMS|DISTURB))", Options);
    private static readonly Regex s_noWord = new("^(FALSE|F|NO|NOT|N|0|OFF|OUT|NEVER|NONE|WITHDRAWN?|REVOKED?|DENIED|REFUSED|REJECTED|DECLINED?|EXPIRED|PENDING|DISABLED|INACTIVE|UNCHECKED|STOP(PED)?)$", Options);
    private static readonly Regex s_yesWord = new("^(TRUE|T|YES|Y|1|X|ON|OUT)$", Options);

    // Of "may be sent to", in a column of those who may not; also what stands for no day.
    private static readonly Regex s_mayBeSentTo = new(
        "^(FALSE|F|NO|N|0+|OFF|NEVER|NONE|NULL|NA|NOT(OPTEDOUT|UNSUBSCRIBED|SET)|UNKNOWN|OPTEDIN|OPTIN|IN|SUBSCRIBED|DISABLED|INACTIVE|UNCHECKED|9999.*|1[89]00.*|000[01].*)?$", Options);

    private static readonly Regex s_word = new(@"[\p{L}\p{N}]+", Options);

    // Each name is looked at once: a table may have many rows.
    private readonly Dictionary<string, Meaning> _meanings = new(StringComparer.Ordinal);

    private enum Meaning
    {
        None,
        Out,
        AboutOut,
        In,
        OtherWay,
    }

    /// <summary>Whether a cell says that a person wants no messages.</summary>
    /// <param name="name">The name of its column.</param>
    /// <param name="value">What stands in it; not blank.</param>
    public bool SaysNo(string name, object? value)
    {
        if (!_meanings.TryGetValue(name, out Meaning meaning))
        {
            meaning = MeaningOf(ColumnNames.Bare(name));
            _meanings.Add(name, meaning);
        }

        if (meaning == Meaning.OtherWay || Cell.Show(value) is not { Length: <= MostLength } text || (meaning == Meaning.None && !MayBeginOutWord(text)))
        {
            return false;
        }

        string bare = ColumnNames.Bare(text);
        return meaning switch
        {
            Meaning.Out => !s_mayBeSentTo.IsMatch(bare),
            Meaning.AboutOut => s_yesWord.IsMatch(bare),
            Meaning.In => s_outWord.IsMatch(bare) || bare == "NEVERSUBSCRIBED" || (bare != "NA" && s_noWord.IsMatch(FirstWord(text))),
            _ => s_outWord.Match(bare) is { Success: true } word && word.Length == bare.Length,
        };
    }

    // Of the cells of a column that says nothing of wishes, hardly any is more than looked at.
    private static bool MayBeginOutWord(string text)
    {
        int first = 0;
        while (first < text.Length && !char.IsLetterOrDigit(text[first]))
        {
            first++;
        }

        return first < text.Length && "UOD".IndexOf(char.ToUpperInvariant(text[first])) >= 0;
    }

    private static string FirstWord(string text) => s_word.Match(text).Value.ToUpperInvariant();

    private static Meaning MeaningOf(string column)
    {
        if (s_otherWay.IsMatch(column) && !s_thisWay.IsMatch(column))
        {
            return Meaning.OtherWay;
        }

        return s_out.Match(column) is { Success: true } wish
            ? s_about.IsMatch(column.Substring(wish.Index + wish.Length)) ? Meaning.AboutOut : Meaning.Out
            : s_in.IsMatch(column) ? Meaning.In : Meaning.None;
    }
}
