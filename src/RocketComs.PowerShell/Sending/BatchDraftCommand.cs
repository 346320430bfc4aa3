using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Segments;
using RocketComs.Core.Sending;
using RocketComs.PowerShell.Common;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Sending;

/// <summary>The parameters of New-RcBatch and Update-RcBatch, and the drafts that they describe.</summary>
public abstract class BatchDraftCommand : ConnectedCmdlet
{
    private protected const string CsvFileSet = "CsvFile";
    private protected const string CsvRowSet = "CsvRow";
    private protected const string MessageTemplateSet = "MessageTemplate";
    private protected const string ManualMessageSet = "ManualMessage";

    private readonly HashSet<string> _typed = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets or sets the batch file.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = CsvFileSet, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath", "File")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CsvFileCompleter))]
    public string? Path { get; set; }

    /// <summary>Gets or sets the number of a row.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CsvRowSet, ValueFromPipelineByPropertyName = true)]
    [Alias("MobileNumber", "Mobile", "Phone", "PhoneNumber", "Recipient", "RecipientNumber", "To")]
    [AllowNull]
    [AllowEmptyString]
    public string? Number { get; set; }

    /// <summary>Gets or sets the text of a row, or the one text for all lists.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CsvRowSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ManualMessageSet)]
    [Alias("Text", "MessageText", "Content", "MessageContent", "Body")]
    [AllowNull]
    [AllowEmptyString]
    public string? Message { get; set; }

    /// <summary>Gets or sets the message template: an id or a template.</summary>
    [Parameter(Mandatory = true, ParameterSetName = MessageTemplateSet)]
    [ArgumentCompleter(typeof(MessageTemplateCompleter))]
    public MessageTemplateReference? MessageTemplateId { get; set; }

