using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.FileRules;

/// <summary>RC008, for a whole file: it is in an encoding that cannot be read, or is UTF-16 with half a character in it.</summary>
internal static class EncodingRule
{
    public static readonly RuleInfo Info = new("RC008", RcIssueSeverity.Error, "Bytes that are not valid in the file's encoding");

    /// <summary>Looks at a file before its rows are read.</summary>
    /// <returns>Whether its rows can be read.</returns>
    public static bool Check(BatchSource source, TextEncoding encoding, FileIssues issues, CancellationToken cancellationToken)
    {
        if (!TextEncodings.IsReadable(encoding))
        {
            issues.Report(
                Info,
                1,
                $"The file looks like {TextEncodings.Name(encoding)}, which cannot be told for sure or cannot be sent.",
                "Save the file as UTF-8 (in Excel: 'CSV UTF-8').");
            return false;
        }

        // The reader would put U+FFFD there without a word.
        if (Utf16Text.FindInvalid(source, encoding, cancellationToken) is { } place)
        {
            issues.Report(
                Info,
                place.Line,
                $"The bytes at offset {place.Offset} are not UTF-16: half of a character is missing.",
                "Save the file again as UTF-8; what cannot be read would be sent garbled.");
        }

        return true;
    }
}

/// <summary>RC109: the file begins with a byte order mark.</summary>
internal static class ByteOrderMarkRule
{
    public static readonly RuleInfo Info = new("RC109", RcIssueSeverity.Warning, "The file has a byte order mark, or is UTF-16");

    public static void Check(TextEncoding encoding, FileIssues issues)
    {
        if (encoding != TextEncoding.Utf8)
        {
            issues.Report(
                Info,
                1,
                $"The file is {TextEncodings.Name(encoding)}; it is converted to plain UTF-8 on upload.",
                "Save it as UTF-8 without BOM if other tools send it too.");
        }
    }
}
