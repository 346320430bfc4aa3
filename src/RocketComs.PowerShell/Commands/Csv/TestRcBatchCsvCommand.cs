using System.Management.Automation;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Numbers;
using RocketComs.Core.Rules;
using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Segments;
using RocketComs.Core.Sending;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Commands;

/// <summary>Checks batch files, or piped rows, against every rule, offline.</summary>
[Cmdlet(VerbsDiagnostic.Test, "RcBatchCsv", DefaultParameterSetName = PathSet)]
[OutputType(typeof(RcBatchCsvReport), typeof(bool), typeof(RcBatchCsvIssue))]
public sealed class TestRcBatchCsvCommand : RowInputCommand
{
    private const string PathSet = "Path";

    private readonly RowsSource _rows = new();
    private ReplacingFile? _rejected;
    private IReadOnlyCollection<RuleInfo> _excluded = [];
    private bool _hasRows;

    /// <summary>Gets or sets the files; wildcards are resolved.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath", "File")]
    [Column(ColumnKind.File)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(CsvFileCompleter))]
    public object?[]? Path { get; set; }

    /// <summary>Gets or sets whether a Boolean is emitted instead of a report.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>Gets or sets whether the issues are emitted, all of them, instead of a report.</summary>
    [Parameter]
    public SwitchParameter AsIssue { get; set; }

    /// <summary>Gets or sets whether every URL counts as a short link.</summary>
    [Parameter]
    public SwitchParameter ShortLink { get; set; }

    /// <summary>Gets or sets the length of a short link. The platform does not publish it: the default is an assumption.</summary>
    [Parameter]
    [ValidateRange(1, 160)]
    [WholeNumber]
    public int ShortLinkLength { get; set; } = MeasureOptions.DefaultShortLinkLength;

    /// <summary>Gets or sets the price of a segment, in any currency.</summary>
    [Parameter]
    [ValidateRange(0d, 1_000_000d)]
    [PlainNumber]
    public decimal? PricePerSegment { get; set; }

    /// <summary>Gets or sets how many issues a report keeps; all are counted.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [WholeNumber]
    public int MaxIssue { get; set; } = 1000;

    /// <summary>Gets or sets numbers that must not be sent to, in any spelling; of a campaign without any, <c>(Get-RcOptOut $id).Number</c> is <see langword="null"/>.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyCollection]
    public string[]? OptOutNumber { get; set; } = [];

    /// <summary>Gets or sets the region whose numbering plan the numbers without a country code follow: it decides which are handed out, and which are duplicates.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string DefaultRegion { get; set; } = "US";

    /// <summary>Gets or sets the segments that a text may need without a warning.</summary>
    [Parameter]
    [ValidateRange(1, 255)]
    [WholeNumber]
    public int MaxSegment { get; set; } = 1;

    /// <summary>Gets or sets the rules to leave out: ids of warnings; wildcards are taken. None may be given, so that a list can be empty.</summary>
    [Parameter]
    [AllowEmptyCollection]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RuleCompleter))]
    public string[] ExcludeRule { get; set; } = [];

    /// <summary>Gets or sets the file for the rows with errors, as they stood.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CsvFileCompleter))]
    public string? RejectedPath { get; set; }

    /// <summary>Gets or sets whether a file at <see cref="RejectedPath"/> is replaced.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        NumberingPlan.RequireRegion(DefaultRegion);
        _excluded = RuleSelection.Excluded(nameof(ExcludeRule), ExcludeRule, (pattern, id) => WildcardPattern.Get(pattern ?? string.Empty, WildcardOptions.IgnoreCase).IsMatch(id));
        if (RejectedPath is not null)
        {
            _rejected = new ReplacingFile(FullPath(RejectedPath));
            OutputPath.Require(nameof(RejectedPath), _rejected.Path, Force, RejectedPath);
        }

        OptOutNumber = [.. (OptOutNumber ?? []).Select(number => number ?? string.Empty)];
        OptOutEntries.Require(OptOutNumber, DefaultRegion);
    }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync()
    {
        // PowerShell would take the text of any object for a path, also that of a row.
        if (ParameterSetName == RowSet || (Piped.Current is { } input && !IsFile(input) && ColumnCheck.HasRow(input, GetType())))
        {
            _hasRows = true;
            (string? number, string? message) = ReadRow();
            _rows.Add(number, message);
        }
        else if (IsFile(Piped.Current))
        {
            Piped.Read();
            foreach (string path in Input.Paths(Piped.Current, ParameterSetName))
            {
                CheckPath(path);
            }
        }
        else
        {
            Report(
                new InvalidParameterException(
                    "InputObject", Piped.Current, $"'{Piped.Current}' is neither a file nor a row.", "Pipe files, paths, or objects with a number and a text."),
                Piped.Current);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override Task EndProcessingAsync()
    {
        Piped.RequireAny(this, "row or file", "Nothing was checked.");

        // The last object of a mixed pipeline may have been a file.
        if (_hasRows || ParameterSetName == RowSet)
        {
            Piped.RequireAllRows(this, "The rows were not checked.");
            Check(_rows);
        }

        _rejected?.Commit(Force);
        if (_rejected is { HasBegun: false } && File.Exists(_rejected.Path))
        {
            WriteWarning($"No row was set aside; '{_rejected.Path}' is from before, and was left as it is.");
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _rows.Dispose();
        _rejected?.Dispose();
        base.Dispose(disposing);
    }

    // A text is a path; a line that Select-String found names the file that it is from, which is not what was piped.
    private bool IsFile(PSObject? input) =>
        Input.IsGiven(nameof(Path)) || input is null or { BaseObject: string } || (!ColumnCheck.IsLine(input) && ((string[])["Path", "FullName", "PSPath", "File"]).Any(name => input.Properties[name] is not null));

    private void CheckPath(string path)
    {
        try
        {
            foreach (string file in PathResolver.Resolve(this, path, FullPath(path)))
            {
                if (_rejected is not null)
                {
                    OutputPath.RequireOther(nameof(RejectedPath), _rejected.Path, file, RejectedPath);
                }

                Check(new FileSource(file));
            }
        }
        catch (RocketComsException exception) when (exception is not InvalidParameterException)
        {
            Report(exception, path);
            if (Quiet)
            {
                // What cannot be read is not valid: an "if" around the command must not take silence for a yes.
                WriteObject(false);
            }
        }
    }

    private void Check(BatchSource source)
    {
        _rejected?.TakeFrom(source.Path);
        ByteProgress progress = new($"Checking {source.Path ?? "rows"}", "checked", ShowProgress, TimeProvider.System);
        long? total = (source as FileSource)?.Length;
        RcBatchCsvReport report;
        try
        {
            report = BatchCsvChecker.Check(source, Options() with { OnProgress = read => progress.Report(read, total) }, StopToken);
        }
        finally
        {
            progress.Complete();
        }

        if (Quiet)
        {
            WriteObject(report.IsValid);
        }
        else if (!AsIssue)
        {
            WriteObject(report);
        }
    }

    private CheckOptions Options() => new()
    {
        Measure = new MeasureOptions { ShortLink = ShortLink, ShortLinkLength = LengthOfShortLink(ShortLink, ShortLinkLength), PricePerSegment = PricePerSegment ?? SessionPrice },
        MaxIssue = AsIssue ? 0 : MaxIssue,
        MaxSegment = MaxSegment,
        OptOutNumbers = OptOutNumber ?? [],
        DefaultRegion = DefaultRegion,
        ExcludedRules = _excluded,
        Rejected = _rejected is null ? null : () => _rejected.Stream,
        OnIssue = AsIssue && !Quiet ? WriteObject : null,
    };
}
