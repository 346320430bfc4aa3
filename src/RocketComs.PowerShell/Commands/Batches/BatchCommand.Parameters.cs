using System.Management.Automation;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Commands;

// The parameters. There is no default set: with one, a row that also has a Description or an Id would fail to bind.
public abstract partial class BatchCommand
{
    private const string CsvFileSet = "CsvFile";
    private const string CsvRowSet = "CsvRow";
    private const string MessageTemplateSet = "MessageTemplate";
    private const string ManualMessageSet = "ManualMessage";

    /// <summary>Gets or sets the batch file.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = CsvFileSet, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath", "File")]
    [Column(ColumnKind.File)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(CsvFileCompleter))]
    public object? Path { get; set; }

    /// <summary>Gets or sets the number of a row.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CsvRowSet, ValueFromPipelineByPropertyName = true)]
    [Alias("MobileNumber", "Mobile", "Phone", "PhoneNumber", "Recipient", "RecipientNumber", "To")]
    [Column(ColumnKind.Text)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? Number { get; set; }

    /// <summary>
    /// Gets or sets the text of a row, or the one text for all lists. It is read from rows like their other columns: bound by its name, it would make a
    /// row of each line of a plan that has a column for it, as an exported batch has.
    /// </summary>
    [Parameter(ParameterSetName = CsvRowSet)]
    [Parameter(Mandatory = true, ParameterSetName = ManualMessageSet)]
    [Alias("Text", "MessageText", "Content", "MessageContent", "Body")]
    [Column(ColumnKind.Text)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? Message { get; set; }

    /// <summary>Gets or sets the message template: an id or a template.</summary>
    [Parameter(Mandatory = true, ParameterSetName = MessageTemplateSet)]
    [Column(ColumnKind.Template)]
    [ArgumentCompleter(typeof(MessageTemplateCompleter))]
    public MessageTemplateReference? MessageTemplateId { get; set; }

    /// <summary>Gets or sets the recipient lists: ids or lists. Every recipient on them gets the message.</summary>
    [Parameter(Mandatory = true, ParameterSetName = MessageTemplateSet)]
    [Parameter(Mandatory = true, ParameterSetName = ManualMessageSet)]
    [Alias("NamedRecipientsListIds")]
    [Column(ColumnKind.Lists)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RecipientListCompleter))]
    public RecipientListReference[]? RecipientListId { get; set; }

    /// <summary>Gets or sets the caller's own reference.</summary>
    [Parameter]
    [Column(ColumnKind.Text)]
    public object? ExternalId { get; set; }

    /// <summary>Gets or sets the description.</summary>
    [Parameter]
    [Column(ColumnKind.Note)]
    public object? Description { get; set; }

    /// <summary>Gets or sets the first day.</summary>
    [Parameter]
    [Column(ColumnKind.Day)]
    public object? StartDate { get; set; }

    /// <summary>Gets or sets the last day.</summary>
    [Parameter]
    [Column(ColumnKind.Day)]
    public object? EndDate { get; set; }

    /// <summary>Gets or sets the time of day from which messages go out.</summary>
    [Parameter]
    [Column(ColumnKind.Time)]
    public object? StartTime { get; set; }

    /// <summary>Gets or sets the time of day until which messages go out.</summary>
    [Parameter]
    [Column(ColumnKind.Time)]
    public object? EndTime { get; set; }

    /// <summary>Gets or sets what the platform shall do.</summary>
    [Parameter]
    [Column(ColumnKind.Action)]
    [ArgumentCompleter(typeof(ActionCompleter))]
    public object? Action { get; set; }

    /// <summary>Gets or sets the zone in which the platform reads times; without one, that of the connection. The documents do not say which it is.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? TimeZone { get; set; }

    /// <summary>Gets or sets whether the file goes out unchecked.</summary>
    [Parameter]
    [OnOrOff]
    public SwitchParameter SkipValidation { get; set; }
}
