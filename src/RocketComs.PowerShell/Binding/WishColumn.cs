using System.Text.RegularExpressions;

namespace RocketComs.PowerShell.Binding;

/// <summary>
/// Knows the column of a table of people that says who wants no messages, by its English name as CRM and mail tools write it and by what stands in it:
/// <c>OptOut</c> with yes, <c>Unsubscribed At</c> with a day, <c>SMS Consent</c> with no.
/// </summary>
internal static class WishColumn
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Before = "^(HAS|IS|SMS|MMS|TEXT|MOBILE|PHONE|MARKETING|CUSTOMER|CONTACT|MEMBER)*";
    private const string Behind = "(OF|FROM|FOR|TO|BY|SMS|MMS|TEXTS?|TEXTING|MOBILE|MARKETING|MESSAGES?|MESSAGING|GIVEN|DATE|TIME|AT|ON|FLAG|STATUS)*$";

    // What a name says of e-mail, calls or letters alone is no word about text messages.
    private static readonly Regex s_out = new(
        Before + "(OPT(ED)?OUT|UNSUBSCRIBED?|(DO|DOES|WILL|SHALL|MAY)?NOT(SEND|TEXT|SMS|CONTACT|MESSAGE|DISTURB)|DONT(SEND|TEXT|SMS|CONTACT|MESSAGE)|NO(SMS|TEXTS?|MESSAGES?|CONTACT)|DNC|DND|SUPPRESS(ED)?|BLACKLISTED|BLOCKLISTED)" + Behind,
        Options);

    private static readonly Regex s_in = new(Before + "(OPT(ED)?IN|CONSENT(ED)?|SUBSCRIBED|PERMISSION|(MAY|CAN)(SEND|TEXT|SMS|CONTACT|MESSAGE))" + Behind, Options);
    private static readonly string[] s_yes = ["TRUE", "YES", "Y", "T", "1", "X", "ON", "OUT", "OPTOUT", "OPTEDOUT", "UNSUBSCRIBED", "STOP", "STOPPED", "SUPPRESSED"];
    private static readonly string[] s_no = ["FALSE", "NO", "N", "F", "0", "OFF", "OUT", "OPTOUT", "OPTEDOUT", "UNSUBSCRIBED", "WITHDRAWN", "REVOKED", "DENIED", "REFUSED", "NONE"];

    /// <summary>Whether a cell says that a person wants no messages.</summary>
    /// <param name="name">The name of its column.</param>
    /// <param name="value">What stands in it.</param>
    public static bool SaysNo(string name, object? value)
    {
        string bare = ColumnNames.Bare(name);
        bool isOut = s_out.IsMatch(bare);
        if (!isOut && !s_in.IsMatch(bare))
        {
            return false;
        }

        return (isOut ? s_yes : s_no).Contains(ColumnNames.Bare(Cell.Show(value))) || (isOut && DayText.IsDayOrTime(value, from: null));
    }
}
