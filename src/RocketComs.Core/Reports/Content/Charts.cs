namespace RocketComs.Core.Reports.Content;

/// <summary>A picture of figures, without a place or a size.</summary>
internal abstract record Chart;

/// <summary>Bars, each with its name and figure.</summary>
internal sealed record BarChart(IReadOnlyList<Bar> Bars) : Chart;

/// <summary>A bar.</summary>
/// <param name="Name">What it stands for.</param>
/// <param name="Value">How long it is.</param>
/// <param name="Fill">How it is filled.</param>
internal sealed record Bar(string Name, long Value, Fill Fill = Fill.Plain);

/// <summary>How an area is filled: colours alone could not be told apart by everybody, nor in print.</summary>
internal enum Fill
{
    /// <summary>In one colour.</summary>
    Plain,

    /// <summary>Hatched, for what is wrong.</summary>
    Wrong,

    /// <summary>Dotted, for what is doubtful.</summary>
    Doubtful,
}

/// <summary>A file from its first row to its last: what stands where.</summary>
/// <param name="Cells">Each cell: the worst that stands in it.</param>
/// <param name="RowCount">The rows of the file.</param>
/// <param name="Remark">What is not in it, in a sentence; empty for nothing.</param>
internal sealed record StripChart(IReadOnlyList<RcIssueSeverity?> Cells, long RowCount, string Remark = "") : Chart;

/// <summary>The hours of a day, a line a time zone.</summary>
internal sealed record DayChart(IReadOnlyList<DayLine> Lines) : Chart;

/// <summary>The day of a time zone, in minutes.</summary>
/// <param name="Name">The zone.</param>
/// <param name="Window">When is sent: parts of the day.</param>
/// <param name="Quiet">When it is quiet: parts of the day.</param>
internal sealed record DayLine(string Name, IReadOnlyList<(int From, int Until)> Window, IReadOnlyList<(int From, int Until)> Quiet);

/// <summary>Columns in the order of time.</summary>
/// <param name="Columns">Each with its value.</param>
/// <param name="First">What is written below the first.</param>
/// <param name="Last">What is written below the last.</param>
internal sealed record ColumnChart(IReadOnlyList<long> Columns, string First, string Last) : Chart;

/// <summary>A text on the screen of a phone.</summary>
/// <param name="Segments">Its segments.</param>
/// <param name="More">How many more segments there are.</param>
internal sealed record PhoneChart(IReadOnlyList<string> Segments, int More) : Chart;
