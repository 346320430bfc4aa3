using CsvHelper;
using RocketComs.Core.Csv;

namespace RocketComs.Core.Rules;

/// <summary>The rules about a file as a whole: RC001, RC008 to RC010 and RC109.</summary>
internal static class FileRules
{
    /// <summary>RC001: the file is empty, or has nothing but blank lines.</summary>
    public static void ReportEmpty(IssueSink issues) => issues.Report(
        RuleSet.EmptyFile, 1, 0, -1, default, static _ => ("The file has no rows.", "Write one row a recipient: the number, a comma, and the text."));

    /// <summary>RC008: the file is in an encoding that cannot be read.</summary>
    public static void ReportEncoding(TextEncoding encoding, IssueSink issues)
    {
        string name = TextEncodings.Name(encoding);
        issues.Report(RuleSet.Encoding, 1, 0, -1, default, _ => (
            $"The file looks like {name}, which cannot be told for sure or cannot be sent.", "Save the file as UTF-8 (in Excel: 'CSV UTF-8')."));
    }

    /// <summary>RC008: a UTF-16 file holds what is no UTF-16. The reader would put U+FFFD there without a word.</summary>
    public static void ReportBrokenUtf16(BatchSource source, TextEncoding encoding, IssueSink issues)
    {
        if (Utf16Text.FindInvalid(source, encoding) is { } place)
        {
            issues.Report(RuleSet.Encoding, place.Line, 0, -1, default, _ => (
                $"The bytes at offset {place.Offset} are no UTF-16: half a character stands there.", "Save the file anew as UTF-8; what cannot be read would be sent garbled."));
        }
    }

    /// <summary>RC109: the file begins with a byte order mark.</summary>
    public static void ReportByteOrderMark(TextEncoding encoding, IssueSink issues)
    {
        if (encoding != TextEncoding.Utf8)
        {
            string name = TextEncodings.Name(encoding);
            issues.Report(RuleSet.ByteOrderMark, 1, 0, -1, default, _ => (
                $"The file is {name}; it is converted to plain UTF-8 on upload.", "Save it as UTF-8 without BOM if other tools send it too."));
        }
    }

    /// <summary>RC010: the columns are parted by something else than commas. The file is then read with what parts them.</summary>
    /// <returns>The separator to read with.</returns>
    public static char FindSeparator(string start, IssueSink issues)
    {
        char separator = DelimiterProbe.Detect(start);
        if (separator != ',')
        {
            string name = separator switch { ';' => "semicolons", '\t' => "tabs", _ => "vertical bars" };
            issues.Report(RuleSet.Delimiter, 1, 0, -1, default, _ => (
                $"The columns are parted by {name}; RocketCOMS documents commas.",
                "Save the file with commas between the columns, and quotes around texts that hold commas."));
        }

        return separator;
    }

    /// <summary>RC009: the first row is a header.</summary>
    /// <returns>Whether it is.</returns>
    public static bool ReportHeader(CsvReader reader, IssueSink issues)
    {
        if (!HeaderRow.IsHeader(reader))
        {
            return false;
        }

        issues.Report(RuleSet.Header, reader.LineNumber, 0, -1, reader.RawRecord, static _ => (
            "The first row is a header; the platform would take it for a recipient.", "Remove the row: a batch file has none."));
        return true;
    }
}
