using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.FileRules;

/// <summary>RC010: the columns are parted by something else than commas. The file is then read with what parts them.</summary>
internal static class DelimiterRule
{
    /// <summary>What it is called.</summary>
    public static readonly RuleInfo Info = new("RC010", RcIssueSeverity.Error, "wrong delimiter");

    /// <summary>Looks at what parts the columns of a file.</summary>
    public static void Check(char separator, FileIssues issues)
    {
        if (separator != ',')
        {
            string name = separator switch { ';' => "semicolons", '\t' => "tabs", _ => "vertical bars" };
            issues.Report(Info, 1, 0, -1, string.Empty, _ => (
                $"The columns are parted by {name}; RocketCOMS documents commas.",
                "Save the file with commas between the columns, and quotes around texts that hold commas."));
        }
    }
}
