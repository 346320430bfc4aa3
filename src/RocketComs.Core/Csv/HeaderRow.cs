using System;
using System.Collections.Generic;
using System.Linq;

namespace RocketComs.Core.Csv;

/// <summary>Recognises a header row: column names where a number and a text should stand.</summary>
internal static class HeaderRow
{
    // "Phone 2" is a column name, "Tel. 1237774444" is a number with a word before it.
    private const int MostDigits = 6;

    private static readonly HashSet<string> s_numberNames = new(
        [
            "number", "numbers", "mobile", "mobilenumber", "mobilephone", "mobileno", "phone", "phones", "phonenumber", "phoneno", "recipient", "recipients",
            "recipientnumber", "recipientmobilenumber", "to", "cell", "cellphone", "cellnumber", "msisdn", "tel", "telephone", "telephonenumber",
            "destination", "destinationnumber", "contact", "contactnumber", "customernumber", "customerphone",
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> s_messageNames = new(
        ["message", "messages", "text", "messagetext", "messagecontent", "messagebody", "content", "body", "sms", "smstext", "msg"],
        StringComparer.Ordinal);

    /// <summary>Whether the first row of a file is a header.</summary>
    /// <param name="first">The first field.</param>
    /// <param name="second">The second field, if there is one.</param>
    public static bool IsHeader(string first, string? second) =>
        IsNumberName(first) || (second is not null && s_messageNames.Contains(Normalize(second)) && !first.Any(char.IsDigit));

    /// <summary>Whether a text is a usual name of the number column.</summary>
    public static bool IsNumberName(string text) => text.Count(char.IsDigit) <= MostDigits && s_numberNames.Contains(Normalize(text));

    private static string Normalize(string name) => new([.. name.Where(char.IsLetter).Select(char.ToLowerInvariant)]);
}
