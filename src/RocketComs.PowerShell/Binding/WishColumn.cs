using System.Text.RegularExpressions;

namespace RocketComs.PowerShell.Binding;

/// <summary>
/// Knows the cell of a table of people that says who wants no messages, by the English names and values that CRM and mail tools write: <c>OptOut</c> with
/// anything but no, as yes or a day, <c>SMS Consent</c> with anything but a known yes, <c>Status</c> with <c>unsubscribed</c>. What a column says of e-mail,
/// calls or letters alone is no word about text messages.
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

    // Of these, those that hold a consent and nothing else: there only a known yes is one.
    private static readonly Regex s_consent = new(
        "OPT(ED)?IN(?!G)|CONSENT|SUBSCRIBED(C|FLAG|STATUS|AT|ON|DATE|TO(SMS|TEXTS?|MESSAGES))?$|ACCEPTS(SMS|TEXT|MOBILE)?MARKETING|MARKETING(ALLOWED|PERMITTED|ENABLED|ACCEPTED|OK)(C|FLAG)?$|^(IS)?CONTACTABLE(C)?$|^TCPA(C|FLAG|STATUS)?$"
            + "|^(MAY|CAN|OKTO|ALLOWS?|ALLOWED|RECEIVES?|WANTS?|GETS?|ACCEPTS?)(SEND|TEXT|SMS|MMS|CONTACT|MESSAGE)S?(C|FLAG)?$|^(SMS|MMS|TEXTS?|MESSAGES|MOBILE)(ALLOWED|ENABLED|PERMITTED|OK)(C|FLAG)?$",
        Options);

    private static readonly Regex s_aboutConsent = new(
        "(TYPE|(?<!VAL)ID|IP|ADDRESS|CHANNEL|VERSION|PAGE|FORM|CAMPAIGN|NAME|NOTES?|COMMENTS?|COUNT|AGENT|LOCATION|COUNTRY|STORE|CODE|PURPOSE|CATEGORY|LISTS?|TOPICS?|WEBSITE|SITE|DEVICE|BROWSER|WORDING|STATEMENT)$", Options);

    private static readonly Regex s_otherWay = new("MAIL|NEWSLETTER|CALL|VOICE|FAX|POST|LETTER|PUSH|WHATSAPP|COOKIE", Options);
    private static readonly Regex s_thisWay = new("SMS|MMS|TEXT|MOBILE", Options);

    // What is said about a wish, or when there are quiet hours, is none.
    private static readonly Regex s_about = new("(TEXT|MESSAGE|COPY|FOOTER|LINE|URL|LINK|KEYWORDS?|INSTRUCTIONS?|REASON|SOURCE|METHOD|LANGUAGE|FROM|UNTIL|BY|AFTER|BEFORE|BEGIN|START|END|HOURS)$", Options);

    private static readonly Regex s_outWord = new("^(UNSUBSCRIBED|UNSUB(BED)?(?![A-Z])|OPTEDOUT|OPTOUT|DONOT(CONTACT|TEXT|SEND|MESSAGE|SMS|DISTURB))", Options);

    // After such a word there may be the day since when it holds.
    private static readonly Regex s_since = new("^((ON|AT|SINCE)?([0-9]|(JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEP|OCT|NOV|DEC)[A-Z]*[0-9]).*)?$", Options);
    private static readonly Regex s_noWord = new(
        "^(FALSE|F|NO|NOT|NOPE|N|0|OFF|OUT|NEVER|NONE|WITHDRAWN?|REVOKED?|DENIED|REFUSED|REJECTED|DECLINED?|EXPIRED|PENDING|DISABLED|INACTIVE|UNCHECKED|STOP(PED)?|UNSUB.*|NEIN|NON|NEE|NEJ|NIE|NAO|N\u00C3O|FALSCH|FAUX|FALSO)$", Options);

    // The beginning of a known yes, also in the languages of those who write most; a sign, or a number that is no more than yes.
    private static readonly Regex s_yes = new(
        @"^\W*((TRUE|T|YES|YEP|Y|1(\.0+)?|X|OK(AY)?|(ON|IN)(?=\W*$)|OPT(ED)?[\W_]*IN|(DOUBLE|SINGLE|CONFIRMED)[\W_]*(OPT(ED)?[\W_]*IN|CONSENT)|SUBSCRIBED?|GRANTED|GIVEN|GAVE|CONFIRMED|ACTIVE|ENABLED|ALLOWED|PERMITTED|APPROVED|ACCEPT(S|ED)?|AGREED?|I\s+(AGREE|ACCEPT|CONSENT)|CONSENT(S|ED)?|CHECKED"
            + @"|EXPRESS(ED)?|EXPLICIT|IMPLIED|IMPLICIT|WRITTEN|VERBAL|SIGNED|OBTAINED|VALID|ALL|BOTH|SMS|MMS|TEXTS?|JA|OUI|VRAI|WAHR|SI|S\u00CD|VERDADERO|SIM|VERDADEIRO|TAK|DA|ANO|IGEN|EVET)(?![\p{L}\p{N}])|[\u2611\u2705\u2713\u2714])",
        Options | RegexOptions.IgnoreCase);

    // A day, or its count of seconds, is the day of the consent; one that stands for none is not.
    private static readonly Regex s_dayWord = new("^([AP]M|T|Z|UTC|GMT|ST|ND|RD|TH|OF|THE|AT|ON|T?[0-9]+(ST|ND|RD|TH|T[0-9]+)?Z?|(MON|TUE|WED|THU|FRI|SAT|SUN|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*)$", Options);
    private static readonly Regex s_noDay = new("(^|[^0-9])(9999|1[89]00|000[01])([^0-9]|$)", Options);
    private static readonly Regex s_seconds = new("^[1-9][0-9]{9,12}$", Options);
    private static readonly Regex s_yesWord = new("^(TRUE|T|YES|Y|1|X|ON|OUT)$", Options);

    // Of "may be sent to", in a column of those who may not; also what stands for no day.
    private static readonly Regex s_mayBeSentTo = new(
        "^(FALSE|F|NO|N|0+|OFF|NEVER|NONE|NULL|NA|NOT(OPTEDOUT|UNSUBSCRIBED|SET)|UNKNOWN|OPTEDIN|OPTIN|IN|SUBSCRIBED|DISABLED|INACTIVE|UNCHECKED|9999.*|1[89]00.*|000[01].*)?$", Options);

    private static readonly Regex s_word = new(@"[\p{L}\p{N}]+", Options);
    private static readonly Regex s_leadingDay = new(@"^[^\p{L}]+", Options);

    // Each name is looked at once: a table may have many rows.
    private readonly Dictionary<string, Meaning> _meanings = new(StringComparer.Ordinal);

    private enum Meaning
    {
        None,
        Out,
        AboutOut,
        In,
        Consent,
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

        if (meaning == Meaning.OtherWay || Cell.IsEmpty(value))
        {
            return false;
        }

        string text = Cell.Show(value);
        if (meaning == Meaning.Consent)
        {
            return !IsYes(value, text);
        }

        if (text.Length > MostLength || (meaning == Meaning.None && !MayBeginOutWord(text)))
        {
            return false;
        }

        string bare = ColumnNames.Bare(meaning == Meaning.None ? s_leadingDay.Replace(text, string.Empty) : text);
        return meaning switch
        {
            Meaning.Out => !s_mayBeSentTo.IsMatch(bare),
            Meaning.AboutOut => s_yesWord.IsMatch(bare),
            Meaning.In => s_outWord.IsMatch(bare) || bare == "NEVERSUBSCRIBED" || (bare != "NA" && s_noWord.IsMatch(FirstWord(text))),
            _ => s_outWord.Match(bare) is { Success: true } word && s_since.IsMatch(bare.Substring(word.Length)),
        };
    }

    // "Yes (2024-05-01)", "opted in by form" and a day are a yes; "Yes, withdrawn" and "2019-01-01 withdrawn" are none. What a longer text says of stopping is
    // how to do so.
    private static bool IsYes(object? value, string text)
    {
        string[] words = [.. s_word.Matches(text).Cast<Match>().Select(word => word.Value.ToUpperInvariant())];
        bool isDay = (DayText.IsDayOrTime(value, null) || s_seconds.IsMatch(text)) && !s_noDay.IsMatch(text) && words.All(s_dayWord.IsMatch);
        return isDay || (s_yes.IsMatch(text) && !words.Skip(1).Any(word => word != "0" && s_noWord.IsMatch(word) && (text.Length <= MostLength || word is not ("STOP" or "OUT"))) && !s_outWord.IsMatch(ColumnNames.Bare(text)));
    }

    // Of the cells of a column that says nothing of wishes, hardly any is more than looked at. A day may stand first.
    private static bool MayBeginOutWord(string text)
    {
        int first = 0;
        while (first < text.Length && !char.IsLetter(text[first]))
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
            : s_consent.Match(column) is { Success: true } consent
            ? s_about.IsMatch(column.Substring(consent.Index + consent.Length)) || s_aboutConsent.IsMatch(column.Substring(consent.Index + consent.Length)) ? Meaning.In : Meaning.Consent
            : s_in.IsMatch(column) ? Meaning.In : Meaning.None;
    }
}