    /// <summary>Gets or sets the recipient lists: ids or lists. Every recipient on them gets the message.</summary>
    [Parameter(Mandatory = true, ParameterSetName = MessageTemplateSet)]
    [Parameter(Mandatory = true, ParameterSetName = ManualMessageSet)]
    [Alias("NamedRecipientsListIds")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RecipientListCompleter))]
    public RecipientListReference[]? RecipientListId { get; set; }

    /// <summary>Gets or sets the caller's own reference.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EmptyAsNull]
    public string? ExternalId { get; set; }

    /// <summary>Gets or sets the description.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EmptyAsNull]
    public string? Description { get; set; }

    /// <summary>Gets or sets the first day.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [IsoDate]
    public DateTime? StartDate { get; set; }

    /// <summary>Gets or sets the last day.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [IsoDate]
    public DateTime? EndDate { get; set; }

    /// <summary>Gets or sets the time of day from which messages go out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EmptyAsNull]
    public TimeSpan? StartTime { get; set; }

    /// <summary>Gets or sets the time of day until which messages go out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EmptyAsNull]
    public TimeSpan? EndTime { get; set; }

    /// <summary>Gets or sets whether URLs are sent as short links.</summary>
    [Parameter]
    public SwitchParameter ShortLink { get; set; }

    /// <summary>Gets or sets the length that a short link counts with.</summary>
    [Parameter]
    [ValidateRange(1, 160)]
    public int ShortLinkLength { get; set; } = MeasureOptions.DefaultShortLinkLength;

    /// <summary>Gets or sets the price of a segment, for the cost in the question and in -WhatIf.</summary>
    [Parameter]
    [ValidateRange(0d, 1_000_000d)]
    [PriceText]
    public decimal? PricePerSegment { get; set; }

    /// <summary>Gets or sets what the platform shall do.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EmptyAsNull]
    public RcBatchAction? Action { get; set; }

    /// <summary>
    /// Gets or sets whether the numbers are compared with the campaign's opt-outs, which the platform is asked for: a number that is among them is
    /// an error (RC012), and nothing is sent. For files and rows; who is on a recipient list RocketCOMS documents no call for.
    /// </summary>
    [Parameter]
    public SwitchParameter CheckOptOut { get; set; }

    /// <summary>Gets or sets whether the file goes out unchecked.</summary>
    [Parameter]
    public SwitchParameter SkipValidation { get; set; }

    /// <summary>Gets or sets whether to schedule without asking.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gets or sets the piped object. Every object lands here first, also one whose other values cannot be bound.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject
    {
        get => Intake.Current;
        set => Intake.Bind(value);
    }

    /// <inheritdoc/>
    private protected override object? CurrentInput => Intake.Current;

    /// <summary>Gets the count of what was piped and what was read.</summary>
    private protected RowIntake Intake { get; } = new();

    /// <summary>Gets the parameter that names the batch or its campaign.</summary>
    private protected abstract string TargetParameter { get; }

    /// <summary>The batch to update, or the campaign to create one for, as bound for this input.</summary>
    private protected abstract BatchTarget Target();

    /// <summary>Notes what the user wrote, as apart from what the pipeline brings, and refuses what is wrong for every input alike.</summary>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        foreach (string name in MyInvocation.BoundParameters.Keys)
        {
            _typed.Add(name);
        }

        RefuseTyped();
    }

    /// <summary>Whether the user wrote a parameter.</summary>
    private protected bool IsTyped(string name) => _typed.Contains(name);

    /// <summary>The draft for the current input.</summary>
    /// <param name="operation">The kind of batch.</param>
    /// <param name="onlyTyped">Whether only what the user wrote counts.</param>
    private protected BatchDraft Draft(BatchOperation operation, bool onlyTyped = false)
    {
        // What a piped batch has is not what the user asked to change, and a row's other columns are nobody's description.
        onlyTyped |= IsPipedBatch();
        T? Take<T>(string name, T? value) => onlyTyped && !IsTyped(name) ? default : value;
        return new BatchDraft
        {
            Operation = operation,
            Action = Take(nameof(Action), Action) ?? RcBatchAction.Schedule,
            ExternalId = Take(nameof(ExternalId), ExternalId),
            Description = Take(nameof(Description), Description),
            StartDate = Take(nameof(StartDate), StartDate),
            EndDate = Take(nameof(EndDate), EndDate),
            StartTime = Take(nameof(StartTime), StartTime),
            EndTime = Take(nameof(EndTime), EndTime),
            ShortLink = IsTyped(nameof(ShortLink)) ? (bool)ShortLink : null,
            RecipientListIds = RecipientListId is null ? [] : [.. RecipientListId.Select(list => list.Value).Distinct(StringComparer.OrdinalIgnoreCase)],
        };
    }

    // Also one that came back from a job, a file or Select-Object: Deserialized.RocketComs.RcBatch, Selected.RocketComs.RcBatch.
    private bool IsPipedBatch() =>
        Intake.Current?.TypeNames.Any(name => name.EndsWith("RocketComs.RcBatch", StringComparison.Ordinal)) == true;

    private void RefuseTyped()
    {
        if (CheckOptOut && SkipValidation)
        {
            throw new InvalidParameterException(nameof(CheckOptOut), true, "-CheckOptOut is a part of the check that -SkipValidation leaves out.", "Give one of them.");
        }

        if (CheckOptOut && IsTyped(nameof(RecipientListId)))
        {
            throw new InvalidParameterException(
                nameof(CheckOptOut),
                true,
                "-CheckOptOut compares files and rows; RocketCOMS documents no call that tells who is on a recipient list, so the numbers on it cannot be compared.",
                "Leave it out, or send to a file or rows instead of lists.");
        }

        bool isText = IsTyped(nameof(Message)) && IsTyped(nameof(RecipientListId));
        DraftRules.Check(
            Draft(isText ? BatchOperation.ManualMessage : BatchOperation.CsvFile, onlyTyped: true) with
            {
                MessageTemplateId = MessageTemplateId?.Value,
                Message = isText ? Message : null,
            },
            TimeProvider.System);
        foreach ((string name, string? value) in ((string, string?)[])[(nameof(ExternalId), ExternalId), (nameof(Description), Description)])
        {
            if (IsTyped(name) && value is null)
            {
                WriteWarning($"-{name} is empty and is not sent; RocketCOMS documents no way to clear it.");
            }
        }

        if (IsTyped(TargetParameter))
        {
            InvalidParameterException.ThrowIfNotUuid(TargetParameter, Target().Id);
        }
    }
}
