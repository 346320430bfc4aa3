using System.Globalization;
using System.Text;
using RocketComs.Core.Csv;

namespace RocketComs.Core.Splitting;

/// <summary>The plan of the parts: a row a batch, with the columns that <c>New-RcBatch</c> reads.</summary>
internal static class SplitPlan
{
    private static readonly string[] s_columns = ["ExternalId", "Path", "Description", "StartDate", "StartTime", "EndTime"];

    // Windows PowerShell takes a file without a mark for one of an old code page.
    private static readonly UTF8Encoding s_plain = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly UTF8Encoding s_marked = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Writes the plan; it is not in its place yet.</summary>
    /// <param name="file">Where to.</param>
    /// <param name="rows">Its rows.</param>
    public static void Write(ReplacingFile file, IEnumerable<PlannedPart> rows) => ReplacingFile.Guard(file.Path, () =>
    {
        string text = string.Concat(new[] { Line(s_columns) }.Concat(rows.Select(row => Line(
            row.ExternalId,
            row.Path,
            row.Description,
            row.Window?.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty,
            row.Window?.Start ?? string.Empty,
            row.Window?.End ?? string.Empty))));
        UTF8Encoding encoding = text.Any(character => character > '\x7F') ? s_marked : s_plain;
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
        file.Stream.Write(bytes, 0, bytes.Length);
    });

    // A name of a file may hold a comma, a quote, or a line break.
    private static string Line(params string[] cells) => string.Join(",", cells.Select(cell =>
        cell.IndexOfAny([',', '"', '\r', '\n']) < 0 && cell.Trim().Length == cell.Length ? cell : "\"" + cell.Replace("\"", "\"\"") + "\"")) + "\n";
}

/// <summary>A row of the plan.</summary>
/// <param name="ExternalId">The reference of the batch: the same for the same file and part.</param>
/// <param name="Path">The full path of the part. Import-Csv gives rows that know nothing of the file they are from, so a relative one would mean another file in another folder.</param>
/// <param name="Description">What the part is, for people.</param>
/// <param name="Window">When the part may go out; <see langword="null"/> for whenever New-RcBatch is told.</param>
internal sealed record PlannedPart(string ExternalId, string Path, string Description, PlannedWindow? Window);

/// <summary>When a part may go out, on the clocks by which the platform reads times, as it stands in the plan.</summary>
/// <param name="Date">The day.</param>
/// <param name="Start">The time of day from which its messages go out.</param>
/// <param name="End">The time of day until which they do.</param>
internal sealed record PlannedWindow(DateTime Date, string Start, string End);
