namespace RocketComs.Benchmarks.Comparison;

/// <summary>What a run has found.</summary>
internal sealed class Report
{
    private readonly List<Figure> _figures = [];
    private readonly List<WorkTime> _times = [];
    private readonly List<string> _notes = [];
    private readonly List<string> _faults = [];

    /// <summary>Gets the figures that have a target.</summary>
    public IReadOnlyList<Figure> Figures => _figures;

    /// <summary>Gets the times behind them.</summary>
    public IReadOnlyList<WorkTime> Times => _times;

    /// <summary>Gets what is to be known about them.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Gets what did not do its work.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Adds a figure.</summary>
    public void Add(Figure figure) => _figures.Add(figure);

    /// <summary>Adds a time.</summary>
    public void Add(WorkTime time) => _times.Add(time);

    /// <summary>Adds a note.</summary>
    public void Add(string note) => _notes.Add(note);

    /// <summary>Adds a fault: something did not do its work, so it has no figure.</summary>
    public void AddFault(string fault) => _faults.Add(fault);
}
