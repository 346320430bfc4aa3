using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using RocketComs.Core.Batches;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Segments;
using RocketComs.PowerShell.Common;

namespace RocketComs.PowerShell.Sending;

/// <summary>Base of New-RcBatch and Update-RcBatch: their parameters, and how pipeline input becomes drafts.</summary>
public abstract class BatchCommand : ConnectedCmdlet
{
    private protected const string CsvFileSet = "CsvFile";
    private protected const string CsvRowSet = "CsvRow";
    private protected const string MessageTemplateSet = "MessageTemplate";
    private protected const string ManualMessageSet = "ManualMessage";

    private readonly HashSet<string> _typed = new(StringComparer.OrdinalIgnoreCase);
    private readonly PendingUploads _pending = new();
    private BatchSender _sender = null!;
    private readonly RowIntake _intake = new();
    private readonly HashSet<string> _warnings = [];

    /// <summary>Gets or sets the batch file.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = CsvFileSet, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath", "File")]
    [ValidateNotNullOrEmpty]
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

    /// <summary>Gets or sets the message template.</summary>
    [Parameter(Mandatory = true, ParameterSetName = MessageTemplateSet)]
    public IdReference? MessageTemplateId { get; set; }

    /// <summary>Gets or sets the recipient lists.</summary>
    [Parameter(Mandatory = true, ParameterSetName = MessageTemplateSet)]
    [Parameter(Mandatory = true, ParameterSetName = ManualMessageSet)]
    [Alias("NamedRecipientsListIds")]
    [ValidateNotNullOrEmpty]
    public IdReference[]? RecipientListId { get; set; }

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
    [ValidateRange(0, int.MaxValue)]
    public decimal? PricePerSegment { get; set; }

    /// <summary>Gets or sets what the platform shall do.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EmptyAsNull]
    public RcBatchAction? Action { get; set; }

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
        get => _intake.Current;
        set => _intake.Bind(value);
    }

    /// <inheritdoc/>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        foreach (string name in MyInvocation.BoundParameters.Keys)
        {
            _typed.Add(name);
        }

        _sender = new BatchSender(this, Batches, Transport, new BatchSendOptions
        {
            SkipValidation = SkipValidation,
            Force = Force,
            Measure = new MeasureOptions { ShortLink = ShortLink, ShortLinkLength = ShortLinkLength, PricePerSegment = PricePerSegment },
        });
        RefuseTyped();
    }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync()
    {
        _intake.Read();
        BatchTarget target = Target();
        switch (ParameterSetName)
        {
            case CsvRowSet:
                RefuseScheduleColumns();
                _pending.AddRow(target, Number, Message);
                break;
            case CsvFileSet when IsTyped(TargetParameter) && !IsTyped(nameof(Path)):
                // Several files for one batch would each replace the one before.
                _pending.AddFile(target, Path!, Draft(BatchOperation.CsvFile));
                break;
            case CsvFileSet:
                await SendFileAsync(target, Path!, Draft(BatchOperation.CsvFile));
                break;
            case MessageTemplateSet:
                await SendAsync(target, Draft(BatchOperation.MessageTemplate) with { MessageTemplateId = MessageTemplateId!.Value });
                break;
            default:
                await SendAsync(target, Draft(BatchOperation.ManualMessage) with { Message = Message });
                break;
        }
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync()
    {
        if (_pending.HasRows)
        {
            _intake.RequireAll("Nothing was sent.");
        }

        foreach (string warning in _warnings)
        {
            WriteWarning(warning);
        }

        _pending.RefuseSeveralFiles();
        foreach ((BatchTarget target, string path, BatchDraft draft) in _pending.Files)
        {
            await SendFileAsync(target, path, draft);
        }

        foreach ((BatchTarget target, RowsSource rows) in _pending.Rows)
        {
            await SendAsync(target, Draft(BatchOperation.CsvFile, onlyTyped: true) with { File = rows });
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _pending.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Gets the parameter that names the batch or its campaign.</summary>
    private protected abstract string TargetParameter { get; }

    /// <summary>The batch to update, or the campaign to create one for, as bound for this input.</summary>
    private protected abstract BatchTarget Target();

    // What the user typed is wrong for every input alike, so it ends the command before the first.
    private void RefuseTyped()
    {
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
            DraftRules.CheckId(TargetParameter, Target().Id);
        }
    }

    // Rows become one upload, which has one schedule: dropping that of a row in silence could send it months early.
    private void RefuseScheduleColumns()
    {
        foreach ((string name, object? value) in ((string, object?)[])
            [(nameof(Action), Action), (nameof(StartDate), StartDate), (nameof(EndDate), EndDate), (nameof(StartTime), StartTime), (nameof(EndTime), EndTime)])
        {
            if (value is null || IsTyped(name))
            {
                continue;
            }

            if (name != nameof(Action) && IsTyped(nameof(Action)) && Action == RcBatchAction.Validate)
            {
                _warnings.Add($"The column {name} of the piped rows is not read; give -{name} once for the upload.");
            }
            else
            {
                throw new InvalidParameterException(
                    name, value, $"The piped rows have a column {name}, which is not read from rows. Nothing was sent.", $"Give -{name} once for the upload, or leave the column out.");
            }
        }
    }

    private async Task SendFileAsync(BatchTarget target, string path, BatchDraft draft)
    {
        try
        {
            // Several errors of one batch pipe its id several times; a plan row with a path of its own is always meant.
            if (IsTyped(nameof(Path)) && !_sender.IsNew(target, path))
            {
                WriteVerbose($"'{path}' has been handled for batch {target.Id} already.");
                return;
            }

            await SendAsync(target, draft with { File = new FileSource(FullPath(path)) });
        }
        catch (RocketComsException exception)
        {
            Report(exception, target: path);
        }
    }

    private async Task SendAsync(BatchTarget target, BatchDraft draft)
    {
        try
        {
            await _sender.SendAsync(target, draft, StopToken);
        }
        catch (RocketComsException exception)
        {
            Report(exception, TargetOf(exception, target, draft));
        }
    }

    // The input that the error is about: the value, the file, or the batch.
    private static object? TargetOf(RocketComsException exception, BatchTarget target, BatchDraft draft) => exception switch
    {
        InvalidParameterException parameter => parameter.Value,
        BatchFileException or BatchCsvInvalidException => draft.File?.Path ?? target.Id,
        _ => target.Id,
    };

    private BatchDraft Draft(BatchOperation operation, bool onlyTyped = false)
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
            RecipientListIds = RecipientListId is null ? [] : Array.ConvertAll(RecipientListId, list => list.Value),
        };
    }

    private bool IsTyped(string name) => _typed.Contains(name);

    // Also one that came back from a job, a file or Select-Object: Deserialized.RocketComs.RcBatch, Selected.RocketComs.RcBatch.
    private bool IsPipedBatch() =>
        _intake.Current?.TypeNames.Any(name => name.EndsWith("RocketComs.RcBatch", StringComparison.Ordinal)) == true;
}
