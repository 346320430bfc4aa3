using System.Management.Automation;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Repair.PlatformErrors;
using RocketComs.PowerShell.Cmdlets;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Commands;

/// <summary>Gets the errors that the platform found in a batch's file, all pages (<c>GET /v1/batches/{id}/errors</c>).</summary>
[Cmdlet(VerbsCommon.Get, "RcBatchError", DefaultParameterSetName = IdSet)]
[OutputType(typeof(RcBatchError))]
public sealed class GetRcBatchErrorCommand : BatchIdCommand
{
    // The table that shows the rows. The type itself stays what it is.
    private const string ViewWithRows = "RocketComs.RcBatchError#File";

    private FileSource? _file;
    private string? _batch;

    /// <summary>
    /// Gets or sets the file that was uploaded, or repaired since: each error gets the row that its line means. Whether the platform counts
    /// lines from 0 or 1 is not documented; what fits the file is taken, and a warning says when both do.
    /// </summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CsvFileCompleter))]
    public string? Path { get; set; }

    /// <inheritdoc/>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        _file = Path is null ? null : new FileSource(FullPath(Path));
    }

    private protected override async Task ProcessBatchAsync(string id)
    {
        IAsyncEnumerable<RcBatchError> errors = Batches.GetErrorsAsync(id, StopToken);
        if (_file is null)
        {
            await foreach (RcBatchError error in errors)
            {
                WriteObject(error);
            }

            return;
        }

        if (_batch is not null && !string.Equals(_batch, id, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidParameterException(
                nameof(Path), Path, $"-Path is the file of one batch; it was given for batch {_batch} already.", "Ask for one batch at a time, each with its own file.");
        }

        _batch = id;
        List<RcBatchError> all = [];
        UnexpectedResponseException? failure = null;
        try
        {
            await foreach (RcBatchError error in errors)
            {
                all.Add(error);
            }
        }
        catch (UnexpectedResponseException exception)
        {
            failure = exception;
        }

        foreach (RcBatchError error in FileErrorRows.Join(all, _file, WriteWarning, StopToken))
        {
            PSObject shown = new(error);
            shown.TypeNames.Insert(0, ViewWithRows);
            WriteObject(shown);
        }

        // What came of a list that is not whole is shown, and then why it is not.
        if (failure is not null)
        {
            throw failure;
        }
    }
}
