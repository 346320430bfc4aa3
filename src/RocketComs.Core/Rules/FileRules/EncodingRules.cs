using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.FileRules;

/// <summary>RC008, for a whole file: it is in an encoding that cannot be read.</summary>
internal static class EncodingRule
{
    public static readonly RuleInfo Info = RuleTable.CharactersLost;

    /// <summary>Looks at a file before its rows are read.</summary>
    /// <returns>Whether its rows can be read.</returns>
    public static bool Check(TextEncoding encoding, FileIssues issues)
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

        return true;
    }
}

/// <summary>RC109: the file begins with a byte order mark.</summary>
internal static class ByteOrderMarkRule
{
    public static readonly RuleInfo Info = RuleTable.ByteOrderMark;

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
