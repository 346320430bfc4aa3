using System.Text;
using RocketComs.Core.Csv;
using RocketComs.Core.Repair;
using RocketComs.Core.Rules;
using RocketComs.Core.Tests.Csv;

namespace RocketComs.Core.Tests.Repair;

/// <summary>A folder with a file to repair, and short ways to repair it and to look at what came of it.</summary>
internal sealed class RepairFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public RepairFolder(string text)
        : this(Encoding.UTF8.GetBytes(text))
    {
    }

    public RepairFolder(byte[] bytes)
    {
        Input = _folder.Write("in.csv", bytes);
        Options = new RepairOptions { Destination = _folder.File("out.csv"), RejectedPath = _folder.File("rejected.csv") };
    }

    public string Input { get; }

    public RepairOptions Options { get; set; }

    /// <summary>Gets the repaired file as text; null when there is none.</summary>
    public string? Output => File.Exists(Options.Destination) ? Encoding.UTF8.GetString(File.ReadAllBytes(Options.Destination)) : null;

    /// <summary>Gets the rows set aside as text; null when there is no such file.</summary>
    public string? Rejected => File.Exists(Options.RejectedPath) ? Encoding.UTF8.GetString(File.ReadAllBytes(Options.RejectedPath)) : null;

    /// <summary>Gets the names of the files in the folder.</summary>
    public string[] Names => _folder.Names;

    /// <summary>Puts another file in the place of all that is there: a folder for each of many files would take longer than their repair.</summary>
    public void Refill(byte[] bytes)
    {
        foreach (string name in Names)
        {
            File.Delete(PathOf(name));
        }

        _folder.Write("in.csv", bytes);
    }

    public string PathOf(string name) => _folder.File(name);

    public string Write(string name, string text) => _folder.Write(name, text);

    public RcBatchCsvRepair Repair() => BatchCsvRepairer.Repair(new FileSource(Input), Options, CancellationToken.None);

    public RcBatchCsvRepair RepairUntil(CancellationToken cancellationToken) => BatchCsvRepairer.Repair(new FileSource(Input), Options, cancellationToken);

    public RcBatchCsvReport Check(string path) => BatchCsvChecker.Check(new FileSource(path), new CheckOptions { DefaultRegion = Options.DefaultRegion }, CancellationToken.None);

    /// <summary>What was repaired, such as "RC005 RC102*2".</summary>
    public static string Changes(RcBatchCsvRepair repair) => string.Join(' ', repair.Changes.Select(rule => rule.Value == 1 ? rule.Key : $"{rule.Key}*{rule.Value}"));

    /// <summary>Rows read, written and set aside.</summary>
    public static (long Read, long Written, long Rejected) Rows(RcBatchCsvRepair repair) => (repair.RowsRead, repair.RowsWritten, repair.RowsRejected);

    /// <summary>Why rows were set aside, such as "RC003 line 5 row 2".</summary>
    public static string[] Reasons(RcBatchCsvRepair repair) => [.. repair.Rejected.Select(issue => $"{issue.RuleId} line {issue.Line} row {issue.Row}")];

    public void Dispose() => _folder.Dispose();
}
