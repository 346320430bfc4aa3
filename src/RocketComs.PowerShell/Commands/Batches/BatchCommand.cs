using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Segments;
using RocketComs.Core.Sending;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;

namespace RocketComs.PowerShell.Commands;

/// <summary>Base of New-RcBatch and Update-RcBatch: how parameters and pipeline input become drafts.</summary>
public abstract partial class BatchCommand : ConnectedCmdlet
{
    private readonly HashSet<string> _typed = new(StringComparer.OrdinalIgnoreCase);
    private readonly PendingUploads _pending = new();
    private readonly HashSet<string> _rowWarnings = [];
    private readonly HashSet<string> _unreadColumns = new(StringComparer.OrdinalIgnoreCase);
    private BatchSender _sender = null!;

    /// <inheritdoc/>
    private protected override object? CurrentInput => Piped.Current;

    /// <summary>Gets the count of what was piped and what was read.</summary>
    private protected PipedObjects Piped { get; } = new();

    /// <summary>Gets the parameter that names the batch or its campaign.</summary>
    private protected abstract string TargetParameter { get; }

    // What decides when a batch goes out, and whether: one for an upload, never one a row.
    private (string Name, object? Value)[] Schedule =>
        [(nameof(Action), Action), (nameof(StartDate), StartDate), (nameof(EndDate), EndDate), (nameof(StartTime), StartTime), (nameof(EndTime), EndTime)];

    /// <summary>The batch to update, or the campaign to create one for, as bound for this input.</summary>
    private protected abstract BatchTarget Target();

    /// <summary>Notes what the user wrote, as apart from what the pipeline brings, and refuses what is wrong for every input alike.</summary>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        _typed.UnionWith(MyInvocation.BoundParameters.Keys);
        RefuseTyped();
        BatchSendOptions options = new()
        {
            SkipValidation = SkipValidation,
            CheckOptOut = CheckOptOut,
            Force = Force,
            AllowRepeat = AllowRepeat,
            Ceiling = new Ceiling(MaxCost, MaxSegmentCount),
            Measure = new MeasureOptions { ShortLink = ShortLink, ShortLinkLength = ShortLinkLength, PricePerSegment = PricePerSegment },
        };
        options.Ceiling.RequirePrice(options.Measure.PricePerSegment);
        _sender = new BatchSender(Transport, Placement, options, SendingHost, Guard, TimeProvider.System);
    }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync()
    {
        Piped.Read();
        PlanColumns.RefuseOtherKinds(Piped.Current, isRow: ParameterSetName == CsvRowSet);
        PlanColumns.RefuseNearMiss(Piped.Current);
        BatchTarget target = Target();
        switch (ParameterSetName)
        {
            case CsvRowSet:
                RefuseScheduleOfRow();
                _pending.AddRow(target, Number, Message);
                break;
            case CsvFileSet:
                WarnOfUnreadColumns();
                string path = IsTyped(nameof(Path)) ? Path! : Piped.FileOf(Path!);
                if (IsTyped(TargetParameter) && !IsTyped(nameof(Path)))
                {
                    // Several files for one batch would each replace the one before.
                    _pending.AddFile(target, path, Draft(BatchOperation.CsvFile));
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
                await SendAsync(target, Draft(BatchOperation.ManualMessage) with { Message = Message });
                break;
        }
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync()
    {
        if (_pending.HasRows)
        {
            Piped.RequireAllRows("Nothing was sent.");
        }

        foreach (string warning in _rowWarnings)
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

        try
        {
            await _sender.SendAllAsync((target, draft, exception) => Report(exception, InputOf(target, draft, exception)), StopToken);
        }
        catch (CeilingExceededException exception)
        {
            Report(exception, target: null);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _pending.Dispose();
        base.Dispose(disposing);
    }

    private bool IsTyped(string name) => _typed.Contains(name);

    // What a piped batch has is not what the user asked to change, and a row's other columns are nobody's description.
    private BatchDraft Draft(BatchOperation operation, bool onlyTyped = false)
    {
        onlyTyped |= ModuleTypes.IsBatch(Piped.Current);
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
        BatchDraftCheck.Check(
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

    // Dropping the schedule of a row in silence could send the upload months early.
    private void RefuseScheduleOfRow()
    {
        foreach ((string name, object? value) in Schedule.Where(parameter => parameter.Value is not null && !IsTyped(parameter.Name)))
        {
            if (name == nameof(Action) || !IsTyped(nameof(Action)) || Action != RcBatchAction.Validate)
            {
                throw new InvalidParameterException(
                    name, value, $"The piped rows have a column {name}, which is not read from rows. Nothing was sent.", $"Give -{name} once for the upload, or leave the column out.");
            }

            _rowWarnings.Add($"The column {name} of the piped rows is not read; give -{name} once for the upload.");
        }
    }

    private void WarnOfUnreadColumns()
    {
        string[] unread = [.. PlanColumns.Unread(Piped.Current).Where(_unreadColumns.Add)];
        if (unread.Length > 0)
        {
            WriteWarning($"The {(unread.Length == 1 ? "column" : "columns")} {string.Join(", ", unread)} of the plan {(unread.Length == 1 ? "is" : "are")} not read.");
        }
    }

    private async Task SendFileAsync(BatchTarget target, string path, BatchDraft draft)
    {
        try
        {
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
            await _sender.AddAsync(target, draft, StopToken);
        }
        catch (RocketComsException exception)
        {
            Report(exception, InputOf(target, draft, exception));
        }
    }

    // The input that the error is about: the value, the file, or the batch.
    private static object? InputOf(BatchTarget target, BatchDraft draft, RocketComsException exception) => exception switch
    {
        InvalidParameterException parameter => parameter.Value,
        BatchFileException or BatchCsvInvalidException => draft.File?.Path ?? target.Id,
        _ => target.Id,
    };
}
