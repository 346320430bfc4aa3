using System.Management.Automation;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;
using RocketComs.PowerShell.Errors;

namespace RocketComs.PowerShell.Commands;

/// <summary>
/// Reads batch files as rows. A record that is no row, such as one with three columns, is an error, and so is a file that cannot be read; then none
/// of the files gives rows: the command after this one would take the rest for all.
/// </summary>
[Cmdlet(VerbsData.Import, "RcBatchCsv")]
[OutputType(typeof(RcBatchRow))]
public sealed class ImportRcBatchCsvCommand : FileInputCommand
{
    private readonly List<FileSource> _files = [];
    private bool _hasFaults;

    /// <summary>
    /// Finds the files and looks through them. They are read a second time for their rows: what is wrong may stand in the last line of the
    /// last file, and no row may come before the error; to hold all rows until then would take several times the memory of the files.
    /// </summary>
    private protected override void Take(string path)
    {
        try
        {
            foreach (string file in PathResolver.Resolve(this, path, FullPath(path)))
            {
                FileSource source = new(file);
                _files.Add(source);
                ReportFaults(source);
            }
        }
        catch (RocketComsException exception)
        {
            _hasFaults = true;
            Report(exception, path);
        }
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync()
    {
        await base.EndProcessingAsync();
        if (_hasFaults)
        {
            if (_files.Count > 1)
            {
                WriteWarning($"No rows of any of the {_files.Count} files were given, because one of them is in error.");
            }

            return;
        }

        foreach (FileSource file in _files)
        {
            Read(file);
        }
    }

    private void Read(FileSource source)
    {
        foreach (ReadRow read in BatchCsvReader.Read(source))
        {
            StopToken.ThrowIfCancellationRequested();
            if (read.IsHeader)
            {
                WriteWarning($"'{source.Path}', line {read.Row.Line}: the header row was left out; a batch file has none.");
            }
            else
            {
                WriteObject(read.Row);
            }
        }
    }

    private void ReportFaults(FileSource source)
    {
        foreach ((long line, string? fault) in BatchCsvReader.Look(source))
        {
            StopToken.ThrowIfCancellationRequested();
            if (fault is not null)
            {
                _hasFaults = true;
                Report(new BatchRowException(source.Path, line, fault), target: source.Path);
            }
        }
    }
}
