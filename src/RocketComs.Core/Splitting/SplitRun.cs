using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Numbers;
using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Rules.Texts;

namespace RocketComs.Core.Splitting;

/// <summary>The writing of the parts of one file. What is not committed is gone with it.</summary>
/// <param name="source">The file, without errors.</param>
/// <param name="options">Where to, and how.</param>
/// <param name="choice">What goes where.</param>
/// <param name="places">Where the parts stand.</param>
internal sealed class SplitRun(BatchSource source, BatchSplitOptions options, RowChoice choice, SplitPlaces places) : IDisposable
{
    private const int RowsBetweenLooks = 1024;
    private const int ShownLeftovers = 50;

    private readonly SortedDictionary<int, PartFile> _parts = [];
    private readonly TextCounter _counter = new(options.Measure);
    private ReplacingFile? _plan;

    /// <summary>Reads the rows and writes each into its part.</summary>
    public void Read(PassProgress progress, CancellationToken cancellationToken)
    {
        if (!options.IsDryRun)
        {
            places.MakeFolder();
        }

        using RawRowReader rows = new(source);
        PartFile? part = null;
        for (long row = 1; rows.Read(); row++)
        {
            part?.Write(rows.Before);
            part = Place(rows.Row, row, rows.Mark, part);
            if (row % RowsBetweenLooks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress.Report(rows.Row.ByteOffset);
            }
        }

        part?.Write(rows.Before);
        progress.EndPass();
    }

    /// <summary>Holds the parts against the report of the file, and each that was written against its own.</summary>
    /// <param name="whole">The report of the file.</param>
    /// <param name="check">Checks a part.</param>
    /// <param name="checkedOne">Hears of each part that was checked.</param>
    public void RequireAll(RcBatchCsvReport whole, Func<BatchSource, RcBatchCsvReport> check, Action checkedOne)
    {
        bool isSound = _parts.Values.Sum(part => part.Rows) == whole.RowCount && _parts.Values.Sum(part => part.Segments) == whole.SegmentCount;
        foreach (PartFile part in _parts.Values)
        {
            part.Close();
            if (part.Written is { } written)
            {
                RcBatchCsvReport report = check(written);
                isSound &= report.IsValid && report.RowCount == part.Rows && report.SegmentCount == part.Segments;
                checkedOne();
            }
        }

        if (!isSound)
        {
            throw new BatchCsvUnusableException(
                source.Path,
                $"The parts of '{source.Path}' do not come to what the whole file does. Nothing was written.",
                "If nothing else was changing the file, this is a fault of the module: report it, with the file if you may.");
        }
    }

    /// <summary>Puts the parts in their places, and last of all their plan; of a dry run says what would be.</summary>
    public SplitResult Commit()
    {
        // By zone, those whose zone is not known at the end; else as they are numbered.
        PartFile[] parts = [.. _parts.Values.OrderBy(part => choice.TimeZoneOf(part.Number) is "").ThenBy(part => choice.TimeZoneOf(part.Number), StringComparer.Ordinal)];
        string[] paths = [.. parts.Select(part => part.Path)];
        places.RequireAll(paths);
        string[] leftovers = places.Leftovers(paths);
        if (!options.IsDryRun)
        {
            _plan = new ReplacingFile(places.Plan, source.Path);
            SplitPlan.Write(_plan, parts.Select((part, place) => Planned(part, place + 1, parts.Length)));
            Put(parts);
        }

        return new SplitResult([.. parts.Select(Emitted)], [.. choice.Remarks(parts), .. Remark(leftovers)]);
    }

    public void Dispose()
    {
        foreach (PartFile part in _parts.Values)
        {
            part.Dispose();
        }

        _plan?.Dispose();
        places.RemoveFolder();
    }

    private PartFile Place(Record record, long row, byte[] mark, PartFile? before)
    {
        RowScanner.Scan(record, out NumberText number, out ReadOnlySpan<byte> message);
        int segments = _counter.Count(message, record.Classes).Segments;
        int place = choice.PartOf(new RowToPlace(number, segments, row, record.Line));
        if (before?.Number != place && !_parts.TryGetValue(place, out before))
        {
            if (choice.IsInTurns && place > 0)
            {
                _parts[place - 1].Close();
            }

            before = new PartFile(places.PathOf(choice.NameOf(place)), source.Path, place, mark, options.IsDryRun);
            _parts.Add(place, before);
        }

        before!.Count(segments);
        return before;
    }

    private PlannedPart Planned(PartFile part, int place, int count) => new(
        places.ExternalId(choice.NameOf(part.Number)),
        part.Path,
        FormattableString.Invariant($"{choice.PlaceOf(part.Number, place, count)} of {source.FileName}: {part.Rows} {(part.Rows == 1 ? "row" : "rows")}, {part.Segments} {(part.Segments == 1 ? "segment" : "segments")}") + (choice.Describe(part.Number) is { } what ? ", " + what : string.Empty),
        choice.WindowOf(part.Number));

    private RcBatchCsvPart Emitted(PartFile part) => new() { Path = part.Path, RowCount = part.Rows, SegmentCount = part.Segments, TimeZone = choice.TimeZoneOf(part.Number) };

    // Where the disk takes no more in the middle of it, what is new is taken away again.
    private void Put(PartFile[] parts)
    {
        List<string> made = [];
        try
        {
            foreach (PartFile part in parts)
            {
                bool isNew = !File.Exists(part.Path);
                part.Commit(options.Overwrite);
                made.AddRange(isNew ? [part.Path] : []);
            }

            _plan!.Commit(options.Overwrite);
        }
        catch
        {
            made.ForEach(File.Delete);
            throw;
        }
    }

    private IEnumerable<string> Remark(string[] leftovers)
    {
        if (leftovers.Length > 0)
        {
            string more = leftovers.Length > ShownLeftovers ? FormattableString.Invariant($" and {leftovers.Length - ShownLeftovers} more") : string.Empty;
            yield return $"In '{options.Destination}' there {(leftovers.Length == 1 ? "is a part" : "are parts")} from before, left as {(leftovers.Length == 1 ? "it is" : "they are")} and not in the plan: {string.Join(", ", leftovers.Take(ShownLeftovers))}{more}.";
        }
    }
}
