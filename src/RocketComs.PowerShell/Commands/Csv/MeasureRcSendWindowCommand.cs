using System.Management.Automation;
using RocketComs.Core.Csv;
using RocketComs.Core.Numbers;
using RocketComs.Core.SendWindows;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Commands;

/// <summary>Tells when a sending window is on the clocks of the recipients, whom it reaches in quiet time, and which window would reach nobody then; offline.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "RcSendWindow", DefaultParameterSetName = PathSet)]
[OutputType(typeof(RcSendWindow))]
public sealed class MeasureRcSendWindowCommand : FileOrRowCommand
{
    private SendWindowOptions _options = null!;

    /// <summary>Gets or sets the text of a row. The number alone tells when it arrives.</summary>
    [Parameter(ParameterSetName = RowSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Text", "MessageText", "Content", "MessageContent", "Body")]
    [Column(ColumnKind.Text)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public override object? Message { get; set; }

    /// <summary>Gets or sets the day; without one, today by the clocks of the platform.</summary>
    [Parameter]
    [IsoDate]
    public DateTime? Date { get; set; }

    /// <summary>Gets or sets the time of day from which messages go out.</summary>
    [Parameter]
    [TimeOfDay]
    public TimeSpan? StartTime { get; set; }

    /// <summary>Gets or sets the time of day until which messages go out.</summary>
    [Parameter]
    [TimeOfDay]
    public TimeSpan? EndTime { get; set; }

    /// <summary>Gets or sets the zone in which the platform reads times; without one, that of the connection. The documents do not say which it is.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? TimeZone { get; set; }

    /// <summary>Gets or sets when quiet time begins, on the recipient's clocks.</summary>
    [Parameter]
    [TimeOfDay]
    public TimeSpan QuietFrom { get; set; } = QuietTime.Default.From;

    /// <summary>Gets or sets when quiet time ends, on the recipient's clocks.</summary>
    [Parameter]
    [TimeOfDay]
    public TimeSpan QuietUntil { get; set; } = QuietTime.Default.Until;

    /// <summary>Gets or sets the region of the numbers without a country code.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string DefaultRegion { get; set; } = NumberingPlan.DefaultRegion;

    /// <inheritdoc/>
    private protected override bool IsRow(PSObject input) => ColumnCheck.Has(input, nameof(Number), GetType());

    /// <inheritdoc/>
    private protected override string Participle => "measured";

    /// <inheritdoc/>
    private protected override string Gerund => "Measuring";

    /// <inheritdoc/>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        TimeZoneInfo? zone = (TimeZone ?? SessionTimeZone) is { } name ? ZoneClocks.Require(nameof(TimeZone), name) : null;
        _options = new SendWindowOptions
        {
            Date = (Date ?? ZoneClocks.Today(zone ?? TimeZoneInfo.Local)).Date,
            StartTime = StartTime,
            EndTime = EndTime,
            TimeZone = zone,
            Quiet = new QuietTime(QuietFrom, QuietUntil),
            DefaultRegion = DefaultRegion,
        };
        _options.Require();
        if (_options.Skipped is { } skipped)
        {
            WriteWarning(skipped);
        }
    }

    /// <inheritdoc/>
    private protected override void Take(BatchSource source, Action<long> onProgress)
    {
        IReadOnlyList<RcSendWindow> windows = SendWindowMeter.Measure(source, _options, onProgress, StopToken);
        if (windows.Count == 0)
        {
            WriteWarning(source.Path is { } path ? $"'{path}' has no rows." : "There are no rows.");
        }

        foreach (RcSendWindow window in windows)
        {
            WriteObject(window);
        }
    }
}
