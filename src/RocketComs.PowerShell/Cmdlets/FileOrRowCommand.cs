using System.Management.Automation;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Sending;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Cmdlets;

/// <summary>Base of the commands without a connection that look at batch files, or at piped rows as at a file of their own.</summary>
public abstract class FileOrRowCommand : RowInputCommand
{
    private protected const string PathSet = "Path";

    private readonly RowsSource _rows = new();
    private bool _hasRows;

    /// <summary>Gets or sets the files; wildcards are resolved.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath", "File")]
    [Column(ColumnKind.File)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(CsvFileCompleter))]
    [TypedText]
    public object?[]? Path { get; set; }

    /// <summary>Gets what is done to the input, in the past: "checked".</summary>
    private protected abstract string Participle { get; }

    /// <summary>Gets what is being done to it, at the start of a line: "Checking".</summary>
    private protected abstract string Gerund { get; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync()
    {
        // PowerShell would take the text of any object for a path, also that of a row.
        if (ParameterSetName == RowSet || Input.IsAnother(Piped.Current, RowSet) || (Piped.Current is { } input && !IsFile(input) && IsRow(input)))
        {
            _hasRows = true;
            (string? number, string? message) = ReadRow();
            _rows.Add(number, message);
        }
        else if (IsFile(Piped.Current))
        {
            Piped.Read();
            foreach (string path in Input.Paths(Piped.Current, ParameterSetName))
            {
                TakePath(path);
            }
        }
        else
        {
            Report(
                new InvalidParameterException(
                    "InputObject", Piped.Current, $"'{Piped.Current}' is neither a file nor a row.", "Pipe files, paths, or objects with a number and a text."),
                Piped.Current);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override Task EndProcessingAsync()
    {
        Piped.RequireAny(this, "row or file", $"Nothing was {Participle}.");

        // The last object of a mixed pipeline may have been a file.
        if (_hasRows || ParameterSetName == RowSet)
        {
            Piped.RequireAllRows(this, $"The rows were not {Participle}.");
            TakeWithProgress(_rows);
        }

        return Task.CompletedTask;
    }

    /// <summary>Whether an object has what the command needs of a row.</summary>
    private protected virtual bool IsRow(PSObject input) => ColumnCheck.HasRow(input, GetType());

    /// <summary>Refuses a file that may not be looked at.</summary>
    /// <param name="file">Its full path.</param>
    private protected virtual void CheckPath(string file)
    {
    }

    /// <summary>Looks at a file, or at the rows.</summary>
    /// <param name="source">The file or the rows.</param>
    /// <param name="onProgress">Gets the bytes read so far.</param>
    private protected abstract void Take(BatchSource source, Action<long> onProgress);

    /// <summary>Called after a file that cannot be read was reported.</summary>
    private protected virtual void NoteUnread()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _rows.Dispose();
        base.Dispose(disposing);
    }

    // A text is a path; a line that Select-String found names the file that it is from, which is not what was piped.
    private bool IsFile(PSObject? input) =>
        Input.IsGiven(nameof(Path)) || input is null or { BaseObject: string } || (!ColumnCheck.IsLine(input) && ((string[])["Path", "FullName", "PSPath", "File"]).Any(name => input.Properties[name] is not null));

    private void TakePath(string path)
    {
        try
        {
            foreach (string file in PathResolver.Resolve(this, path, FullPath(path)))
            {
                CheckPath(file);
                TakeWithProgress(new FileSource(file));
            }
        }
        catch (RocketComsException exception) when (exception is not InvalidParameterException)
        {
            Report(exception, path);
            NoteUnread();
        }
    }

    private void TakeWithProgress(BatchSource source)
    {
        ByteProgress progress = new($"{Gerund} {source.Path ?? "rows"}", Participle, ShowProgress, TimeProvider.System);
        long? total = (source as FileSource)?.Length;
        try
        {
            Take(source, read => progress.Report(read, total));
        }
        finally
        {
            progress.Complete();
        }
    }
}
