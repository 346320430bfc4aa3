namespace RocketComs.Core.Tests.Csv;

/// <summary>A reader of RFC 4180 that shares nothing with the module: what is not of that form is no record at all.</summary>
internal static class StrictCsv
{
    /// <summary>The records of a text, in order, without blank lines.</summary>
    /// <param name="text">The text; lines may end with LF, CR LF or CR.</param>
    /// <param name="separator">What separates fields.</param>
    /// <returns>The fields of each record; <see langword="null"/> in the place of one whose quotes are wrong.</returns>
    public static List<string[]?> Read(string text, char separator = ',')
    {
        List<string[]?> records = [];
        int at = 0;
        while (at < text.Length)
        {
            string[]? record = ReadRecord(text, separator, ref at, out bool isBlank);
            if (!isBlank)
            {
                records.Add(record);
            }
        }

        return records;
    }

    private static string[]? ReadRecord(string text, char separator, ref int at, out bool isBlank)
    {
        List<string> fields = [];
        bool isSound = true;
        isBlank = true;
        while (true)
        {
            bool isQuoted = at < text.Length && text[at] == '"';
            isSound &= at < text.Length && text[at] == '"' ? ReadQuoted(text, separator, ref at, fields) : ReadPlain(text, separator, ref at, fields);
            isBlank &= isSound && fields[^1].AsSpan().Trim(isQuoted ? " \t" : " \t,;|").IsEmpty;
            if (at >= text.Length || text[at] != separator)
            {
                break;
            }

            at++;
        }

        at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
        return isSound ? [.. fields] : null;
    }

    private static bool ReadPlain(string text, char separator, ref int at, List<string> fields)
    {
        int start = at;
        while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n'))
        {
            at++;
        }

        fields.Add(text[start..at]);
        return true;
    }

    private static bool ReadQuoted(string text, char separator, ref int at, List<string> fields)
    {
        System.Text.StringBuilder field = new();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                field.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                field.Append('"');
                at++;
            }
            else
            {
                at++;
                fields.Add(field.ToString());
                bool isSound = at == text.Length || text[at] == separator || text[at] is '\r' or '\n';
                return isSound || (ReadPlain(text, separator, ref at, fields) && false);
            }
        }

        return false;
    }
}
