namespace RocketComs;

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

    /// <summary>Gets how to mend it.</summary>
    public string Suggestion { get; init; } = string.Empty;

    /// <summary>The issue in one line, where it is shown inside another object: <c>line 2, RC005 Number: The number holds letters.</c></summary>
    public override string ToString() => FormattableString.Invariant($"line {Line}, {RuleId}{(Column.Length > 0 ? " " + Column : string.Empty)}: {Message}");
}
