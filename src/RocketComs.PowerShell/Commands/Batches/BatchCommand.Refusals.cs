using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Numbers;
using RocketComs.Core.Sending;
using RocketComs.PowerShell.Binding;

namespace RocketComs.PowerShell.Commands;

// What is refused before anything is sent.
public abstract partial class BatchCommand
{
    // Null for a batch that part of the input was refused for.
    private BatchTarget? Target(string? kind)
    {
        if (Input.Value<string>(TargetParameter) is not { } id)
        {
            RefuseBatch(new InvalidParameterException(
                TargetParameter, Piped.Current, $"The piped object has no {TargetParameter}. Nothing was sent for it.", "Give an id, or the object that has it."));
            return null;
        }

        try
        {
            PSObject? batch = kind == nameof(RcBatch) ? Piped.Current : _typedBatch;
            return new BatchTarget(id, IsNew) { Piped = batch is null ? null : ShownBatch.Of(batch, Input.IsGiven), CampaignIds = ComparedCampaigns(), Place = IsOneUpload ? 0 : TablePlace };
        }
        catch (InvalidParameterException exception)
        {
            RefuseBatch(exception);
            return null;
        }
    }

    // Beside a batch to update, where it is no parameter.
    private string[] ComparedCampaigns() =>
        !IsNew && Input.Unnamed(IsCampaign) is { } column && ColumnCheck.Value(Piped.Current!, column, column.Name) is { } campaign && !Cell.IsEmpty(campaign) ? [new CampaignReference(campaign).For(column.Name)] : [];

    private static bool IsCampaign(string column) => column.Length >= nameof(RcBatch.CampaignId).Length && ColumnNames.Bare(column) == "CAMPAIGNID";

    private void RefuseBatch(InvalidParameterException exception)
    {
        if (IsOneUpload)
        {
            throw exception;
        }

        if (!IsNew && Piped.Current is { } input && (Input.Value<string>(TargetParameter) ?? ColumnCheck.IdOf(input, TargetParameter, GetType())) is { } id)
        {
            _sender.Refuse(id);
        }

        Report(exception, exception.Value);
    }

    // A number without a text is no row.
    private bool HasMessage() => Input.IsGiven(nameof(Message)) || Input.IsAnother(Piped.Current, CsvRowSet) || (Piped.Current is { } row && ColumnCheck.Has(row, nameof(Message), GetType()));

    private void RefuseTyped()
    {
        if (ParameterSetName == CsvRowSet && !MyInvocation.ExpectingInput && !Input.IsGiven(nameof(Message)))
        {
            throw new InvalidParameterException(nameof(Message), null, "-Number was given without a text. Nothing was sent.", "Give -Message too.");
        }

        if (CheckOptOut && SkipValidation)
        {
            throw new InvalidParameterException(nameof(CheckOptOut), true, "-CheckOptOut is a part of the check that -SkipValidation leaves out.", "Give one of them.");
        }

        if (CheckOptOut && RecipientListId is not null)
        {
            throw new InvalidParameterException(
                nameof(CheckOptOut),
                true,
                "-CheckOptOut compares files and rows; RocketCOMS documents no call that tells who is on a recipient list, so the numbers on it cannot be compared.",
                "Leave it out, or send to a file or rows instead of lists.");
        }

        if (TimeZone is not null)
        {
            ZoneClocks.Require(nameof(TimeZone), TimeZone);
            if (RecipientListId is not null)
            {
                throw new InvalidParameterException(
                    nameof(TimeZone),
                    TimeZone,
                    "-TimeZone tells when rows arrive on the clocks of their recipients; who is on a recipient list is not known, so nothing can be told of it.",
                    "Leave it out, or send to a file or rows instead of lists.");
            }
        }

        bool isText = Input.IsTyped(nameof(Message)) && RecipientListId is not null;
        BatchDraftCheck.Check(
            Draft(isText ? BatchOperation.ManualMessage : BatchOperation.CsvFile, onlyTyped: true) with
            {
                MessageTemplateId = MessageTemplateId?.Value,
                Message = isText ? Input.Typed<string>(nameof(Message)) : null,
            },
            TimeProvider.System);
        InvalidParameterException.ThrowIfNotUuid(TargetParameter, Input.Typed<string>(TargetParameter), IsNew ? null : InvalidParameterException.BatchFinder);
    }

    // What is sent, where the pipeline says nothing of it.
    private string? TypedContent() => ParameterSetName switch
    {
        CsvFileSet => Input.IsTyped(nameof(Path)) || ModuleTypes.OriginOf(Piped.Current) == nameof(RcCampaign) ? Input.Value<GivenPath>(nameof(Path))?.Text : null,
        CsvRowSet => Input.IsTyped(nameof(Number)) ? Input.Value<string>(nameof(Message)) : null,
        _ => string.Empty,
    };

    private void WarnOfDescription()
    {
        if (Input.Piped(nameof(Description)) is not null)
        {
            _rowWarnings.Add("The column Description of the piped rows is not read; give -Description once for the upload.");
        }
    }
}
