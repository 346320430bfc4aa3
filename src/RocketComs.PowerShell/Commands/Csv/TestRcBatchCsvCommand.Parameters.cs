using System.Management.Automation;
using RocketComs.Core.Segments;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Commands;

/// <content>Its parameters.</content>
public sealed partial class TestRcBatchCsvCommand
{
    /// <summary>Gets or sets whether a Boolean is emitted instead of a report.</summary>
    [Parameter]
    [OnOrOff]
    public SwitchParameter Quiet { get; set; }

    /// <summary>Gets or sets whether the issues are emitted, all of them, instead of a report.</summary>
    [Parameter]
    [OnOrOff]
    public SwitchParameter AsIssue { get; set; }

    /// <summary>Gets or sets whether every URL counts as a short link.</summary>
    [Parameter]
    [OnOrOff]
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

    /// <summary>
    /// Gets or sets the campaign whose registration the texts are held against: a campaign, or an id or another object of one, for which the platform
    /// is asked.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public CampaignReference? Campaign { get; set; }

    /// <summary>Gets or sets the connection for looking up -Campaign; without one, that of Connect-RcAccount in this session, then the environment variables.</summary>
    [Parameter]
    [ValidateNotNull]
    public RcConnection? Connection { get; set; }

    /// <summary>Gets or sets the file for the rows with errors, as they stood.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CsvFileCompleter))]
    public string? RejectedPath { get; set; }

    /// <summary>Gets or sets whether a file at <see cref="RejectedPath"/> is replaced.</summary>
    [Parameter]
    [OnOrOff]
    public SwitchParameter Force { get; set; }
}
