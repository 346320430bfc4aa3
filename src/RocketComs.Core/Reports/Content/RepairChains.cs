namespace RocketComs.Core.Reports.Content;

/// <summary>
/// Which files were made of which by repairs, and which of them count. A file that was repaired more than once counts by the last repair: its
/// copies hold the same rows.
/// </summary>
internal sealed class RepairChains
{
    private readonly Dictionary<string, RcBatchCsvReport> _checkOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _sourceOf = new(StringComparer.Ordinal);

    /// <summary>Looks at them.</summary>
    /// <param name="checks">The checks, one a file.</param>
    /// <param name="repairs">The repairs, in the order in which they were piped.</param>
    public RepairChains(IReadOnlyList<RcBatchCsvReport> checks, IReadOnlyList<RcBatchCsvRepair> repairs)
    {
        ILookup<string, RcBatchCsvRepair> ofFile = repairs.ToLookup(repair => repair.Path ?? string.Empty, StringComparer.Ordinal);
        HashSet<string> outdated = Outdated(repairs, ofFile);
        Repairs = [.. repairs.Where(repair => IsLast(repair, ofFile) && !outdated.Contains(repair.Path ?? string.Empty))];
        outdated.ExceptWith(Repairs.Select(repair => repair.Destination));
        Again = [.. Repairs.Where(repair => ofFile[repair.Path ?? string.Empty].Any(other => other.Destination != repair.Destination))];
        Checks = [.. checks.Where(check => check.Path is null || !outdated.Contains(check.Path))];
        foreach (RcBatchCsvReport check in Checks.Where(check => check.Path is not null))
        {
            _checkOf[check.Path!] = check;
        }

        foreach (RcBatchCsvRepair repair in Repairs.Where(repair => repair.Path is not null && !_sourceOf.ContainsKey(repair.Destination)))
        {
            _sourceOf.Add(repair.Destination, repair.Path!);
        }

        // Of those that count there is one a file.
        Dictionary<string, string> copyOf = Repairs.ToDictionary(repair => repair.Path ?? string.Empty, repair => repair.Destination, StringComparer.Ordinal);
        Last = [.. Repairs.Where(repair => !copyOf.TryGetValue(repair.Destination, out string? next) || next == repair.Path)];
        ToSend = [.. Checks.Where(check => check.Path is null || !copyOf.ContainsKey(check.Path))];
        Unchecked = [.. Last.Where(repair => CheckOf(repair.Destination) is null)];
        Found = [.. Checks.Where(check => !Sources(check.Path).Any(source => CheckOf(source) is not null))];
    }

    /// <summary>Gets the checks of files that count.</summary>
    public IReadOnlyList<RcBatchCsvReport> Checks { get; }

    /// <summary>Gets the repairs that count.</summary>
    public IReadOnlyList<RcBatchCsvRepair> Repairs { get; }

    /// <summary>Gets those of them that were not the first of their file.</summary>
    public IReadOnlyList<RcBatchCsvRepair> Again { get; }

    /// <summary>Gets the repairs whose copy was not repaired again: the rows of a chain are those of the last.</summary>
    public IReadOnlyList<RcBatchCsvRepair> Last { get; }

    /// <summary>Gets the checks of what would be sent: never that of a file that was repaired, whose copy goes out.</summary>
    public IReadOnlyList<RcBatchCsvReport> ToSend { get; }

    /// <summary>Gets the repairs of whose copies nobody knows what they cost, as they were not checked.</summary>
    public IReadOnlyList<RcBatchCsvRepair> Unchecked { get; }

    /// <summary>Gets the checks of files as they came: not those of repaired copies, where what was repaired was checked, too.</summary>
    public IReadOnlyList<RcBatchCsvReport> Found { get; }

    /// <summary>The check of a file; <see langword="null"/> when there is none.</summary>
    public RcBatchCsvReport? CheckOf(string? path) => path is not null && _checkOf.TryGetValue(path, out RcBatchCsvReport? check) ? check : null;

    private static bool IsLast(RcBatchCsvRepair repair, ILookup<string, RcBatchCsvRepair> ofFile) =>
        ofFile[repair.Path ?? string.Empty].Last().Destination == repair.Destination;

    // Copies of files that have a newer one, and what was made of those.
    private static HashSet<string> Outdated(IEnumerable<RcBatchCsvRepair> repairs, ILookup<string, RcBatchCsvRepair> ofFile)
    {
        Queue<string> left = new(repairs.Where(repair => !IsLast(repair, ofFile)).Select(repair => repair.Destination));
        HashSet<string> outdated = new(StringComparer.Ordinal);
        while (left.Count > 0)
        {
            string copy = left.Dequeue();
            foreach (RcBatchCsvRepair next in outdated.Add(copy) ? ofFile[copy] : [])
            {
                left.Enqueue(next.Destination);
            }
        }

        return outdated;
    }

    // The files that a file was made of by repairs, the nearest first.
    private HashSet<string> Sources(string? path)
    {
        HashSet<string> sources = new(StringComparer.Ordinal);
        for (string? file = path; file is not null && _sourceOf.TryGetValue(file, out string? source) && source != path && sources.Add(source); file = source)
        {
        }

        return sources;
    }
}
