using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.FileRules;

/// <summary>RC109: the file begins with a byte order mark.</summary>
internal static class ByteOrderMarkRule
{
    /// <summary>What it is called.</summary>
    public static readonly RuleInfo Info = new("RC109", RcIssueSeverity.Warning, "file has a BOM or is UTF-16");

    /// <summary>Looks at the encoding of a file that can be read.</summary>
    public static void Check(TextEncoding encoding, FileIssues issues)
    {
        if (encoding != TextEncoding.Utf8)
        {
            issues.Report(Info, 1, 0, -1, string.Empty, _ => (
                $"The file is {TextEncodings.Name(encoding)}; it is converted to plain UTF-8 on upload.", "Save it as UTF-8 without BOM if other tools send it too."));
        }
    }
}
