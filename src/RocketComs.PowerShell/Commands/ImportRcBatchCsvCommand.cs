using System.Management.Automation;
using System.Threading.Tasks;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.PowerShell.Common;
using RocketComs.PowerShell.Errors;

namespace RocketComs.PowerShell.Commands;

/// <summary>Reads batch files as rows. A row that is none, such as one with three columns, is an error; the others go on.</summary>
[Cmdlet(VerbsData.Import, "RcBatchCsv")]
[OutputType(typeof(RcBatchRow))]
public sealed class ImportRcBatchCsvCommand : RcCmdlet
{
    /// <summary>Gets or sets the files; wildcards are resolved.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath", "File")]
    [ValidateNotNullOrEmpty]
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

    private void Read(string file)
    {
        foreach (ReadRow read in BatchCsvReader.Read(new FileSource(file)))
        {
            StopToken.ThrowIfCancellationRequested();
            if (read.Fault is null)
            {
                WriteObject(read.Row);
            }
            else
            {
                Report(new BatchRowException(file, read.Row.Line, read.Fault), target: file);
            }
        }
    }
}
