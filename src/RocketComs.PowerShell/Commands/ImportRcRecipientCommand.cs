using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Recipients;
using RocketComs.Core.Rules;
using RocketComs.PowerShell.Common;
using RocketComs.PowerShell.Completion;
using RocketComs.PowerShell.Sending;

namespace RocketComs.PowerShell.Commands;

/// <summary>Loads files of recipients (<c>POST /v1/recipients/batches</c>), each in one upload, and makes a list of them if asked to.</summary>
/// <remarks>
/// The files have a header row, other than those of batches: Number, First name, Last name, Email, Street Line 1, Zip code, Country code,
/// State code, City name, of which only Number is needed. The documentation names no content type; a multipart form is assumed.
/// </remarks>
[Cmdlet(VerbsData.Import, "RcRecipient", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(RcRecipientImport))]
public sealed class ImportRcRecipientCommand : WriteCommand
{
    private readonly List<string> _files = [];
    private readonly HashSet<string> _known = new(PathResolver.Comparer);
    private Confirmation? _confirmation;
    private int _missing;

    /// <summary>Gets or sets the files; wildcards are resolved. A file that is given several times is loaded once.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath", "File")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CsvFileCompleter))]
    public string[] Path { get; set; } = [];

    /// <summary>Gets or sets the name of the list to make of the recipients of the file; without one, no list is made.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? RecipientListName { get; set; }

    /// <summary>Gets or sets what becomes of recipients who are there already: Skip leaves them, Merge updates them, Override replaces them entirely and asks first.</summary>
    [Parameter]
    public RcRecipientBatchStrategy BatchStrategy { get; set; } = RcRecipientBatchStrategy.Skip;

    /// <summary>Gets or sets whether the files go out unchecked.</summary>
    [Parameter]
    public SwitchParameter SkipValidation { get; set; }

    /// <summary>Gets or sets whether to replace recipients without asking.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        _confirmation = new Confirmation(this);
        if (MyInvocation.BoundParameters.ContainsKey(nameof(RecipientListName)))
        {
            SingleText.Require(nameof(RecipientListName), RecipientListName);
        }
    }

    /// <summary>Finds the files. They are sent when all are known, for two of them cannot make one list.</summary>
    protected override Task ProcessRecordAsync()
    {
        foreach (string path in Path)
        {
            try
            {
                _files.AddRange(PathResolver.Resolve(this, path, FullPath(path)).Where(file => _known.Add(System.IO.Path.GetFullPath(file))));
            }
            catch (RocketComsException exception)
            {
                _missing++;
                Report(exception, path);
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync()
    {
        if (RecipientListName is not null && _files.Count + _missing > 1)
        {
            throw new InvalidParameterException(
                nameof(RecipientListName),
                RecipientListName,
                $"-RecipientListName '{RecipientListName}' was given for {_files.Count + _missing} files, and each would make a list; whether of one name is not documented. Nothing was sent.",
                "Load one file at a time, each with a list name of its own, or put the files together.");
        }

        foreach (string file in _files)
        {
            await ReportingAsync(file, () => LoadAsync(new FileSource(file)));
        }
    }

    private async Task LoadAsync(FileSource file)
    {
        RecipientFileReport? report = SkipValidation ? null : RecipientFileChecker.Check(file, StopToken);
        if (report is { IsValid: false })
        {
            throw new RecipientCsvInvalidException(report);
        }

        foreach (string doubt in report?.Warnings ?? [])
        {
            WriteWarning($"'{file.Path}': {doubt}");
        }

        if (_confirmation!.Ask(ImportText.Describe(file.Path, report, BatchStrategy, RecipientListName, Authority), isRisky: BatchStrategy == RcRecipientBatchStrategy.Override && !Force))
        {
            await SendAsync(file);
        }
    }

    private async Task SendAsync(FileSource file)
    {
        ByteProgress progress = new($"Loading recipients of {file.Path}", "sent", PostProgress);
        RcRecipientImport import;
        try
        {
            import = await WriteAsync(
                sent => new RecipientsClient(Transport).ImportAsync(
                    file,
                    RecipientListName,
                    BatchStrategy,
                    (done, total) =>
                    {
                        sent(done, total);
                        progress.Report(done, total);
                    },
                    StopToken),
                $"Stopped while the recipients of '{file.Path}' were being loaded: whether they arrived is not known. {RecipientsClient.HowToFindOut(RecipientListName)}");
        }
        finally
        {
            progress.Complete();
        }

        WriteObject(import);
        foreach (string doubt in ImportText.Doubts(import, RecipientListName))
        {
            WriteWarning(doubt);
        }
    }
}
