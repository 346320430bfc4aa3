using System.Management.Automation;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Numbers;
using RocketComs.Core.Segments;
using RocketComs.Core.Sending;
using RocketComs.Core.SendWindows;
using RocketComs.Core.Splitting;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;
using RocketComs.PowerShell.Completion;
using RocketComs.PowerShell.Errors;

namespace RocketComs.PowerShell.Commands;

/// <summary>Splits a batch file into parts that are batch files of their own, with a plan to send them by: every row in one part, byte for byte.</summary>
[Cmdlet(VerbsCommon.Split, "RcBatchCsv", SupportsShouldProcess = true)]
[OutputType(typeof(RcBatchCsvPart))]
public sealed class SplitRcBatchCsvCommand : FileInputCommand
{
    private static readonly string[] s_ways = [nameof(ByTimeZone), nameof(MaxRow), nameof(MaxSegmentCount), nameof(Percent)];

    private static readonly string[] s_hours = [nameof(TimeZone), nameof(StartTime), nameof(EndTime), nameof(Date)];

    private readonly List<string> _given = [];
    private BatchSplitOptions _options = null!;

    /// <summary>Gets or sets the folder for the parts and their plan.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = string.Empty;

    /// <summary>Gets or sets whether the numbers of each time zone make a part.</summary>
    [Parameter]
    [OnOrOff]
    public SwitchParameter ByTimeZone { get; set; }

    /// <summary>Gets or sets the rows that a part may have.</summary>
    [Parameter]
    [ValidateRange(1L, long.MaxValue)]
    [WholeNumber]
    public long MaxRow { get; set; }

    /// <summary>Gets or sets the segments that the texts of a part may need.</summary>
    [Parameter]
    [ValidateRange(1L, long.MaxValue)]
    [WholeNumber]
    public long MaxSegmentCount { get; set; }

    /// <summary>Gets or sets the shares of the numbers that the parts get; their sum is 100.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PlainNumber(TakesList = true)]
    public decimal[] Percent { get; set; } = [];

    /// <summary>Gets or sets the time of day, on the recipients' clocks, from which messages may arrive.</summary>
    [Parameter]
    [TimeOfDay]
    public TimeSpan StartTime { get; set; } = QuietTime.Default.Until;

    /// <summary>Gets or sets the time of day, on the recipients' clocks, until which messages may arrive.</summary>
    [Parameter]
    [TimeOfDay]
    public TimeSpan EndTime { get; set; } = QuietTime.Default.From;

    /// <summary>Gets or sets the zone in which the platform reads times; without one, that of the connection. The documents do not say which it is.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? TimeZone { get; set; }

    /// <summary>Gets or sets the day on which messages are to arrive; without one, today by the clocks of the platform. In summer clocks stand otherwise.</summary>
    [Parameter]
    [IsoDate]
    public DateTime? Date { get; set; }

    /// <summary>Gets or sets whether every URL counts as a short link.</summary>
    [Parameter]
    [OnOrOff]
    public SwitchParameter ShortLink { get; set; }

    /// <summary>Gets or sets the length of a short link. The platform does not publish it: the default is an assumption.</summary>
    [Parameter]
    [ValidateRange(1, 160)]
    [WholeNumber]
    public int ShortLinkLength { get; set; } = MeasureOptions.DefaultShortLinkLength;

    /// <summary>Gets or sets the region whose numbering plan the numbers without a country code follow: it decides which spellings are one number.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string DefaultRegion { get; set; } = "US";

    /// <summary>Gets or sets whether files that are there already are replaced.</summary>
    [Parameter]
    [OnOrOff]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        NumberingPlan.RequireRegion(DefaultRegion);
        string? zone = TimeZone ?? SessionTimeZone;
        RequireOneWay();
        RefuseIdleHours(zone);
        _options = new BatchSplitOptions
        {
            Destination = FullPath(Destination),
            MaxRow = Given(nameof(MaxRow)) ? MaxRow : null,
            MaxSegmentCount = Given(nameof(MaxSegmentCount)) ? MaxSegmentCount : null,
            Percent = Percent,
            ByTimeZone = ByTimeZone,
            Hours = ByTimeZone && zone is not null ? Hours(ZoneClocks.Require(nameof(TimeZone), zone)) : null,
            Measure = new MeasureOptions { ShortLink = ShortLink, ShortLinkLength = LengthOfShortLink(ShortLink, ShortLinkLength) },
            DefaultRegion = DefaultRegion,
            Overwrite = Force,
        };
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync()
    {
        await base.EndProcessingAsync();
        RefuseSeveral(_given);
        foreach (string path in _given)
        {
            SplitGiven(path);
        }
    }

