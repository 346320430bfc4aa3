namespace RocketComs.Core.Reports.Content;

/// <summary>A report as all formats write it: no text in it needs masking any more.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Facts">What everybody asks first, each with its name.</param>
/// <param name="Sections">Its sections.</param>
/// <param name="Findings">What is wrong, by subject and rule; not every format asks.</param>
internal sealed record ReportDocument(
    string Title, IReadOnlyList<(string Name, string Value)> Facts, IReadOnlyList<ReportSection> Sections, Lazy<IReadOnlyList<Finding>> Findings);

/// <summary>A section of a report.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Texts">What is to be said, in sentences.</param>
/// <param name="Figures">Its figures.</param>
internal sealed record ReportSection(string Title, IReadOnlyList<string> Texts, IReadOnlyList<Figure> Figures);

/// <summary>A table with a picture of it.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Description">What there is to see, for those who cannot.</param>
/// <param name="Chart">The picture; <see langword="null"/> for none.</param>
/// <param name="Table">The table.</param>
internal sealed record Figure(string Title, string Description, Chart? Chart, ReportTable Table);

/// <summary>A table.</summary>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, a cell a column.</param>
/// <param name="More">What was left out, such as "and 12 more files"; <see langword="null"/> for nothing.</param>
internal sealed record ReportTable(IReadOnlyList<TableColumn> Columns, IReadOnlyList<string[]> Rows, string? More = null)
{
    /// <summary>A table of the first items.</summary>
    /// <param name="columns">Its columns.</param>
    /// <param name="items">What there is.</param>
    /// <param name="most">The rows that it has at most.</param>
    /// <param name="noun">What one item is called.</param>
    /// <param name="row">Makes the row of an item.</param>
    public static ReportTable Of<T>(IReadOnlyList<TableColumn> columns, IReadOnlyList<T> items, int most, string noun, Func<T, string[]> row) =>
        new(columns, [.. items.Take(most).Select(row)], items.Count > most ? ReportText.AndMore(items.Count - most, noun) : null);
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Kind">What stands in it.</param>
internal sealed record TableColumn(string Name, CellKind Kind = CellKind.Text);

/// <summary>What stands in the cells of a column.</summary>
internal enum CellKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A figure.</summary>
    Figure,

    /// <summary>What stands so in a file or comes from the platform.</summary>
    Verbatim,
}

/// <summary>Something wrong in a file or batch, found so often by one rule.</summary>
internal sealed record Finding
{
    /// <summary>Gets the file or batch.</summary>
    public required string Subject { get; init; }

    /// <summary>Gets the path of the file, as it is called on the machine; <see langword="null"/> where there is none.</summary>
    public string? Place { get; init; }

    /// <summary>Gets what tells the file or batch from others: two files may look the same where their names are masked.</summary>
    public string Key => Place ?? Subject;

    public required string RuleId { get; init; }

    public required string Title { get; init; }

    public required RcIssueSeverity Severity { get; init; }

    public required long Count { get; init; }

    /// <summary>Gets the line of the first, from 1; 0 where there is none.</summary>
    public long Line { get; init; }

    /// <summary>Gets what is wrong with the first, and what to do about it.</summary>
    public required string Message { get; init; }
}
