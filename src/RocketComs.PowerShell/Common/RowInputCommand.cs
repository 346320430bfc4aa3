using System.Management.Automation;
using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Common;

/// <summary>Base of the commands without a connection that take rows from the pipeline: none may be lost on the way in.</summary>
public abstract class RowInputCommand : RcCmdlet
{
    private protected const string RowSet = "Row";

    private PSObject? _input;
    private long _piped;
    private long _read;

    /// <summary>Gets or sets the number of a row.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RowSet, ValueFromPipelineByPropertyName = true)]
    [Alias("MobileNumber", "Mobile", "Phone", "PhoneNumber", "Recipient", "RecipientNumber", "To")]
    [AllowNull]
    [AllowEmptyString]
    public string? Number { get; set; }

    /// <summary>Gets or sets the text of a row.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RowSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Text", "MessageText", "Content", "MessageContent", "Body")]
    [AllowNull]
    [AllowEmptyString]
    public string? Message { get; set; }

    /// <summary>Gets or sets the piped row. Every object lands here first, also one whose columns cannot be bound.</summary>
    [Parameter(ParameterSetName = RowSet, ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject
    {
        get => _input;
        set
        {
            _input = value;
            _piped += value is null ? 0 : 1;
        }
    }

    /// <summary>Notes that the current row was read.</summary>
    private protected void CountRow() => _read += _input is null ? 0 : 1;

    /// <summary>Refuses to end well when some of the piped objects were no rows.</summary>
    private protected void RequireAllRows()
    {
        if (_read != _piped)
        {
            throw new InvalidParameterException(
                "InputObject",
                null,
                $"{_piped - _read} of {_piped} piped objects could not be read as rows.",
                "Every object needs a number and a text (see the errors above); mend them, or give the columns those names.");
        }
    }
}
