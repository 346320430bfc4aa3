using System.Management.Automation;
using RocketComs.PowerShell.Binding;

namespace RocketComs.PowerShell.Cmdlets;

/// <summary>Base of the commands without a connection that take rows from the pipeline: none may be lost on the way in.</summary>
public abstract class RowInputCommand : RcCmdlet, ITakesAnyRow
{
    private protected const string RowSet = "Row";

    /// <summary>Gets or sets the number of a row.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RowSet, ValueFromPipelineByPropertyName = true)]
    [Alias("MobileNumber", "Mobile", "Phone", "PhoneNumber", "Recipient", "RecipientNumber", "To")]
    [Column(ColumnKind.Text)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? Number { get; set; }

    /// <summary>Gets or sets the text of a row.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RowSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Text", "MessageText", "Content", "MessageContent", "Body")]
    [Column(ColumnKind.Text)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public virtual object? Message { get; set; }

    /// <summary>Gets or sets the piped row. Every object lands here first, also one whose columns cannot be bound.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Piped]
    public PSObject? InputObject
    {
        get => Piped.Current;
        set => Piped.Bind(value);
    }

    /// <inheritdoc/>
    private protected override object? CurrentInput => Piped.Current;

    /// <summary>Gets the count of what was piped and what was read.</summary>
    private protected PipedObjects Piped { get; } = new();

    /// <summary>Gets what reads each input.</summary>
    private protected InputReader Input { get; private set; } = null!;

    /// <summary>Notes what was typed.</summary>
    protected override Task BeginProcessingAsync()
    {
        Input = new InputReader(this, FullPath);
        Input.NoteTyped();
        return Task.CompletedTask;
    }

    /// <summary>Reads the number and the text of the next row.</summary>
    private protected (string? Number, string? Message) ReadRow()
    {
        Piped.Read();
        Input.Read(Piped.Current, RowSet);
        return (Input.Value<string>(nameof(Number)), Input.Value<string>(nameof(Message)));
    }
}
