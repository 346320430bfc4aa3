namespace RocketComs.Core.Api;

/// <summary>The kind of batch (API page "Update a Campaign Batch", <c>operationType</c>).</summary>
public enum BatchOperation
{
    /// <summary>A file of numbers and texts: <c>CSV_FILE</c>.</summary>
    CsvFile,

    /// <summary>A stored template and recipient lists: <c>MESSAGE_TEMPLATE</c>.</summary>
    MessageTemplate,

    /// <summary>One text and recipient lists: <c>MANUAL_MESSAGE_INPUT</c>.</summary>
    ManualMessage,
}
