using CsvHelper;
using RocketComs.Core.Csv;

namespace RocketComs.Core.Rules.Files;

/// <summary>RC009: the first row is a header.</summary>
internal static class HeaderRule
{
    /// <summary>What it is called.</summary>
    public static readonly RuleInfo Info = new("RC009", RcIssueSeverity.Error, "first row is a header");

    /// <summary>Looks at the first record of a file.</summary>
    /// <returns>Whether it is a header, and so no row.</returns>
    public static bool Check(CsvReader reader, IssueSink issues)
    {
        if (!HeaderRow.IsHeader(reader))
        {
            return false;
        }

        issues.Report(Info, reader.LineNumber, 0, -1, IssueSink.Shown(reader.RawRecord), static _ => (
            "The first row is a header; the platform would take it for a recipient.", "Remove the row: a batch file has none."));
        return true;
    }
}
