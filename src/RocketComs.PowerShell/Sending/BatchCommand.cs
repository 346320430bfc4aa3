using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Segments;
using RocketComs.PowerShell.Common;

namespace RocketComs.PowerShell.Sending;

/// <summary>Base of New-RcBatch and Update-RcBatch: how pipeline input becomes uploads.</summary>
public abstract class BatchCommand : BatchDraftCommand
{
    private static readonly string[] s_inputs =
        [nameof(RcBatch), nameof(RcBatchError), nameof(RcInsight), nameof(RcBatchRow), nameof(RcBatchCsvRepair), nameof(RcBatchCsvReport)];

    private readonly PendingUploads _pending = new();
    private readonly HashSet<string> _warnings = [];
    private readonly HashSet<string> _columns = new(StringComparer.OrdinalIgnoreCase);
    private BatchSender _sender = null!;

    /// <inheritdoc/>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        _sender = new BatchSender(this, Batches, Transport, new BatchSendOptions
        {
            SkipValidation = SkipValidation,
            CheckOptOut = CheckOptOut,
            Force = Force,
            Measure = new MeasureOptions { ShortLink = ShortLink, ShortLinkLength = ShortLinkLength, PricePerSegment = PricePerSegment },
        });
    }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync()
    {
        Intake.Read();
        RefuseOtherKinds();
        PlanColumns.RefuseNearMiss(Intake.Current);
        if (ParameterSetName == CsvFileSet)
        {
            WarnOfUnreadColumns();
        }

        BatchTarget target = Target();
        switch (ParameterSetName)
        {
            case CsvRowSet:
                RefuseScheduleColumns();
                _pending.AddRow(target, Number, Message);
                break;
            case CsvFileSet when IsTyped(TargetParameter) && !IsTyped(nameof(Path)):
                // Several files for one batch would each replace the one before.
                _pending.AddFile(target, PathOfInput(), Draft(BatchOperation.CsvFile));
                break;
            case CsvFileSet:
                await SendFileAsync(target, PathOfInput(), Draft(BatchOperation.CsvFile));
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
            Intake.RequireAll("Nothing was sent.");
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

    private string PathOfInput() => IsTyped(nameof(Path)) ? Path! : Intake.FileOf(Path!);

    private void WarnOfUnreadColumns()
    {
        string[] unread = [.. PlanColumns.Unread(Intake.Current).Where(_columns.Add)];
        if (unread.Length > 0)
        {
            WriteWarning($"The {(unread.Length == 1 ? "column" : "columns")} {string.Join(", ", unread)} of the plan {(unread.Length == 1 ? "is" : "are")} not read.");
        }
    }

    // The rows beside a batch's errors are not the batch, and who has opted out or replied is no recipient: the properties of such objects
    // have the names of parameters, but were not written for them.
    private void RefuseOtherKinds()
    {
        if (OwnTypes.Of(Intake.Current) is { } kind && (!s_inputs.Contains(kind) || (kind == nameof(RcBatchError) && ParameterSetName == CsvRowSet)))
        {
            throw new InvalidParameterException(
                nameof(InputObject),
                Intake.Current,
                kind == nameof(RcBatchError)
                    ? "The errors of a batch are not its rows: an upload of the rows with errors alone would take the place of the whole file. Nothing was sent."
                    : $"A {kind} was piped, which is neither a row nor a batch. Nothing was sent.",
                kind == nameof(RcBatchError)
                    ? "Give the mended file: Update-RcBatch <id> <file>."
                    : "Choose what is meant with Select-Object, such as Number and Message, and pipe that.");
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
}
