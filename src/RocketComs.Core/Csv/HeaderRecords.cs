namespace RocketComs.Core.Csv;

/// <summary>
/// Recognises what stands before the rows of a file: soundly quoted, on one line, with a first cell without digits, and rows after it, in
/// whatever language. The usual English names are known even where no row follows.
/// </summary>
internal static class HeaderRecords
{
    private const string SeparatorWord = "sep=";

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

    /// <summary>The records at the start of a file that are no rows: a line <c>sep=</c>, a title, the names of the columns.</summary>
    /// <param name="records">The first records of the file, without blank lines.</param>
    public static IEnumerable<HeaderLine> Find(JudgedRecord[] records)
    {
        int at = 0;
        if (at < records.Length && IsSeparatorLine(records[at]))
        {
            yield return Line(records[at++], HeaderKind.Separator);
        }

        if (at < records.Length && IsTitle(records[at]) && HasRowsAfter(records, at))
        {
            yield return Line(records[at++], HeaderKind.Title);
        }

        if (at < records.Length && IsSoundLine(records[at])
            && (AreUsualNames(records[at].Fields) || (MayBeName(records[at]) && HasRowsAfter(records, at))))
        {
            yield return Line(records[at], HeaderKind.Columns);
        }
    }

    /// <summary>The delimiter that a line <c>sep=</c> at the start of a file names.</summary>
    public static char? NamedSeparator(JudgedRecord[] records)
    {
        if (records.Length == 0 || !IsSeparatorLine(records[0]) || records[0].Raw.Length == SeparatorWord.Length)
        {
            return null;
        }

        char named = records[0].Raw[SeparatorWord.Length];
        return SourceFormat.Separators.IndexOf(named) >= 0 ? named : null;
    }

    private static HeaderLine Line(JudgedRecord record, HeaderKind kind) => new(record.Line, kind, record.Raw);

    // The delimiter after it may have cut it into two fields.
    private static bool IsSeparatorLine(JudgedRecord record) =>
        record.Raw.StartsWith(SeparatorWord, StringComparison.OrdinalIgnoreCase) && record.Raw.Length <= SeparatorWord.Length + 1;

    private static bool IsTitle(JudgedRecord record) =>
        IsSoundLine(record) && MayBeName(record) && record.Fields.Skip(1).All(field => field.Trim().Length == 0) && !IsNumberName(record.Fields[0]);

    private static bool MayBeName(JudgedRecord record) => record.Fields[0].Trim().Length > 0 && !record.Fields[0].Any(char.IsDigit);

    private static bool HasRowsAfter(JudgedRecord[] records, int at) => records.Skip(at + 1).Any(record =>
        record.IsSound && record.BeginsWithNumber && record.Fields[1].Trim().Length > 0 && (record.FieldCount == 2 || record.FieldCount == records[at].FieldCount));

    private static bool IsSoundLine(JudgedRecord record) => record.IsSound && record.IsOneLine;

    private static bool AreUsualNames(string[] fields) => !fields[0].Any(char.IsDigit) && (fields.Skip(1).Any(IsMessageName)
        || (IsNumberName(fields[0]) && (fields.Length == 1 || !s_everydayWords.Contains(Normalize(fields[0])))));

    private static bool IsNumberName(string text) => s_numberNames.Contains(Normalize(text));

    private static bool IsMessageName(string text) => s_messageNames.Contains(Normalize(text));

    private static string Normalize(string name) => new([.. name.Where(char.IsLetter).Select(char.ToLowerInvariant)]);
}
