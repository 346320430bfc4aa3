using RocketComs.Core.Csv.Encodings;

namespace RocketComs.Core.Rules.Engine;

/// <summary>Counts the issues of a file in their order and keeps the first of them. Other threads only ask what is still kept.</summary>
/// <param name="path">The file; <see langword="null"/> for rows.</param>
/// <param name="mostKept">How many issues are kept.</param>
/// <param name="onIssue">A listener to every issue, also beyond those.</param>
/// <param name="excluded">The rules whose issues are neither kept nor counted.</param>
internal sealed class FileIssues(string? path, int mostKept, Action<RcBatchCsvIssue>? onIssue, IReadOnlyCollection<RuleInfo> excluded)
{
    private const int ShownBytes = 400;
    private const int ShownCharacters = 80;

    private readonly List<RcBatchCsvIssue> _kept = [];
    private readonly long[] _counts = new long[RuleTable.All.Count];
    private readonly HashSet<RuleInfo> _excluded = [.. excluded];
    private int _keptErrors;
    private int _keptOthers;
    private bool _keepsErrors = mostKept > 0 || onIssue is not null;
    private bool _keepsOthers = mostKept > 0 || onIssue is not null;

    public long ErrorCount { get; private set; }

    public long WarningCount { get; private set; }

    /// <summary>How often each rule fired, by rule id.</summary>
    public IReadOnlyDictionary<string, long> Summary
    {
        get
        {
            SortedDictionary<string, long> summary = new(StringComparer.Ordinal);
            foreach (RuleInfo rule in RuleTable.All.Where(rule => _counts[rule.Place] > 0))
            {
                summary.Add(rule.Id, _counts[rule.Place]);
            }

            return summary;
        }
    }

    /// <summary>The issues that were kept, in the order of the file. Errors go before warnings when there is no room for all.</summary>
    public RcBatchCsvIssue[] Kept
    {
        get
        {
            int errors = Math.Min(_kept.Count(IsError), mostKept);
            int others = mostKept - errors;
            return [.. _kept.OrderBy(issue => issue.Line).Where(issue => (IsError(issue) ? errors-- : others--) > 0)];
        }
    }

    /// <summary>How many issues are wanted, of errors as of others.</summary>
    public int Most => onIssue is null ? mostKept : int.MaxValue;

    /// <summary>Whether another issue of a rule is kept or listened to, or would only be counted. Any thread may ask.</summary>
    public bool Keeps(RuleInfo rule) => rule.Severity == RcIssueSeverity.Error ? Volatile.Read(ref _keepsErrors) : Volatile.Read(ref _keepsOthers);

    /// <summary>Whether nothing is to be heard of a rule. Any thread may ask.</summary>
    public bool Excludes(RuleInfo rule) => _excluded.Contains(rule);

    /// <summary>Adds what was found in a row, a record from 1.</summary>
    public void Add(RowFindings findings, long row)
    {
        foreach ((RuleInfo rule, RcBatchCsvIssue? issue) in findings.Items)
        {
            Count(rule);
            if (issue is not null)
            {
                Keep(issue with { Row = row });
            }
        }
    }

    /// <summary>Reports an issue of the whole file.</summary>
    public void Report(RuleInfo rule, long line, string message, string suggestion) =>
        Report(rule, line, row: 0, column: -1, string.Empty, _ => (message, suggestion));

    /// <summary>Reports an issue, as <see cref="RowIssues.Report"/> does; row 0 is the whole file.</summary>
    public void Report(RuleInfo rule, long line, long row, int column, string value, Func<string, (string Message, string Suggestion)> describe)
    {
        if (Excludes(rule))
        {
            return;
        }

        Count(rule);
        if (Keeps(rule))
        {
            Keep(Issue(rule, line, row, column, value, describe));
        }
    }

    /// <summary>Takes what rules found that compare rows, when all have been read.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="places">Where the rows are.</param>
    /// <param name="stop">Stops it: a damaged file can have millions.</param>
    public void AddLate(IEnumerable<SequenceRule> rules, RowPlaces places, CancellationToken stop)
    {
        SequenceRule[] heard = [.. rules.Where(rule => !Excludes(rule.Info))];
        foreach (SequenceRule rule in heard)
        {
            Count(rule.Info, rule.Count);
        }

        int told = 0;
        foreach (RcBatchCsvIssue issue in ByLine(heard.Select(rule => rule.Issues(places, this).GetEnumerator())).Take(Most))
        {
            stop.ThrowIfCancellationRequested();
            if (told++ < mostKept)
            {
                _kept.Add(issue);
            }

            onIssue?.Invoke(issue);
        }
    }

    /// <summary>Makes an issue, without counting or keeping it.</summary>
    public RcBatchCsvIssue Issue(RuleInfo rule, long line, long row, int column, string value, Func<string, (string Message, string Suggestion)> describe)
    {
        (string message, string suggestion) = describe(value);
        return new RcBatchCsvIssue
        {
            RuleId = rule.Id,
            Severity = rule.Severity,
            Path = path,
            Line = line,
            Row = row,
            Column = column switch { 0 => "Number", 1 => "Message", _ => string.Empty },
            Value = value,
            Message = message,
            Suggestion = suggestion,
        };
    }

    /// <summary>What an issue shows of a value: its first 80 characters.</summary>
    public static string Shown(ReadOnlySpan<byte> value) => Shown(Utf8Text.Decode(value.Length <= ShownBytes ? value : value.Slice(0, ShownBytes)));

    /// <inheritdoc cref="Shown(ReadOnlySpan{byte})"/>
    public static string Shown(string text)
    {
        if (text.Length <= ShownCharacters)
        {
            return text;
        }

        int cut = char.IsHighSurrogate(text[ShownCharacters - 1]) ? ShownCharacters - 1 : ShownCharacters;
        return text.Substring(0, cut) + "…";
    }

    // Of several that are in order each; made one by one, as there can be millions.
    private static IEnumerable<RcBatchCsvIssue> ByLine(IEnumerable<IEnumerator<RcBatchCsvIssue>> all)
    {
        List<IEnumerator<RcBatchCsvIssue>> open = [.. all.Where(issues => issues.MoveNext())];
        while (open.Count > 0)
        {
            IEnumerator<RcBatchCsvIssue> next = open.OrderBy(issues => issues.Current.Line).First();
            yield return next.Current;
            if (!next.MoveNext())
            {
                open.Remove(next);
            }
        }
    }

    private static bool IsError(RcBatchCsvIssue issue) => issue.Severity == RcIssueSeverity.Error;

    private void Count(RuleInfo rule, long times = 1)
    {
        _counts[rule.Place] += times;
        ErrorCount += rule.Severity == RcIssueSeverity.Error ? times : 0;
        WarningCount += rule.Severity == RcIssueSeverity.Warning ? times : 0;
    }

    private void Keep(RcBatchCsvIssue issue)
    {
        bool isError = IsError(issue);
        ref int kept = ref isError ? ref _keptErrors : ref _keptOthers;
        if (kept < mostKept)
        {
            kept++;
            _kept.Add(issue);
            if (kept == mostKept && onIssue is null)
            {
                Volatile.Write(ref isError ? ref _keepsErrors : ref _keepsOthers, false);
            }
        }

        onIssue?.Invoke(issue);
    }
}
