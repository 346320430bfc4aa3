using CsvHelper;

namespace RocketComs.Core.Csv;

/// <summary>Recognises a header row: column names where a number and a text should stand.</summary>
internal static class HeaderRow
{
    // "Phone 2" is a column name, "Tel. 2025554444" is a number with a word before it.
    private const int MostDigits = 2;
    private const int MostFields = 20;

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

    // Names that a careless row may begin with as well: "Contact,please call".
    private static readonly HashSet<string> s_everydayWords = new(["to", "contact", "recipient", "recipients", "destination"], StringComparer.Ordinal);

    public static bool IsHeader(IReadOnlyList<string> fields)
    {
        bool hasMessageName = fields.Skip(1).Any(IsMessageName);
        return IsNumberName(fields[0])
            ? hasMessageName || fields.Count == 1 || !s_everydayWords.Contains(Normalize(fields[0]))
            : hasMessageName && !fields[0].Any(char.IsDigit);
    }

    /// <summary>Whether the record that a reader stands on, the first of its file, is a header.</summary>
    public static bool IsHeader(CsvReader reader) => IsHeader([.. Enumerable.Range(0, Math.Min(reader.FieldCount, MostFields)).Select(reader.GetString)]);

    /// <summary>Whether a text is a usual name of the number column.</summary>
    public static bool IsNumberName(string text) => text.Count(char.IsDigit) <= MostDigits && s_numberNames.Contains(Normalize(text));

    private static bool IsMessageName(string text) => s_messageNames.Contains(Normalize(text));

    private static string Normalize(string name) => new([.. name.Where(char.IsLetter).Select(char.ToLowerInvariant)]);
}
