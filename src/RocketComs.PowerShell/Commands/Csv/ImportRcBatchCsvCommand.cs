using System.Management.Automation;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;
using RocketComs.PowerShell.Completion;
using RocketComs.PowerShell.Errors;

namespace RocketComs.PowerShell.Commands;

/// <summary>Reads batch files as rows. A record that is no row, such as one with three columns, is an error, and its file gives no rows.</summary>
[Cmdlet(VerbsData.Import, "RcBatchCsv")]
[OutputType(typeof(RcBatchRow))]
public sealed class ImportRcBatchCsvCommand : RcCmdlet
{
    /// <summary>Gets or sets the files; wildcards are resolved.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath", "File")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CsvFileCompleter))]
    public string[] Path { get; set; } = [];

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync()
    {
        foreach (string path in Path)
        {
            try
            {
                foreach (string file in PathResolver.Resolve(this, path, FullPath(path)))
                {
                    Read(file);
                }
            }
            catch (RocketComsException exception)
            {
                Report(exception, path);
            }
        }

        return Task.CompletedTask;
    }

    // Rows that go on while others stay behind would make a smaller batch than the file is, so a file with a fault gives none.
    private void Read(string file)
    {
        FileSource source = new(file);
        if (ReportFaults(source))
        {
            return;
        }

        foreach (ReadRow read in BatchCsvReader.Read(source))
        {
            StopToken.ThrowIfCancellationRequested();
            if (read.IsHeader)
            {
                WriteWarning($"'{file}', line {read.Row.Line}: the header row was left out; a batch file has none.");
            }
            else
            {
                WriteObject(read.Row);
            }
        }
    }

    private bool ReportFaults(FileSource source)
    {
        bool hasFaults = false;
        foreach (ReadRow read in BatchCsvReader.Read(source))
        {
            StopToken.ThrowIfCancellationRequested();
            if (read.Fault is not null)
            {
                hasFaults = true;
                Report(new BatchRowException(source.Path, read.Row.Line, read.Fault), target: source.Path);
            }
        }

        return hasFaults;
    }
}
