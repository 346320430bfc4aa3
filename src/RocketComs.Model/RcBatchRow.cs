namespace RocketComs;

/// <summary>One row of a batch file. <see cref="Number"/> and <see cref="Message"/> bind by name to the batch commands.</summary>
public sealed class RcBatchRow
{
    /// <summary>Gets or sets the recipient's number as it stands in the file.</summary>
    public string Number { get; set; } = string.Empty;

    /// <summary>Gets or sets the text; a line break is written as the two characters <c>\n</c>.</summary>
    public string Message { get; set; } = string.Empty;

    /// <summary>Gets or sets the physical line on which the row begins, from 1.</summary>
    public long Line { get; set; }

    /// <summary>Gets or sets the record, from 1, without blank lines.</summary>
    public long Row { get; set; }
}
