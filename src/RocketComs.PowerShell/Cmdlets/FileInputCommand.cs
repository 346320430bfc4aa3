using System.Management.Automation;
using RocketComs.Core.Errors;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Cmdlets;

/// <summary>Base of the commands without a connection that take files, typed or piped: none may be lost or mistaken on the way in.</summary>
public abstract class FileInputCommand : RcCmdlet
{
    private readonly PipedObjects _piped = new();
    private InputReader _input = null!;

    /// <summary>Gets or sets the files; wildcards are resolved.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath", "File")]
    [Column(ColumnKind.File)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(CsvFileCompleter))]
    [TypedText]
    public object?[]? Path { get; set; }

    /// <summary>Gets or sets the piped object. Every object lands here first.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject
    {
        get => _piped.Current;
        set => _piped.Bind(value);
    }

    /// <inheritdoc/>
    private protected override object? CurrentInput => _piped.Current;

    /// <summary>Notes what was typed.</summary>
    protected override Task BeginProcessingAsync()
    {
        _input = new InputReader(this, FullPath);
        _input.NoteTyped();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync()
    {
        _piped.Read();
        foreach (string path in _input.Paths(_piped.Current, ParameterSetName))
        {
            StopToken.ThrowIfCancellationRequested();
            Take(path);
        }

        return Task.CompletedTask;
    }

    /// <summary>Refuses to go on when something came that is no file, or nothing came.</summary>
    /// <exception cref="InvalidParameterException">So it is.</exception>
    protected override Task EndProcessingAsync()
    {
        _piped.RequireAny(this, "file", "Nothing was done.");
        _piped.RequireAll("Path", "could not be read as files. Nothing was done.", "Pipe paths, files, or objects with the property Path.");
        return Task.CompletedTask;
    }

    /// <summary>Takes the next file.</summary>
    /// <param name="path">The path as it was given.</param>
    private protected abstract void Take(string path);
}
