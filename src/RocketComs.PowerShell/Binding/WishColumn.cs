using System.Text.RegularExpressions;

namespace RocketComs.PowerShell.Binding;

/// <summary>
/// Knows the cell of a table of people that says who wants no messages, by the English names and values that CRM and mail tools write: <c>OptOut</c> with
/// yes, <c>Unsubscribed At</c> with a day, <c>SMS Consent</c> with no, <c>Status</c> with <c>unsubscribed</c>. What a column says of e-mail, calls or
/// letters alone is no word about text messages.
/// </summary>
internal sealed class WishColumn
{
    // Of a day with its time and zone; a text of more says more than yes or no.
    private const int MostLength = 40;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Regex s_out = new(
        "OPT(ED)?OUT|UNSUBSCRIBE|((DO|DOES|MAY|MUST|SHALL|SHOULD|WILL)NOT|DONT)(SEND|TEXT|SMS|CONTACT|MESSAGE|DISTURB)|SUPPRESS|BLACKLIST|BLOCKLIST"
            + "|^(IS|ON|SMS|TEXT|MOBILE)*(DNC|DND|NO(SMS|TEXTS?|MESSAGES?|CONTACT))(LIST|FLAG|STATUS|C)?$",
        Options);

    private static readonly Regex s_in = new(
        "OPT(ED)?IN(?!G)|CONSENT|SUBSCRIBED|SUBSCRIPTIONSTATUS|ACCEPTS(SMS|TEXT|MOBILE)?MARKETING|^(SMS|TEXT|MOBILE|MARKETING|CONTACT)*PERMISSION(C|GIVEN|STATUS)?$|(MAY|CAN)(SEND|TEXT|SMS|CONTACT|MESSAGE)", Options);

    private static readonly Regex s_otherWay = new("MAIL|NEWSLETTER|CALL|VOICE|FAX|POST|LETTER|PUSH|WHATSAPP|COOKIE", Options);
    private static readonly Regex s_thisWay = new("SMS|MMS|TEXT|MOBILE", Options);

    private static readonly string[] s_outWords = ["UNSUBSCRIBED", "OPTEDOUT", "OPTOUT", "DONOTCONTACT", "DONOTTEXT", "DONOTSEND", "DONOTMESSAGE", "DONOTSMS", "DONOTDISTURB"];
    private static readonly string[] s_yes = ["TRUE", "YES", "Y", "T", "1", "X", "ON", "OUT", "STOP", "STOPPED", "SUPPRESSED"];
    private static readonly string[] s_no = ["FALSE", "NO", "N", "F", "0", "OFF", "OUT", "NEVERSUBSCRIBED", "NOTSUBSCRIBED", "NOTOPTEDIN", "WITHDRAWN", "REVOKED", "DENIED", "REFUSED", "NONE", "NEVER"];

    // Each name is looked at once: a table may have many rows.
    private readonly Dictionary<string, Meaning> _meanings = new(StringComparer.Ordinal);

    private enum Meaning
    {
        None,
        Out,
        In,
        OtherWay,
    }

    /// <summary>Whether a cell says that a person wants no messages.</summary>
    /// <param name="name">The name of its column.</param>
    /// <param name="value">What stands in it.</param>
    public bool SaysNo(string name, object? value)
    {
        if (!_meanings.TryGetValue(name, out Meaning meaning))
        {
            meaning = MeaningOf(ColumnNames.Bare(name));
            _meanings.Add(name, meaning);
        }

        if (meaning == Meaning.OtherWay || Cell.Show(value) is not { Length: <= MostLength } text)
        {
            return false;
        }

        string word = ColumnNames.Bare(text);
        return s_outWords.Contains(word) || meaning switch
        {
            Meaning.Out => s_yes.Contains(word) || DayText.IsDayOrTime(value, from: null),
            Meaning.In => s_no.Contains(word),
            _ => false,
        };
    }

    private static Meaning MeaningOf(string column) =>
        s_otherWay.IsMatch(column) && !s_thisWay.IsMatch(column) ? Meaning.OtherWay
        : s_out.IsMatch(column) ? Meaning.Out
        : s_in.IsMatch(column) ? Meaning.In
        : Meaning.None;
}
