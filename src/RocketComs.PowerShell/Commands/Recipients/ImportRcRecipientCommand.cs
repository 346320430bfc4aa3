using System.Management.Automation;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Rules;
using RocketComs.Core.Sending;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Commands;

/// <summary>Loads files of recipients (<c>POST /v1/recipients/batches</c>), each in one upload, and makes a list of them if asked to.</summary>
/// <remarks>
/// The files have a header row, other than those of batches: Number, First name, Last name, Email, Street Line 1, Zip code, Country code,
/// State code, City name, of which only Number is needed. The documentation names no content type; a multipart form is assumed.
/// </remarks>
[Cmdlet(VerbsData.Import, "RcRecipient", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(RcRecipientImport))]
public sealed class ImportRcRecipientCommand : ConnectedCmdlet, IRefusesMeant
{
    private readonly List<string> _files = [];
    private readonly HashSet<string> _known = new(PathResolver.Comparer);
    private readonly PipedObjects _piped = new();
    private InputReader _input = null!;
    private int _missing;

    /// <summary>Gets or sets the files; wildcards are resolved. A file that is given several times is loaded once.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath", "File")]
    [Column(ColumnKind.File)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(CsvFileCompleter))]
    [TypedText]
    public object?[]? Path { get; set; }

    /// <summary>Gets or sets the name of the list to make of the recipients of the file; without one, no list is made.</summary>
    [Parameter]
    [AllowEmptyString]
    [OneText]
    public string? RecipientListName { get; set; }

    /// <summary>Gets or sets what becomes of recipients who are there already: Skip leaves them, Merge updates them, Override replaces them entirely and asks first.</summary>
    [Parameter]
    [OneWord(typeof(RcRecipientBatchStrategy))]
    public RcRecipientBatchStrategy BatchStrategy { get; set; } = RcRecipientBatchStrategy.Skip;

    /// <summary>Gets or sets whether the files go out unchecked.</summary>
    [Parameter]
    [OnOrOff]
    public SwitchParameter SkipValidation { get; set; }

    /// <summary>Gets or sets whether to replace recipients without asking.</summary>
    [Parameter]
    [OnOrOff]
    public SwitchParameter Force { get; set; }

    /// <summary>Gets or sets the piped object. Every object lands here first.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject
    {
        get => _piped.Current;
        set => _piped.Bind(value);
    }

    /// <inheritdoc/>
    private protected override object? CurrentInput => _piped.Current;

    /// <inheritdoc/>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        _input = new InputReader(this, FullPath);
        _input.NoteTyped();
        if (MyInvocation.BoundParameters.ContainsKey(nameof(RecipientListName)))
        {
            TextCheck.Require(nameof(RecipientListName), RecipientListName);
        }
    }

    /// <summary>Finds the files. They are sent when all are known, for two of them cannot make one list.</summary>
    protected override Task ProcessRecordAsync()
    {
        _piped.Read();
        foreach (string path in _input.Paths(_piped.Current, ParameterSetName))
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
        _piped.RequireAny(this, "file", "Nothing was sent.");
        _piped.RequireAll("Path", "could not be read as files. Nothing was sent.", "Pipe paths, files, or objects with the property Path.");
        if (RecipientListName is not null && _files.Count + _missing > 1)
        {
            throw new InvalidParameterException(
                nameof(RecipientListName),
                RecipientListName,
                $"-RecipientListName '{RecipientListName}' was given for {_files.Count + _missing} files, and each would make a list; it is not documented whether lists can share a name. Nothing was sent.",
                "Load one file at a time, each with a list name of its own, or put the files together.");
        }

        RecipientSender sender = new(Transport, SendingHost, Guard, TimeProvider.System)
        {
            ListName = RecipientListName,
            Strategy = BatchStrategy,
            SkipValidation = SkipValidation,
            Force = Force,
        };
        Guard.Expect(_files.Select(RecipientSender.NameOf));
        foreach (string file in _files)
        {
            await ReportingAsync(file, () => sender.SendAsync(new FileSource(file), StopToken));
        }
    }
}
