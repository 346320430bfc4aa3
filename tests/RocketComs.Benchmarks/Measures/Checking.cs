using RocketComs.Benchmarks.Comparison;
using RocketComs.Core.Csv;
using RocketComs.Core.Rules;

namespace RocketComs.Benchmarks.Measures;

/// <summary>The product's check, and whether it said what is known of the file: a wrong check has no speed.</summary>
internal static class Checking
{
    /// <summary>Checks a file with all rules.</summary>
    public static RcBatchCsvReport Check(string path, CancellationToken cancellationToken) =>
        BatchCsvChecker.Check(new FileSource(path), new CheckOptions(), cancellationToken);

    /// <summary>Checks a generated file that has no mistakes.</summary>
    /// <exception cref="MeasureException">The report is not that of such a file.</exception>
    public static void CheckClean(string path, long rows, CancellationToken cancellationToken)
    {
        RcBatchCsvReport report = Check(path, cancellationToken);
        if (report.RowCount != rows || report.ErrorCount != 0 || report.SegmentCount < rows)
        {
            throw new MeasureException($"The clean file of {rows} rows was reported as {report.RowCount} rows, {report.ErrorCount} errors, {report.SegmentCount} segments.");
        }
    }

    /// <summary>Checks a generated file that has a mistake in every row.</summary>
    /// <exception cref="MeasureException">The report is not that of such a file.</exception>
    public static void CheckWorst(string path, long rows, CancellationToken cancellationToken)
    {
        RcBatchCsvReport report = Check(path, cancellationToken);
        if (report.RowCount != rows || report.ErrorCount < rows || report.ValidRowCount != 0)
        {
            throw new MeasureException($"The worst file of {rows} rows was reported as {report.RowCount} rows, {report.ErrorCount} errors, {report.ValidRowCount} valid rows.");
        }
    }
}
