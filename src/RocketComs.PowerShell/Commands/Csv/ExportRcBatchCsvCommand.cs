using System.Management.Automation;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Commands;

/// <summary>Writes rows as a batch file: two columns, no header, quoted where needed, UTF-8 without BOM.</summary>
[Cmdlet(VerbsData.Export, "RcBatchCsv", SupportsShouldProcess = true, DefaultParameterSetName = RowSet)]
[OutputType(typeof(FileInfo))]
public sealed class ExportRcBatchCsvCommand : RowInputCommand
{
    private BatchCsvFileWriter? _writer;
    private string _path = string.Empty;
    private long _rows;

    /// <summary>Gets or sets the file.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CsvFileCompleter))]
    public string Path { get; set; } = string.Empty;

    /// <summary>Gets or sets whether a file that is there already is replaced.</summary>
    [Parameter]
    [OnOrOff]
    public SwitchParameter Force { get; set; }

    /// <summary>Gets or sets whether the file is emitted.</summary>
    [Parameter]
    [OnOrOff]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        _path = FullPath(Path);
        OutputPath.Require(nameof(Path), _path, Force, Path);
        if (ShouldProcess(_path, "Write batch file"))
        {
            _writer = new BatchCsvFileWriter(_path);
        }
    }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync()
    {
        (string? number, string? message) = ReadRow();
        _rows++;
        _writer?.Write(number, message);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override Task EndProcessingAsync()
    {
        Piped.RequireAllRows(this, "Nothing was written.");
        if (_rows == 0)
        {
            // An empty file is no batch, and the command before this one may have failed: what stands there stays.
            throw new InvalidParameterException("InputObject", null, $"No row arrived. Nothing was written to '{_path}'.", "See whether the command before this one gave any rows.");
        }

        _writer?.Commit(Force);
        if (PassThru && _writer is not null)
        {
            WriteObject(new FileInfo(_path));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _writer?.Dispose();
        base.Dispose(disposing);
    }
}
