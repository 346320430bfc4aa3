using System.Management.Automation;
using RocketComs.Core.Errors;
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
    private MeasureOptions _options = new();
    private ScriptBlock? _block;
    private bool _isTyped;

    /// <summary>Gets or sets the texts.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Text", "MessageText", "Content", "MessageContent", "Body")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [MessageText]
    public object?[]? Message { get; set; }

    /// <summary>Gets or sets the piped object, for a script block that chooses its text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

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

    /// <summary>Gets or sets whether typographic characters are replaced by those of the GSM alphabet.</summary>
    [Parameter]
    [OnOrOff]
    public SwitchParameter Transliterate { get; set; }

    /// <summary>Gets or sets the reference in the headers of a long message.</summary>
    [Parameter]
    [OneWord(typeof(RcSmsConcatenation))]
    public RcSmsConcatenation Concatenation { get; set; }

    /// <summary>Gets or sets whether a backslash and <c>n</c> are two characters, not a line break.</summary>
    [Parameter]
    [OnOrOff]
    public SwitchParameter Literal { get; set; }

    /// <inheritdoc/>
    private protected override object? CurrentInput => InputObject;

    /// <summary>Notes what was typed.</summary>
    protected override Task BeginProcessingAsync()
    {
        _isTyped = MyInvocation.BoundParameters.ContainsKey(nameof(Message));
        _block = _isTyped && Message is [{ } only] ? Cell.Unwrap(only) as ScriptBlock : null;
        _options = new MeasureOptions
        {
            ShortLink = ShortLink,
            ShortLinkLength = LengthOfShortLink(ShortLink, ShortLinkLength),
            PricePerSegment = PricePerSegment ?? SessionPrice,
            Transliterate = Transliterate,
            Concatenation = Concatenation,
            Literal = Literal,
        };
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync()
    {
        if (_isTyped && _block is null && InputObject is not null)
        {
            throw new InvalidParameterException(
                nameof(Message), InputObject, "Texts came through the pipeline, and -Message was given as well.", "Give them in one way only.");
        }

        foreach (string message in Message is [{ } only] && _block is null && Cell.Unwrap(only) is string text ? [text] : Texts())
        {
            StopToken.ThrowIfCancellationRequested();
            RcSmsMeasurement measured = SmsMeasurer.Measure(message, _options);
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

    private string[] Texts()
    {
        try
        {
            IEnumerable<object?> texts = _block is null ? Message ?? [] : ChoosingBlock.All(nameof(Message), _block, InputObject, this).Select(MessageTextAttribute.TextOf);
            return [.. texts.Select(Text)];
        }
        catch (ArgumentTransformationMetadataException exception)
        {
            Report(new InvalidParameterException(nameof(Message), InputObject, exception.Message, "Let the script block give a text."), InputObject);
        }
        catch (InvalidParameterException exception)
        {
            Report(exception, InputObject);
        }

        return [];
    }

    private static string Text(object? text) => Cell.Unwrap(text) is ScriptBlock block
        ? throw new InvalidParameterException(nameof(Message), block, "A script block is no text.", "Give one script block as -Message to choose the text of each piped object.")
        : LanguagePrimitives.ConvertTo<string>(text) ?? string.Empty;
}
