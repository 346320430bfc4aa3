namespace RocketComs;

/// <summary>What was repaired in a batch file, and what was left out of the repaired copy.</summary>
public sealed record RcBatchCsvRepair
{
    /// <summary>Gets the file as it was; it is never changed.</summary>
    public string? Path { get; init; }

    /// <summary>Gets the repaired file.</summary>
    public string Destination { get; init; } = string.Empty;

    /// <summary>Gets whether it was a dry run (<c>-WhatIf</c>): <see cref="Destination"/> was not written.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Gets the number of records of the file, without blank lines and header.</summary>
    public long RowsRead { get; init; }

    /// <summary>Gets the number of records of the repaired file. The rest was set aside, or stood twice (<c>RC102</c> of <see cref="Changes"/>).</summary>
    public long RowsWritten { get; init; }

    /// <summary>Gets the number of records that were set aside, also of those beyond the cap of <see cref="Rejected"/>.</summary>
    public long RowsRejected { get; init; }

    /// <summary>Gets what was repaired in the rows that were written, and dropped from among them: how often, by rule id.</summary>
    public IReadOnlyDictionary<string, long> Changes { get; init; } = new SortedDictionary<string, long>(StringComparer.Ordinal);

    /// <summary>Gets the fields that were changed in the rows that were written, each with what it was, what it is now, and why: the first 1000.</summary>
    public RcBatchCsvChange[] Changed { get; init; } = [];

    /// <summary>Gets why rows were set aside and what each would have needed, one issue a row with its place in the original file: the first 1000.</summary>
    public RcBatchCsvIssue[] Rejected { get; init; } = [];

    /// <summary>Returns the repaired file, which is what a parameter that takes a path means.</summary>
    public override string ToString() => Destination;
}

/// <summary>What was repaired in one field of a batch file.</summary>
public sealed record RcBatchCsvChange
{
    /// <summary>Gets the rules that the field broke, such as <c>RC005</c>.</summary>
    public string[] RuleId { get; init; } = [];

    /// <summary>Gets the physical line on which the row begins in the original file, from 1.</summary>
    public long Line { get; init; }

    /// <summary>Gets the record in the original file, from 1, without blank lines and header.</summary>
    public long Row { get; init; }

    /// <summary>Gets the column: <c>Number</c> or <c>Message</c>.</summary>
    public string Column { get; init; } = string.Empty;

    /// <summary>Gets the field as it was.</summary>
    public string Before { get; init; } = string.Empty;

    /// <summary>Gets the field as it was written.</summary>
    public string After { get; init; } = string.Empty;

    /// <summary>The change in one line, where it is shown inside another object.</summary>
    public override string ToString() => FormattableString.Invariant($"line {Line} {Column}: {Before} -> {After}");
}
