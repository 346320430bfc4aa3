using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Sending;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;

namespace RocketComs.PowerShell.Commands;

/// <summary>Base of New-RcBatch and Update-RcBatch: how parameters and pipeline input become drafts.</summary>
public abstract partial class BatchCommand : SendingCommand
{
    private readonly PendingUploads _pending = new();
    private readonly HashSet<string> _rowWarnings = [];
    private readonly HashSet<string> _unreadColumns = new(StringComparer.OrdinalIgnoreCase);
    private BatchSender _sender = null!;
    private PSObject? _typedBatch;

    /// <inheritdoc/>
    private protected override object? CurrentInput => Piped.Current;

    /// <summary>Gets the parameter that names the batch or its campaign.</summary>
    private protected abstract string TargetParameter { get; }

    // One batch for all of the input: what is wrong with a part of it is wrong with all.
    private bool IsOneUpload => ParameterSetName == CsvRowSet || (Input.IsTyped(TargetParameter) && !IsNew);

    private bool IsNew => TargetParameter == nameof(NewRcBatchCommand.CampaignId);

    /// <summary>Notes what the user wrote, as apart from what the pipeline brings, and refuses what is wrong for every input alike.</summary>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        RefuseTyped();
        _typedBatch = Input.IsTyped(TargetParameter) && PSObject.AsPSObject(MyInvocation.BoundParameters[TargetParameter]) is var typed && ModuleTypes.NameOf(typed) == nameof(RcBatch)
            ? typed
            : null;
        _sender = new BatchSender(Transport, Placement, Options() with { SkipValidation = SkipValidation, TimeZone = TimeZone ?? ActiveConnection.TimeZone }, SendingHost, Guard, TimeProvider.System);
    }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync()
    {
        if (ParameterSetName == CsvRowSet && !HasMessage())
        {
            // Counted as not read, so that nothing goes out.
            Report(new InvalidParameterException(nameof(Message), Piped.Current, "The piped object has a number and no column for the text. Nothing was sent.", UnreadInput.Advice), Piped.Current);
            return;
        }

        Piped.Read();
        string? kind = ModuleTypes.NameOf(Piped.Current);
        PipedKinds.RefuseOthers(Piped.Current, isRow: ParameterSetName == CsvRowSet, IsNew);
        try
        {
            Input.Read(Piped.Current, ParameterSetName);
        }
        catch (InvalidParameterException exception) when (!IsOneUpload && exception.ParameterName != nameof(InputObject))
        {
            RefuseBatch(exception);
            return;
        }

        if (Target(kind) is not { } target)
        {
            return;
        }

        if (kind == nameof(RcCampaign))
        {
            // Of a copy, its two names of the id can differ.
            _ = new CampaignReference(Piped.Current!).For(TargetParameter);
        }

        if (IsNew && Input.Piped(TargetParameter) is string campaign && TypedContent() is { } content)
        {
            RefuseSecondCampaign(campaign, content);
        }

        if (ParameterSetName != CsvRowSet)
        {
            WarnOfUnreadColumns();
        }

        switch (ParameterSetName)
        {
            case CsvRowSet:
                WarnOfDescription();
                _pending.AddRow(target, Input.Value<string>(nameof(Number)), Input.Value<string>(nameof(Message)));
                break;
            case CsvFileSet:
                if (Input.Value<GivenPath>(nameof(Path))?.Text is not { } path)
                {
                    RefuseBatch(new InvalidParameterException(nameof(Path), Piped.Current, "The Path of the piped object is empty. Nothing was sent for it.", "Give the path of a CSV file."));
                }
                else
                {
                    await SendFileAsync(target, path, Draft(BatchOperation.CsvFile));
                }

                break;
            case MessageTemplateSet:
                await SendAsync(target, Draft(BatchOperation.MessageTemplate) with { MessageTemplateId = MessageTemplateId!.Value });
                break;
            default:
                await SendAsync(target, Draft(BatchOperation.ManualMessage) with { Message = Input.Typed<string>(nameof(Message)) });
                break;
        }
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync()
    {
        Piped.RequireAny(this, "row, plan or file", "Nothing was sent.");
        Piped.RequireAllRows(this, "Nothing was sent.");

        foreach (string warning in _rowWarnings)
        {
            WriteWarning(warning);
        }

        foreach ((BatchTarget target, RowsSource rows) in _pending.Rows)
        {
            await SendAsync(target, Draft(BatchOperation.CsvFile, onlyTyped: true) with { File = rows });
        }

        await SendAllAsync(() => _sender.SendAllAsync((target, draft, exception) => Report(exception, InputOf(target, draft, exception), target.Place), StopToken));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _pending.Dispose();
        base.Dispose(disposing);
    }

    // A row's other columns are nobody's word about the upload.
    private BatchDraft Draft(BatchOperation operation, bool onlyTyped = false)
    {
        T? Take<T>(string name) => onlyTyped ? Input.Typed<T>(name) : Input.Value<T>(name);
        return new BatchDraft
        {
            Operation = operation,
            Action = Take<RcBatchAction?>(nameof(Action)) ?? RcBatchAction.Schedule,
            ExternalId = Take<string>(nameof(ExternalId)),
            Description = Take<string>(nameof(Description)),
            StartDate = Take<DateTime?>(nameof(StartDate)),
            EndDate = Take<DateTime?>(nameof(EndDate)),
            StartTime = Take<TimeSpan?>(nameof(StartTime)),
            EndTime = Take<TimeSpan?>(nameof(EndTime)),
            ShortLink = MyInvocation.BoundParameters.ContainsKey(nameof(ShortLink)) ? (bool)ShortLink : null,
            RecipientListIds = RecipientListId is null ? [] : [.. RecipientListId.Select(list => list.Value).Distinct(StringComparer.OrdinalIgnoreCase)],
        };
    }

    private void WarnOfUnreadColumns()
    {
        string[] unread = [.. Input.Unread(Piped.Current).Where(name => (IsNew || !IsCampaign(name)) && _unreadColumns.Add(name))];
        if (unread.Length > 0)
        {
            WriteWarning($"The {(unread.Length == 1 ? "column" : "columns")} {string.Join(", ", unread)} of the plan {(unread.Length == 1 ? "is" : "are")} not read.");
        }
    }

    private Task SendFileAsync(BatchTarget target, string path, BatchDraft draft)
    {
        try
        {
            return SendAsync(target, draft with { File = new FileSource(FullPath(path)) });
        }
        catch (RocketComsException exception)
        {
            Refuse(target, exception, path);
            return Task.CompletedTask;
        }
    }

    private async Task SendAsync(BatchTarget target, BatchDraft draft)
    {
        try
        {
            await _sender.AddAsync(target, draft, StopToken);
        }
        catch (RocketComsException exception)
        {
            Refuse(target, exception, InputOf(target, draft, exception));
        }
    }

    private void Refuse(BatchTarget target, RocketComsException exception, object? input)
    {
        if (!target.IsNew)
        {
            _sender.Refuse(target.Id);
        }

        Report(exception, input);
    }

    // The input that the error is about: the value, the file, or the batch.
    private static object? InputOf(BatchTarget target, BatchDraft draft, RocketComsException exception) => exception switch
    {
        InvalidParameterException { Value: { } value } => value,
        BatchFileException or BatchCsvInvalidException or InvalidParameterException => draft.File?.Path ?? target.Id,
        _ => target.Id,
    };
}
