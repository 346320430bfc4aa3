namespace RocketComs;

/// <summary>What the offline check of one batch file, or of all rows of one pipeline, found. A list that is made of nothing is an empty one.</summary>
public sealed record RcBatchCsvReport
{
    /// <summary>Gets the file; <see langword="null"/> for rows from the pipeline.</summary>
    public string? Path { get; init; }

    /// <summary>Gets whether there is no error. Warnings do not count.</summary>
    public bool IsValid => ErrorCount == 0;

    /// <summary>Gets the number of records, without blank lines and header.</summary>
    public long RowCount { get; init; }

    /// <summary>Gets the number of records without an error: what would be sent.</summary>
    public long ValidRowCount { get; init; }

    /// <summary>Gets the number of errors, also of those beyond the cap of <see cref="Issues"/>.</summary>
    public long ErrorCount { get; init; }

    /// <summary>Gets the number of warnings, also of those beyond the cap of <see cref="Issues"/>.</summary>
    public long WarningCount { get; init; }

    /// <summary>Gets the issues in the order of the file, up to the cap that was asked for.</summary>
    public RcBatchCsvIssue[] Issues { get; init => field = value ?? field; } = [];

    /// <summary>Gets how often each rule fired, by rule id; complete even when <see cref="Issues"/> is capped.</summary>
    public IReadOnlyDictionary<string, long> IssueSummary { get; init => field = value ?? field; } = new SortedDictionary<string, long>(StringComparer.Ordinal);

    /// <summary>Gets the ids of the rules that were left out (<c>-ExcludeRule</c>), in order: what they would have found is no issue and is not counted as one.</summary>
    public string[] ExcludedRules { get; init => field = value ?? field; } = [];

    /// <summary>
    /// Gets the ids of the rules that had nothing to compare with, in order: <c>RC012</c> without opted-out numbers, <c>RC116</c> to <c>RC119</c> without a
    /// campaign, or where it does not show what they ask for.
    /// </summary>
    public string[] UncheckedRules { get; init => field = value ?? field; } = [];

    /// <summary>Gets the segments that the rows without errors need: what would be charged.</summary>
    public long SegmentCount { get; init; }

    /// <summary>
    /// Gets how many of those rows need how many segments: rows by segments, in the order of the segments. The keys are texts, as JSON wants
    /// them; <c>SegmentHistogram[2]</c> and <c>SegmentHistogram['2']</c> are the same.
    /// </summary>
    public IReadOnlyDictionary<string, long> SegmentHistogram { get; init => field = value ?? field; } = new SortedDictionary<string, long>(StringComparer.Ordinal);

    /// <summary>
    /// Gets how many of those rows are up to five units (septets or UCS-2 units) over the border of a segment: shortening them a little saves a
    /// segment.
    /// </summary>
    public long NearMissCount { get; init; }

    /// <summary>
    /// Gets the text of the row without errors that needs the most segments, the first of them in the file, as it is counted and where it is cut;
    /// <see langword="null"/> when there is no such row.
    /// </summary>
    public RcSmsMeasurement? DearestMessage
    {
        get => Dearest?.Value;
        init => Dearest = value is null ? null : new DeferredMeasurement(() => value);
    }

    /// <summary>Gets the physical line on which that row begins; 0 when there is none.</summary>
    public long DearestLine { get; init; }

    /// <summary>Gets the number of records without errors whose text is GSM-7.</summary>
    public long Gsm7RowCount { get; init; }

    /// <summary>Gets the number of records without errors whose text is UCS-2.</summary>
    public long Ucs2RowCount { get; init; }

    /// <summary>Gets the number of extra rows: rows whose number stands in an earlier row already.</summary>
    public long DuplicateCount { get; init; }

    /// <summary>Gets <see cref="SegmentCount"/> times the price of a segment; <see langword="null"/> when no price was given.</summary>
    public decimal? EstimatedCost { get; init; }

    /// <summary>Gets the currency of that cost, three letters; <see langword="null"/> when it is not known.</summary>
    public string? Currency { get; init; }

    /// <summary>Gets the encoding of the file, such as <c>UTF-8</c>, <c>UTF-8 with BOM</c> or <c>UTF-16 LE</c>.</summary>
    public string FileEncoding { get; init; } = string.Empty;

    /// <summary>Gets how long the check took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Gets what measures <see cref="DearestMessage"/>: most who check a file never ask for it.</summary>
    internal DeferredMeasurement? Dearest { get; init; }
}

/// <summary>One thing wrong, or doubtful, in a batch file.</summary>
public sealed record RcBatchCsvIssue
{
    /// <summary>Gets the rule's id, such as <c>RC005</c>; docs/rules.md has a section for each.</summary>
    public string RuleId { get; init; } = string.Empty;

    /// <summary>Gets how much it weighs.</summary>
    public RcIssueSeverity Severity { get; init; }

    /// <summary>Gets the file; <see langword="null"/> for rows from the pipeline.</summary>
    public string? Path { get; init; }

    /// <summary>Gets the physical line, from 1, as an editor counts; right also after fields that hold line breaks.</summary>
    public long Line { get; init; }

    /// <summary>Gets the record, from 1, without blank lines and header; 0 when the issue is about the whole file.</summary>
    public long Row { get; init; }

    /// <summary>Gets <c>Number</c>, <c>Message</c>, or an empty string when the issue is about the whole row or file.</summary>
    public string Column { get; init; } = string.Empty;

    /// <summary>Gets what stands there, shortened when long.</summary>
    public string Value { get; init; } = string.Empty;

    /// <summary>Gets what is wrong, in one sentence.</summary>
    public string Message { get; init; } = string.Empty;

    /// <summary>Gets how to repair it.</summary>
    public string Suggestion { get; init; } = string.Empty;

    /// <summary>The issue in one line, where it is shown inside another object: <c>line 2, RC005 Number: The number holds letters.</c></summary>
    public override string ToString() => FormattableString.Invariant($"line {Line}, {RuleId}{(Column.Length > 0 ? " " + Column : string.Empty)}: {Message}");
}

/// <summary>How much an issue weighs.</summary>
public enum RcIssueSeverity : long
{
    /// <summary>Worth knowing.</summary>
    Information,

    /// <summary>A doubt: the row can be sent, and probably not as intended.</summary>
    Warning,

    /// <summary>The platform cannot send the row; nothing is uploaded while there is one.</summary>
    Error,
}
