using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.FileRules;

/// <summary>RC001: the file is empty, or has nothing but blank lines.</summary>
internal static class EmptyFileRule
{
    /// <summary>What it is called.</summary>
    public static readonly RuleInfo Info = new("RC001", RcIssueSeverity.Error, "file empty, or nothing but blank lines");

    /// <summary>Reports that no row was read.</summary>
    public static void Report(FileIssues issues) => issues.Report(
        Info, 1, 0, -1, string.Empty, static _ => ("The file has no rows.", "Write one row a recipient: the number, a comma, and the text."));
}
