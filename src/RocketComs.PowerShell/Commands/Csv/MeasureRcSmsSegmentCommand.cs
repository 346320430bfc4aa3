using System.Management.Automation;
using RocketComs.Core.Rules;
using RocketComs.Core.Segments;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;

namespace RocketComs.PowerShell.Commands;

/// <summary>Measures what texts need on the air: alphabet, segments, cost.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "RcSmsSegment")]
[OutputType(typeof(RcSmsMeasurement))]
public sealed class MeasureRcSmsSegmentCommand : RcCmdlet
{
    /// <summary>Gets or sets the texts.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Text", "MessageText", "Content", "MessageContent", "Body")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [MessageText]
    public string?[]? Message { get; set; }

    /// <summary>Gets or sets whether every URL counts as a short link.</summary>
    [Parameter]
    public SwitchParameter ShortLink { get; set; }

    /// <summary>Gets or sets the length of a short link. The platform does not publish it: the default is an assumption.</summary>
    [Parameter]
    [ValidateRange(1, 160)]
    public int ShortLinkLength { get; set; } = MeasureOptions.DefaultShortLinkLength;

    /// <summary>Gets or sets the price of a segment, in any currency.</summary>
    [Parameter]
    [ValidateRange(0d, 1_000_000d)]
    [PriceText]
    public decimal? PricePerSegment { get; set; }

    /// <summary>Gets or sets whether typographic characters are replaced by those of the GSM alphabet.</summary>
    [Parameter]
    public SwitchParameter Transliterate { get; set; }

    /// <summary>Gets or sets the reference in the headers of a long message.</summary>
    [Parameter]
    [OneWord(typeof(RcSmsConcatenation))]
    public RcSmsConcatenation Concatenation { get; set; }

    /// <summary>Gets or sets whether a backslash and <c>n</c> are two characters, not a line break.</summary>
    [Parameter]
    public SwitchParameter Literal { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync()
    {
        MeasureOptions options = new()
        {
            ShortLink = ShortLink,
            ShortLinkLength = ShortLinkLength,
            PricePerSegment = PricePerSegment ?? SessionPrice,
            Transliterate = Transliterate,
            Concatenation = Concatenation,
            Literal = Literal,
        };
        foreach (string? message in Message ?? [])
        {
            StopToken.ThrowIfCancellationRequested();
            RcSmsMeasurement measured = SmsMeasurer.Measure(message ?? string.Empty, options);
            if (measured.SegmentCount > SegmentCounter.MostSegments)
            {
                WriteWarning($"The text needs {measured.SegmentCount} segments; no phone network takes a message of more than {SegmentCounter.MostSegments}. Shorten it, or send it as several.");
            }

            foreach (string warning in TextCheck.Damage(measured.Message))
            {
                WriteWarning(warning);
            }

            WriteObject(measured);
        }

        return Task.CompletedTask;
    }
}