    /// <summary>Notes a file. Whether it is the only one is known when all have come.</summary>
    private protected override void Take(string path) => _given.Add(path);

    private LocalHours Hours(TimeZoneInfo zone) => new((Date ?? ZoneClocks.Today(zone)).Date, StartTime, EndTime, zone);

    private bool Given(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    private void RequireOneWay()
    {
        string[] given = [.. s_ways.Where(way => Given(way) && (way != nameof(ByTimeZone) || ByTimeZone))];
        if (given.Length != 1)
        {
            string all = string.Join(", ", s_ways.Select(way => "-" + way));
            throw new InvalidParameterException(
                given.FirstOrDefault() ?? s_ways[0],
                null,
                given.Length == 0 ? "It was not said how the file is to be split. Nothing was written." : $"{string.Join(" and ", given.Select(way => "-" + way))} were given, and a file is split in one way. Nothing was written.",
                $"Give one of {all}; a part can be split again in another way.");
        }

        if (Given(nameof(Percent)))
        {
            BatchSplitOptions.RequireShares(Percent);
        }
    }

    private void RefuseIdleHours(string? zone)
    {
        if (s_hours.FirstOrDefault(Given) is { } hours && (!ByTimeZone || zone is null))
        {
            throw new InvalidParameterException(
                hours,
                MyInvocation.BoundParameters[hours],
                $"-{hours} says when messages are to arrive in each time zone, and {(ByTimeZone ? "it is not known by which clock RocketCOMS reads the times of a batch: its documents do not say" : "the file is not split by time zone")}. Nothing was written.",
                ByTimeZone ? "Give -TimeZone too, such as America/New_York: the support of RocketCOMS can tell, or a small batch to yourself." : $"Leave -{hours} out, or split with -ByTimeZone.");
        }
    }

    // Their parts would be told apart, but a folder has one plan.
    private void RefuseSeveral(IReadOnlyList<string> files)
    {
        if (files.Count > 1)
        {
            throw new InvalidParameterException(
                nameof(Path),
                string.Join(", ", files),
                $"{files.Count} files were given for the one plan in '{_options.Destination}'. Nothing was written.",
                "Split them one by one, each into a folder of its own.");
        }
    }

    private void SplitGiven(string path)
    {
        string? input = null;
        try
        {
            IReadOnlyList<string> files = PathResolver.Resolve(this, path, FullPath(path));
            RefuseSeveral(files);
            input = files[0];
            Split(new FileSource(input));
        }
        catch (InvalidParameterException exception) when (exception.ParameterName == nameof(Destination))
        {
            ThrowTerminatingError(ErrorRecords.Create(exception, Destination));
        }
        catch (RocketComsException exception) when (exception is not InvalidParameterException && !(exception is BatchFileException file && input is not null && file.Path != input))
        {
            Report(exception, path);
        }
    }

    private void Split(FileSource source)
    {
        string what = $"Split '{source.Path}' into parts in '{_options.Destination}', with their plan '{BatchSplitOptions.PlanFileName}'";
        if (!ShouldProcess(what, what + "?", "Split batch file", out ShouldProcessReason reason) && reason != ShouldProcessReason.WhatIf)
        {
            return;
        }

        ByteProgress progress = new($"Splitting {source.Path}", "done", ShowProgress, TimeProvider.System);
        SplitResult split;
        try
        {
            split = BatchCsvSplitter.Split(
                source, _options with { IsDryRun = reason == ShouldProcessReason.WhatIf, OnProgress = read => progress.Report(read, source.Length) }, StopToken);
        }
        finally
        {
            progress.Complete();
        }

        foreach (RcBatchCsvPart part in split.Parts)
        {
            WriteObject(part);
        }

        foreach (string warning in split.Warnings)
        {
            WriteWarning(warning);
        }
    }
}
