using System.Management.Automation;
using RocketComs.Core.Csv;
using RocketComs.Core.Numbers;
using RocketComs.Core.Rules;
using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Segments;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Commands;

/// <summary>Checks batch files, or piped rows, against every rule, offline.</summary>
[Cmdlet(VerbsDiagnostic.Test, "RcBatchCsv", DefaultParameterSetName = PathSet)]
[OutputType(typeof(RcBatchCsvReport), typeof(bool), typeof(RcBatchCsvIssue))]
public sealed class TestRcBatchCsvCommand : FileOrRowCommand
{
    private ReplacingFile? _rejected;
    private IReadOnlyCollection<RuleInfo> _excluded = [];

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
    protected override async Task EndProcessingAsync()
    {
        await base.EndProcessingAsync();
        _rejected?.Commit(Force);
        if (_rejected is { HasBegun: false } && File.Exists(_rejected.Path))
        {
            WriteWarning($"No row was set aside; '{_rejected.Path}' is from before, and was left as it is.");
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _rejected?.Dispose();
        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    private protected override string Participle => "checked";

    /// <inheritdoc/>
    private protected override string Gerund => "Checking";

    /// <inheritdoc/>
    private protected override void CheckPath(string file)
    {
        if (_rejected is not null)
        {
            OutputPath.RequireOther(nameof(RejectedPath), _rejected.Path, file, RejectedPath);
        }
    }

    /// <inheritdoc/>
    private protected override void NoteUnread()
    {
        if (Quiet)
        {
            // What cannot be read is not valid: an "if" around the command must not take silence for a yes.
            WriteObject(false);
        }
    }

    /// <inheritdoc/>
    private protected override void Take(BatchSource source, Action<long> onProgress)
    {
        _rejected?.TakeFrom(source.Path);
        RcBatchCsvReport report = BatchCsvChecker.Check(source, Options() with { OnProgress = onProgress }, StopToken);
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
